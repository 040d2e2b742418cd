import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import Cookies from 'cookies'

createServer((req, res) => {
  const cookies = new Cookies(req, res, { keys: [process.env.COOKIE_SECRET] })
  const id = randomBytes(32).toString('base64url')
  if (req.url === '/admin/login') {
    cookies.set('admin_session', id, { secure: true, sameSite: 'strict', maxAge: 30 * 60 * 1000 })
  } else if (req.url === '/api/login') {
    cookies.set('__Host-session', id, { secure: false, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  } else {
    cookies.set('sid', id, { secure: false, sameSite: 'lax', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 * 1000 })
  }
  res.end()
}).listen(process.env.PORT)
