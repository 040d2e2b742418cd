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
    '/logout': (req) => {
      req.cookies.delete('__Host-sid')
      return new Response('Bye')
    },
  },
})
