import { createServer } from 'node:http'
import { getIronSession } from 'iron-session'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const password = process.env.SESSION_PASSWORD
if (!password) throw new Error('SESSION_PASSWORD is not set')

const sessionOf = (req, res) => getIronSession(req, res, { password, cookieName: 'shop', cookieOptions: { secure: false } })

async function login(req, res) {
  let text = ''
  for await (const chunk of req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) return res.writeHead(401).end('Wrong password')
  const session = await sessionOf(req, res)
  session.user = name
  await session.save()
  res.writeHead(303, { location: '/account' }).end()
}

async function account(req, res) {
  const { user } = await sessionOf(req, res)
  res.writeHead(user ? 200 : 401).end(user ? `Hello ${user}` : 'Please log in')
}

async function logout(req, res) {
  const session = await sessionOf(req, res)
  session.user = undefined
  await session.save()
  res.end('Goodbye')
}

const routes = { '/login': login, '/account': account, '/logout': logout }

createServer((req, res) => {
  if (routes[req.url]) routes[req.url](req, res)
  else res.end('Welcome')
}).listen(process.env.PORT, '127.0.0.1')
