import Router from '@koa/router'
import Koa from 'koa'
import bodyParser from 'koa-bodyparser'
import session from 'koa-session'
import { store } from './store.js'

const app = new Koa()
const router = new Router()

app.keys = process.env.SESSION_KEYS.split(',')
app.use(bodyParser())
app.use(session({ key: 'id', store, maxAge: 30 * 60 * 1000 }, app))

router.post('/transfer', async (ctx) => {
  await transfer(ctx.session.userId, ctx.request.body)
  ctx.redirect('/')
})

app.use(router.routes())
