import cookie from '@hapi/cookie'
import Hapi from '@hapi/hapi'

const passwords = new Map([['alice', 'tulips'], ['bob', 'daisies'], ['mallory', 'nettles']])

const auth = {
  name: 'auth',
  async register(server, { password }) {
    await server.register(cookie)
    server.auth.strategy('session', 'cookie', { cookie: { password, isSecure: false, isHttpOnly: false, path: '/' } })
    server.auth.default({ strategy: 'session', mode: 'try' })
  },
}

const server = Hapi.server({ port: process.env.PORT, host: '127.0.0.1' })
await server.register({ plugin: auth, options: { password: 'the-password-must-be-at-least-32-characters-long' } })

server.route([
  { method: 'GET', path: '/', handler: () => 'Welcome' },
  { method: 'POST', path: '/login', handler: logIn },
  { method: 'GET', path: '/account', handler: account },
  { method: 'POST', path: '/logout', handler: logOut },
])

await server.start()

async function logIn(request, h) {
  const { name, password } = request.payload
  if (passwords.get(name) !== password) return h.response('Wrong password').code(401)
  request.cookieAuth.set({ userId: name })
  return h.redirect('/account')
}

function account(request, h) {
  const { isAuthenticated, credentials } = request.auth
  return isAuthenticated ? `Hello ${credentials.userId}` : h.response('Please log in').code(401)
}

function logOut(request, h) {
  request.cookieAuth.clear()
  return h.redirect('/')
}
