import { createServer } from 'node:http'

/** The parts of SvelteKit that work without a build: the cookies of a request, and the call of an endpoint. */
const server = (file) => import(new URL(`node_modules/@sveltejs/kit/src/runtime/server/${file}.js`, import.meta.url).href)
const { add_cookies_to_headers, get_cookies } = await server('cookie')
const { render_endpoint } = await server('endpoint')

const endpoints = {
  '/': await import('./src/routes/+server.js'),
  '/login': await import('./src/routes/login/+server.js'),
  '/account': await import('./src/routes/account/+server.js'),
  '/logout': await import('./src/routes/logout/+server.js'),
}

async function respond(request) {
  const url = new URL(request.url)
  const { cookies, new_cookies, set_trailing_slash } = get_cookies(request, url)
  set_trailing_slash('never')
  const event = { request, url, cookies, params: {}, locals: {}, route: { id: url.pathname } }
  const response = await render_endpoint(event, {}, endpoints[url.pathname], { prerender_default: false })
  const headers = new Headers(response.headers)
  add_cookies_to_headers(headers, new_cookies.values())
  return new Response(response.body, { status: response.status, headers })
}

createServer(async (req, res) => {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const response = await respond(new Request(`http://localhost${req.url}`, { method: req.method, headers: req.headers, body }))
  res.statusCode = response.status
  for (const [name, value] of response.headers) res.appendHeader(name, value)
  res.end(await response.text())
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
