const Hapi = require('@hapi/hapi')

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  await server.register(require('@hapi/cookie'))

  server.auth.strategy('session', 'cookie', {
    cookie: { name: '__Host-sid', password: process.env.SESSION_PASSWORD, path: '/', ttl: 30 * 60 * 1000 },
    keepAlive: true,
  })

  server.route({
    method: 'POST',
    path: '/login',
    options: { auth: { mode: 'try' } },
    handler: async (request, h) => {
      const account = await logIn(request.payload)
      request.cookieAuth.set('userId', account.id)
      return h.redirect('/')
    },
  })

  await server.start()
}

start()
