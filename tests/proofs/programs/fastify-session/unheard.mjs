import cookie from '@fastify/cookie'
import session from '@fastify/session'
import fastify from 'fastify'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const records = new Map()
const locks = new Set()

/** Records that are being exported can't be deleted. */
const store = {
  get: (id, done) => setImmediate(done, null, records.get(id)),
  set(id, record, done) {
    records.set(id, record)
    setImmediate(done, null)
  },
  destroy(id, done) {
    if (locks.has(id)) return setImmediate(done, new Error('The record is locked'))
    records.delete(id)
    setImmediate(done, null)
  },
}

const app = fastify()
app.register(cookie)
app.register(session, { secret: 'a secret with minimum length of 32 characters', store, cookie: { secure: false } })

app.get('/', async () => 'Welcome')

app.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send('Wrong password')
  await request.session.regenerate()
  request.session.user = name
  return reply.redirect('/account')
})

app.get('/account', async (request, reply) => {
  const { user } = request.session
  return user ? `Hello ${user}` : reply.code(401).send('Please log in')
})

app.get('/export', (request, reply) => {
  const { sessionId } = request.session
  locks.add(sessionId)
  request.raw.on('close', () => locks.delete(sessionId))
  reply.hijack()
  reply.raw.write('One record:')
})

app.post('/logout', async (request, reply) => {
  await request.session.destroy()
  return reply.redirect('/')
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
