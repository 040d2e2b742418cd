import type { Framework, SessionFacts } from '../../lib/frameworks/framework.js'
import { pass, stopClock } from './clock.js'
import { cookieFacts, defaults, type Options } from './cookie-facts.js'
import { installed, meets } from './installed.js'
import type { Scheme } from './server.js'
import { parseSetCookie, type SetCookie } from './set-cookie.js'

/** A library that logs users in by itself, and sends the cookie of the session. */
export interface AuthLibrary {
  /** Its folder among the installed packages. */
  readonly folder: string
  readonly table: Framework
  /** Logs a user in with these options, by a request that came this way. */
  login(options: Options, scheme: Scheme): Promise<Login>
}

export interface Login {
  /** The headers `Set-Cookie` of the answer. */
  readonly headers: readonly string[]
  /** The tokens of the sessions that the store holds. */
  tokens(): readonly string[]
  /** Asks who is logged in with the cookies of the answer; whether that is still somebody. For libraries that move the end of a record now and then. */
  visit?(): Promise<boolean>
  /** Logs out with the cookies of the answer. */
  logout(): Promise<readonly string[]>
}

const HOUR = 60 * 60
const RENAMED = 'renamed'

/** Tests that compare the cookie of the session, and what is behind it, with the table. */
export function testAuthFacts({ folder, login, table }: AuthLibrary): void {
  const facts = cookieFacts(table)
  const session = sessionFacts(table)
  const { forced = [] } = facts
  const { enforced, default: lifetime, options: units = {} } = session.lifetime
  const { version } = installed(folder)
  const { cookie: place, fallback } = places(table)
  const isLost = facts.defaultsLostWith !== undefined && meets(version, facts.defaultsLostWith.versions)

  async function cookieWith(options: Options = {}, scheme: Scheme = 'https', name = session.name.default): Promise<SetCookie | undefined> {
    const { headers } = await login(options, scheme)
    return headers.map(parseSetCookie).find((cookie) => bare(cookie.name) === name)
  }

  beforeEach(stopClock)

  it.each(['http', 'https'] as const)('its cookie has the attributes that the table calls defaults, by %s', async (scheme) => {
    const cookie = await cookieWith({}, scheme)
    expect(cookie?.attributes).toEqual({ ...defaults(facts, scheme), maxAge: lifetime })
  })

  it.each(session.name.options)('its cookie is renamed by %s', async (option) => {
    expect(await cookieWith(nest(option, RENAMED), 'http', RENAMED)).toBeDefined()
  })

  /** Attributes of the cookie; where they replace the cookie whole, it needs a name as well. */
  function attributes(given: Options): Options {
    const [option] = isLost ? session.name.options : []
    return option === undefined ? nest(place, given) : merge(nest(option, session.name.default), nest(place, given))
  }

  it(`its cookie has the attributes at ${place}`, async () => {
    const cookie = await cookieWith(attributes({ httpOnly: false, secure: true, sameSite: 'strict', path: '/cellar' }), 'http')
    expect(cookie?.attributes).toEqual({ secure: true, sameSite: 'strict', path: '/cellar', maxAge: lifetime })
  })

  it(`one attribute at ${place} ${isLost ? 'leaves none of the others' : 'stands beside the others'}`, async () => {
    const cookie = await cookieWith(attributes({ sameSite: 'strict' }))
    const others = isLost ? {} : defaults(facts, 'https')
    expect(cookie?.attributes).toEqual({ ...others, sameSite: 'strict', maxAge: lifetime })
  })

  if (isLost) {
    it('a cookie without attributes has none at all', async () => {
      const { option = '' } = facts.defaultsLostWith ?? {}
      expect((await cookieWith(nest(option, { name: RENAMED }), 'https', RENAMED))?.attributes).toEqual({ maxAge: lifetime })
    })
  }

  if (fallback !== undefined) {
    it(`attributes at ${fallback} count where ${place} says nothing`, async () => {
      expect((await cookieWith(nest(fallback, { httpOnly: false })))?.attributes.httpOnly).toBeUndefined()
      const both = merge(nest(fallback, { httpOnly: false, sameSite: 'strict' }), nest(place, { httpOnly: true }))
      expect((await cookieWith(both))?.attributes).toMatchObject({ httpOnly: true, sameSite: 'strict' })
    })
  }

  it.each(forced)('no %s that is given is sent', async (attribute) => {
    const given = { maxAge: 60, expires: new Date(Date.now() + 60_000) }
    const cookie = await cookieWith(attributes({ ...defaults(facts, 'https'), [attribute]: Reflect.get(given, attribute) as unknown }))
    expect(cookie?.attributes.maxAge).toBe(lifetime)
  })

  if (enforced !== undefined) {
    it(`${enforced} counts in ${units[enforced] ?? '?'}`, async () => {
      expect((await cookieWith(nest(enforced, units[enforced] === 'seconds' ? HOUR : HOUR * 1000)))?.attributes.maxAge).toBe(HOUR)
    })
  }

  it.each(session.generator ?? [])('%s makes its IDs', async (option) => {
    expect((await cookieWith(nest(option, () => 'made by hand')))?.value).toBe('made by hand')
  })

  it('a login makes a session, and a logout ends it', async () => {
    const { headers, logout, tokens } = await login({}, 'https')
    const sent = headers.map(parseSetCookie).find(({ name }) => bare(name) === session.name.default)
    expect(tokens()).toHaveLength(1)
    expect(sent?.value.split('.')[0]).toBe(tokens()[0])
    const cleared = (await logout()).map(parseSetCookie)
    expect(tokens()).toEqual([])
    expect(cleared.find(({ name }) => name === sent?.name)?.deleted).toBe(true)
  })

  it('every login makes another ID', async () => {
    const first = await cookieWith()
    const second = await cookieWith()
    expect(first?.value).toMatch(/./)
    expect(second?.value).not.toBe(first?.value)
  })

  const { renewedAfter } = session.lifetime
  if (renewedAfter && enforced !== undefined) {
    const short = nest(enforced, 2 * HOUR)
    const visitor = async (options: Options) => {
      const { visit } = await login(options, 'https')
      if (!visit) throw new Error(`The tests of ${table.name} visit nobody.`)
      return visit
    }
    const visitedTwice = async (options: Options) => {
      const visit = await visitor(options)
      pass(HOUR)
      expect(await visit()).toBe(true)
      pass(HOUR + 60)
      return visit()
    }

    it(`no visit moves the end of a session that comes before ${renewedAfter.option}, as that is left out`, async () => {
      expect(2 * HOUR).toBeLessThan(renewedAfter.default)
      expect(await visitedTwice(short)).toBe(false)
    })

    it(`a visit moves it where ${renewedAfter.option} is less, in seconds`, async () => {
      expect(await visitedTwice(merge(short, nest(renewedAfter.option, 60)))).toBe(true)
    })

    it(`a visit moves it after the ${renewedAfter.default} seconds that ${renewedAfter.option} is if it is left out, and not before`, async () => {
      const visits = async (seconds: number) => {
        const visit = await visitor(nest(enforced, renewedAfter.default + 2 * HOUR))
        pass(seconds)
        await visit()
        pass(renewedAfter.default + 2 * HOUR + 60 - seconds)
        return visit()
      }
      expect(await visits(renewedAfter.default - 60)).toBe(false)
      expect(await visits(renewedAfter.default + 60)).toBe(true)
    })
  }

  const { kind } = session
  if (typeof kind === 'object' && 'serverWhen' in kind && kind.outright) {
    const { client, option, server } = kind.outright
    it(`${option} says where the session is`, async () => {
      expect((await login(nest(option, server), 'https')).tokens()).toHaveLength(1)
      const { headers, tokens } = await login(nest(option, client), 'https')
      expect(tokens()).toEqual([])
      expect(headers.map(parseSetCookie).some(({ name }) => bare(name) === session.name.default)).toBe(true)
    })
  }
}

/** A cookie's name without the prefix that comes with https. */
export function bare(name: string): string {
  return name.replace(/^__Secure-/, '')
}

/** The Cookie header with which a browser answers. */
export function cookieHeader(headers: readonly string[]): string {
  return headers.map((header) => header.split(';')[0]).join('; ')
}

/** `{ session: { maxAge: 1 } }` for `session.maxAge` and 1. */
export function nest(path: string, value: unknown): Options {
  return path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Options
}

function merge(first: Options, second: Options): Options {
  const both = Object.keys(first).filter((name) => name in second)
  const merged = both.map((name) => [name, merge(first[name] as Options, second[name] as Options)])
  return { ...first, ...second, ...(Object.fromEntries(merged) as Options) }
}

/** Where the attributes of the cookie stand in the options. */
function places(table: Framework): { readonly cookie: string; readonly fallback: string | undefined } {
  const roles = table.signatures.find((signature) => signature.roles.emits === 'sessionConfigured')?.roles
  const inOptions = (place: string | undefined) => place?.replace(/^options\./, '')
  return { cookie: inOptions(roles?.cookie) ?? '', fallback: inOptions(roles?.fallback) }
}

function sessionFacts(table: Framework): SessionFacts {
  if (!table.session) throw new Error(`The table of ${table.name} says nothing about sessions.`)
  return table.session
}
