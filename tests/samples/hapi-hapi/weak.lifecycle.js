const Hapi = require('@hapi/hapi')

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  server.route({ method: 'GET', path: '/logout', handler: (request, h) => h.redirect('/').unstate('sid') })

  await server.start()
}

start()
