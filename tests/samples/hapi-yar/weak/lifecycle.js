const Hapi = require('@hapi/hapi')
const Yar = require('@hapi/yar')

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  await server.register({
    plugin: Yar,
    options: {
      maxCookieSize: 0,
      customSessionIDGenerator: (request) => request.query.sid,
      cookieOptions: { password: process.env.SESSION_PASSWORD },
    },
  })

  server.route({
    method: 'POST',
    path: '/end/{id}',
    handler: async (request, h) => {
      request.server.yar.revoke(request.params.id)
      return h.redirect('/')
    },
  })

  await server.start()
}

start()
