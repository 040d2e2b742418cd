import { koaCors } from '../../lib/frameworks/koa-cors.js'
import { answerWithKoa, koaApplication } from './applications.js'
import { testCorsFacts } from './cors-facts.js'
import { summarise } from './installed.js'
import { runSignature } from './run-code.js'
import { serve } from './server.js'

summarise('@koa/cors', 'lets other sites pass as the table says; read, not run: 2.2.3 to 3.4.0 (the star is sent), 3.4.1 to 4.0.0 (as 5.0.0)')

describe.each(koaCors.signatures)('$text', (signature) => {
  testCorsFacts({
    folder: '@koa/cors',
    facts: koaCors.cors,
    serve(options) {
      const app = koaApplication()
      app.use(runSignature(koaCors, signature, {}, { options }))
      return serve(answerWithKoa(app, { '/': () => null }))
    },
  })
})
