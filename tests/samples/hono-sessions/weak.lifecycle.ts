import { Hono } from 'hono'
import { sessionMiddleware } from 'hono-sessions'
import { store } from './store.js'

const app = new Hono()

app.use('*', sessionMiddleware({ store, autoExtendExpiration: true, expireAfterSeconds: 30 * 60 }))

app.post('/login', async (c) => {
  const { id } = await findUser(await c.req.parseBody())
  c.set('session_key_rotation', true)
  c.get('session').set('userId', id)
  return c.redirect('/')
})

export default app
