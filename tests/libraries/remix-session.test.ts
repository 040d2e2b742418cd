import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { remixSession } from '../../lib/frameworks/remix-session.js'
import { pass, stopClock } from './clock.js'
import { load, summarise } from './installed.js'
import { runCode } from './run-code.js'
import { USER } from './session-facts.js'

interface Session {
  readonly id: string
  get(name: string): unknown
  set(name: string, value: unknown): void
}

interface Storage {
  read(cookie: string | null): Promise<Session>
  save(session: Session): Promise<string | null>
}

const { createMemorySessionStorage } = load('@remix-run/session/memory-storage') as { createMemorySessionStorage(): Storage }
const { createFsSessionStorage } = load('@remix-run/session/fs-storage') as { createFsSessionStorage(folder: string): Storage }
const { createCookieSessionStorage } = load('@remix-run/session/cookie-storage') as { createCookieSessionStorage(): Storage }

const folder = mkdtempSync(join(tmpdir(), 'remix-session-'))
afterAll(() => rmSync(folder, { recursive: true }))

summarise('@remix-run/session', 'sessions in memory and in files as the table says')

describe.each([
  { title: 'in memory', make: createMemorySessionStorage },
  { title: 'in files', make: () => createFsSessionStorage(mkdtempSync(join(folder, 'storage-'))) },
])('sessions $title', ({ make }) => {
  /** Someone who has visited, and the cookie of the visit. */
  async function visit(): Promise<{ readonly storage: Storage; readonly session: Session; readonly cookie: string | null }> {
    const storage = make()
    const first = await storage.read(null)
    first.set('user', USER)
    const cookie = await storage.save(first)
    return { storage, cookie, session: await storage.read(cookie) }
  }

  it('are on the server, under the id in the cookie', async () => {
    const { cookie, session } = await visit()
    expect(cookie).toBe(session.id)
    expect(session.get('user')).toBe(USER)
    expect((await make().read(cookie)).get('user')).toBeUndefined()
  })

  it('have no end', async () => {
    stopClock()
    const { cookie, storage } = await visit()
    pass(10 * 365 * 24 * 60 * 60)
    expect((await storage.read(cookie)).get('user')).toBe(USER)
    expect(remixSession.session?.lifetime.default).toBeUndefined()
  })

  it('keep their id at a login', async () => {
    const { cookie, session, storage } = await visit()
    session.set('user', 'somebody else')
    expect(await storage.save(session)).toBe(cookie)
  })

  it('take no id that nobody gave out', async () => {
    expect((await make().read('deadbeef')).id).not.toBe('deadbeef')
  })

  const { end, renew } = remixSession.session ?? {}

  it(`${renew?.code ?? ''} gives a new id at once, keeps the data and deletes the old record`, async () => {
    const { cookie, session, storage } = await visit()
    expect(runCode(renew?.code.replace('session.', '') ?? '', session)).toBeUndefined()
    expect(renew).toMatchObject({ ends: 'at once', keepsData: true })
    const renewed = await storage.save(session)
    expect(renewed).not.toBe(cookie)
    expect((await storage.read(renewed)).get('user')).toBe(USER)
    expect((await storage.read(cookie)).get('user')).toBeUndefined()
  })

  it('a renewal without the argument keeps the old record, in which there is nothing new', async () => {
    const { cookie, session, storage } = await visit()
    runCode('regenerateId()', session)
    session.set('user', 'somebody else')
    await storage.save(session)
    expect((await storage.read(cookie)).get('user')).toBe(USER)
  })

  it(`${end?.code ?? ''} ends the session`, async () => {
    const { cookie, session, storage } = await visit()
    runCode(end?.code.replace('session.', '') ?? '', session)
    expect(await storage.save(session)).toBe('')
    expect((await storage.read(cookie)).get('user')).toBeUndefined()
  })

  it.each(remixSession.signatures)('$text does what it emits', async ({ roles, text }) => {
    const { cookie, session, storage } = await visit()
    runCode(text, { storage: { read: () => session } }, { cookie, property: 'user', value: 'somebody else' })
    const after = await storage.read(await storage.save(session))
    const kept = { sessionWritten: 'somebody else', sessionPropertyDeleted: undefined, sessionRegenerated: USER, sessionDestroyed: undefined }
    expect(kept).toHaveProperty(roles.emits)
    expect(after.get('user')).toBe(kept[roles.emits as keyof typeof kept])
    if (roles.emits === 'sessionRegenerated') expect(after.id).not.toBe(cookie)
  })
})

it('sessions in the cookie are whatever the cookie says, under any id', async () => {
  const session = await createCookieSessionStorage().read(JSON.stringify({ i: 'any', d: [{ user: USER }, {}] }))
  expect(session.get('user')).toBe(USER)
})
