import { defineConfig, sessionDrivers } from 'astro/config'

export default defineConfig({
  output: 'server',
  session: {
    driver: sessionDrivers.redis({ url: process.env.REDIS_URL }),
    cookie: { secure: false, sameSite: 'lax', domain: '.example.com' },
    ttl: 30 * 24 * 60 * 60,
  },
})
