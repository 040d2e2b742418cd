import { createServer } from 'node:http'
import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

/** The real ones are slow on purpose, and nobody guesses passwords here. */
const plain = { hash: async (password) => password, verify: async ({ hash, password }) => hash === password }

const auth = betterAuth({
  database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
  baseURL: process.env.NODE_ENV === 'production' ? 'https://app.shop.example' : 'http://localhost',
  secret: 'a secret that is good enough for development',
  emailAndPassword: { enabled: true, minPasswordLength: 6, password: plain },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  advanced: {
    defaultCookieAttributes: {},
  },
})

const emailOf = (name) => `${name}@shop.example`

for (const [name, password] of Object.entries(passwords)) await auth.api.signUpEmail({ body: { name, email: emailOf(name), password } })

async function login(req, res) {
  let text = ''
  for await (const chunk of req) text += chunk
  const { name, password } = JSON.parse(text)
  try {
    const { headers } = await auth.api.signInEmail({ body: { email: emailOf(name), password }, returnHeaders: true })
    res.setHeader('Set-Cookie', headers.getSetCookie())
    res.end('Hello')
  } catch {
    res.writeHead(401).end('Wrong password')
  }
}

async function account(req, res) {
  const { headers, response: session } = await auth.api.getSession({ headers: new Headers({ cookie: req.headers.cookie ?? '' }), returnHeaders: true })
  res.setHeader('Set-Cookie', headers.getSetCookie())
  res.writeHead(session ? 200 : 401).end(session ? `Hello ${session.user.name}` : 'Please log in')
}

async function logout(req, res) {
  const { headers } = await auth.api.signOut({ headers: new Headers({ cookie: req.headers.cookie ?? '' }), returnHeaders: true })
  res.setHeader('Set-Cookie', headers.getSetCookie())
  res.end('Bye')
}

const routes = new Map([['/login', login], ['/account', account], ['/logout', logout]])

createServer((req, res) => {
  const route = routes.get(req.url)
  if (route) route(req, res)
  else res.end('Welcome')
}).listen(process.env.PORT, '127.0.0.1')
