const fastify = require('fastify')()
const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
let lastId = 0

fastify.register(require('@fastify/cookie'))
fastify.register(require('@fastify/session'), {
  secret: 'a secret with minimum length of 32 characters',
  idGenerator: () => 'session-' + ++lastId,
  cookie: { secure: false, httpOnly: false },
})

fastify.get('/', (request, reply) => {
  reply.send('Welcome')
})

fastify.post('/login', (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) {
    reply.code(401).send('Wrong password')
    return
  }
  request.session.user = name
  reply.redirect('/account')
})

fastify.get('/account', (request, reply) => {
  if (request.session.user) reply.send(`Hello ${request.session.user}`)
  else reply.code(401).send('Please log in')
})

fastify.post('/logout', function (request, reply) {
  reply.clearCookie('sessionId', { path: '/' })
  reply.redirect('/')
})

fastify.listen({ port: Number(process.env.PORT), host: '127.0.0.1' }, (error) => {
  if (error) throw error
  console.log('Listening')
})
