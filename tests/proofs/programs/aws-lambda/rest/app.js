const http = require('http')

const routes = {
  '/login': require('./handlers/login').handler,
  '/account': require('./handlers/account').handler,
  '/logout': require('./handlers/logout').handler,
}

const home = async () => ({ statusCode: 200, body: 'Welcome' })

/** Calls a handler as API Gateway does for a REST API. */
function call(handler, event) {
  return new Promise((resolve, reject) => {
    const result = handler(event, {}, (error, answer) => (error ? reject(error) : resolve(answer)))
    if (result) result.then(resolve, reject)
  })
}

http
  .createServer((req, res) => {
    const chunks = []
    req.on('data', (chunk) => chunks.push(chunk))
    req.on('end', async () => {
      const event = { httpMethod: req.method, path: req.url, headers: req.headers, body: Buffer.concat(chunks).toString() || null }
      const { statusCode, headers, multiValueHeaders, body } = await call(routes[req.url] || home, event)
      res.writeHead(statusCode, { ...headers, ...multiValueHeaders })
      res.end(body)
    })
  })
  .listen(process.env.PORT, '127.0.0.1')
