import Hapi from '@hapi/hapi'
import yar from '@hapi/yar'

const passwords = new Map([['alice', 'tulips'], ['bob', 'daisies'], ['mallory', 'nettles']])

const options = {
  storeBlank: false,
  cookieOptions: {
    password: 'the-password-must-be-at-least-32-characters-long',
    isSecure: process.env.NODE_ENV === 'production',
    isHttpOnly: false,
  },
}

const server = Hapi.server({ port: process.env.PORT, host: '127.0.0.1' })

await server.register({ plugin: yar, options })

server.route({ method: 'GET', path: '/', handler: () => 'Welcome' })

server.route({
  method: 'POST',
  path: '/login',
  async handler(request, h) {
    const { name, password } = request.payload
    if (passwords.get(name) !== password) return h.response('Wrong password').code(401)
    request.yar.set('userId', name)
    return h.redirect('/account')
  },
})

server.route({
  method: 'GET',
  path: '/account',
  async handler(request, h) {
    const userId = request.yar.get('userId')
    if (!userId) return h.response('Please log in').code(401)
    return `Hello ${userId}`
  },
})

server.route({
  method: 'POST',
  path: '/logout',
  async handler(request, h) {
    request.yar.reset()
    return h.redirect('/')
  },
})

await server.start()
