import { createServer } from 'node:http'

/** The parts of Astro that work without a build: the cookies of a request, and the call of an endpoint. */
const part = (file) => import(new URL(`node_modules/astro/dist/${file}.js`, import.meta.url).href)
const { AstroCookies } = await part('core/cookies/cookies')
const { renderEndpoint } = await part('runtime/server/endpoint')

const endpoints = {
  '/': await import('./src/pages/index.js'),
  '/login': await import('./src/pages/login.js'),
  '/account': await import('./src/pages/account.js'),
  '/logout': await import('./src/pages/logout.js'),
}

createServer(async (req, res) => {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const request = new Request(`http://localhost${req.url}`, { method: req.method, headers: req.headers, body })
  const cookies = new AstroCookies(request)
  const response = await renderEndpoint(endpoints[req.url] ?? {}, { request, url: new URL(request.url), cookies, locals: {} }, false, console)
  res.statusCode = response.status
  for (const header of cookies.headers()) res.appendHeader('Set-Cookie', header)
  res.end(await response.text())
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
