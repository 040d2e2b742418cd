const { createServer } = require('node:http')
const { createApp, createRouter, eventHandler, readBody, setResponseStatus, toNodeListener, useSession } = require('h3')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

function openSession(event) {
  return useSession(event, {
    password: process.env.SESSION_PASSWORD ?? 'a password that is only good for development',
    cookie: { secure: process.env.NODE_ENV === 'production', httpOnly: false },
  })
}

const login = eventHandler(async (event) => {
  const { name, password } = await readBody(event)
  if (passwords[name] !== password) {
    setResponseStatus(event, 401)
    return 'Wrong password'
  }
  const session = await openSession(event)
  await session.update({ name })
  return 'Hello'
})

const account = eventHandler(async (event) => {
  const { data } = await openSession(event)
  if (!data.name) setResponseStatus(event, 401)
  return data.name ? `Hello ${data.name}` : 'Please log in'
})

const order = eventHandler(async (event) => {
  const { data } = await openSession(event)
  if (!data.name) setResponseStatus(event, 401)
  return data.name ? `Ordered by ${data.name}` : 'Please log in'
})

const logout = eventHandler(async (event) => {
  const session = await openSession(event)
  await session.clear()
  return 'Bye'
})

const router = createRouter()
router.get('/', eventHandler(() => 'Welcome'))
router.post('/login', login)
router.get('/account', account)
router.post('/orders', order)
router.post('/logout', logout)

const app = createApp()
app.use(router)

createServer(toNodeListener(app)).listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'))
