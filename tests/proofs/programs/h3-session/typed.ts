import { defineHandler, H3, HTTPError, readBody, serve, useSession, type H3Event, type SessionConfig } from 'h3'

interface Visitor {
  name?: string
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const config: SessionConfig = {
  name: 'shop',
  password: process.env.SESSION_PASSWORD ?? 'a password that is only good for development',
  cookie: {
    httpOnly: false,
    secure: process.env.NODE_ENV === 'production',
  },
}

const sessionOf = (event: H3Event) => useSession<Visitor>(event, config)

const login = defineHandler(async (event) => {
  const { name = '', password } = (await readBody<Partial<Record<string, string>>>(event)) ?? {}
  if (passwords[name] !== password) throw new HTTPError({ status: 401, message: 'Wrong password' })
  const session = await sessionOf(event)
  await session.update({ name })
  return { name }
})

const account = defineHandler(async (event) => {
  const { data } = await sessionOf(event)
  if (data.name === undefined) throw new HTTPError({ status: 401, message: 'Please log in' })
  return { hello: data.name }
})

const logout = defineHandler(async (event) => {
  const session = await sessionOf(event)
  await session.clear()
  return { ok: true }
})

const app = new H3()
app.get('/', () => 'Welcome')
app.post('/login', login)
app.get('/account', account)
app.post('/logout', logout)

serve(app, { port: Number(process.env.PORT), hostname: '127.0.0.1', silent: true })
