import { createServer } from 'node:http'

createServer((req, res) => {
  res.setHeader('Set-Cookie', `sid=${Math.random().toString(36).slice(2)}; Path=/`)
  res.end()
})
