import { createServer } from 'node:http'
import { Lucia } from 'lucia'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const records = new Map()
const adapter = {
  async deleteExpiredSessions() {},
  async deleteSession(id) {
    records.delete(id)
  },
  async deleteUserSessions() {},
  async getSessionAndUser(id) {
    const session = records.get(id)
    return session ? [session, { id: session.userId, attributes: {} }] : [null, null]
  },
  async getUserSessions() {
    return []
  },
  async setSession(session) {
    records.set(session.id, session)
  },
  async updateSessionExpiration(id, expiresAt) {
    records.get(id).expiresAt = expiresAt
  },
}

const lucia = new Lucia(adapter, {
  sessionCookie: {
    attributes: {},
  },
})

async function login(req, res) {
  let text = ''
  for await (const chunk of req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) {
    res.writeHead(401).end('Wrong password')
    return
  }
  const session = await lucia.createSession(name, {})
  res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize())
  res.end('Hello')
}

async function account(req, res) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '')
  const { user } = id ? await lucia.validateSession(id) : { user: null }
  res.writeHead(user ? 200 : 401).end(user ? `Hello ${user.id}` : 'Please log in')
}

async function logout(req, res) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '')
  if (id) await lucia.invalidateSession(id)
  res.setHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize())
  res.end('Bye')
}

const routes = new Map([['/login', login], ['/account', account], ['/logout', logout]])

createServer((req, res) => {
  const route = routes.get(req.url)
  if (route) route(req, res)
  else res.end('Welcome')
}).listen(process.env.PORT, '127.0.0.1')
