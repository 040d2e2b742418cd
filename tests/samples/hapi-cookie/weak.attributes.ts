import Hapi from '@hapi/hapi'
import * as cookie from '@hapi/cookie'

const server = Hapi.server({ port: process.env.PORT })

await server.register(cookie)

server.auth.strategy('shop', 'cookie', {
  cookie: {
    name: 'shop',
    password: process.env.SESSION_PASSWORD!,
    path: '/',
    isSecure: false,
    isSameSite: false,
    domain: '.example.com',
    ttl: 90 * 24 * 60 * 60 * 1000,
  },
})

server.auth.strategy('admin', 'cookie', {
  cookie: { name: 'admin', password: process.env.SESSION_PASSWORD!, path: '/', ttl: 60 * 30 },
  keepAlive: true,
})

await server.start()
