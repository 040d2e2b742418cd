import { defineConfig, sessionDrivers } from 'astro/config'

export default defineConfig({
  output: 'server',
  session: {
    driver: sessionDrivers.redis({ url: process.env.REDIS_URL }),
    cookie: { name: 'id' },
    ttl: 60 * 60 * 12,
  },
})
