import type { CookieFacts, Framework, Signature } from '../../lib/frameworks/framework.js'
import type { Handler } from './applications.js'
import { stopClock } from './clock.js'
import { runCode, runSignature, type Handed } from './run-code.js'
import type { Scheme, Site } from './server.js'
import type { SetCookie } from './set-cookie.js'

export type Options = Readonly<Record<string, unknown>>

/** A library whose functions write cookies. */
export interface CookieLibrary {
  readonly table: Framework
  /** What the table says about the installed version; `table.cookie` if left out. */
  readonly facts?: CookieFacts
  /** How to make what a signature begins with, where more than the table is needed for it. */
  readonly make?: (root: string, handed: Handed) => unknown
  /** What further parameters of its signatures stand for. */
  readonly places?: (handed: Handed) => Options
  /** A server on which the handler answers every request for `/`. */
  serve(handler: Handler): Promise<Site>
}

const HOUR = 60 * 60

/** Tests that compare the cookies of a library with its table. */
export function testCookieFacts(library: CookieLibrary): void {
  const { table } = library
  const facts = library.facts ?? cookieFacts(table)
  const writers = table.signatures.filter(({ roles }) => roles.emits === 'cookieWritten')
  const clearers = table.signatures.filter(({ roles }) => roles.emits === 'cookieCleared')
  const writer = writers.find(({ roles }) => roles.cookie !== undefined) ?? writers[0]

  async function write(
    options?: Options,
    scheme: Scheme = 'https',
    signature = writer,
  ): Promise<SetCookie | undefined> {
    const site = await library.serve((handed) => {
      if (!signature) return
      const places = { name: 'flavour', value: 'plain', ...library.places?.(handed), ...(options && { options }), ...wholeCookie(signature, options) }
      if (library.make) runCode(signature.text, { [signature.root]: library.make(signature.root, handed) }, places)
      else runSignature(table, signature, handed, places)
    })
    return (await site.get('/', { scheme })).cookies.find(({ name }) => name === 'flavour')
  }

  beforeEach(stopClock)

  for (const signature of table.signatures.filter(({ roles }) => roles.emits === 'cookieRead')) {
    it(`${signature.text} reads what the visitor has written`, async () => {
      let found: unknown
      const site = await library.serve((handed) => {
        const places = { name: 'flavour', ...library.places?.(handed), ...(signature.roles.options !== undefined && { options: { signed: false } }) }
        found = library.make
          ? runCode(signature.text, { [signature.root]: library.make(signature.root, handed) }, places)
          : runSignature(table, signature, handed, places)
      })
      await site.get('/', { cookie: 'flavour=forged' })
      expect([found, (found as { value?: unknown } | undefined)?.value]).toContain('forged')
    })
  }

  for (const signature of writers) {
    it(`${signature.text} writes a cookie with the attributes that the table calls defaults`, async () => {
      for (const scheme of ['http', 'https'] as const) {
        const cookie = await write(undefined, scheme, signature)
        expect({ scheme, ...cookie?.attributes }).toEqual({ scheme, ...defaults(facts, scheme) })
        expect(cookie?.value).toBe('plain')
      }
    })
  }

  it('an empty object of options has the same defaults', async () => {
    expect((await write({}))?.attributes).toEqual(defaults(facts, 'https'))
  })

  it('options go by the names that the table uses', async () => {
    const sent = { httpOnly: true, secure: true, sameSite: 'strict', path: '/cellar' } as const
    const said = { ...sent, ...(facts.expires !== 'none' && { expires: new Date(Date.now() + HOUR * 1000) }) }
    const age = facts.expires === 'none' ? maxAge(facts, HOUR) : {}
    const keys: Readonly<Record<string, string>> = facts.keys ?? {}
    const renamed = Object.entries(said).map(([name, value]) => [keys[name] ?? name, value])

    const cookie = await write({ ...(Object.fromEntries(renamed) as Options), ...age })
    expect(cookie?.attributes).toEqual({ ...sent, maxAge: HOUR })
  })

  it(`SameSite=Lax is spelled ${facts.lax ?? 'lax'}`, async () => {
    expect((await write(sameSiteLax(facts)))?.attributes.sameSite).toBe('lax')
  })

  if (facts.secureByConnection !== undefined) {
    const value = facts.secureByConnection
    it.each(['http', 'https'] as const)(`with secure: '${value}' it follows the connection, by %s`, async (scheme) => {
      const cookie = await write({ [facts.keys?.secure ?? 'secure']: value }, scheme)
      expect(cookie?.attributes.secure ?? false).toBe(scheme === 'https')
    })
  }

  it('maxAge counts in the unit of the table', async () => {
    expect((await write(maxAge(facts, HOUR)))?.attributes.maxAge).toBe(HOUR)
  })

  it(`a cookie with a maxAge of 0 ${facts.zeroDeletes ? 'is deleted' : 'ends with the browser'}`, async () => {
    const cookie = await write(maxAge(facts, 0))
    expect(cookie).toBeDefined()
    expect(cookie?.deleted).toBe(facts.zeroDeletes)
    if (!facts.zeroDeletes) expect(cookie?.attributes.maxAge).toBeUndefined()
  })

  const { deletedPath = facts.defaults.path } = facts
  if (deletedPath !== undefined) {
    it.each(clearers.filter(({ roles }) => roles.given === undefined).map((signature) => [signature.text, signature] as const))(
      '%s deletes the cookie of the path that the table says, where it is told none',
      async (_text, signature) => {
        expect((await write(undefined, 'https', signature))?.attributes.path).toBe(deletedPath)
      },
    )
  }

  for (const signature of clearers) {
    it(`${signature.text} deletes the cookie`, async () => {
      const cookie = await write({ path: '/cellar' }, 'https', signature)
      expect(cookie?.deleted).toBe(true)
      expect(cookie?.attributes.path).toBe(signature.roles.cookie === undefined ? facts.defaults.path : '/cellar')
    })
  }
}

/** Name, value and attributes in one object, where a signature takes that: `set(cookie)`. */
function wholeCookie({ roles }: Signature, attributes: Options = {}): Options {
  const [outer = '', inner] = [roles.name, roles.value].map((place) => place?.split('.') ?? []).find(([, property]) => property !== undefined) ?? []
  const name = roles.name?.startsWith(`${outer}.`) === true ? { name: 'flavour' } : {}
  return inner === undefined ? {} : { [outer]: { ...name, ...(roles.value !== undefined && { value: 'plain' }), ...attributes } }
}

export function cookieFacts(table: Framework): CookieFacts {
  if (!table.cookie) throw new Error(`The table of ${table.name} says nothing about cookies.`)
  return table.cookie
}

/** The attributes that the table promises in production where nothing is said, on a request that came this way. */
export function defaults({ defaults: { secure, ...rest } }: CookieFacts, scheme: Scheme): CookieFacts['defaults'] {
  return { ...rest, ...((secure === true || secure === 'production' || (secure === 'tls' && scheme === 'https')) && { secure: true }) }
}

/** `SameSite=Lax` as the library spells it, and takes it. */
export function sameSiteLax(facts: CookieFacts): Options {
  return { [facts.keys?.sameSite ?? 'sameSite']: facts.lax ?? 'lax' }
}

/** `maxAge` in the library's own word and unit. */
export function maxAge(facts: CookieFacts, seconds: number): Options {
  return { [facts.keys?.maxAge ?? 'maxAge']: facts.maxAge === 'seconds' ? seconds : seconds * 1000 }
}
