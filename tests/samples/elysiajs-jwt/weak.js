import { jwt } from '@elysiajs/jwt'
import { Elysia } from 'elysia'

const app = new Elysia()
  .use(jwt({ secret: 'keyboard cat' }))
  .post('/login', async ({ body, jwt }) => {
    return { token: await jwt.sign({ sub: body.name }) }
  })
  .get('/me', async ({ bearer, jwt }) => {
    const { sub } = await jwt.verify(bearer, { algorithms: ['HS256', 'none'] })
    return { sub }
  })

app.listen(3000)
