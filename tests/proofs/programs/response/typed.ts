import { createServer } from 'node:http'

type Route = (request: Request) => Promise<Response> | Response

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map<string, string>()
const COOKIE = 'session'
let count = 7000

function setSessionCookie(headers: Headers, id: string): void {
  headers.append('Set-Cookie', `${COOKIE}=${id}; Path=/`)
}

function idOf(request: Request): string {
  return new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
}

const login: Route = async (request) => {
  const { name = '', password }: Partial<Record<string, string>> = await request.json()
  if (passwords[name] !== password) return Response.json({ error: 'Wrong password' }, { status: 401 })
  const sessionId = `${COOKIE}-${count++}`
  sessions.set(sessionId, name)
  const headers = new Headers({ Location: '/account' })
  setSessionCookie(headers, sessionId)
  return new Response(null, { status: 303, headers })
}

const account: Route = (request) => {
  const user = sessions.get(idOf(request))
  return user === undefined ? Response.json({ error: 'Please log in' }, { status: 401 }) : Response.json({ hello: user })
}

const logout: Route = (request) => {
  sessions.delete(idOf(request))
  return new Response(null, { status: 303, headers: [['Location', '/'], ['Set-Cookie', `${COOKIE}=; Path=/; Max-Age=0`]] })
}

const routes = new Map<string, Route>([['/login', login], ['/account', account], ['/logout', logout]])

const server = createServer(async (incoming, outgoing) => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { headers, method = 'GET', url = '/' } = incoming
  const request = new Request(`http://localhost${url}`, { method, headers: { cookie: headers.cookie ?? '' }, ...(method !== 'GET' && { body: Buffer.concat(chunks).toString() }) })
  const response = (await routes.get(url)?.(request)) ?? new Response('Welcome')
  outgoing.setHeader('Set-Cookie', response.headers.getSetCookie())
  const location = response.headers.get('Location')
  if (location !== null) outgoing.setHeader('Location', location)
  outgoing.writeHead(response.status).end(await response.text())
})

server.listen(Number(process.env.PORT), '127.0.0.1')
