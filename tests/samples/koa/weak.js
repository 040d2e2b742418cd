import Koa from 'koa'

const app = new Koa()
app.keys = ['im a newer secret', 'i like turtle']

app.use(async (ctx) => {
  ctx.cookies.set('sid', Math.random().toString(36), { httpOnly: false })
  ctx.body = 'hello'
})
