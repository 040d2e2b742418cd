import { node } from '@elysiajs/node'
import { Elysia, t } from 'elysia'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

new Elysia({ adapter: node(), cookie: { secrets: 'Fischl von Luftschloss Narfidort', sign: ['user'] } })
  .get('/', () => 'Welcome')
  .post(
    '/login',
    ({ body: { name, password }, cookie: { user }, status }) => {
      if (passwords[name] !== password) return status(401, 'Wrong password')
      user.set({ value: name, httpOnly: true, path: '/' })
      return { name }
    },
    { body: t.Object({ name: t.String(), password: t.String() }) },
  )
  .get('/account', ({ cookie: { user }, status }) => (user.value ? `Hello ${user.value}` : status(401, 'Please log in')))
  .post('/logout', ({ cookie: { user } }) => {
    user.remove()
    return 'Goodbye'
  })
  .listen({ port: Number(process.env.PORT), hostname: '127.0.0.1' })
