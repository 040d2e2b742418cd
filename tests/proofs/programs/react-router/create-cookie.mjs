import { createServer } from 'node:http'
import { createCookie, redirect } from 'react-router'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()
let counter = 100

const sessionCookie = createCookie('session', { sameSite: 'lax', path: '/' })

async function userOf(request) {
  return sessions.get(await sessionCookie.parse(request.headers.get('Cookie')))
}

const routes = {
  async 'GET /'() {
    return new Response('Welcome')
  },
  async 'POST /login'({ request }) {
    const { name, password } = await request.json()
    if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
    const sessionId = `session-${counter++}`
    sessions.set(sessionId, name)
    return redirect('/account', { headers: { 'Set-Cookie': await sessionCookie.serialize(sessionId) } })
  },
  async 'GET /account'({ request }) {
    const name = await userOf(request)
    return new Response(name ? `Hello ${name}` : 'Please log in', { status: name ? 200 : 401 })
  },
  async 'POST /logout'({ request }) {
    sessions.delete(await sessionCookie.parse(request.headers.get('Cookie')))
    return redirect('/', { headers: { 'Set-Cookie': await sessionCookie.serialize('', { maxAge: 0 }) } })
  },
}

const server = createServer(async (req, res) => {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const request = new Request(`http://localhost${req.url}`, { method: req.method, headers: req.headers, body })
  const response = await routes[`${req.method} ${req.url}`]({ request })
  res.statusCode = response.status
  for (const [name, value] of response.headers) res.appendHeader(name, value)
  res.end(await response.text())
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
