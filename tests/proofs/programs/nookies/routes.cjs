const { createServer } = require('node:http')
const { destroyCookie, parseCookies, setCookie } = require('nookies')

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
  setCookie({ res }, 'sid', sid, { path: '/' })
  res.end('Hello')
}

function account(req, res) {
  const name = sessions.get(parseCookies({ req })['sid'])
  res.writeHead(name ? 200 : 401).end(name ? `Hello ${name}` : 'Please log in')
}

function logout(req, res) {
  sessions.delete(parseCookies({ req })['sid'])
  destroyCookie({ res }, 'sid', { path: '/' })
  res.end('Bye')
}

/** Calls API routes as Next.js does. */
const routes = new Map([['/login', login], ['/account', account], ['/logout', logout]])

createServer((req, res) => {
  const route = routes.get(req.url)
  if (route) route(req, res)
  else res.end('Welcome')
}).listen(process.env.PORT, '127.0.0.1')
