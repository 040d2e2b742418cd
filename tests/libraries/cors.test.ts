import { cors } from '../../lib/frameworks/cors.js'
import { answerWithExpress, expressApplication } from './applications.js'
import { testCorsFacts } from './cors-facts.js'
import { summarise } from './installed.js'
import { runSignature } from './run-code.js'
import { serve } from './server.js'

summarise('cors', 'lets other sites pass as the table says')

describe.each(cors.signatures)('$text', (signature) => {
  testCorsFacts({
    folder: 'cors',
    facts: cors.cors,
    serve(options) {
      const app = expressApplication()
      app.use(runSignature(cors, signature, {}, { options }))
      return serve(answerWithExpress(app, { '/': () => null }))
    },
  })
})
