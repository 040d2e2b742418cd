const { randomUUID } = require('node:crypto')
const fastify = require('fastify')()

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')

fastify.register(require('@fastify/cookie'))
fastify.register(require('@fastify/jwt'), {
  secret: jwtSecret,
  cookie: { cookieName: 'access', signed: false },
  verify: { algorithms: ['HS256'] },
})

async function giveAccess(reply, name) {
  const access = await reply.jwtSign({ sub: name }, { expiresIn: '15m' })
  reply.setCookie('access', access, { httpOnly: true, path: '/', maxAge: 15 * 60 })
  return access
}

fastify.get('/', async () => 'Welcome')

fastify.post('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send('Wrong password')
  const device = randomUUID()
  devices.set(device, name)
  reply.setCookie('device', device, { httpOnly: true, path: '/' })
  await giveAccess(reply, name)
  return reply.redirect('/account')
})

fastify.get('/account', async (request, reply) => {
  const known = devices.get(request.cookies.device)
  if (known && !request.cookies.access) request.cookies.access = await giveAccess(reply, known)
  try {
    const { sub } = await request.jwtVerify()
    return `Hello ${sub}`
  } catch {
    return reply.code(401).send('Please log in')
  }
})

fastify.post('/logout', async (request, reply) => {
  devices.delete(request.cookies.device)
  return reply.clearCookie('access', { path: '/' }).clearCookie('device', { path: '/' }).redirect('/')
})

fastify.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
