import Hapi, { type Request, type ResponseToolkit } from '@hapi/hapi'
import * as cookie from '@hapi/cookie'

const server = Hapi.server({ port: process.env.PORT })

await server.register(cookie)

server.auth.strategy('session', 'cookie', {
  cookie: { name: '__Host-sid', password: process.env.SESSION_PASSWORD!, path: '/', ttl: 30 * 60 * 1000 },
  keepAlive: true,
  redirectTo: '/login',
  validate: async (request: Request, session: { id: string }) => {
    const account = await findAccount(session.id)
    return account ? { isValid: true, credentials: account } : { isValid: false }
  },
})
server.auth.default('session')

server.route([
  {
    method: 'POST',
    path: '/login',
    options: {
      auth: { mode: 'try' },
      handler: async (request: Request, h: ResponseToolkit) => {
        const account = await logIn(request.payload)
        if (!account) return h.response('wrong').code(401)
        request.cookieAuth.set({ id: account.id })
        return h.redirect('/')
      },
    },
  },
  {
    method: 'POST',
    path: '/logout',
    handler: (request: Request, h: ResponseToolkit) => {
      request.cookieAuth.clear()
      return h.redirect('/')
    },
  },
])

await server.start()
