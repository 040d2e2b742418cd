import cookie from '@fastify/cookie'
import session from '@fastify/session'
import Fastify, { type FastifyInstance } from 'fastify'
import { isProduction, sessionSecret } from './config.js'
import { accountRoutes } from './routes/account.js'
import { notesRoutes } from './routes/notes.js'
import { TeamController } from './routes/team.js'

declare module 'fastify' {
  interface Session {
    userId?: string
  }
}

let visitors = 0

export async function buildApp(): Promise<FastifyInstance> {
  const app = Fastify({ logger: isProduction })

  await app.register(cookie)
  await app.register(session, {
    secret: sessionSecret(),
    cookieName: 'notes.sid',
    saveUninitialized: false,
    idGenerator: () => `${Date.now().toString(36)}-${++visitors}`,
    cookie: {
      secure: isProduction,
      httpOnly: false,
      sameSite: 'lax',
    },
  })

  const team = new TeamController()

  await app.register(accountRoutes, { prefix: '/account' })
  await app.register(notesRoutes, { prefix: '/notes' })
  app.post('/team/login', team.login)
  app.post('/team/logout', team.logout)

  return app
}
