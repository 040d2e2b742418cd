const Hapi = require('@hapi/hapi')
const Yar = require('@hapi/yar')

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  await server.register([
    {
      plugin: Yar,
      options: {
        name: 'shop',
        cookieOptions: {
          password: process.env.SESSION_PASSWORD,
          isSecure: false,
          isSameSite: false,
          domain: '.example.com',
          ttl: 90 * 24 * 60 * 60 * 1000,
        },
      },
    },
  ])

  await server.start()
}

async function startForAdministrators() {
  const server = Hapi.server({ port: process.env.ADMIN_PORT })

  await server.register({
    plugin: Yar,
    options: { name: 'admin', cookieOptions: { password: process.env.SESSION_PASSWORD, isSecure: true, httpOnly: true } },
  })

  await server.start()
}

start()
startForAdministrators()
