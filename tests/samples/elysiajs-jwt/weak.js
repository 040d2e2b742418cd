import { jwt } from '@elysiajs/jwt'
import { Elysia } from 'elysia'

const app = new Elysia().use(jwt({ secret: 'keyboard cat' })).post('/login', async ({ body, jwt }) => {
  return { token: await jwt.sign({ sub: body.name }) }
})

app.listen(3000)
