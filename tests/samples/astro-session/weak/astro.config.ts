import { defineConfig } from 'astro/config'

export default defineConfig({
  output: 'server',
  session: {
    driver: 'redis',
    options: { url: process.env.REDIS_URL },
    cookie: 'shop',
  },
})
