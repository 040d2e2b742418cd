import { jwt } from '@elysiajs/jwt'
import { Elysia } from 'elysia'

const app = new Elysia().use(jwt({ secret: process.env.JWT_SECRET, alg: 'HS256', exp: '15m' })).post('/login', async ({ body, jwt }) => {
  const user = await authenticate(body)
  return { token: await jwt.sign({ sub: user.id }) }
})

app.listen(3000)
