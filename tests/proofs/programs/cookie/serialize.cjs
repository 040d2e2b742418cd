const http = require('http')
const cookie = require('cookie')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = {}

function readBody(req, done) {
  let text = ''
  req.on('data', (chunk) => {
    text += chunk
  })
  req.on('end', () => done(JSON.parse(text)))
}

function login(req, res) {
  readBody(req, ({ name, password }) => {
    if (passwords[name] !== password) {
      res.statusCode = 401
      return res.end('Wrong password')
    }
    const sid = Date.now().toString(36)
    sessions[sid] = name
    res.setHeader('Set-Cookie', cookie.serialize('sid', sid, { path: '/' }))
    res.end('Hello')
  })
}

http
  .createServer((req, res) => {
    const { sid } = cookie.parse(req.headers.cookie || '')
    if (req.url === '/login') return login(req, res)
    if (req.url === '/logout') {
      delete sessions[sid]
      res.setHeader('Set-Cookie', cookie.serialize('sid', '', { path: '/', maxAge: 0 }))
      return res.end('Bye')
    }
    if (req.url === '/account') {
      res.statusCode = sessions[sid] ? 200 : 401
      return res.end(sessions[sid] ? 'Hello ' + sessions[sid] : 'Please log in')
    }
    res.end('Welcome')
  })
  .listen(process.env.PORT, '127.0.0.1')
