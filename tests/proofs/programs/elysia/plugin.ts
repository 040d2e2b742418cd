import { node } from '@elysiajs/node'
import { Elysia, t } from 'elysia'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

class Sessions {
  private readonly users = new Map<string, string>()
  private sequence = 9100

  start(name: string): string {
    const sessionId = `${++this.sequence}`
    this.users.set(sessionId, name)
    return sessionId
  }

  user(id: string | undefined): string | undefined {
    return this.users.get(id ?? '')
  }

  end(id: string | undefined): void {
    this.users.delete(id ?? '')
  }
}

const sessions = new Sessions()
const withCookie = { cookie: t.Cookie({ sid: t.Optional(t.String()) }, { httpOnly: false, sameSite: 'lax' }) }

const accounts = new Elysia()
  .post(
    '/login',
    ({ body, cookie, status }) => {
      if (passwords[body.name] !== body.password) return status(401, 'Wrong password')
      cookie.sid.set({
        value: sessions.start(body.name),
        path: '/',
      })
      return { name: body.name }
    },
    { body: t.Object({ name: t.String(), password: t.String() }), ...withCookie },
  )
  .get(
    '/account',
    ({ cookie: { sid }, status }) => {
      const name = sessions.user(sid.value)
      return name === undefined ? status(401, 'Please log in') : { hello: name }
    },
    withCookie,
  )
  .post(
    '/logout',
    ({ cookie: { sid } }) => {
      sessions.end(sid.value)
      sid.remove()
      return { ok: true }
    },
    withCookie,
  )

new Elysia({ adapter: node() })
  .get('/', () => 'Welcome')
  .use(accounts)
  .listen({ port: Number(process.env.PORT), hostname: '127.0.0.1' })
