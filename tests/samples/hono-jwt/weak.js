import { Hono } from 'hono'
import { decode, sign } from 'hono/jwt'

const app = new Hono()

app.post('/login', async (c) => {
  const { name } = await c.req.json()
  return c.json({ token: await sign({ sub: name }, 'keyboard cat') })
})

app.get('/me', (c) => {
  const { payload } = decode(c.req.header('Authorization').slice(7))
  return c.json(payload)
})

export default app
