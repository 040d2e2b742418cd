import { defineConfig, stores } from '@adonisjs/session'

export default defineConfig({
  age: '30d',
  clearWithBrowser: false,
  cookie: { secure: false, sameSite: 'none', domain: '.example.com' },
  store: 'redis',
  stores: { redis: stores.redis({ connection: 'main' }) },
})

export const adminConfig = defineConfig({
  cookieName: 'admin',
  age: '30 mins',
  cookie: { secure: false, sameSite: false },
  store: 'redis',
  stores: { redis: stores.redis({ connection: 'main' }) },
})
