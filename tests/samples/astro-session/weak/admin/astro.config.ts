import { defineConfig, sessionDrivers } from 'astro/config'

export default defineConfig({
  output: 'server',
  session: {
    driver: sessionDrivers.redis({ url: process.env.REDIS_URL }),
    cookie: { name: 'admin', secure: true, sameSite: 'none' },
    ttl: 60 * 60,
    maxAge: 60 * 60,
  },
})
