import Koa from 'koa'
import jwt from 'koa-jwt'

const app = new Koa()

app.use(jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }))
app.use((ctx) => {
  ctx.body = { name: ctx.state.user.name }
})
