import { randomUUID } from 'node:crypto'
import { jwt } from '@elysiajs/jwt'
import { node } from '@elysiajs/node'
import { Elysia, t } from 'elysia'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')

new Elysia({ adapter: node() })
  .use(jwt({ secret: jwtSecret, exp: '15m' }))
  .get('/', () => 'Welcome')
  .post(
    '/login',
    async ({ body: { name, password }, cookie: { access, device }, jwt, status }) => {
      if (passwords[name] !== password) return status(401, 'Wrong password')
      const id = randomUUID()
      devices.set(id, name)
      device.set({ value: id, httpOnly: true, path: '/' })
      access.set({ value: await jwt.sign({ sub: name }), httpOnly: true, path: '/', maxAge: 15 * 60 })
      return { name }
    },
    { body: t.Object({ name: t.String(), password: t.String() }) },
  )
  .get('/account', async ({ cookie: { access, device }, jwt, status }) => {
    const known = devices.get(device.value)
    if (known && !access.value) access.set({ value: await jwt.sign({ sub: known }), httpOnly: true, path: '/', maxAge: 15 * 60 })
    const claims = await jwt.verify(access.value, { algorithms: ['HS256'] })
    return claims ? `Hello ${claims.sub}` : status(401, 'Please log in')
  })
  .post('/logout', ({ cookie: { access, device } }) => {
    devices.delete(device.value)
    access.remove()
    device.remove()
    return 'Goodbye'
  })
  .listen({ port: Number(process.env.PORT), hostname: '127.0.0.1' })
