const { createServer } = require('node:http')
const { createRequestHandler } = require('react-router')

/** Starts a server for routes without pages, as a build has them. */
exports.serve = function serve(modules) {
  const routes = Object.fromEntries(Object.entries(modules).map(([path, module]) => [path, { id: path, path, module }]))
  const respond = createRequestHandler(
    {
      routes,
      entry: { module: { default: () => new Response('No page', { status: 404 }), handleError: console.error } },
      assets: { routes: {}, entry: { module: '', imports: [] }, url: '', version: '1' },
      basename: '/',
      future: {},
      isSpaMode: false,
      prerender: [],
      publicPath: '/',
      routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
      ssr: true,
    },
    'production',
  )
  const server = createServer(async (req, res) => {
    const chunks = []
    for await (const chunk of req) chunks.push(chunk)
    const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
    const response = await respond(new Request(`http://localhost${req.url}`, { method: req.method, headers: req.headers, body }))
    res.statusCode = response.status
    for (const [name, value] of response.headers) res.appendHeader(name, value)
    res.end(await response.text())
  })
  server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
}
