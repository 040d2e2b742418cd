import { createServer } from 'node:http'
import { createCookie } from '@remix-run/cookie'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map<string, string>()

const sessionCookie = createCookie('sid', {
  httpOnly: false,
  secrets: [],
})

async function sessionIdOf(request: Request): Promise<string> {
  return (await sessionCookie.parse(request.headers.get('Cookie'))) ?? ''
}

async function login(request: Request): Promise<Response> {
  const { name, password }: Record<string, string> = await request.json()
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  const sessionId = Math.random().toString(36).slice(2)
  sessions.set(sessionId, name)
  return new Response(`Hello ${name}`, { headers: { 'Set-Cookie': await sessionCookie.serialize(sessionId) } })
}

async function account(request: Request): Promise<Response> {
  const name = sessions.get(await sessionIdOf(request))
  return new Response(name === undefined ? 'Please log in' : `Hello ${name}`, { status: name === undefined ? 401 : 200 })
}

async function logout(request: Request): Promise<Response> {
  sessions.delete(await sessionIdOf(request))
  return new Response('Bye', { headers: { 'Set-Cookie': await sessionCookie.serialize('', { maxAge: 0 }) } })
}

const routes: Readonly<Record<string, (request: Request) => Promise<Response>>> = { '/login': login, '/account': account, '/logout': logout }

const server = createServer(async (req, res) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const headers = new Headers(Object.entries(req.headers).map(([name, value]): [string, string] => [name, String(value)]))
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const request = new Request(`http://localhost${req.url}`, { method: req.method, headers, body })
  const response = (await routes[req.url ?? '']?.(request)) ?? new Response('Welcome')
  res.statusCode = response.status
  for (const [name, value] of response.headers) res.appendHeader(name, value)
  res.end(await response.text())
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
