import { honoCors } from '../../lib/frameworks/hono-cors.js'
import { answerWithHono, honoApplication } from './applications.js'
import { testCorsFacts } from './cors-facts.js'
import { summarise } from './installed.js'
import { runSignature } from './run-code.js'
import { serve } from './server.js'

summarise('hono', 'lets other sites pass as the table says; read, not run: 4.12.8 (the star is sent), 4.12.9 to 4.12.24 (whoever asks), 4.12.25')

describe.each(honoCors.signatures)('$text', (signature) => {
  testCorsFacts({
    folder: 'hono',
    facts: honoCors.cors,
    serve(options) {
      const app = honoApplication()
      app.use('*', runSignature(honoCors, signature, {}, { options }))
      return serve(answerWithHono(app, { '/': () => null }))
    },
  })
})
