import { serve } from '@hono/node-server'
import { deleteCookie, getCookie, requestHandler, setCookie } from '@tanstack/start-server-core'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const users = new Map<string, string>()
const SESSION_COOKIE = 'sid'

function startSession(name: string): void {
  const sid = `${Date.now()}`
  users.set(sid, name)
  setCookie(SESSION_COOKIE, sid, { sameSite: 'lax', httpOnly: false })
}

async function login(request: Request): Promise<Response> {
  const { name = '', password } = (await request.json()) as Partial<Record<string, string>>
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  startSession(name)
  return Response.json({ name })
}

function account(): Response {
  const name = users.get(getCookie(SESSION_COOKIE) ?? '')
  return name === undefined ? new Response('Please log in', { status: 401 }) : Response.json({ hello: name })
}

function logout(): Response {
  users.delete(getCookie(SESSION_COOKIE) ?? '')
  deleteCookie(SESSION_COOKIE)
  return Response.json({ ok: true })
}

const handle = requestHandler((request: Request): Promise<Response> | Response => {
  switch (`${request.method} ${new URL(request.url).pathname}`) {
    case 'GET /':
      return new Response('Welcome')
    case 'POST /login':
      return login(request)
    case 'GET /account':
      return account()
    case 'POST /logout':
      return logout()
    default:
      return new Response('Not found', { status: 404 })
  }
})

serve({ fetch: (request) => handle(request, {}), port: Number(process.env.PORT), hostname: '127.0.0.1' })
