import { randomBytes } from 'node:crypto'
import Fastify from 'fastify'
import secureSession from '@fastify/secure-session'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const app = Fastify()

app.register(secureSession, {
  key: randomBytes(32),
  cookie: { path: '/', httpOnly: false },
})

app.get('/', async () => 'Welcome')

app.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send('Wrong password')
  request.session.set('user', name)
  return reply.redirect('/account')
})

app.get('/account', async (request, reply) => {
  const user = request.session.get('user')
  if (!user) return reply.code(401).send('Please log in')
  return `Hello ${user}`
})

app.post('/logout', async (request, reply) => {
  request.session = null
  return reply.redirect('/')
})

await app.listen({ port: process.env.PORT, host: '127.0.0.1' })
console.log('Listening')
