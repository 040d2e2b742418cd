import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { serialize } from 'cookie'

const base = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' }

createServer((req, res) => {
  if (req.url === '/logout') {
    res.setHeader('Set-Cookie', serialize('__Host-sid', '', { ...base, maxAge: 0 }))
  } else {
    res.setHeader('Set-Cookie', [
      serialize('__Host-sid', randomBytes(32).toString('base64url'), { ...base, maxAge: 30 * 60 }),
      serialize('theme', 'dark', { path: '/' }),
    ])
  }
  res.end()
})
