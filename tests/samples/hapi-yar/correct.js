const Hapi = require('@hapi/hapi')
const Yar = require('@hapi/yar')

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  await server.register({
    plugin: Yar,
    options: {
      name: '__Host-id',
      maxCookieSize: 0,
      cache: { expiresIn: 30 * 60 * 1000 },
      cookieOptions: { password: process.env.SESSION_PASSWORD },
    },
  })

  server.route({
    method: 'POST',
    path: '/login',
    handler: async (request, h) => {
      const user = await findUser(request.payload)
      if (!user) return h.response('wrong').code(401)
      request.yar.reset()
      request.yar.set('userId', user.id)
      return h.redirect('/')
    },
  })

  server.route({
    method: 'GET',
    path: '/account',
    handler: (request, h) => {
      const userId = request.yar.get('userId')
      if (!userId) return h.redirect('/login')
      request.yar.set('visits', (request.yar.get('visits') ?? 0) + 1)
      return h.view('account', { userId })
    },
  })

  server.route({
    method: 'POST',
    path: '/logout',
    handler: (request, h) => {
      request.yar.reset()
      return h.redirect('/')
    },
  })

  await server.start()
}

start()
