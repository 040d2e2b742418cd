import * as Hapi from '@hapi/hapi'
import yar from '@hapi/yar'

const passwords: Record<string, string> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

declare module '@hapi/yar' {
  interface YarValues {
    user: { name: string }
  }
}

const routes: Hapi.ServerRoute[] = [
  { method: 'GET', path: '/', handler: () => 'Welcome' },
  {
    method: 'POST',
    path: '/login',
    handler: async (request, h) => {
      const { name, password } = request.payload as { name: string; password: string }
      if (passwords[name] !== password) return h.response('Wrong password').code(401)
      request.yar.set('user', { name })
      return h.redirect('/account')
    },
  },
  {
    method: 'GET',
    path: '/account',
    handler: (request, h) => {
      const user = request.yar.get('user')
      return user ? `Hello ${user.name}` : h.response('Please log in').code(401)
    },
  },
  {
    method: 'POST',
    path: '/orders',
    handler: (request, h) => {
      const user = request.yar.get('user')
      return user ? `Ordered by ${user.name}` : h.response('Please log in').code(401)
    },
  },
  {
    method: 'POST',
    path: '/logout',
    handler: (request, h) => {
      request.yar.clear('user')
      return h.redirect('/')
    },
  },
]

const init = async (): Promise<void> => {
  const server: Hapi.Server = Hapi.server({ port: process.env.PORT ?? 3000, host: '127.0.0.1' })
  await server.register([
    {
      plugin: yar,
      options: {
        name: 'shop',
        cookieOptions: {
          password: 'the-password-must-be-at-least-32-characters-long',
          isSecure: false,
          isHttpOnly: false,
          ttl: undefined,
        },
      },
    },
  ])
  server.route(routes)
  await server.start()
}

await init()
