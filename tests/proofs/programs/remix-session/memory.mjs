import { createServer } from 'node:http'
import { createCookie } from '@remix-run/cookie'
import { createMemorySessionStorage } from '@remix-run/session/memory-storage'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const sessionCookie = createCookie('__session', { secrets: ['keyboard cat'], httpOnly: true, sameSite: 'Lax', maxAge: 60 * 60 * 12 })
const storage = createMemorySessionStorage()

const routes = {
  async '/'(request, session) {
    session.set('visits', (session.get('visits') ?? 0) + 1)
    return new Response('Welcome')
  },
  async '/login'(request) {
    const { name, password } = await request.json()
    if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
    const session = await storage.read(await sessionCookie.parse(request.headers.get('Cookie')))
    session.set('userId', name)
    return send(session, `Hello ${name}`)
  },
  async '/account'(request, session) {
    const userId = session.get('userId')
    return new Response(userId ? `Hello ${userId}` : 'Please log in', { status: userId ? 200 : 401 })
  },
  async '/logout'(request, session) {
    session.destroy()
    return new Response('Bye')
  },
}

async function send(session, text) {
  const value = await storage.save(session)
  const headers = value === null ? {} : { 'Set-Cookie': await sessionCookie.serialize(value) }
  return new Response(text, { headers })
}

const server = createServer(async (req, res) => {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const request = new Request(`http://localhost${req.url}`, { method: req.method, headers: req.headers, body })
  const session = await storage.read(await sessionCookie.parse(request.headers.get('Cookie')))
  const response = await routes[req.url](request, session)
  const value = req.url === '/login' ? null : await storage.save(session)
  res.statusCode = response.status
  for (const [name, text] of response.headers) res.appendHeader(name, text)
  if (value !== null) res.appendHeader('Set-Cookie', await sessionCookie.serialize(value))
  res.end(await response.text())
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
