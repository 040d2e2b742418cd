import router from '@adonisjs/core/services/router'
import { defineConfig, stores } from '@adonisjs/session'

export const sessionConfig = defineConfig({
  cookieName: '__Host-id',
  age: '30 mins',
  cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'lax' },
  store: 'redis',
  stores: { redis: stores.redis({ connection: 'main' }) },
})

router.post('/login', async ({ request, response, session }) => {
  session.put('userId', request.input('id'))
  session.regenerate()
  return response.redirect().toPath('/')
})

router.post('/register', async ({ request, response, session }) => {
  session.regenerate()
  session.put('userId', request.input('id'))
  return response.redirect().toPath('/')
})

router.post('/logout', async ({ response, session }) => {
  session.clear()
  response.clearCookie('__Host-id')
  return response.redirect().toPath('/')
})
