import { serve } from '@hono/node-server'
import { requestHandler, useSession, type SessionConfig } from '@tanstack/start-server-core'

interface Visitor {
  name?: string
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const config: SessionConfig = {
  name: 'shop',
  password: process.env.SESSION_PASSWORD ?? 'a password that is only good for development',
  cookie: {
    httpOnly: false,
    secure: process.env.NODE_ENV === 'production',
  },
}

const useAppSession = () => useSession<Visitor>(config)

async function login(request: Request): Promise<Response> {
  const { name = '', password } = (await request.json()) as Partial<Record<string, string>>
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  const session = await useAppSession()
  await session.update({ name })
  return Response.json({ name })
}

async function account(): Promise<Response> {
  const { data } = await useAppSession()
  return data.name === undefined ? new Response('Please log in', { status: 401 }) : Response.json({ hello: data.name })
}

async function logout(): Promise<Response> {
  const session = await useAppSession()
  await session.clear()
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
