import Hapi, { type Lifecycle, type Plugin, type Request, type Server, type ServerRoute } from '@hapi/hapi'

interface Credentials {
  name: string
  password: string
}

const COOKIE = 'session_id'
const passwords = new Map([
  ['alice', 'tulips'],
  ['bob', 'daisies'],
  ['mallory', 'nettles'],
])
const sessions = new Map<string, string>()

function userOf(request: Request): string | undefined {
  return sessions.get(String(request.state[COOKIE]))
}

const login: Lifecycle.Method = async (request, h) => {
  const { name, password } = request.payload as Credentials
  if (passwords.get(name) !== password) return h.response('Wrong password').code(401)
  const sessionId = Math.random().toString(36).substring(2)
  sessions.set(sessionId, name)
  return h.redirect('/account').state(COOKIE, sessionId)
}

const routes: ServerRoute[] = [
  { method: 'GET', path: '/', handler: () => 'Welcome' },
  { method: 'POST', path: '/login', options: { handler: login } },
  {
    method: 'GET',
    path: '/account',
    handler: (request, h) => {
      const name = userOf(request)
      return name === undefined ? h.response('Please log in').code(401) : `Hello ${name}`
    },
  },
  {
    method: 'POST',
    path: '/logout',
    handler: (request, h) => {
      sessions.delete(String(request.state[COOKIE]))
      return h.redirect('/').unstate(COOKIE)
    },
  },
]

const users: Plugin<undefined> = {
  name: 'users',
  register: async (server: Server) => {
    server.state(COOKIE, {
      isSecure: process.env.NODE_ENV === 'production',
      isHttpOnly: false,
      isSameSite: 'Lax',
      path: '/',
    })
    server.route(routes)
  },
}

const server = Hapi.server({ port: process.env.PORT ?? 3000, host: '127.0.0.1' })
await server.register(users)
await server.start()
