import { createServer } from 'node:http'
import { createMemorySessionStorage, createRequestHandler, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type ServerBuild } from 'react-router'

interface SessionData {
  userId: string
}

interface Fields {
  readonly name: string
  readonly password: string
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const storage = createMemorySessionStorage<SessionData>({
  cookie: { name: '__session', secrets: ['keyboard cat'], httpOnly: true, sameSite: 'lax', maxAge: 60 * 60 * 12 },
})

async function home({ request }: LoaderFunctionArgs): Promise<Response> {
  const session = await storage.getSession(request.headers.get('Cookie'))
  return new Response('Welcome', { headers: { 'Set-Cookie': await storage.commitSession(session) } })
}

async function login({ request }: ActionFunctionArgs): Promise<Response> {
  const { name, password }: Fields = await request.json()
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  const session = await storage.getSession(request.headers.get('Cookie'))
  session.set('userId', name)
  return redirect('/account', {
    headers: { 'Set-Cookie': await storage.commitSession(session) },
  })
}

async function account({ request }: LoaderFunctionArgs): Promise<Response> {
  const session = await storage.getSession(request.headers.get('Cookie'))
  const userId = session.get('userId')
  return new Response(userId ? `Hello ${userId}` : 'Please log in', { status: userId ? 200 : 401 })
}

async function logout({ request }: ActionFunctionArgs): Promise<Response> {
  const session = await storage.getSession(request.headers.get('Cookie'))
  session.unset('userId')
  return redirect('/', { headers: { 'Set-Cookie': await storage.commitSession(session) } })
}

const build = {
  routes: {
    home: { id: 'home', path: '/', module: { loader: home } },
    login: { id: 'login', path: '/login', module: { action: login } },
    account: { id: 'account', path: '/account', module: { loader: account } },
    logout: { id: 'logout', path: '/logout', module: { action: logout } },
  },
  entry: { module: { default: () => new Response('No page', { status: 404 }), handleError: console.error } },
  assets: { routes: {}, entry: { module: '', imports: [] }, url: '', version: '1' },
  basename: '/',
  future: {},
  isSpaMode: false,
  prerender: [],
  publicPath: '/',
  routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
  ssr: true,
}
const respond = createRequestHandler(build as unknown as ServerBuild, 'production')

const server = createServer(async (req, res) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const headers = new Headers(Object.entries(req.headers).map(([name, value]): [string, string] => [name, String(value)]))
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const response = await respond(new Request(`http://localhost${req.url}`, { method: req.method, headers, body }))
  res.statusCode = response.status
  for (const [name, value] of response.headers) res.appendHeader(name, value)
  res.end(await response.text())
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
