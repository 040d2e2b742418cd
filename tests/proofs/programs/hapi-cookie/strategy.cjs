'use strict'

const Hapi = require('@hapi/hapi')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const start = async () => {
  const server = Hapi.server({ port: process.env.PORT, host: '127.0.0.1' })

  await server.register(require('@hapi/cookie'))

  server.auth.strategy('session', 'cookie', {
    cookie: {
      name: 'sid-example',
      password: '!wsYhFA*C2U6nz=Bu^%A@^F#SF3&kSR6',
      isSecure: false,
      isHttpOnly: false
    },
    validate: async (request, session) => {
      const isKnown = session.name in passwords
      return isKnown ? { isValid: true, credentials: { name: session.name } } : { isValid: false }
    }
  })

  server.auth.default('session')

  server.route([
    {
      method: 'GET',
      path: '/',
      handler: () => 'Welcome',
      options: { auth: { mode: 'try' } }
    },
    {
      method: 'GET',
      path: '/account',
      handler: (request, h) => `Hello ${request.auth.credentials.name}`
    },
    {
      method: 'POST',
      path: '/login',
      handler: (request, h) => {
        const { name, password } = request.payload
        if (passwords[name] !== password) return h.response('Wrong password').code(401)
        request.cookieAuth.set({ name })
        return h.redirect('/account')
      },
      options: { auth: { mode: 'try' } }
    },
    {
      method: 'POST',
      path: '/orders',
      handler: (request, h) => `Ordered by ${request.auth.credentials.name}`
    },
    {
      method: 'POST',
      path: '/logout',
      options: {
        handler: (request, h) => {
          request.cookieAuth.clear()
          return h.redirect('/')
        }
      }
    }
  ])

  await server.start()
}

start()
