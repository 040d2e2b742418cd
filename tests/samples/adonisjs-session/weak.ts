import router from '@adonisjs/core/services/router'
import { defineConfig, stores } from '@adonisjs/session'

export const sessionConfig = defineConfig({
  cookieName: 'adonis-session',
  age: '30 mins',
  cookie: { httpOnly: false, sameSite: 'lax' },
  store: 'redis',
  stores: { redis: stores.redis({ connection: 'main' }) },
})

router.post('/login', async ({ request, response, session }) => {
  session.put('userId', request.input('id'))
  return response.redirect().toPath('/')
})

router.post('/logout', async ({ response, session }) => {
  response.clearCookie('adonis-session')
  return response.redirect().toPath('/')
})
