const { createServer } = require('node:http')
const { createCookieSessionStorage, redirect } = require('@remix-run/node')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const { getSession, commitSession, destroySession } = createCookieSessionStorage({
  cookie: { name: 'app_session', secrets: ['keyboard cat'], httpOnly: false, sameSite: 'lax', path: '/' },
})

const routes = {
  '/': {
    loader: () => new Response('Welcome'),
  },
  '/login': {
    action: async ({ request }) => {
      const session = await getSession(request.headers.get('Cookie'))
      const { name, password } = await request.json()
      if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
      session.set('userId', name)
      return redirect('/account', { headers: { 'Set-Cookie': await commitSession(session) } })
    },
  },
  '/account': {
    loader: async ({ request }) => {
      const session = await getSession(request.headers.get('Cookie'))
      if (!session.has('userId')) return new Response('Please log in', { status: 401 })
      return new Response(`Hello ${session.get('userId')}`)
    },
  },
  '/logout': {
    action: async ({ request }) => {
      const session = await getSession(request.headers.get('Cookie'))
      return redirect('/', { headers: { 'Set-Cookie': await destroySession(session) } })
    },
  },
}

const server = createServer(async (req, res) => {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const { action, loader } = routes[req.url]
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const request = new Request(`http://localhost${req.url}`, { method: req.method, headers: req.headers, body })
  const response = await (req.method === 'GET' ? loader : action)({ request, params: {}, context: {} })
  res.statusCode = response.status
  for (const [name, value] of response.headers) res.appendHeader(name, value)
  res.end(await response.text())
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
