const { randomBytes } = require('node:crypto')
const Hapi = require('@hapi/hapi')

const DAY = 24 * 60 * 60 * 1000

async function start() {
  const server = Hapi.server({ port: process.env.PORT })

  server.state('sid', { ttl: 90 * DAY, isSameSite: false, domain: 'example.com', path: '/' })
  server.state('admin_session', { ttl: DAY / 48, isSameSite: 'Strict', isSecure: true, path: '/' })
  server.state('__Host-session', { ttl: DAY / 48, isSameSite: 'Lax', isSecure: false, path: '/' })

  server.route({
    method: 'POST',
    path: '/login',
    handler: async (request, h) => {
      const user = await findUser(request.payload)
      if (!user) return h.response('wrong').code(401)
      return h
        .redirect('/')
        .state('sid', randomBytes(32).toString('base64url'))
        .state('auth_token', randomBytes(32).toString('base64url'), { sameSite: 'lax', ttl: DAY / 48 })
    },
  })

  await server.start()
}

start()
