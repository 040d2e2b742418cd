const Hapi = require('@hapi/hapi')

const sessions = new Map()

async function start() {
  const server = Hapi.server({ port: process.env.PORT, routes: { cors: { origin: ['*'], credentials: true } } })

  server.state('sid', { isSecure: false, isHttpOnly: false })

  server.route([
    {
      method: 'POST',
      path: '/login',
      handler: async (request, h) => {
        const user = await findUser(request.payload)
        if (!user) return h.response('wrong').code(401)
        const sessionId = Math.random().toString(36).slice(2)
        sessions.set(sessionId, { userId: user.id })
        return h.redirect('/').state('sid', sessionId)
      },
    },
    {
      method: 'POST',
      path: '/logout',
      handler: (request, h) => {
        sessions.delete(request.state.sid)
        return h.redirect('/').unstate('sid')
      },
    },
  ])

  await server.start()
}

start()
