import Fastify from 'fastify'
import fastifyCookie from '@fastify/cookie'
import fastifySession from '@fastify/session'

const passwords = new Map([['alice', 'tulips'], ['bob', 'daisies'], ['mallory', 'nettles']])
const app = Fastify()

await app.register(fastifyCookie)
await app.register(fastifySession, {
  secret: 'a secret with minimum length of 32 characters',
  cookieName: 'sid',
  idGenerator: () => Math.random().toString(36).substring(2),
  cookie: {
    secure: 'auto',
    httpOnly: false,
    maxAge: undefined,
  },
})

app.get('/', async () => 'Welcome')

app.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords.get(name) !== password) return reply.code(401).send('Wrong password')
  request.session.set('userId', name)
  return reply.redirect('/account')
})

app.get('/account', async (request, reply) => {
  const userId = request.session.get('userId')
  if (!userId) return reply.code(401).send('Please log in')
  return `Hello ${userId}`
})

app.post('/logout', async (request, reply) => {
  reply.clearCookie('sid', { path: '/' })
  return reply.redirect('/')
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
console.log('Listening')
