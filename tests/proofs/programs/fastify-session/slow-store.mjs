import { setTimeout as sleep } from 'node:timers/promises'
import fastifyCookie from '@fastify/cookie'
import fastifySession from '@fastify/session'
import Fastify from 'fastify'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const records = new Map()

/** A database somewhere else. */
const store = {
  get: (id, done) => answer(() => records.get(id), done),
  set: (id, session, done) => answer(() => void records.set(id, session), done),
  destroy: (id, done) => answer(() => void records.delete(id), done),
}

async function answer(query, done) {
  await sleep(2)
  done(null, query())
}

const app = Fastify()
app.register(fastifyCookie)
app.register(fastifySession, {
  store,
  secret: 'a secret with minimum length of 32 characters',
  cookie: { secure: false },
})

app.get('/', async () => 'Welcome')

app.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send('Wrong password')
  request.session.regenerate()
  request.session.user = name
  return reply.redirect('/account')
})

app.get('/account', async (request, reply) => {
  if (!request.session.user) return reply.code(401).send('Please log in')
  return `Hello ${request.session.user}`
})

app.post('/logout', async (request, reply) => {
  request.session = null
  return reply.redirect('/')
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
console.log('Listening')
