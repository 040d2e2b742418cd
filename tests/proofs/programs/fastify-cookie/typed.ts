import cookie, { type CookieSerializeOptions } from '@fastify/cookie'
import Fastify from 'fastify'

interface Credentials {
  readonly name: string
  readonly password: string
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map<string, string>()

const generateSessionId = (): string => `sess_${Date.now()}`

const app = Fastify()
await app.register(cookie)

app.get('/', async () => 'Welcome')

app.post<{ Body: Credentials }>('/login', async (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) return reply.code(401).send({ error: 'Wrong password' })
  const sessionId = generateSessionId()
  sessions.set(sessionId, name)
  const options: CookieSerializeOptions = { path: '/', sameSite: 'lax', httpOnly: false }
  reply.setCookie('sid', sessionId, options)
  return { name }
})

app.get('/account', async (request, reply) => {
  const { sid = '' } = request.cookies
  const name = sessions.get(sid)
  if (name === undefined) return reply.code(401).send({ error: 'Please log in' })
  return { hello: name }
})

app.post('/logout', async (request, reply) => {
  sessions.delete(request.cookies.sid ?? '')
  return reply.clearCookie('sid', { path: '/' }).send({ ok: true })
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
console.log('Listening')
