import { Hono } from 'hono'
import { jwt, sign } from 'hono/jwt'

const app = new Hono()

app.post('/login', async (c) => {
  const user = await authenticate(await c.req.json())
  const exp = Math.floor(Date.now() / 1000) + 15 * 60
  return c.json({ token: await sign({ sub: user.id, exp }, c.env.JWT_SECRET, 'HS256') })
})

app.use('/me', (c, next) => jwt({ secret: c.env.JWT_SECRET, alg: 'HS256' })(c, next))
app.get('/me', (c) => c.json(c.get('jwtPayload')))

export default app
