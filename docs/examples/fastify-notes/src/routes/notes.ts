import type { FastifyInstance } from 'fastify'

interface Note {
  owner: string
  text: string
}

const notes: Note[] = []

export async function notesRoutes(app: FastifyInstance) {
  app.addHook('preHandler', async (request, reply) => {
    if (!request.session.userId) return reply.code(401).send({ error: 'Please log in' })
  })

  app.get('/', async (request) => notes.filter(({ owner }) => owner === request.session.userId))

  app.post<{ Body: { text: string } }>('/', async (request, reply) => {
    const owner = request.session.userId ?? ''
    notes.push({ owner, text: request.body.text })
    // The page scrolls to the newest note.
    reply.setCookie('last_note', String(notes.length), { path: '/' })
    return reply.code(201).send({ number: notes.length })
  })
}
