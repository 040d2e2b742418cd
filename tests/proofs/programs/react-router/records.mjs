import { createServer } from 'node:http'
import { createSessionStorage, redirect } from 'react-router'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const records = new Map()

const { getSession, commitSession, destroySession } = createSessionStorage({
  cookie: { name: 'shop_session', httpOnly: false, sameSite: 'lax', path: '/', maxAge: 60 * 60 * 12 },
  async createData(data, expires) {
    const id = Date.now().toString(36)
    records.set(id, { data, expires })
    return id
  },
  async readData(id) {
    const record = records.get(id)
    return record && record.expires > new Date() ? record.data : null
  },
  async updateData(id, data, expires) {
    records.set(id, { data, expires })
  },
  async deleteData(id) {
    records.delete(id)
  },
})

const routes = {
  '/': {
    async loader({ request }) {
      const session = await getSession(request.headers.get('Cookie'))
      return new Response('Welcome', { headers: { 'Set-Cookie': await commitSession(session) } })
    },
  },
  '/login': {
    async action({ request }) {
      const { name, password } = await request.json()
      if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
      const session = await getSession(request.headers.get('Cookie'))
      session.set('userId', name)
      return redirect('/account', { headers: { 'Set-Cookie': await commitSession(session) } })
    },
  },
  '/account': {
    async loader({ request }) {
      const session = await getSession(request.headers.get('Cookie'))
      const userId = session.get('userId')
      return new Response(userId ? `Hello ${userId}` : 'Please log in', { status: userId ? 200 : 401 })
    },
  },
  '/logout': {
    async action({ request }) {
      const session = await getSession(request.headers.get('Cookie'))
      return redirect('/', { headers: { 'Set-Cookie': await destroySession(session) } })
    },
  },
}

const server = createServer(async (req, res) => {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const request = new Request(`http://localhost${req.url}`, { method: req.method, headers: req.headers, body })
  const { action, loader } = routes[req.url]
  const response = await (req.method === 'GET' ? loader : action)({ request, params: {}, context: {} })
  res.statusCode = response.status
  for (const [name, value] of response.headers) res.appendHeader(name, value)
  res.end(await response.text())
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
