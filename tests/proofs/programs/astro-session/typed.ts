import { createServer } from 'node:http'
import type { APIContext, APIRoute } from 'astro'
import { createStorage } from 'unstorage'

const part = (file: string) => import(new URL(`node_modules/astro/dist/${file}.js`, import.meta.url).href)
const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

async function nameOf({ session }: APIContext): Promise<string | undefined> {
  const user: unknown = await session?.get('user')
  return typeof user === 'string' ? user : undefined
}

const login: APIRoute = async (context) => {
  const { name = '', password }: Partial<Record<string, string>> = await context.request.json()
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  context.session?.set('user', name)
  return Response.json({ name })
}

const account: APIRoute = async (context) => {
  const name = await nameOf(context)
  return Response.json({ hello: name }, { status: name === undefined ? 401 : 200 })
}

const logout: APIRoute = (context) => {
  context.cookies.delete('astro-session', { path: '/' })
  return Response.json({ ok: true })
}

const routes: Readonly<Record<string, APIRoute>> = { '/': () => new Response('Welcome'), '/login': login, '/account': account, '/logout': logout }
const { AstroCookies } = await part('core/cookies/cookies')
const { AstroSession, PERSIST_SYMBOL } = await part('core/session/runtime')
const { renderEndpoint } = await part('runtime/server/endpoint')
const records = createStorage()

createServer(async (req, res) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const body = req.method === 'GET' ? null : Buffer.concat(chunks)
  const request = new Request(`http://localhost${req.url}`, { method: req.method ?? 'GET', headers: { cookie: req.headers.cookie ?? '' }, body })
  const cookies = new AstroCookies(request)
  const session = new AstroSession({ cookies, config: {}, runtimeMode: 'development', mockStorage: records, logger: console })
  const response: Response = await renderEndpoint({ ALL: routes[req.url ?? '/'] }, { request, url: new URL(request.url), cookies, session }, false, console)
  await session[PERSIST_SYMBOL]()
  for (const header of cookies.headers()) res.appendHeader('Set-Cookie', header)
  res.writeHead(response.status).end(await response.text())
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
