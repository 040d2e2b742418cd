import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import { createSigner, createVerifier } from 'fast-jwt'
import fastify from 'fastify'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')

const sign = createSigner({ key: jwtSecret, expiresIn: '15m' })
const verify = createVerifier({ key: jwtSecret, algorithms: ['HS256'] })

function giveAccess(reply, name) {
  const access = sign({ sub: name })
  reply.setCookie('access', access, { httpOnly: true, path: '/', maxAge: 15 * 60 })
  return access
}

function nameIn(token) {
  try {
    return verify(token).sub
  } catch {
    return undefined
  }
}

const app = fastify()
app.register(cookie)

app.get('/', async () => 'Welcome')

app.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send('Wrong password')
  const device = randomUUID()
  devices.set(device, name)
  reply.setCookie('device', device, { httpOnly: true, path: '/' })
  giveAccess(reply, name)
  return reply.redirect('/account')
})

app.get('/account', async (request, reply) => {
  const known = devices.get(request.cookies.device)
  const token = request.cookies.access ?? (known && giveAccess(reply, known))
  const name = token && nameIn(token)
  return name ? `Hello ${name}` : reply.code(401).send('Please log in')
})

app.post('/logout', async (request, reply) => {
  devices.delete(request.cookies.device)
  return reply.clearCookie('access', { path: '/' }).clearCookie('device', { path: '/' }).redirect('/')
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
