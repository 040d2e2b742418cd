import secureSession from '@fastify/secure-session'
import Fastify from 'fastify'

const app = Fastify()
const key = Buffer.from(process.env.SESSION_KEY, 'hex')

app.register(async (shop) => {
  shop.register(secureSession, {
    cookieName: 'shop',
    key,
    expiry: 30 * 24 * 60 * 60,
    cookie: { path: '/', secure: false, sameSite: 'lax', domain: '.example.com' },
  })
})

app.register(async (admin) => {
  admin.register(secureSession, { cookieName: 'admin', key, cookie: { path: '/', secure: true, sameSite: false } })
  admin.register(secureSession, { sessionName: 'step', cookieName: '__Host-step', key, cookie: { secure: true, sameSite: 'strict' } })
})
