const Hapi = require('@hapi/hapi')

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  await server.register(require('@hapi/cookie'))

  server.auth.strategy('session', 'cookie', {
    cookie: { name: 'sid', password: 'password-should-be-32-characters' },
    redirectTo: '/login',
  })
}

start()
