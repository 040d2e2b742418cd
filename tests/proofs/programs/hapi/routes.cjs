'use strict'

const Hapi = require('@hapi/hapi')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()
let lastSession = 5000

const init = async () => {
  const server = Hapi.server({ port: process.env.PORT, host: '127.0.0.1' })

  server.state('sid', {
    isSecure: false,
    isHttpOnly: false,
    path: '/',
  })

  server.route({
    method: 'GET',
    path: '/',
    handler: () => 'Welcome',
  })

  server.route({
    method: 'POST',
    path: '/login',
    handler: (request, h) => {
      const { name, password } = request.payload
      if (passwords[name] !== password) return h.response('Wrong password').code(401)
      const sessionId = String(++lastSession)
      sessions.set(sessionId, name)
      h.state('sid', sessionId)
      return h.redirect('/account')
    },
  })

  server.route({
    method: 'GET',
    path: '/account',
    handler: (request, h) => {
      const name = sessions.get(request.state.sid)
      return name ? `Hello ${name}` : h.response('Please log in').code(401)
    },
  })

  server.route({
    method: 'POST',
    path: '/logout',
    handler: (request, h) => {
      sessions.delete(request.state.sid)
      return h.redirect('/').unstate('sid')
    },
  })

  await server.start()
  console.log('Server running on %s', server.info.uri)
}

init()
