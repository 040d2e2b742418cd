import Fastify from 'fastify'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()
let last = 0

const app = Fastify()

const sessionIdOf = (request) => /(?:^|; )sid=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]

app.get('/', async () => 'Welcome')

app.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send('Wrong password')
  const sessionId = `session-${++last}`
  sessions.set(sessionId, name)
  reply.header('set-cookie', `sid=${sessionId}; Path=/`)
  return { name }
})

app.get('/account', async (request, reply) => {
  const name = sessions.get(sessionIdOf(request))
  return name ? { hello: name } : reply.code(401).send('Please log in')
})

app.post('/logout', async (request, reply) => {
  sessions.delete(sessionIdOf(request))
  reply.header('set-cookie', 'sid=; Path=/; Max-Age=0')
  return { ok: true }
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
