import { createServer } from 'node:http'
import Cookies from 'cookies'

createServer((req, res) => {
  const cookies = new Cookies(req, res, { keys: ['keyboard cat'] })
  cookies.set('sid', `${process.pid}`, { httpOnly: false })
  res.end()
})
