const { createServer } = require('http')
const Cookies = require('cookies')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()

createServer(async (req, res) => {
  const cookies = new Cookies(req, res)

  if (req.url === '/login') {
    let text = ''
    for await (const chunk of req) text += chunk
    const { name, password } = JSON.parse(text)
    if (passwords[name] !== password) {
      res.statusCode = 401
      return res.end('Wrong password')
    }
    const sessionId = Date.now().toString()
    sessions.set(sessionId, name)
    cookies.set('session', sessionId, { httpOnly: false })
    res.end('ok')
  } else if (req.url === '/account') {
    const name = sessions.get(cookies.get('session'))
    if (!name) res.statusCode = 401
    res.end(name ? `Hello ${name}` : 'Please log in')
  } else if (req.url === '/logout') {
    sessions.delete(cookies.get('session'))
    cookies.set('session', null)
    res.end('Bye')
  } else {
    res.end('Welcome')
  }
}).listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
