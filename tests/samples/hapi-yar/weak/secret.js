const Hapi = require('@hapi/hapi')
const Yar = require('@hapi/yar')

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  await server.register({
    plugin: Yar,
    options: { cookieOptions: { password: 'the-password-must-be-at-least-32-characters-long' } },
  })
}

start()
