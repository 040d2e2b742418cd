import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import Cookies from 'cookies'

createServer((req, res) => {
  const cookies = new Cookies(req, res, { keys: [process.env.COOKIE_SECRET, process.env.OLD_COOKIE_SECRET] })
  cookies.set('sid', randomBytes(32).toString('base64url'), { sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  cookies.set('old_sid')
  res.end()
})
