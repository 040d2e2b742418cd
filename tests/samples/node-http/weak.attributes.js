import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'

createServer((req, res) => {
  const id = randomBytes(32).toString('base64url')
  if (req.url === '/me') {
    res.end(req.sessionID)
  } else if (req.url === '/admin/login') {
    res.setHeader('Set-Cookie', `admin_session=${id}; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=1800`)
    res.end()
  } else if (req.url === '/api/login') {
    res.setHeader('Set-Cookie', `__Host-session=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=1800`)
    res.end()
  } else {
    res.setHeader('Set-Cookie', `sid=${id}; Domain=example.com; Path=/; HttpOnly; Secure; Max-Age=7776000`)
    res.end()
  }
}).listen(process.env.PORT)
