import { createServer } from 'node:http'
import { serialize } from 'cookie'

createServer((req, res) => {
  res.setHeader('Set-Cookie', serialize('sid', Math.random().toString(36).slice(2), { path: '/' }))
  res.end()
})
