import { express } from '../../lib/frameworks/express.js'
import { answerWithExpress, expressApplication, type Handler } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { summarise } from './installed.js'
import { serve, type Site } from './server.js'
import { testHeaderFacts, testServerFacts } from './server-facts.js'

describe.each(['express', 'express4'])('%s', (folder) => {
  function serveOne(handler: Handler): Promise<Site> {
    return serve(answerWithExpress(expressApplication(folder), { '/': handler }))
  }

  summarise(folder, 'cookies, headers and handlers as the table says')

  testCookieFacts({ table: express, serve: serveOne })
  testHeaderFacts(express, serveOne)
  testServerFacts({
    folder,
    table: express,
    serve(handler, errorHandler) {
      const app = expressApplication(folder)
      // Express counts the parameters of a handler.
      app.get('/', (request: unknown, response: unknown, next: unknown) => handler(request, response, next))
      if (errorHandler) {
        app.use((error: unknown, request: unknown, response: unknown, next: unknown) =>
          errorHandler(error, request, response, next),
        )
      }
      return serve(app)
    },
    answer: ([, response], text) => {
      ;(response as { send(text: string): void }).send(text)
    },
  })
})
