'use strict'

const fastify = require('fastify')()

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()
let lastSession = 7000

fastify.register(require('@fastify/cookie'))

fastify.get('/', (request, reply) => {
  reply.send('Welcome')
})

fastify.post('/login', (request, reply) => {
  const { name, password } = request.body
  if (passwords[name] !== password) {
    reply.code(401).send('Wrong password')
    return
  }
  const sessionId = String(++lastSession)
  sessions.set(sessionId, name)
  reply
    .setCookie('sessionId', sessionId, { path: '/' })
    .redirect('/account')
})

fastify.get('/account', (request, reply) => {
  const name = sessions.get(request.cookies.sessionId)
  if (name) reply.send(`Hello ${name}`)
  else reply.code(401).send('Please log in')
})

fastify.post('/logout', (request, reply) => {
  sessions.delete(request.cookies.sessionId)
  reply.clearCookie('sessionId', { path: '/' }).redirect('/')
})

fastify.listen({ port: process.env.PORT, host: '127.0.0.1' }, () => {
  console.log('Listening')
})
