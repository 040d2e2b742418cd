const { createServer } = require('node:http')
const { withIronSessionApiRoute } = require('iron-session/next')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

function withSession(handler) {
  return withIronSessionApiRoute(handler, {
    cookieName: 'app_session',
    password: process.env.SESSION_PASSWORD ?? 'a password that is only good for development',
    cookieOptions: {},
  })
}

const login = withSession(async (req, res) => {
  let text = ''
  for await (const chunk of req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) {
    res.writeHead(401).end('Wrong password')
    return
  }
  req.session.user = name
  await req.session.save()
  res.end('Hello')
})

const account = withSession((req, res) => {
  const { user } = req.session
  res.writeHead(user ? 200 : 401).end(user ? `Hello ${user}` : 'Please log in')
})

const order = withSession((req, res) => {
  const { user } = req.session
  res.writeHead(user ? 200 : 401).end(user ? `Ordered by ${user}` : 'Please log in')
})

const logout = withSession((req, res) => {
  req.session.destroy()
  res.end('Bye')
})

/** Calls API routes as Next.js does. */
const routes = new Map([['/login', login], ['/account', account], ['/orders', order], ['/logout', logout]])

createServer((req, res) => {
  const route = routes.get(req.url)
  if (route) route(req, res)
  else res.end('Welcome')
}).listen(process.env.PORT, '127.0.0.1')
