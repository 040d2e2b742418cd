import { fastifyCookie } from '../../lib/frameworks/fastify-cookie.js'
import { fastify } from '../../lib/frameworks/fastify.js'
import { answerWithFastify, fastifyApplication, type Handler } from './applications.js'
import { cookieFacts, testCookieFacts } from './cookie-facts.js'
import { installed, load, meets, summarise } from './installed.js'
import { runCode, type Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { kindInNode, testHeaderFacts, testServerFacts } from './server-facts.js'

describe.each([
  { plugin: '@fastify/cookie', server: 'fastify' },
  { plugin: 'fastify-cookie9', server: 'fastify4' },
])('$plugin', ({ plugin, server }) => {
  const { defaultsBefore, ...facts } = cookieFacts(fastifyCookie)
  const { version } = installed(plugin)
  const older = defaultsBefore && meets(version, defaultsBefore.version) ? defaultsBefore : undefined

  async function serveOne(handler: Handler, options?: object): Promise<Site> {
    const app = fastifyApplication(server)
    await app.register(load(plugin), options)
    return serve(await answerWithFastify(app, { '/': handler }))
  }

  summarise(plugin, 'cookies as the table says')

  testCookieFacts({ table: fastifyCookie, facts: { ...facts, ...older }, serve: serveOne })

  it('the cookies of a request are what the visitor has written, also where there is a secret', async () => {
    const { plain = '' } = fastifyCookie.requestCookies ?? {}
    let found: unknown
    const read: Handler = ({ request }) => {
      found = (request as Owner)[plain]
    }
    await (await serveOne(read, { secret: 'a secret of the tests' })).get('/', { cookie: 'flavour=forged' })
    expect(found).toEqual({ flavour: 'forged' })
  })

  for (const signature of fastifyCookie.signatures.filter(({ roles }) => roles.emits === 'cookieDefaultsSet')) {
    const option = signature.roles.cookie?.split('.')[1] ?? ''

    it(`${signature.text} sets defaults for all cookies with ${option}`, async () => {
      const app = fastifyApplication(server)
      const options = { [option]: { httpOnly: true, sameSite: 'strict' } }
      const { fastifyCookie: named } = load(plugin) as { fastifyCookie: unknown }
      runCode(signature.text, { app }, { plugin: load(plugin), named, options })
      const site = await serve(
        await answerWithFastify(app, {
          '/': ({ response }) => {
            ;(response as { setCookie(name: string, value: string): void }).setCookie('flavour', 'plain')
          },
        }),
      )
      const [cookie] = (await site.get('/')).cookies
      expect(cookie?.attributes).toEqual({ httpOnly: true, sameSite: 'strict' })
    })
  }
})

describe.each(['fastify', 'fastify4'])('%s', (folder) => {
  summarise(folder, 'headers and handlers as the table says')

  testHeaderFacts(fastify, async (handler) =>
    serve(await answerWithFastify(fastifyApplication(folder), { '/': handler })),
  )
  testServerFacts({
    folder,
    table: fastify,
    async serve(handler, errorHandler) {
      const app = fastifyApplication(folder)
      if (errorHandler) app.setErrorHandler((...values: readonly unknown[]) => errorHandler(...values))
      app.get('/', (request, reply) => handler(request, reply))
      return serve(await answerWithFastify(app, {}))
    },
    answer: ([, reply], text) => {
      ;(reply as { send(text: string): void }).send(text)
    },
    kindOf: (value) => kindInNode((value as { raw?: unknown } | undefined)?.raw),
  })
})
