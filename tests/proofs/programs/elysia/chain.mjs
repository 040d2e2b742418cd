import { node } from '@elysiajs/node'
import { Elysia, t } from 'elysia'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()

new Elysia({ adapter: node() })
  .get('/', () => 'Welcome')
  .post(
    '/login',
    ({ body: { name, password }, cookie: { session }, status }) => {
      if (passwords[name] !== password) return status(401, 'Wrong password')
      const id = Math.random().toString(36).slice(2)
      sessions.set(id, name)
      session.value = id
      return { name }
    },
    { body: t.Object({ name: t.String(), password: t.String() }) },
  )
  .get('/account', ({ cookie: { session }, status }) => {
    const name = sessions.get(session.value)
    return name ? `Hello ${name}` : status(401, 'Please log in')
  })
  .post('/logout', ({ cookie: { session } }) => {
    sessions.delete(session.value)
    session.remove()
    return 'Goodbye'
  })
  .listen({ port: Number(process.env.PORT), hostname: '127.0.0.1' })
