import { createServer } from 'node:http'
import { deleteCookie, getCookie, H3, HTTPError, readBody, setCookie, type H3Event } from 'h3'
import { toNodeHandler } from 'h3/node'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const users = new Map<string, string>()
const SESSION_COOKIE = 'sid'

function startSession(event: H3Event, name: string): void {
  const sid = `${Date.now()}`
  users.set(sid, name)
  setCookie(event, SESSION_COOKIE, sid, { sameSite: 'lax', httpOnly: false })
}

const app = new H3()

app.get('/', () => 'Welcome')

app.post('/login', async (event) => {
  const { name = '', password } = (await readBody<Partial<Record<string, string>>>(event)) ?? {}
  if (passwords[name] !== password) throw new HTTPError({ status: 401, message: 'Wrong password' })
  startSession(event, name)
  return { name }
})

app.get('/account', (event) => {
  const name = users.get(getCookie(event, SESSION_COOKIE) ?? '')
  if (name === undefined) throw new HTTPError({ status: 401, message: 'Please log in' })
  return { hello: name }
})

app.post('/logout', (event) => {
  users.delete(getCookie(event, SESSION_COOKIE) ?? '')
  deleteCookie(event, SESSION_COOKIE)
  return { ok: true }
})

createServer(toNodeHandler(app)).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
