import { randomBytes } from 'node:crypto'

Bun.serve({
  routes: {
    '/login': (req) => {
      const id = randomBytes(32).toString('base64url')
      req.cookies.set('sid', id, { httpOnly: true, secure: true, sameSite: 'none', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
      return new Response('Welcome')
    },
    '/admin/login': (req) => {
      const id = randomBytes(32).toString('base64url')
      req.cookies.set('admin_session', id, { httpOnly: true, secure: true, maxAge: 30 * 60 })
      req.cookies.set('__Host-session', id, { httpOnly: true, maxAge: 30 * 60 })
      return new Response('Welcome')
    },
  },
})
