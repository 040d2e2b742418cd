/**
 * A guest book without any library.
 */
const http = require('http')
const { randomUUID, createHash } = require('crypto')

/* The users; the passwords are hashed, at least. */
const users = {
  alice: hash('tulips'),
  bob: hash('daisies'),
}

const sessions = {} // id -> name
const entries = []

function hash(password) {
  return createHash('sha256').update(password).digest('hex')
}

/** The cookies of a request. */
function cookiesOf(req) {
  const pairs = (req.headers.cookie || '').split(/; */).map((pair) => pair.split('='))
  return Object.fromEntries(pairs)
}

function send(res, status, value) {
  res.writeHead(status, { 'Content-Type': 'application/json' })
  res.end(JSON.stringify(value))
}

function read(req, done) {
  let text = ''
  req.setEncoding('utf8')
  req.on('data', (chunk) => (text += chunk)) // small bodies only
  req.on('end', () => done(text === '' ? {} : JSON.parse(text)))
}

const routes = {
  'GET /'(req, res) {
    send(res, 200, { entries: entries.length })
  },

  'POST /login'(req, res) {
    read(req, ({ name, password }) => {
      if (users[name] !== hash(password)) return send(res, 401, { error: 'Wrong name or password' })
      const sid = hash(name + Date.now())
      sessions[sid] = name
      // The cookie of the session, and one for the greeting.
      res.setHeader('Set-Cookie', [`sid=${sid}; Path=/`, `greeting=${encodeURIComponent(name)}; Path=/`])
      send(res, 200, { name })
    })
  },

  'POST /remember'(req, res) {
    const name = sessions[cookiesOf(req).sid]
    if (!name) return send(res, 401, { error: 'Please log in' })
    const token = randomUUID()
    sessions[token] = name
    res.setHeader('Set-Cookie', 'remember_me=' + token + '; Max-Age=31536000')
    send(res, 200, { remembered: name })
  },

  'POST /logout'(req, res) {
    const { sid } = cookiesOf(req)
    console.log('logout of session', sid)
    res.setHeader('Set-Cookie', 'sid=; Path=/; Max-Age=0')
    send(res, 200, { bye: true })
  },

  'POST /entries'(req, res) {
    const name = sessions[cookiesOf(req).sid]
    if (!name) return send(res, 401, { error: 'Please log in' })
    read(req, ({ text }) => {
      if (!text) return send(res, 400, { error: 'Write something' })
      entries.push({ name, text })
      send(res, 201, entries)
    })
  },
}

http
  .createServer((req, res) => {
    const route = routes[`${req.method} ${req.url}`]
    if (route) route(req, res)
    else send(res, 404, { error: 'Not found' })
  })
  .listen(process.env.PORT, '127.0.0.1', () => {
    console.log('Listening')
  })
