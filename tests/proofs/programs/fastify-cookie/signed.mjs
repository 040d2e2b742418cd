import cookie from '@fastify/cookie'
import fastify from 'fastify'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const app = fastify()
app.register(cookie, { secret: 'my-secret' })

app.get('/', async () => 'Welcome')

app.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send('Wrong password')
  return reply.setCookie('user', name, { path: '/', signed: true }).redirect('/account')
})

app.get('/account', async (request, reply) => {
  const { valid, value } = request.unsignCookie(request.cookies.user ?? '')
  return valid ? `Hello ${value}` : reply.code(401).send('Please log in')
})

app.post('/logout', async (request, reply) => reply.clearCookie('user', { path: '/' }).redirect('/'))

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
