const Hapi = require('@hapi/hapi')
const Yar = require('@hapi/yar')

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  await server.register({
    plugin: Yar,
    options: {
      maxCookieSize: 0,
      customSessionIDGenerator: () => String(Date.now()),
      cookieOptions: { password: process.env.SESSION_PASSWORD, isHttpOnly: false },
    },
  })

  server.route([
    {
      method: 'POST',
      path: '/login',
      handler: async (request, h) => {
        const user = await findUser(request.payload)
        if (!user) return h.response('wrong').code(401)
        request.yar.set('userId', user.id)
        return h.redirect('/')
      },
    },
    {
      method: 'POST',
      path: '/logout',
      handler: (request, h) => h.redirect('/').unstate('session'),
    },
  ])

  await server.start()
}

start()
