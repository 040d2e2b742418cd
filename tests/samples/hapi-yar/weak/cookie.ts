import Hapi, { type Request, type ResponseToolkit } from '@hapi/hapi'
import * as yar from '@hapi/yar'

const server = Hapi.server({ port: process.env.PORT })

await server.register({
  plugin: yar,
  options: {
    name: 'shop',
    cookieOptions: { password: process.env.SESSION_PASSWORD!, isSecure: process.env.NODE_ENV === 'production' },
  },
})

server.route({
  method: 'POST',
  path: '/login',
  handler: async (request: Request, h: ResponseToolkit) => {
    request.yar.set('userId', await userIdOf(request.payload))
    return h.redirect('/')
  },
})

await server.start()
