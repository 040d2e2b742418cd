import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adonisjsAuth } from '../../lib/frameworks/adonisjs-auth.js'
import { adonisjsSession } from '../../lib/frameworks/adonisjs-session.js'
import { adonisjs } from '../../lib/frameworks/adonisjs.js'
import type { Emission, Framework } from '../../lib/frameworks/framework.js'
import { addressOf, installedForNewerNode, startAdonis } from './adonisjs.js'
import { cookieFacts, type Options } from './cookie-facts.js'
import type { Site, Visitor } from './server.js'

const USER = 'Ada Lovelace of 1815'
const HOUR = 60 * 60
const { site: open, stop } = await startAdonis()
afterAll(stop)

function textsOf({ signatures }: Framework, emission: Emission): readonly string[] {
  return signatures.filter(({ roles }) => roles.emits === emission).map(({ text }) => text)
}

for (const { table, shown } of [
  { table: adonisjs, shown: 'cookies and headers as the table says' },
  { table: adonisjsSession, shown: 'sessions as the table says' },
  { table: adonisjsAuth, shown: 'logins and logouts as the table says' },
]) {
  let failed = false
  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail'
  })
  afterAll(() => {
    const { name, version } = installedForNewerNode(table.name)
    if (!failed) console.log(`${name} ${version}: ${shown}`)
  })
}

describe('the cookies', () => {
  const facts = cookieFacts(adonisjs)
  const writers = textsOf(adonisjs, 'cookieWritten')
  const [writer = ''] = writers

  async function write(text: string, options?: Options) {
    const { cookies, status } = await (await open()).get(addressOf([text], { name: 'flavour', value: 'plain', ...(options && { options }) }))
    expect(status).toBe(200)
    return cookies.find(({ name }) => name === 'flavour')
  }

  it.each(writers)('%s writes a cookie with the attributes that the table calls defaults', async (text) => {
    expect((await write(text))?.attributes).toEqual(facts.defaults)
    expect((await write(text, {}))?.attributes).toEqual(facts.defaults)
  })

  it.each(writers)('%s takes options by the names that the table uses', async (text) => {
    const options = { httpOnly: false, secure: false, sameSite: 'strict', path: '/cellar', maxAge: HOUR }
    expect((await write(text, options))?.attributes).toEqual({ sameSite: 'strict', path: '/cellar', maxAge: HOUR })
  })

  it('an age may be words', async () => {
    expect((await write(writer, { maxAge: '30 mins' }))?.attributes.maxAge).toBe(HOUR / 2)
  })

  it.each([0, null])('a cookie with a maxAge of %s ends with the browser', async (maxAge) => {
    const sent = await write(writer, { maxAge })
    expect({ deleted: sent?.deleted, maxAge: sent?.attributes.maxAge }).toEqual({ deleted: facts.zeroDeletes, maxAge: undefined })
  })

  it.each(textsOf(adonisjs, 'cookieCleared'))('%s deletes the cookie', async (text) => {
    expect((await write(text, { path: '/cellar' }))?.deleted).toBe(true)
  })

  it.each(textsOf(adonisjs, 'headerWritten'))('%s writes a header', async (text) => {
    const { cookies } = await (await open()).get(addressOf([text], { header: 'Set-Cookie', value: 'flavour=plain' }))
    expect(cookies.map(({ header }) => header)).toContain('flavour=plain')
  })
})

describe('the sessions', () => {
  const facts = adonisjsSession.session
  const { end, renew } = facts ?? {}
  const [put = ''] = textsOf(adonisjsSession, 'sessionWritten')
  const [forget = ''] = textsOf(adonisjsSession, 'sessionPropertyDeleted')

  async function run(visitor: Visitor, texts: readonly string[], sessions: Options = {}) {
    const answer = await visitor.get(addressOf(texts, { property: 'user', value: USER }, sessions))
    expect(answer.status).toBe(200)
    return answer
  }

  async function seen(visitor: Visitor, sessions?: Options): Promise<unknown> {
    return JSON.parse((await run(visitor, ['session.get(property)'], sessions)).text) as unknown
  }

  async function logIn(site: Site, sessions?: Options): Promise<Visitor> {
    const visitor = site.visitor()
    await run(visitor, [put], sessions)
    expect(await seen(visitor, sessions)).toBe(USER)
    return visitor
  }

  it('have a cookie with the attributes and the name that the table calls defaults', async () => {
    const { cookies } = await run((await open()).visitor(), [put])
    expect(cookies.map(({ attributes, name }) => ({ attributes, name }))).toEqual([{ attributes: cookieFacts(adonisjsSession).defaults, name: facts?.name.default }])
  })

  it('have a cookie with the attributes, the name and the age of their options', async () => {
    const sessions = { [facts?.name.options[0] ?? '']: 'renamed', age: HOUR, cookie: { httpOnly: false, secure: false, sameSite: 'strict', path: '/', maxAge: 5 } }
    const { cookies } = await run((await open()).visitor(), [put], sessions)
    expect(cookies.map(({ attributes, name }) => ({ attributes, name }))).toEqual([{ attributes: { sameSite: 'strict', path: '/', maxAge: HOUR }, name: 'renamed' }])
  })

  it.each([
    { store: 'memory', kind: 'server' },
    { store: 'cookie', kind: 'client' },
  ])('are kept on the $kind with store: $store', async ({ kind, store }) => {
    const visitor = await logIn(await open(), { store })
    const other = await startAdonis()
    onTestFinished(other.stop)
    expect(await seen(visitor.copy(await other.site()), { store })).toBe(kind === 'client' ? USER : null)
  })

  it(`${forget} takes it out of the session`, async () => {
    const visitor = await logIn(await open())
    await run(visitor, [forget])
    expect(await seen(visitor)).toBe(null)
  })

  it.each(['before', 'after'])(`the id is renewed when ${renew?.code ?? ''} comes %s the login`, async (order) => {
    const visitor = (await open()).visitor()
    // A visitor who has a session with something in it.
    await run(visitor, [`session.put(value, value)`])
    const attacker = visitor.copy()
    const code = renew?.code ?? ''
    await run(visitor, order === 'before' ? [code, put] : [put, code])
    expect([await seen(visitor), await seen(attacker)]).toEqual([USER, null])
  })

  it(`${renew?.code ?? ''} keeps the data`, async () => {
    const visitor = await logIn(await open())
    await run(visitor, [renew?.code ?? ''])
    expect(renew?.keepsData).toBe(true)
    expect(await seen(visitor)).toBe(USER)
  })

  it(`without ${renew?.code ?? ''} a login keeps the id`, async () => {
    const visitor = (await open()).visitor()
    await run(visitor, [`session.put(value, value)`])
    const attacker = visitor.copy()
    await run(visitor, [put])
    expect(await seen(attacker)).toBe(USER)
  })

  it(`${end?.code ?? ''} ends the session`, async () => {
    const visitor = await logIn(await open())
    const thief = visitor.copy()
    await run(visitor, [end?.code ?? ''])
    expect([await seen(visitor), await seen(thief)]).toEqual([null, null])
  })

  it('a deleted cookie leaves the record, which a copy of the cookie opens', async () => {
    const visitor = await logIn(await open())
    const thief = visitor.copy()
    const { cookies } = await visitor.get(addressOf(['response.clearCookie(name)'], { name: facts?.name.default }))
    expect(cookies.map(({ deleted }) => deleted)).toEqual([true, false])
    expect(await seen(thief)).toBe(USER)
  })

  it('end on the server after their age, which each visit moves', { timeout: 20_000 }, async () => {
    const location = mkdtempSync(join(tmpdir(), 'adonis-sessions-'))
    const sessions = { store: 'file', location, age: 2 }
    const [visitor, thief] = [await logIn(await open(), sessions), (await logIn(await open(), sessions)).copy()]
    for (let visit = 1; visit <= 2; visit++) {
      await new Promise((resolve) => setTimeout(resolve, 1300))
      expect(await seen(visitor, sessions)).toBe(USER)
    }
    expect(await seen(thief, sessions)).toBe(null)
    rmSync(location, { recursive: true })
  })
})

describe('the guard of sessions', () => {
  const [login = ''] = textsOf(adonisjsAuth, 'sessionRegenerated')
  const [logout = ''] = textsOf(adonisjsAuth, 'logoutByLibrary')
  const keep = 'session.put(property, value)'
  const places = { user: USER, property: 'cart', value: 'tulips' }

  async function run(visitor: Visitor, ...texts: readonly string[]): Promise<unknown> {
    const { status, text } = await visitor.get(addressOf(texts, places))
    expect(status).toBe(200)
    return JSON.parse(text) as unknown
  }

  it(`${login} renews the id and keeps the data`, async () => {
    const visitor = (await open()).visitor()
    await run(visitor, keep)
    const attacker = visitor.copy()
    await run(visitor, login)
    expect([await run(visitor, 'session.get(property)'), await run(attacker, 'session.get(property)')]).toEqual(['tulips', null])
  })

  it(`${logout} forgets the user, and leaves everything else under the same id`, async () => {
    const visitor = (await open()).visitor()
    await run(visitor, login, keep)
    const thief = visitor.copy()
    await run(visitor, logout)
    expect(await run(thief, 'session.get(property)')).toBe('tulips')
    await expect(visitor.get(addressOf(['auth.use().authenticate()']))).resolves.toMatchObject({ status: 500 })
  })
})
