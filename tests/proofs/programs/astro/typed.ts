import { createServer } from 'node:http'
import type { APIContext, APIRoute, AstroCookies } from 'astro'

const part = (file: string) => import(new URL(`node_modules/astro/dist/${file}.js`, import.meta.url).href)
const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const users = new Map<string, string>()
const SESSION_COOKIE = 'sid'

function startSession(context: APIContext, name: string): void {
  const sid = `${Date.now()}`
  users.set(sid, name)
  context.cookies.set(SESSION_COOKIE, sid, { path: '/', httpOnly: false, sameSite: 'lax' })
}

function endSession(cookies: AstroCookies): void {
  users.delete(cookies.get(SESSION_COOKIE)?.value ?? '')
  cookies.delete(SESSION_COOKIE, { path: '/' })
}

const login: APIRoute = async (context) => {
  const { name = '', password }: Partial<Record<string, string>> = await context.request.json()
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  startSession(context, name)
  return Response.json({ name })
}

const account: APIRoute = ({ cookies }) => {
  const name = users.get(cookies.get(SESSION_COOKIE)?.value ?? '')
  return Response.json({ hello: name }, { status: name === undefined ? 401 : 200 })
}

const logout: APIRoute = ({ cookies }) => {
  endSession(cookies)
  return Response.json({ ok: true })
}

const routes: Readonly<Record<string, APIRoute>> = { '/': () => new Response('Welcome'), '/login': login, '/account': account, '/logout': logout }
const { AstroCookies: Cookies } = await part('core/cookies/cookies')
const { renderEndpoint } = await part('runtime/server/endpoint')

createServer(async (req, res) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const body = req.method === 'GET' ? null : Buffer.concat(chunks)
  const request = new Request(`http://localhost${req.url}`, { method: req.method ?? 'GET', headers: { cookie: req.headers.cookie ?? '' }, body })
  const cookies = new Cookies(request)
  const response: Response = await renderEndpoint({ ALL: routes[req.url ?? '/'] }, { request, url: new URL(request.url), cookies }, false, console)
  for (const header of cookies.headers()) res.appendHeader('Set-Cookie', header)
  res.writeHead(response.status).end(await response.text())
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
