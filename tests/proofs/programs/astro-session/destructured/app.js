import { createServer } from 'node:http'
import { register } from 'node:module'
import { createStorage } from 'unstorage'

const place = (file) => new URL(`node_modules/astro/dist/${file}.js`, import.meta.url).href
/** The module for configurations brings the whole build along; the function alone gives back what it is given. */
const resolver = `export const resolve = (name, context, next) => name === 'astro/config' ? { url: '${place('config/index')}', shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(resolver)}`)

/** The parts of Astro that work without a build: the cookies and the session of a request, and the call of an endpoint. */
const part = (file) => import(place(file))
const { default: config } = await import('./astro.config.js')
const { AstroCookies } = await part('core/cookies/cookies')
const { SessionSchema } = await part('core/session/config')
const { AstroSession, PERSIST_SYMBOL } = await part('core/session/runtime')
const { renderEndpoint } = await part('runtime/server/endpoint')

const endpoints = {
  '/': await import('./src/pages/index.js'),
  '/login': await import('./src/pages/login.js'),
  '/account': await import('./src/pages/account.js'),
  '/logout': await import('./src/pages/logout.js'),
}
const records = createStorage()
const options = SessionSchema.parse(config.session)

createServer(async (req, res) => {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const request = new Request(`http://localhost${req.url}`, { method: req.method, headers: req.headers, body })
  const cookies = new AstroCookies(request)
  const session = new AstroSession({ cookies, config: options, runtimeMode: process.env.NODE_ENV, mockStorage: records, logger: console })
  const response = await renderEndpoint(endpoints[req.url] ?? {}, { request, url: new URL(request.url), cookies, session, locals: {} }, false, console)
  await session[PERSIST_SYMBOL]()
  res.statusCode = response.status
  for (const header of cookies.headers()) res.appendHeader('Set-Cookie', header)
  res.end(await response.text())
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
