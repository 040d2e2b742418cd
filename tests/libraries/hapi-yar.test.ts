import { hapiYar } from '../../lib/frameworks/hapi-yar.js'
import { answerWithHapi, hapiApplication, type Handlers } from './applications.js'
import { pass, stopClock } from './clock.js'
import type { Options } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { runCode, type Handed, type Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { bits, loginAndVisit, seen, testSessionFacts, USER } from './session-facts.js'

interface Yar extends Owner {
  readonly id: string
  get(name: string): unknown
  set(name: string, value: unknown): void
}

const HOUR = 60 * 60
const PASSWORD = 'a password of the tests that is long enough'

async function serveSessions({ cookieOptions, 'cache.expiresIn': expiresIn, ...options }: Options, handlers: Handlers): Promise<Site> {
  const app = hapiApplication()
  const cache = expiresIn === undefined ? {} : { cache: { expiresIn } }
  await app.register({
    plugin: load('@hapi/yar'),
    options: { ...options, ...cache, cookieOptions: { password: PASSWORD, ...(cookieOptions as object | undefined) } },
  })
  const withData = Object.entries(handlers).map(([path, handler]) => [path, (handed: Handed) => handler({ ...handed, request: reachable(handed.request as Owner) })])
  return serve(await answerWithHapi(app, Object.fromEntries(withData) as Handlers))
}

/** The request, with a session whose data are properties. */
function reachable(request: Owner): Owner {
  const yar = request.yar as Yar
  const session = new Proxy(yar, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (member === undefined && !(name in target)) return target.get(String(name))
      return typeof member === 'function' ? (member.bind(target) as unknown) : member
    },
    set(target, name, value) {
      target.set(String(name), value)
      return true
    },
  })
  return new Proxy(request, { get: (target, name) => (name === 'yar' ? session : (Reflect.get(target, name) as unknown)) })
}

function idOf({ request }: Handed): string {
  return ((request as Owner).yar as Yar).id
}

summarise('@hapi/yar', 'sessions as the table says')

testSessionFacts({ folder: '@hapi/yar', table: hapiYar, serve: serveSessions, idOf, sendsSecureByHttp: true })

describe('beside the table', () => {
  beforeEach(stopClock)

  const PLAIN = loginAndVisit(hapiYar)
  const ON_SERVER = { maxCookieSize: 0 }

  it.each(hapiYar.session?.generator ?? [])('ids come from the option %s', async (option) => {
    const site = await serveSessions({ ...ON_SERVER, [option]: () => 'an-id-of-our-own-making' }, { '/id': idOf })
    expect(JSON.parse((await site.get('/id')).text)).toBe('an-id-of-our-own-making')
  })

  it.each(hapiYar.session?.generator ?? [])('the option %s is given the request', async (option) => {
    let given: unknown
    const generate = (request: unknown) => {
      given = request
      return 'an-id-of-our-own-making'
    }
    await (await serveSessions({ ...ON_SERVER, [option]: generate }, { '/id': idOf })).get('/id')
    expect(given).toHaveProperty('headers')
    expect(hapiYar.session?.generatorAsks).toBe(true)
  })

  it('ids are unique and have 112 bits or more', async () => {
    const site = await serveSessions(ON_SERVER, { '/id': idOf })
    const answers = await Promise.all(Array.from({ length: 150 }, () => site.get('/id')))
    const ids = answers.map(({ text }) => JSON.parse(text) as string)
    expect(new Set(ids).size).toBe(150)
    expect(bits(ids)).toBeGreaterThanOrEqual(112)
  })

  it.each([
    { options: ON_SERVER, reached: USER },
    { options: {}, reached: 'nobody' },
    { options: { maxCookieSize: 4096 }, reached: 'nobody' },
    // Even an empty session is longer than this when it is sealed.
    { options: { maxCookieSize: 100 }, reached: USER },
  ])('a session that is planted before the login gets at it, with $options: $reached', async ({ options, reached }) => {
    const site = await serveSessions(options, PLAIN)
    const victim = site.visitor()
    await victim.get('/visit')
    const attacker = victim.copy()
    await victim.get('/login')
    expect([await seen(victim), await seen(attacker)]).toEqual([USER, reached])
  })

  it('a deleted cookie leaves the record, which a copy of the cookie opens', async () => {
    const site = await serveSessions(ON_SERVER, { ...PLAIN, '/logout': ({ response }) => runCode('unstate(name)', response, { name: 'session' }) })
    const visitor = site.visitor()
    await visitor.get('/login')
    const thief = visitor.copy()
    await visitor.get('/logout')
    expect([await seen(visitor), await seen(thief)]).toEqual(['nobody', USER])
  })

  it('a time to live in the cache ends no session that is in the cookie', async () => {
    const visitor = (await serveSessions({ 'cache.expiresIn': HOUR * 1000 }, PLAIN)).visitor()
    await visitor.get('/login')
    pass(2 * HOUR)
    expect(await seen(visitor)).toBe(USER)
  })

  it('only what changes the session moves its end', async () => {
    const site = await serveSessions({ ...ON_SERVER, 'cache.expiresIn': HOUR * 1000 }, { ...PLAIN, '/touch': ({ request }) => runCode('yar.touch()', request) })
    const visitor = site.visitor()
    await visitor.get('/login')
    for (const path of ['/touch', '/visit']) {
      pass(HOUR / 2 + 2)
      await visitor.get(path)
    }
    expect(await seen(visitor)).toBe(USER)
    pass(HOUR / 2 + 2)
    expect(await seen(visitor)).toBe('nobody')
  })
})
