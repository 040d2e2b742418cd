import { cookieParser } from '../../lib/frameworks/cookie-parser.js'
import { answerWithExpress, expressApplication } from './applications.js'
import { summarise } from './installed.js'
import { runSignature, type Owner } from './run-code.js'
import { serve, type Site } from './server.js'

const SECRET = 'a secret of the tests'
const { plain = '', signed } = cookieParser.requestCookies ?? {}

interface Parsed {
  readonly plain: unknown
  readonly signed: unknown
}

const parsers = cookieParser.signatures.filter(({ roles }) => roles.emits === 'cookiesParsed')

summarise('cookie-parser', 'signs and reads as the table says')

describe.each(parsers)('$text', (signature) => {
  function serveParsed(secret: unknown): Promise<Site> {
    const app = expressApplication()
    app.use(runSignature(cookieParser, signature, {}, { [String(signature.roles.secret)]: secret }))
    return serve(
      answerWithExpress(app, {
        '/write': ({ response }) => {
          ;(response as { cookie(...values: readonly unknown[]): void }).cookie('flavour', 'plain', { [signed?.option ?? '']: true })
        },
        '/read': ({ request }) => {
          const parsed = request as Owner
          return { plain: parsed[plain], signed: parsed[signed?.member ?? ''] }
        },
      }),
    )
  }

  it.each([
    { given: 'a secret', secret: SECRET },
    { given: 'a list of secrets', secret: ['a newer secret', SECRET] },
  ])(`${signature.roles.secret ?? 'nothing'} is what cookies are verified with: $given`, async ({ secret }) => {
    const writer = (await serveParsed(SECRET)).visitor()
    await writer.get('/write')
    const reader = writer.copy(await serveParsed(secret))
    expect(JSON.parse((await reader.get('/read')).text)).toEqual({ plain: {}, signed: { flavour: 'plain' } })
  })

  it('a cookie that was signed with another secret is refused, one without a signature is read as it is', async () => {
    const writer = (await serveParsed('another secret')).visitor()
    await writer.get('/write')
    const site = await serveParsed(SECRET)
    const forged = JSON.parse((await writer.copy(site).get('/read')).text) as Parsed
    expect(forged.signed).toEqual({ flavour: false })

    const unsigned = JSON.parse((await site.get('/read', { cookie: 'flavour=sour' })).text) as Parsed
    expect(unsigned).toEqual({ plain: { flavour: 'sour' }, signed: {} })
  })
})
