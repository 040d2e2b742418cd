import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'

createServer((req, res) => {
  res.setHeader('Set-Cookie', [
    `__Host-sid=${randomBytes(32).toString('base64url')}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=1800`,
    'theme=dark; Path=/',
  ])
  res.end()
})
