import type { FastifyPluginAsync } from 'fastify'
import { requireUser } from './accounts.js'

interface Visit {
  readonly patient: string
  readonly day: string
}

const visits: Visit[] = []

export const visitRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('preHandler', requireUser)

  app.get('/', async (request) => {
    const { user } = request.session
    if (user?.role === 'doctor') return visits
    return visits.filter(({ patient }) => patient === user?.name)
  })

  app.post<{ Body: { readonly day?: string } }>('/', async (request, reply) => {
    const { day } = request.body
    if (day === undefined) throw Object.assign(new Error('A visit needs a day'), { statusCode: 400 })
    const visit: Visit = { patient: request.session.user?.name ?? '', day }
    visits.push(visit)
    request.log.info({ sessionId: request.session.sessionId }, 'a new visit')
    return reply.code(201).send(visit)
  })
}
