import secureSession from '@fastify/secure-session'
import Fastify from 'fastify'

const app = Fastify()

app.register(secureSession, { secret: 'averylogphrasebiggerthanthirtytwochars', salt: 'mq9hDxBVDbspDR6n' })
