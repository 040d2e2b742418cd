import { defineConfig } from 'astro/config'

const session = {
  driver: { entrypoint: 'unstorage/drivers/memory' },
  cookie: 'shop',
}

export default defineConfig({ output: 'server', session })
