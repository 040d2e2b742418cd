import { randomBytes } from 'node:crypto'

Bun.serve({
  routes: {
    '/login': {
      POST: (req) => {
        req.cookies.set('__Host-sid', randomBytes(32).toString('base64url'), { httpOnly: true, secure: true, maxAge: 30 * 60 })
        req.cookies.set('theme', 'dark')
        return new Response('Welcome')
      },
    },
    '/logout': {
      POST: (req) => {
        req.cookies.set('__Host-sid', '', { secure: true, maxAge: 0 })
        return new Response('Bye')
      },
    },
  },
})
