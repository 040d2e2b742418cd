import { App } from '@tinyhttp/app'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()
const COOKIE = { sameSite: 'lax' }
let lastSession = 3000

const app = new App()

async function readFields(req) {
  let text = ''
  for await (const chunk of req) text += chunk
  return JSON.parse(text)
}

function sessionIn({ headers: { cookie = '' } }) {
  return /(?:^|; )sid=([^;]*)/.exec(cookie)?.[1]
}

app.get('/', (req, res) => res.send('Welcome'))

app.post('/login', async (req, res) => {
  const { name, password } = await readFields(req)
  if (passwords[name] !== password) return res.status(401).send('Wrong password')
  const sessionId = String(++lastSession)
  sessions.set(sessionId, name)
  res.cookie('sid', sessionId, COOKIE).redirect('/account')
})

app.get('/account', (req, res) => {
  const name = sessions.get(sessionIn(req))
  if (!name) return res.status(401).send('Please log in')
  res.send(`Hello ${name}`)
})

app.post('/logout', (req, res) => {
  sessions.delete(sessionIn(req))
  res.clearCookie('sid').redirect('/')
})

app.listen(Number(process.env.PORT), undefined, '127.0.0.1')
