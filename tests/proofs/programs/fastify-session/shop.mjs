import fastifyCookie from '@fastify/cookie'
import fastifySession from '@fastify/session'
import Fastify from 'fastify'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const records = new Map()
const store = {
  get: (id, done) => done(null, records.get(id)),
  set: (id, session, done) => {
    records.set(id, session)
    done()
  },
  destroy: (id, done) => {
    records.delete(id)
    done()
  },
}

const app = Fastify()
await app.register(fastifyCookie)
await app.register(fastifySession, {
  secret: 'a secret with minimum length of 32 characters',
  store,
  cookie: {},
})

app.get('/', async () => 'Welcome')

app.get('/status', async () => ({ sessions: records.size }))

app.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send('Wrong password')
  await request.session.regenerate()
  request.session.user = name
  return reply.redirect('/account')
})

app.get('/account', async (request, reply) => {
  if (!request.session.user) return reply.code(401).send('Please log in')
  return `Hello ${request.session.user}`
})

app.post('/logout', async (request, reply) => {
  await request.session.destroy()
  return reply.redirect('/')
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
