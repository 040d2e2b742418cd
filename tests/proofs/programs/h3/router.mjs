import { createServer } from 'node:http'
import { createApp, createError, createRouter, defineEventHandler, deleteCookie, getCookie, readBody, setCookie, toNodeListener } from 'h3'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()

const router = createRouter()

router.get('/', defineEventHandler(() => 'Welcome'))

router.post(
  '/login',
  defineEventHandler(async (event) => {
    const { name, password } = await readBody(event)
    if (passwords[name] !== password) throw createError({ statusCode: 401, statusMessage: 'Wrong password' })
    const sessionId = Math.random().toString(36).slice(2)
    sessions.set(sessionId, name)
    setCookie(event, 'session_id', sessionId)
    return { name }
  }),
)

router.get(
  '/account',
  defineEventHandler((event) => {
    const name = sessions.get(getCookie(event, 'session_id'))
    if (!name) throw createError({ statusCode: 401, statusMessage: 'Please log in' })
    return { hello: name }
  }),
)

router.post(
  '/logout',
  defineEventHandler((event) => {
    sessions.delete(getCookie(event, 'session_id'))
    deleteCookie(event, 'session_id')
    return { ok: true }
  }),
)

const app = createApp()
app.use(router)

createServer(toNodeListener(app)).listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
