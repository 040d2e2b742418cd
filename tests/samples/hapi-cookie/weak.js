const Hapi = require('@hapi/hapi')

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  await server.register(require('@hapi/cookie'))

  server.auth.strategy('session', 'cookie', {
    cookie: { name: 'sid', password: process.env.SESSION_PASSWORD, isHttpOnly: false },
    redirectTo: '/login',
  })
  server.auth.default('session')

  server.route({
    method: 'POST',
    path: '/login',
    options: { auth: { mode: 'try' } },
    handler: async (request, h) => {
      const account = await logIn(request.payload)
      request.cookieAuth.set({ id: account.id })
      return h.redirect('/')
    },
  })

  await server.start()
}

start()
