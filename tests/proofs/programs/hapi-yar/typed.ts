import Hapi, { type Request, type ResponseToolkit } from '@hapi/hapi'
import yar from '@hapi/yar'

const passwords: Record<string, string> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

class Users {
  async logIn(request: Request, h: ResponseToolkit) {
    const { name, password } = request.payload as { name: string; password: string }
    if (passwords[name] !== password) return h.response('Wrong password').code(401)

    const session = request.yar
    session.set({ userId: name, since: Date.now() })
    return h.redirect('/account')
  }

  account(request: Request, h: ResponseToolkit) {
    const userId = request.yar.get<string>('userId')
    return userId ? `Hello ${userId}` : h.response('Please log in').code(401)
  }

  logOut(request: Request, h: ResponseToolkit) {
    h.unstate('shop')
    return h.redirect('/')
  }
}

const users = new Users()
const server = Hapi.server({ port: process.env.PORT ?? 3000, host: '127.0.0.1' })

await server.register({
  plugin: yar,
  options: {
    name: 'shop',
    maxCookieSize: 0,
    cookieOptions: { password: 'the-password-must-be-at-least-32-characters-long', isSecure: false, isHttpOnly: false },
  },
})

server.route([
  { method: 'GET', path: '/', handler: () => 'Welcome' },
  { method: 'POST', path: '/login', handler: (request, h) => users.logIn(request, h) },
  { method: 'GET', path: '/account', handler: users.account },
  { method: 'POST', path: '/logout', handler: users.logOut },
])

await server.start()
