import { jwt } from '@elysiajs/jwt'
import { Elysia } from 'elysia'

export const app = new Elysia().use(jwt({ secret: process.env.JWT_SECRET, exp: '15m' })).post('/login', async ({ body, jwt }) => {
  const user = await authenticate(body)
  return { token: await jwt.sign({ sub: user.id, refreshToken: user.refreshToken }) }
})
