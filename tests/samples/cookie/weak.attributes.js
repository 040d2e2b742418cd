import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { serialize } from 'cookie'

createServer((req, res) => {
  const id = randomBytes(32).toString('base64url')
  res.setHeader('Set-Cookie', [
    serialize('sid', id, { path: '/', httpOnly: true, secure: true, domain: '.example.com', maxAge: 90 * 24 * 60 * 60 }),
    serialize('auth_token', id, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 }),
    serialize('__Host-session', id, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 }),
  ])
  res.end()
}).listen(process.env.PORT)
