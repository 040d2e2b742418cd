import { defineConfig } from 'astro/config'

export default defineConfig({
  output: 'server',
  session: { driver: { entrypoint: 'unstorage/drivers/memory' } },
})
