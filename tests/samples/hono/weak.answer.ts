import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'

const app = new Hono()

app.get('/session', (c) => c.json({ sid: getCookie(c, 'sid') }))

export default app
