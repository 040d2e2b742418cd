import { createServer } from 'node:http'
import Cookies from 'cookies'

createServer((req, res) => {
  const cookies = new Cookies(req, res)
  cookies.set('sid', `${process.pid}`, { httpOnly: false })
  res.end()
})
