import csrf from '@fastify/csrf-protection'
import Fastify from 'fastify'

const app = Fastify()

app.register(csrf)
app.post('/vote', async (request) => vote(request.body.name))
