/**
 * Answers requests with AdonisJS: each says in its address what to call on the context of its handler, and how its
 * sessions are set up. The port goes to the standard output.
 */
import http from 'node:http'
import { Authenticator } from '@adonisjs/auth'
import { SessionGuard } from '@adonisjs/auth/session'
import { AppFactory } from '@adonisjs/core/factories/app'
import { ServerFactory } from '@adonisjs/core/factories/http'
import { defineConfig, stores } from '@adonisjs/session'
import SessionMiddleware from '@adonisjs/session/session_middleware'

const app = new AppFactory().create(new URL('./', import.meta.url))
await app.init()
const server = new ServerFactory().merge({ app }).create()
const silent = { emit() {} }

/** Users are what they are logged in with. */
const users = {
  createUserForGuard: async (user) => ({ getId: () => user, getOriginal: () => user }),
  findById: async (id) => ({ getId: () => id, getOriginal: () => id }),
}

class Sessions {
  async handle(ctx, next) {
    const { location, ...options } = JSON.parse(ctx.request.input('sessions', '{}'))
    const listed = { cookie: stores.cookie(), file: stores.file({ location: location ?? '' }) }
    const config = await defineConfig({ store: 'memory', stores: listed, ...options }).resolver(app)
    return new SessionMiddleware(config, silent).handle(ctx, next)
  }
}

class Errors {
  handle(error, ctx) {
    ctx.response.status(500).send(error.message)
  }

  report() {}
}

server.getRouter().get('/', async (ctx) => {
  const guard = () => new SessionGuard('web', ctx, { useRememberMeTokens: false }, silent, users)
  ctx.auth = new Authenticator(ctx, { default: 'web', guards: { web: guard } })
  let answer
  for (const calls of JSON.parse(ctx.request.input('run', '[]'))) {
    answer = await calls.reduce((on, { name, parameters }) => (parameters ? on[name](...parameters) : on[name]), ctx)
  }
  return JSON.stringify(typeof answer === 'string' ? answer : null)
})

server.use([async () => ({ default: Sessions })])
server.errorHandler(async () => ({ default: Errors }))
await server.boot()

const listener = http.createServer(server.handle.bind(server))
listener.listen(0, '127.0.0.1', () => console.log(listener.address().port))
