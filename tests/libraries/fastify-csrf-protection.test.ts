import { fastifyCsrfProtection } from '../../lib/frameworks/fastify-csrf-protection.js'
import { fastifyApplication, type FastifyApplication } from './applications.js'
import { load, summarise } from './installed.js'
import { object, runCode } from './run-code.js'
import { serve } from './server.js'

interface WithCsrf extends FastifyApplication {
  readonly csrfProtection: unknown
  post(path: string, options: object, handler: () => unknown): void
}

summarise('@fastify/csrf-protection', 'checks requests as the table says')

describe.each(fastifyCsrfProtection.signatures)('$text', ({ text }) => {
  it('gives a hook, which lets no request pass that has no token; a route without it is not checked', async () => {
    const { named, plugin } = fastifyCsrfProtection.names
    const app = fastifyApplication() as WithCsrf
    await app.register(load('@fastify/cookie'))
    await runCode(text, { app }, { plugin: object(plugin, {}), named: object(named, {}) })
    app.post('/checked', { onRequest: app.csrfProtection }, () => 'done')
    app.post('/unchecked', {}, () => 'done')
    await app.ready()

    const site = await serve((request, response) => {
      app.routing(request, response)
    })
    expect((await site.get('/checked', { method: 'POST' })).status).toBe(403)
    expect((await site.get('/unchecked', { method: 'POST' })).status).toBe(200)
  })
})
