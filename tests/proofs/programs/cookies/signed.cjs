const http = require('node:http')
const Cookies = require('cookies')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

http.createServer(async (req, res) => {
  const cookies = new Cookies(req, res, { keys: ['keyboard cat'] })
  if (req.url === '/login') {
    let text = ''
    for await (const chunk of req) text += chunk
    const { name, password } = JSON.parse(text)
    if (passwords[name] !== password) return res.writeHead(401).end('Wrong password')
    cookies.set('user', name, { signed: true })
    res.writeHead(303, { location: '/account' }).end()
  } else if (req.url === '/account') {
    const name = cookies.get('user', { signed: true })
    if (name) res.end('Hello ' + name)
    else res.writeHead(401).end('Please log in')
  } else if (req.url === '/logout') {
    cookies.set('user')
    res.end('Goodbye')
  } else {
    res.end('Welcome')
  }
}).listen(process.env.PORT, '127.0.0.1')
