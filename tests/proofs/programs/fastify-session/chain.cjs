'use strict'

const fastify = require('fastify')()

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

fastify.register(require('@fastify/cookie'))
fastify.register(require('@fastify/session'), {
  secret: 'a secret with minimum length of 32 characters',
  cookie: { secure: false },
})

const findUser = (name, password) => Promise.resolve(passwords[name] === password ? { name } : undefined)

fastify.get('/', (request, reply) => {
  reply.send('Welcome')
})

fastify.post('/login', (request, reply) => {
  findUser(request.body.name, request.body.password).then((user) => {
    if (!user) {
      reply.code(401).send('Wrong password')
      return
    }
    request.session.user = user.name
    reply.redirect('/account')
  }, (error) => {
    reply.send(error)
  })
})

fastify.get('/account', (request, reply) => {
  if (request.session.user) reply.send('Hello ' + request.session.user)
  else reply.code(401).send('Please log in')
})

fastify.post('/logout', (request, reply) => {
  request.session.user = undefined
  reply.redirect('/')
})

fastify.listen({ port: Number(process.env.PORT), host: '127.0.0.1' }, () => console.log('Listening'))
