import type { Framework, Signature } from '../../lib/frameworks/framework.js'
import { expressApplication } from './applications.js'
import { load } from './installed.js'
import { runSignature } from './run-code.js'
import { serve, type Site } from './server.js'

interface Subject {
  readonly table: Framework
  /** The middleware in what a signature gives. */
  middlewareOf(made: unknown): unknown
  /** Options without which nothing works. */
  readonly options?: Readonly<Record<string, unknown>>
}

/** Tests that compare a library for Express that checks tokens of forms with its table. */
export function testCsrfFacts({ middlewareOf, options: needed = {}, table }: Subject): void {
  const session = load('express-session') as (options: object) => unknown
  const cookieParser = load('cookie-parser') as () => unknown

  function serveWith(signature: Signature, options: unknown): Promise<Site> {
    const app = expressApplication()
    app.set('env', 'test')
    app.use(cookieParser())
    app.use(session({ secret: 'a secret of the tests', resave: false, saveUninitialized: true }))
    app.use(middlewareOf(runSignature(table, signature, {}, { options })))
    app.use((_request: unknown, response: { end(text: string): void }) => response.end('done'))
    app.use((error: unknown, request: unknown, response: { sendStatus(status: number): void }, next: (error: unknown) => void) => {
      if (request === undefined) next(error)
      else response.sendStatus(403)
    })
    return serve(app)
  }

  describe.each(table.signatures)('$text', (signature) => {
    const given = signature.roles.options === 'options.csrf' ? { csrf: true } : needed

    it.each([
      ['GET', 200],
      ['POST', 403],
      ['PUT', 403],
      ['PATCH', 403],
      ['DELETE', 403],
    ])('lets no request pass that changes something and has no token: %s gives %s', async (method, status) => {
      expect((await (await serveWith(signature, given)).get('/', { method })).status).toBe(status)
    })

    const { ignoredMethods } = table.csrf ?? {}
    if (ignoredMethods === undefined) return

    it(`lets those pass that ${ignoredMethods} lists`, async () => {
      const site = await serveWith(signature, { ...needed, [ignoredMethods]: ['GET', 'POST'] })
      expect((await site.get('/', { method: 'POST' })).status).toBe(200)
      expect((await site.get('/', { method: 'DELETE' })).status).toBe(403)
    })
  })
}
