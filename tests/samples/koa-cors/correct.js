import cors from '@koa/cors'
import Koa from 'koa'

const app = new Koa()

app.use(cors({ origin: 'https://app.example.com', credentials: true }))
