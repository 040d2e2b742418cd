const http = require('http')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = {}
let counter = 100

function sessionIdOf(req) {
  return (req.headers.cookie || '').replace(/^.*\bsid=([^;]*).*$/, '$1')
}

function login(req, res) {
  let text = ''
  req.on('data', (chunk) => {
    text += chunk
  })
  req.on('end', () => {
    const { name, password } = JSON.parse(text)
    if (passwords[name] !== password) {
      res.writeHead(401)
      return res.end('Wrong password')
    }
    const sessionId = 'user' + counter++
    sessions[sessionId] = name
    res.setHeader('Set-Cookie', 'sid=' + sessionId + '; Path=/')
    res.end('Hello')
  })
}

function account(req, res) {
  const name = sessions[sessionIdOf(req)]
  res.statusCode = name ? 200 : 401
  res.end(name ? 'Hello ' + name : 'Please log in')
}

function logout(req, res) {
  delete sessions[sessionIdOf(req)]
  res.setHeader('Set-Cookie', 'sid=; Path=/; Max-Age=0')
  res.end('Bye')
}

http
  .createServer((req, res) => {
    if (req.url === '/login') login(req, res)
    else if (req.url === '/account') account(req, res)
    else if (req.url === '/logout') logout(req, res)
    else res.end('Welcome')
  })
  .listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
