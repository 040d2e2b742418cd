import cors from '@koa/cors'
import Koa from 'koa'

const app = new Koa()

app.use(cors({ credentials: true }))
