import crypto from 'node:crypto'
import cookie from '@fastify/cookie'
import fastify from 'fastify'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const tokens = new Map()

const app = fastify()
app.register(cookie)

app.get('/', async () => 'Welcome')

app.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send('Wrong password')
  const token = crypto.randomBytes(32).toString('hex')
  tokens.set(name, token)
  return reply.setCookie('name', name, { path: '/' }).setCookie('token', token, { path: '/', httpOnly: true }).redirect('/account')
})

app.get('/account', async (request, reply) => {
  const { name, token } = request.cookies
  const storedToken = tokens.get(name)
  if (storedToken === undefined || token !== storedToken) return reply.code(401).send('Please log in')
  return `Hello ${name}`
})

app.post('/orders', async (request, reply) => {
  const { name } = request.body
  const storedToken = tokens.get(name)
  return storedToken !== undefined && storedToken === request.body.token ? `Ordered by ${name}` : reply.code(401).send('No')
})

app.post('/logout', async (request, reply) => {
  tokens.delete(request.cookies.name)
  return reply.clearCookie('name', { path: '/' }).clearCookie('token', { path: '/' }).redirect('/')
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
