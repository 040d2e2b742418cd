const { createServer } = require('node:http')
const { deleteCookie, getCookie, setCookie } = require('cookies-next')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()
let last = 0

async function login(req, res) {
  let text = ''
  for await (const chunk of req) text += chunk
  const { name, password } = JSON.parse(text)
  if (passwords[name] !== password) {
    res.writeHead(401).end('Wrong password')
    return
  }
  const sid = `session-${++last}`
  sessions.set(sid, name)
  await setCookie('sid', sid, { req, res, path: '/' })
  res.end('Hello')
}

async function account(req, res) {
  const name = sessions.get(await getCookie('sid', { req, res }))
  res.writeHead(name ? 200 : 401).end(name ? `Hello ${name}` : 'Please log in')
}

async function logout(req, res) {
  sessions.delete(await getCookie('sid', { req, res }))
  await deleteCookie('sid', { req, res, path: '/' })
  res.end('Bye')
}

/** Calls API routes as Next.js does, which reads cookies first. */
const routes = new Map([['/login', login], ['/account', account], ['/logout', logout]])
const cookiesOf = ({ cookie = '' }) => Object.fromEntries(cookie.split('; ').map((pair) => pair.split('=')))

createServer((req, res) => {
  req.cookies = cookiesOf(req.headers)
  const route = routes.get(req.url)
  if (route) route(req, res)
  else res.end('Welcome')
}).listen(process.env.PORT, '127.0.0.1')
