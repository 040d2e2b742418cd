import { serve } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { cors } from 'hono/cors'
import { jwt, sign } from 'hono/jwt'
import type { CookieOptions } from 'hono/utils/cookie'

interface Todo {
  readonly title: string
  done: boolean
}

interface Session {
  readonly user: string
  readonly todos: Todo[]
}

type Env = { Variables: { session: Session } }

const SECRET = 'todos'
const PASSWORDS: Record<string, string> = { alice: 'tulips', bob: 'daisies' }
const SESSION_COOKIE = 'todo_session'

const sessions = new Map<string, Session>()
const todosOf = new Map<string, Todo[]>()

const base: CookieOptions = { path: '/' }

function writeSessionCookie(c: Context, id: string): void {
  setCookie(c, SESSION_COOKIE, id, { ...base, sameSite: 'Lax' })
}

function newSessionId(user: string): string {
  return `${user}-${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
}

const app = new Hono<Env>()

app.use('/api/*', cors({ origin: (origin) => origin, credentials: true }))
app.use('/api/*', jwt({ secret: SECRET, alg: 'HS256' }))

app.get('/', (c) => c.text('Todos'))

app.post('/login', async (c) => {
  const { name, password } = await c.req.json<{ name: string; password: string }>()
  if (PASSWORDS[name] !== password) return c.json({ error: 'Wrong name or password' }, 401)

  const todos = todosOf.get(name) ?? []
  todosOf.set(name, todos)
  const sessionId = newSessionId(name)
  sessions.set(sessionId, { user: name, todos })
  writeSessionCookie(c, sessionId)
  return c.json({ name })
})

app.post('/token', async (c) => {
  const session = sessions.get(getCookie(c, SESSION_COOKIE) ?? '')
  if (!session) return c.json({ error: 'Please log in' }, 401)
  const token = await sign({ sub: session.user }, SECRET)
  setCookie(c, 'api_jwt', token)
  return c.json({ issued: true })
})

app.post('/logout', (c) => {
  deleteCookie(c, SESSION_COOKIE)
  return c.json({ bye: true })
})

app.use('/todos/*', async (c, next) => {
  const session = sessions.get(getCookie(c, SESSION_COOKIE) ?? '')
  if (!session) return c.json({ error: 'Please log in' }, 401)
  c.set('session', session)
  return next()
})

app.get('/todos/all', (c) => c.json(c.get('session').todos))

app.post('/todos/new', async (c) => {
  const { title } = await c.req.json<{ title?: string }>()
  if (!title) return c.json({ error: 'A todo needs a title' }, 400)
  const todo: Todo = { title, done: false }
  c.var.session.todos.push(todo)
  return c.json(todo, 201)
})

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
