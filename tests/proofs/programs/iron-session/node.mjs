import { createServer } from 'node:http'
import { getIronSession } from 'iron-session'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

function getSession(req, res) {
  return getIronSession(req, res, {
    cookieName: 'app_session',
    password: process.env.SESSION_PASSWORD ?? 'a password that is only good for development',
    ttl: 0,
    cookieOptions: {
      httpOnly: false,
      secure: process.env.NODE_ENV === 'production',
    },
  })
}

async function login(req, res) {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const { name, password } = JSON.parse(Buffer.concat(chunks))
  if (passwords[name] !== password) {
    res.writeHead(401).end('Wrong password')
    return
  }
  const session = await getSession(req, res)
  session.user = name
  await session.save()
  res.end('Hello')
}

async function account(req, res) {
  const { user } = await getSession(req, res)
  res.writeHead(user ? 200 : 401).end(user ? `Hello ${user}` : 'Please log in')
}

async function order(req, res) {
  const { user } = await getSession(req, res)
  res.writeHead(user ? 200 : 401).end(user ? `Ordered by ${user}` : 'Please log in')
}

async function logout(req, res) {
  const session = await getSession(req, res)
  session.destroy()
  res.end('Bye')
}

const routes = { '/login': login, '/account': account, '/orders': order, '/logout': logout }

createServer((req, res) => {
  if (routes[req.url]) routes[req.url](req, res)
  else res.end('Welcome')
}).listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
