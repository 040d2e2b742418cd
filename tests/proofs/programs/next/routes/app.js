// Calls the route handlers as Next's server does, which is too large to be built for each program.
import 'next/dist/server/node-environment-baseline.js'
import { createServer } from 'node:http'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js'
import { createRequestStoreForAPI } from 'next/dist/server/async-storage/request-store.js'
import { appendMutableCookies } from 'next/dist/server/web/spec-extension/adapters/request-cookies.js'
import { NextRequest } from 'next/server.js'

const routes = {
  '/': { GET: () => new Response('Welcome') },
  '/login': await import('./app/login/route.js'),
  '/account': await import('./app/account/route.js'),
  '/logout': await import('./app/logout/route.js'),
}

async function answer(incoming, outgoing) {
  const url = new URL(incoming.url, `http://${incoming.headers.host}`)
  const init = { method: incoming.method, headers: incoming.headers, duplex: 'half' }
  const request = new NextRequest(url, incoming.method === 'GET' ? init : { ...init, body: incoming })
  const store = createRequestStoreForAPI(request, url, [])
  const response = await workAsyncStorage.run({ route: url.pathname }, () =>
    workUnitAsyncStorage.run(store, () => routes[url.pathname][incoming.method](request)),
  )
  const headers = new Headers(response.headers)
  appendMutableCookies(headers, store.mutableCookies)
  outgoing.statusCode = response.status
  for (const [name, value] of headers) outgoing.appendHeader(name, value)
  outgoing.end(await response.text())
}

createServer((incoming, outgoing) => {
  answer(incoming, outgoing).catch((error) => {
    console.error(error)
    outgoing.writeHead(500).end()
  })
}).listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
