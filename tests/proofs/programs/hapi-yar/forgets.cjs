const Hapi = require('@hapi/hapi')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

exports.plugin = {
  name: 'accounts',
  register: async function (server) {
    server.route({
      method: 'GET',
      path: '/',
      handler: function (request, h) {
        return 'Welcome'
      }
    })

    server.route({
      method: 'POST',
      path: '/login',
      handler: function (request, h) {
        const { name, password } = request.payload
        if (passwords[name] !== password) return h.response('Wrong password').code(401)
        request.yar.set('userId', name)
        return h.redirect('/account')
      }
    })

    server.route({
      method: 'GET',
      path: '/account',
      handler: function (request, h) {
        const userId = request.yar.get('userId')
        if (!userId) return h.response('Please log in').code(401)
        return `Hello ${userId}`
      }
    })

    server.route({
      method: 'POST',
      path: '/logout',
      handler: function (request, h) {
        request.yar.clear('userId')
        return h.redirect('/')
      }
    })
  }
}

async function start() {
  const server = Hapi.server({ port: process.env.PORT, host: '127.0.0.1' })
  await server.register([
    { plugin: require('@hapi/yar'), options: { maxCookieSize: 0, cookieOptions: { password: 'the-password-must-be-at-least-32-characters-long', isSecure: false } } },
    exports
  ])
  await server.start()
}

start()
