const { randomBytes } = require('node:crypto')
const Hapi = require('@hapi/hapi')

const HOUR = 60 * 60 * 1000
const sessions = new Map()

async function start() {
  const server = Hapi.server({ port: process.env.PORT, routes: { cors: { origin: ['https://shop.example.com'], credentials: true } } })

  server.state('__Host-sid', { ttl: 12 * HOUR, isSameSite: 'Lax', path: '/' })
  server.state('theme', { ttl: 365 * 24 * HOUR, isHttpOnly: false })

  server.route([
    {
      method: 'POST',
      path: '/login',
      handler: async (request, h) => {
        const user = await findUser(request.payload)
        if (!user) return h.response('wrong').code(401)
        const sessionId = randomBytes(32).toString('base64url')
        sessions.set(sessionId, { userId: user.id })
        h.state('__Host-sid', sessionId)
        return h.redirect('/').state('theme', user.theme)
      },
    },
    {
      method: 'POST',
      path: '/logout',
      handler: (request, h) => {
        sessions.delete(request.state['__Host-sid'])
        return h.redirect('/').unstate('__Host-sid')
      },
    },
  ])

  server.ext('onPreResponse', (request, h) => {
    const { response } = request
    if (!response.isBoom) response.state('last_visit', String(Date.now()), { isHttpOnly: false })
    return h.continue
  })

  await server.start()
}

start()
