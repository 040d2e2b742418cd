import { lucia as table } from '../../lib/frameworks/lucia.js'
import { testAuthFacts, type Login } from './auth-facts.js'
import type { Options } from './cookie-facts.js'
import { loadModule, summarise } from './installed.js'
import { runCode } from './run-code.js'
import { parseSetCookie } from './set-cookie.js'

interface Session {
  readonly id: string
  readonly userId: string
}

interface Lucia {
  createSession(user: string, attributes: object, options?: object): Promise<Session>
  createSessionCookie(id: string): { serialize(): string }
  createBlankSessionCookie(): { serialize(): string }
  invalidateSession(id: string): Promise<void>
}

interface Module {
  readonly Lucia: new (adapter: object, options?: Options) => Lucia
  readonly TimeSpan: new (value: number, unit: string) => unknown
  readonly generateId: (length: number) => string
  readonly generateIdFromEntropySize: (size: number) => string
}

const { generateId, generateIdFromEntropySize, Lucia, TimeSpan } = (await loadModule('lucia')) as Module

function start(options?: Options): { readonly lucia: Lucia; readonly records: ReadonlyMap<string, Session> } {
  const records = new Map<string, Session>()
  const adapter = {
    setSession: (session: Session) => Promise.resolve(records.set(session.id, session)),
    deleteSession: (id: string) => Promise.resolve(records.delete(id)),
    deleteUserSessions: () => Promise.resolve(records.clear()),
  }
  return { lucia: new Lucia(adapter, options), records }
}

async function login(options: Options): Promise<Login> {
  const { lucia, records } = start(options)
  const { id } = await lucia.createSession('1', {})
  return {
    headers: [lucia.createSessionCookie(id).serialize()],
    tokens: () => [...records.keys()],
    async logout() {
      await lucia.invalidateSession(id)
      return [lucia.createBlankSessionCookie().serialize()]
    },
  }
}

/** Lucia knows no requests: its cookie is `Secure` by either way. */
summarise('lucia', 'cookies, sessions and logouts as the table says')

testAuthFacts({ folder: 'lucia', table, login })

describe('its signatures', () => {
  const ending = table.signatures.filter(({ roles: { emits, versions }, text }) => emits === 'sessionDestroyed' && versions === undefined && !text.includes('All'))
  it.each(ending)('$text ends the session', async ({ text }) => {
    const { lucia, records } = start()
    const { id, userId } = await lucia.createSession('1', {})
    await runCode(text, { lucia }, { id, user: userId })
    expect([...records.keys()]).toEqual([])
  })

  const giving = table.signatures.filter(({ roles }) => roles.emits === 'sessionIdGiven')
  it.each(giving)('$text gives it an ID', async ({ roles, text }) => {
    const { lucia, records } = start()
    expect(roles.value).toBe('options.sessionId')
    await runCode(text, { lucia }, { user: '1', attributes: {}, options: { sessionId: 'made by hand' } })
    expect([...records.keys()]).toEqual(['made by hand'])
  })

  const clearing = table.signatures.filter(({ roles }) => roles.emits === 'cookieCleared')
  it.each(clearing)('$text deletes the cookie, and leaves the session', async ({ text }) => {
    const { lucia, records } = start()
    await lucia.createSession('1', {})
    const cookie = runCode(text, { lucia }) as { serialize(): string }
    expect(parseSetCookie(cookie.serialize())).toMatchObject({ name: table.session?.name.default, value: '', deleted: true })
    expect(records.size).toBe(1)
  })
})

describe.each(Object.entries(table.session?.lifetime.spans ?? {}))('a time span at %s', (option, { units }) => {
  it.each(Object.entries(units))('in %s counts %d seconds each', async (unit, seconds) => {
    const { headers } = await login({ [option]: new TimeSpan(3000, unit) })
    expect(headers.map(parseSetCookie)[0]?.attributes.maxAge).toBe(3000 * seconds)
  })
})

describe('beside the table', () => {

  it('a cookie that does not expire lives for 400 days, and the session as long as ever', async () => {
    const { headers } = await login({ sessionCookie: { expires: false } })
    expect(headers.map(parseSetCookie)[0]?.attributes.maxAge).toBe(400 * 24 * 60 * 60)
  })

  it('IDs have as many bits as the generators say', () => {
    expect(generateIdFromEntropySize(25)).toMatch(/^[a-z2-7]{40}$/)
    const seen = new Set(Array.from({ length: 200 }, () => generateId(40)).join(''))
    expect(Math.log2(seen.size)).toBeCloseTo(5.17, 2)
  })
})
