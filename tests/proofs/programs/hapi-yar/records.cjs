'use strict'

const Hapi = require('@hapi/hapi')
const Yar = require('@hapi/yar')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const start = async () => {
  const server = Hapi.server({ port: process.env.PORT, host: '127.0.0.1' })

  await server.register({
    plugin: Yar,
    options: {
      maxCookieSize: 0,
      cookieOptions: {
        password: 'the-password-must-be-at-least-32-characters-long',
        isSecure: process.env.NODE_ENV === 'production',
        isHttpOnly: false
      }
    }
  })

  server.route([
    {
      method: 'GET',
      path: '/',
      handler: (request, h) => 'Welcome'
    },
    {
      method: 'POST',
      path: '/login',
      handler: async (request, h) => {
        const { name, password } = request.payload

        if (passwords[name] !== password) {
          return h.response('Wrong password').code(401)
        }

        request.yar.set('user', { name })

        return h.redirect('/account')
      }
    },
    {
      method: 'GET',
      path: '/account',
      handler: (request, h) => {
        const user = request.yar.get('user')

        return user ? `Hello ${user.name}` : h.response('Please log in').code(401)
      }
    },
    {
      method: 'POST',
      path: '/logout',
      handler: (request, h) => h.redirect('/').unstate('session')
    }
  ])

  await server.start()
}

start()
