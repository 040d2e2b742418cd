import { fastifyCors } from '../../lib/frameworks/fastify-cors.js'
import { answerWithFastify, fastifyApplication } from './applications.js'
import { testCorsFacts } from './cors-facts.js'
import { summarise } from './installed.js'
import { object, runCode } from './run-code.js'
import { serve } from './server.js'

summarise('@fastify/cors', 'lets other sites pass as the table says')

describe.each(fastifyCors.signatures)('$text', ({ text }) => {
  testCorsFacts({
    folder: '@fastify/cors',
    facts: fastifyCors.cors,
    async serve(options) {
      const app = fastifyApplication()
      const { named, plugin } = fastifyCors.names
      await runCode(text, { app }, { options, plugin: object(plugin, {}), named: object(named, {}) })
      return serve(await answerWithFastify(app, { '/': () => null }))
    },
  })
})
