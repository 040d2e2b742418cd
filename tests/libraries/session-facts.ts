import { inspect } from 'node:util'
import type { Framework, LifetimeFacts, Operation, SessionFacts, Signature } from '../../lib/frameworks/framework.js'
import type { Handler, Handlers } from './applications.js'
import { pass, stopClock } from './clock.js'
import { cookieFacts, defaults, maxAge, sameSiteLax, type Options } from './cookie-facts.js'
import { installed, meets } from './installed.js'
import { exported, object, runCode, runSignature, type Handed, type Owner, type Places } from './run-code.js'
import type { Answer, Scheme, Site, Visitor } from './server.js'
import type { SetCookie } from './set-cookie.js'

/** A library that keeps sessions. */
export interface SessionLibrary {
  /** Its folder among the installed packages. */
  readonly folder: string
  readonly table: Framework
  /** A new server: sessions with these options, and handlers by their paths. */
  serve(options: Options, handlers: Handlers): Promise<Site>
  /** A store for the option of this name; left out where there are no stores. */
  readonly store?: (option: string) => Store
  /** The id of the session, as its store knows it. */
  readonly idOf?: (handed: Handed) => unknown
  /** Whether a cookie that is secure is sent by http too, where browsers refuse it. */
  readonly sendsSecureByHttp?: boolean
  /** How many seconds it lets pass after an end, for clocks that differ. */
  readonly grace?: number
  /** How many seconds a cookie ends before its `maxAge` is over. */
  readonly early?: number
}

export interface Store {
  readonly value: unknown
  /** The ids of the records that it holds. */
  ids(): readonly string[]
}

type Kind = 'client' | 'server'

export const USER = 'Ada Lovelace of 1815'
const HOUR = 60 * 60
const DAY = 24 * HOUR
const DECADE = 10 * 365 * DAY
/** What people write for "no end", beside what the table lists. */
const MAYBE_ENDLESS = [null, undefined, false, 0, Infinity]

/** Tests that compare the sessions of a library with its table. */
export function testSessionFacts(library: SessionLibrary): void {
  const { kind, store: options = [] } = sessionFacts(library.table)

  if (typeof kind === 'string') {
    describe('its sessions', () => {
      testOneKind(library, kind, options)
    })
    return
  }

  if ('serverIf' in kind) {
    const { option, value } = kind.serverIf
    describe('its sessions in the cookie', () => {
      testOneKind(library, 'client', [])
    })
    describe(`its sessions with ${option}: ${String(value)}`, () => {
      testOneKind(library, 'server', [], () => ({ [option]: value }))
    })
    return
  }

  if ('clientWhen' in kind) {
    const { option, values } = kind.clientWhen
    describe('its sessions in the cookie', () => {
      testOneKind(library, 'client', [], () => ({ [option]: object(values, {}) }))
    })
    describe('its sessions in a store', () => {
      testOneKind(library, 'server', options, () => ({ [option]: storeFor(library, option).value }))
    })
    return
  }

  describe('its sessions without a store', () => {
    testOneKind(library, 'client', [])
  })
  describe.each(options)('its sessions with the option %s', (option) => {
    const kindThen = 'serverWhen' in kind && kind.serverWhen.includes(option) ? 'server' : 'client'
    testOneKind(library, kindThen, [option], () => ({ [option]: storeFor(library, option).value }))
  })
}

/** Handlers that log someone in and tell whom the session belongs to. */
export function loginAndVisit(table: Framework): Readonly<Record<'/login' | '/visit', Handler>> {
  const facts = sessionFacts(table)

  return {
    '/login': (handed) => {
      sessionOf(facts, handed).user = USER
    },
    '/visit': (handed) => session(facts, handed)?.user ?? 'nobody',
  }
}

/** Whom the server sees in a visitor. */
export async function seen(visitor: Visitor): Promise<unknown> {
  const { text } = await visitor.get('/visit')
  return JSON.parse(text)
}

function testOneKind(library: SessionLibrary, kind: Kind, stores: readonly string[], base = (): Options => ({})): void {
  const { table } = library
  const facts = sessionFacts(table)
  const cookie = cookieFacts(table)
  const lifetime = kind === 'server' ? lifetimeOnServer(facts) : facts.lifetime
  const { version } = installed(library.folder)
  const plain = loginAndVisit(table)
  const run = (signature: Signature, handed: Handed, places: Places): unknown =>
    isOnHandler(facts)
      ? runSignature(table, signature, handed, places)
      : runCode(signature.text, { [signature.root]: ownerOf(facts, handed) }, places)

  function serve(options: Options = {}, handlers: Handlers = {}): Promise<Site> {
    return library.serve({ ...base(), ...options }, { ...plain, ...handlers })
  }

  /** Logs someone in and gives what the server said, too. */
  async function start(options?: Options, handlers?: Handlers, scheme: Scheme = 'https'): Promise<Started> {
    const site = await serve(options, handlers)
    const visitor = site.visitor()
    const answer = await visitor.get('/login', scheme)
    return { site, visitor, answer, cookie: answer.cookies.find(({ name }) => !name.endsWith('.sig')) }
  }

  /** With a store that answers at once: an operation that lacks its callback throws where it can be caught. */
  function startAtOnce(handlers: Handlers): Promise<Started> {
    const [option] = stores
    return start(option ? { [option]: storeFor(library, option).value } : {}, handlers)
  }

  beforeEach(stopClock)

  describe('the cookie', () => {
    it.each(['http', 'https'] as const)('has the attributes that the table calls defaults, by %s', async (scheme) => {
      const { cookie: sent } = await start({}, {}, scheme)
      const refused = cookie.defaults.secure === true && scheme === 'http' && !library.sendsSecureByHttp
      expect(sent?.attributes).toEqual(refused ? undefined : defaults(cookie, scheme))
    })

    it(`has SameSite=Lax, spelled ${cookie.lax ?? 'lax'}`, async () => {
      const { cookie: sent } = await start(cookieOptions(table, sameSiteLax(cookie)))
      expect(sent?.attributes.sameSite).toBe('lax')
    })

    if (cookie.secureByConnection !== undefined) {
      const value = cookie.secureByConnection
      it.each(['http', 'https'] as const)(`with secure: '${value}' follows the connection, by %s`, async (scheme) => {
        const { cookie: sent } = await start(cookieOptions(table, { [cookie.keys?.secure ?? 'secure']: value }), {}, scheme)
        expect(sent?.attributes.secure ?? false).toBe(scheme === 'https')
      })
    }

    it('has its maxAge in the unit of the table', async () => {
      const { cookie: sent } = await start(cookieOptions(table, maxAge(cookie, HOUR)))
      expect(sent?.attributes.maxAge).toBe(HOUR - (library.early ?? 0))
    })

    it(`with a maxAge of 0 ${cookie.zeroDeletes ? 'is deleted' : 'ends with the browser'}`, async () => {
      const { cookie: sent } = await start(cookieOptions(table, maxAge(cookie, 0)))
      expect(sent).toBeDefined()
      expect({ deleted: sent?.deleted }).toEqual({ deleted: cookie.zeroDeletes })
      if (!cookie.zeroDeletes) expect(sent?.attributes.maxAge).toBeUndefined()
    })

    if (facts.name.default !== '') {
      it('has the name that the table calls the default', async () => {
        expect((await start()).cookie?.name).toBe(facts.name.default)
      })
    }

    it.each(facts.name.options)('is renamed by the option %s', async (option) => {
      const write: Handler = (handed) => {
        // The option may rename the property as well.
        const renamed = (session(facts, handed) ?? ownerOf(facts, handed).renamed) as Owner
        renamed.user = USER
      }
      expect((await start({ [option]: 'renamed' }, { '/login': write })).cookie?.name).toBe('renamed')
    })
  })

  it(`keeps the data ${kind === 'server' ? 'in the store, under the id of the cookie' : 'in the cookie'}`, async () => {
    const { visitor, cookie: sent } = await start()
    expect(await seen(visitor)).toBe(USER)

    // Another server with the same secret, and a store of its own.
    const elsewhere = visitor.copy(await serve())
    expect(await seen(elsewhere)).toBe(kind === 'server' ? 'nobody' : USER)
    const canBeRead = Buffer.from(decodeURIComponent(sent?.value ?? ''), 'base64').toString().includes(USER)
    expect({ canBeRead }).toEqual({ canBeRead: kind === 'client' && facts.isReadable === true })
  })

  const { end, renew } = facts

  if (end) {
    it(`${end.code} ends the session${kind === 'server' ? '' : ', but a copy of the cookie stays good'}`, async () => {
      const { visitor } = await start({}, { '/end': (handed) => operate(end, ownerOf(facts, handed)) })
      const thief = visitor.copy()
      expect((await visitor.get('/end')).status).toBe(200)
      expect(await seen(thief)).toBe(kind === 'server' ? 'nobody' : USER)
      if (kind === 'client') expect(await seen(visitor)).toBe('nobody')
    })

    if (facts.keepsCookie) {
      it(`${end.code} leaves the cookie in the browser`, async () => {
        const { visitor, cookie: before } = await start({}, { '/end': (handed) => operate(end, ownerOf(facts, handed)) })
        const { cookies } = await visitor.get('/end')
        expect(cookies.filter(({ name }) => name === before?.name)).toEqual([])
      })
    }

    it(`the end of ${end.code} is known as the table says`, async () => {
      expect(await howItEnds(startAtOnce, facts, end)).toBe(end.ends)
    })
  }

  if (renew && kind === 'server' && meets(version, renew.versions)) {
    it(`${renew.code} changes the id and ${renew.keepsData ? 'keeps' : 'drops'} the data`, async () => {
      const { visitor, cookie: before } = await start({}, {
        '/renew': async (handed) => {
          await operate(renew, ownerOf(facts, handed))
          const kept = plain['/visit'](handed)
          // Another record than before: koa-generic-session saves nothing where old and new are alike.
          Object.assign(sessionOf(facts, handed), { user: USER, renewed: true })
          return kept
        },
      })
      const thief = visitor.copy()
      const answer = await visitor.get('/renew')
      const after = answer.cookies.findLast(({ name }) => name === before?.name)

      expect(after?.value).toMatch(/./)
      expect(after?.value).not.toBe(before?.value)
      expect(JSON.parse(answer.text)).toBe(renew.keepsData ? USER : 'nobody')
      expect([await seen(visitor), await seen(thief)]).toEqual([USER, 'nobody'])
    })

    it(`the end of ${renew.code} is known as the table says`, async () => {
      expect(await howItEnds(startAtOnce, facts, renew)).toBe(renew.ends)
    })
  }

  it('shows its id where it is written down as a whole, as the table says', async () => {
    const write: Handler = (handed) => {
      const whole = session(facts, handed)
      return { json: asJson(whole), printed: inspect(whole), id: library.idOf?.(handed) ?? '' }
    }
    const { cookie: sent, visitor } = await start({}, { '/write': write })
    const { id, ...texts } = JSON.parse((await visitor.get('/write')).text) as Readonly<Record<'id' | 'json' | 'printed', string>>
    const ids = kind === 'server' ? [id, ...decodeURIComponent(sent?.value ?? '').split(/[.:]/)].filter((part) => part.length >= 16) : []
    const shown = Object.entries(texts).flatMap(([form, text]) => (ids.some((part) => text.includes(part)) ? [form] : []))
    expect(shown).toEqual(kind === 'server' ? (facts.showsId ?? []) : [])
  })

  const uses = table.signatures.filter(({ roles }) => meets(version, roles.versions))

  it.each(uses.filter(({ roles }) => roles.emits === 'sessionSaved').map((signature) => [signature.text, signature] as const))(
    'the end of %s is known as the table says',
    async (text, { roles, root }) => {
      const code = text.slice(root.length + 1).replace(/\(.*\)$/, '')
      expect(await howItEnds(startAtOnce, facts, { code, ends: 'at once', keepsData: true })).toBe(roles.ends)
    },
  )

  it.each(uses.filter(({ roles }) => roles.needs !== undefined).map((signature) => [signature.text, signature] as const))(
    '%s throws without what it needs',
    async (_text, signature) => {
      let thrown: unknown
      const { visitor } = await startAtOnce({
        '/needs': (handed) => {
          try {
            run(signature, handed, {})
          } catch (error) {
            thrown = error
          }
        },
      })
      await visitor.get('/needs')
      expect(thrown).toBeInstanceOf(TypeError)
    },
  )

  const using = (signature: Signature): Handler => (handed) =>
    finished(signature.text, (done) =>
      run(signature, handed, {
        ...(done && { done }),
        id: library.idOf?.(handed),
        property: 'user',
        value: USER,
        data: { user: USER },
      }),
    )

  for (const signature of uses.filter(({ roles }) => roles.emits === 'sessionWritten')) {
    it(`${signature.text} writes into the session`, async () => {
      const { visitor } = await start({}, { '/login': using(signature) })
      expect(await seen(visitor)).toBe(USER)
    })
  }

  for (const signature of uses.filter(({ roles }) => roles.emits === 'sessionPropertyDeleted')) {
    it(`${signature.text} takes it out of the session, which lives on`, async () => {
      const { visitor } = await start({}, { '/forget': using(signature) })
      const thief = visitor.copy()
      await visitor.get('/forget')
      expect(await seen(visitor)).toBe('nobody')

      await visitor.get('/login')
      if (kind === 'server') expect(await seen(thief)).toBe(USER)
    })
  }

  for (const signature of uses.filter(({ roles }) => roles.emits === 'sessionReplaced')) {
    if (!renew || kind === 'client' || !meets(version, renew.versions)) continue

    it(`${signature.text} with the session from before the renewal puts the old id back`, async () => {
      const { visitor } = await start({}, {
        '/login-again': async (handed) => {
          const old = session(facts, handed)
          await operate(renew, ownerOf(facts, handed))
          run(signature, handed, { value: old })
          Object.assign(sessionOf(facts, handed), { user: 'someone else' })
        },
      })
      const attacker = visitor.copy()
      await visitor.get('/login-again')
      expect(await seen(attacker)).toBe('someone else')
    })
  }

  for (const signature of uses.filter(({ roles }) => roles.emits === 'sessionRegenerated' && kind === 'server')) {
    it(`${signature.text} renews the id`, async () => {
      const { visitor } = await start({}, { '/renew': using(signature) })
      const thief = visitor.copy()
      await visitor.get('/renew')
      await visitor.get('/login')
      expect([await seen(visitor), await seen(thief)]).toEqual([USER, 'nobody'])
    })
  }

  // Where there may be no record, there is nothing that deletes it.
  const mayBeInCookie = kind === 'client' && typeof facts.kind === 'object' && 'serverIf' in facts.kind

  for (const signature of uses.filter(({ roles }) => roles.emits === 'sessionDestroyed' && !mayBeInCookie)) {
    it(`${signature.text} ends the session`, async () => {
      const { visitor } = await start({}, { '/end': using(signature) })
      const thief = visitor.copy()
      await visitor.get('/end')
      expect(await seen(kind === 'server' ? thief : visitor)).toBe('nobody')
    })
  }

  for (const signature of uses.filter(({ roles }) => roles.emits === 'sessionAbandoned')) {
    const { abandonedEndsWith: option } = facts

    it(`${signature.text} does not end the session`, async () => {
      const { visitor } = await start({}, { '/end': using(signature) })
      await visitor.get('/end')
      expect(await seen(visitor)).toBe(USER)
    })

    if (!option) continue

    it(`${signature.text} ends it with ${option.option}: '${option.value}'`, async () => {
      const { visitor } = await start({ [option.option]: option.value }, { '/end': using(signature) })
      const thief = visitor.copy()
      await visitor.get('/end')
      expect(await seen(thief)).toBe('nobody')
    })
  }

  if (kind === 'server') testStores(library, stores, serve)

  describe('the lifetime', () => {
    testLifetime(library, lifetime, start)
  })
}

/** Records end by themselves where a table says so, whatever is said about the cookie. */
function lifetimeOnServer({ lifetime }: SessionFacts): LifetimeFacts {
  const { defaultOnServer } = lifetime
  return defaultOnServer === undefined ? lifetime : { ...lifetime, default: defaultOnServer, endless: [], enforcedBy: 'server' }
}

/** An object as JSON; nothing where it cannot be written so. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return ''
  }
}

interface Started {
  readonly site: Site
  readonly visitor: Visitor
  readonly answer: Answer
  readonly cookie: SetCookie | undefined
}

type Start = (options?: Options, handlers?: Handlers) => Promise<Started>

function testStores(
  library: SessionLibrary,
  stores: readonly string[],
  serve: (options: Options) => Promise<Site>,
): void {
  const { generator = [], generatorAsks = false, memoryStore } = sessionFacts(library.table)

  if (memoryStore) {
    it.each(stores)(`${memoryStore} is a store for the option %s, in which nothing ends by itself`, async (option) => {
      const site = await serve({ [option]: exported(library.folder, [memoryStore, 'new()']) })
      const visitor = site.visitor()
      await visitor.get('/login')
      pass(DECADE)
      expect(await seen(visitor)).toBe(USER)
    })
  }

  describe.each(stores)('with a store of its own under %s', (option) => {
    async function start(options: Options = {}): Promise<{ store: Store; site: Site }> {
      const store = storeFor(library, option)
      return { store, site: await serve({ ...options, [option]: store.value }) }
    }

    it('the record is in it under the id that the cookie carries', async () => {
      const { store, site } = await start()
      const { cookies } = await site.visitor().get('/login')
      const [id = 'no record', ...others] = store.ids()
      expect(others).toEqual([])
      expect(cookies.map(({ value }) => value).join()).toContain(id)
    })

    it('ids are unique and have 112 bits or more', async () => {
      const { store, site } = await start()
      await Promise.all(Array.from({ length: 150 }, () => site.get('/login')))
      expect(new Set(store.ids()).size).toBe(150)
      expect(bits(store.ids())).toBeGreaterThanOrEqual(112)
    })

    it.each(generator)('ids come from the option %s', async (name) => {
      const { store, site } = await start({ [name]: () => 'an-id-of-our-own-making' })
      await site.get('/login')
      expect(store.ids()).toEqual(['an-id-of-our-own-making'])
    })

    it.each(generator)(`the option %s is ${generatorAsks ? '' : 'not '}given the request`, async (name) => {
      const given: unknown[] = []
      const { site } = await start({
        [name]: (first: unknown) => {
          given.push(first)
          return 'an-id-of-our-own-making'
        },
      })
      await site.get('/login')
      expect(given.every((first) => typeof first === 'object' && first !== null && 'headers' in first)).toBe(generatorAsks)
    })
  })
}

function testLifetime({ grace = 0, table }: SessionLibrary, facts: LifetimeFacts, start: Start): void {
  const cookie = cookieFacts(table)
  const lasting = (seconds: number): Options => cookieOptions(table, maxAge(cookie, seconds))
  const { enforcedBy, slides } = facts
  const lifetimeOptions = Object.entries(facts.options ?? {})

  it('with nothing said is the default of the table', async () => {
    const { visitor, cookie: sent } = await start()
    const thief = visitor.copy()

    pass((facts.default ?? DECADE) - 2)
    expect(await seen(thief)).toBe(USER)
    pass(4 + grace)
    expect(await seen(thief)).toBe(facts.default !== undefined && enforcedBy === 'server' ? 'nobody' : USER)
    expect(sent?.attributes.maxAge).toBe(cookie.defaults.maxAge)
  })

  /** By every option that can limit it. */
  function limited(seconds: number): Options {
    const inUnit = { seconds, milliseconds: seconds * 1000 }
    const others = lifetimeOptions.map(([option, unit]) => ({ [option]: inUnit[unit] }))
    return Object.assign({}, lasting(seconds), ...others) as Options
  }

  it(`is enforced by the ${enforcedBy}: raw replays before and after its end`, async () => {
    // Each is replayed once only, since a visit may move the end.
    const early = (await start(limited(HOUR))).visitor.copy()
    const late = (await start(limited(HOUR))).visitor.copy()

    pass(HOUR - 2)
    expect(await seen(early)).toBe(USER)
    pass(4 + grace)
    expect(await seen(late)).toBe(enforcedBy === 'server' ? 'nobody' : USER)
  })

  if (grace === 0) {
    it(`is enforced by the ${enforcedBy} in real time, too`, async () => {
      vi.useRealTimers()
      const wholeSeconds = cookie.maxAge === 'seconds' || lifetimeOptions.some(([, unit]) => unit === 'seconds')
      const { site, answer } = await start(limited(wholeSeconds ? 1 : 0.1))
      const copied = answer.cookies.map(({ header }) => header.split(';', 1)[0]).join('; ')

      // A clock of whole seconds may round up by half of one.
      await new Promise((resolve) => setTimeout(resolve, wholeSeconds ? 1600 : 200))
      const { text } = await site.get('/visit', { cookie: copied })
      expect(JSON.parse(text)).toBe(enforcedBy === 'server' ? 'nobody' : USER)
    })
  }

  const option = typeof slides === 'object' ? slides.option : undefined
  const settings =
    typeof slides === 'object'
      ? [
          { given: {}, moves: slides.default },
          { given: { [slides.option]: false }, moves: false },
          { given: { [slides.option]: true }, moves: true },
        ]
      : [{ given: {}, moves: slides === 'always' }]

  for (const { given, moves } of settings) {
    const said = option && option in given ? `with ${option}: ${String(given[option])}` : 'with nothing said'

    // Where an option of its own is what the server enforces, that end is the one that counts.
    if (facts.enforced !== undefined && typeof slides === 'object') {
      it(`has an end on the server that each visit ${moves ? 'moves' : 'leaves alone'} ${said}`, async () => {
        const { visitor } = await start({ ...limited(1000), ...lasting(DAY), ...given })

        pass(600)
        expect(await seen(visitor)).toBe(USER)
        pass(600)
        expect(await seen(visitor)).toBe(moves ? USER : 'nobody')
      })
      continue
    }

    it(`has an end in the browser that each visit ${moves ? 'moves' : 'leaves alone'} ${said}`, async () => {
      const { visitor, cookie: first } = await start({ ...lasting(1000), ...given })

      pass(600)
      const again = (await visitor.get('/visit')).cookies.find(({ name }) => name === first?.name)
      expect(again?.attributes.maxAge).toBe(moves ? 1000 : undefined)
      pass(600)
      if (moves) expect(await seen(visitor)).toBe(USER)
    })
  }

  it('is endless with the values of maxAge that the table lists, and no others', async () => {
    const endless: unknown[] = []

    for (const value of new Set([...MAYBE_ENDLESS, ...(facts.endless ?? [])])) {
      const name = cookie.keys?.maxAge ?? 'maxAge'
      if (await isEndless(() => start(cookieOptions(table, { [name]: value })), enforcedBy)) endless.push(value)
    }
    expect(new Set(endless)).toEqual(new Set(facts.endless ?? []))
  })

  for (const [name] of lifetimeOptions) {
    it.each(facts.endlessOptions ?? [])(`is endless with ${name}: %s`, async (value) => {
      const { visitor } = await start({ [name]: value })
      pass(DECADE)
      expect(await seen(visitor.copy())).toBe(USER)
    })

    if (enforcedBy === 'browser' || facts.endless?.length === 0) continue

    it(`with an endless maxAge ${facts.endlessOverrules ? 'has no end' : 'ends'} in spite of ${name}`, async () => {
      for (const value of facts.endless ?? []) {
        const { visitor } = await start({ ...limited(HOUR), ...cookieOptions(table, { [cookie.keys?.maxAge ?? 'maxAge']: value }) })
        pass(HOUR + 2 + grace)
        expect(await seen(visitor.copy())).toBe(facts.endlessOverrules ? USER : 'nobody')
      }
    })
  }
}

/** Whether a session with this configuration works, has a cookie without an end, and is still known after ten years. */
async function isEndless(start: Start, enforcedBy: LifetimeFacts['enforcedBy']): Promise<boolean> {
  try {
    const { visitor, answer, cookie } = await start()
    if (answer.status !== 200 || !cookie || cookie.attributes.maxAge !== undefined) return false
    if ((await seen(visitor)) !== USER) return false
    if (enforcedBy === 'browser') return true
    pass(DECADE)
    return (await seen(visitor)) === USER
  } catch {
    // The option is refused, or the answer was cut off.
    return false
  }
}

/** How a caller can learn that the operation is done: measured with a callback, and without one. */
async function howItEnds(
  start: (handlers: Handlers) => Promise<Started>,
  facts: SessionFacts,
  { code }: Operation,
): Promise<Operation['ends']> {
  if (isWhole(code)) return 'at once'
  const measured = { callback: false, promise: false }

  const { visitor } = await start({
    '/with-callback': async (handed) => {
      await runCode(`${code}(done)`, ownerOf(facts, handed), { done: () => (measured.callback = true) })
      await new Promise((resolve) => setTimeout(resolve, 20))
    },
    '/without-callback': async (handed) => {
      try {
        const returned = runCode(`${code}()`, ownerOf(facts, handed))
        measured.promise = returned instanceof Promise
        await returned
      } catch {
        // It cannot do without its callback.
      }
    },
  })
  for (const path of ['/with-callback', '/login', '/without-callback']) await visitor.get(path)

  if (measured.callback) return measured.promise ? 'callback or promise' : 'callback'
  return measured.promise ? 'promise' : 'at once'
}

/** Whether the code of an operation is a statement as it stands; else it is called. */
function isWhole(code: string): boolean {
  return code.includes(' = ') || code.endsWith(')')
}

function operate({ code, ends }: Operation, owner: Owner): unknown {
  if (isWhole(code)) return runCode(code, owner)
  return finished(ends.startsWith('callback') ? '(done)' : '()', (done) =>
    runCode(`${code}(done?)`, owner, { ...(done && { done }) }),
  )
}

/** Waits for a callback where the text has one, else for what is returned. */
function finished(text: string, run: (done?: (error?: Error) => void) => unknown): unknown {
  if (!/\bdone\b/.test(text)) return run()
  return new Promise<void>((resolve, reject) => {
    run((error) => {
      if (error) reject(error)
      else resolve()
    })
  })
}

function sessionFacts(table: Framework): SessionFacts {
  if (!table.session) throw new Error(`The table of ${table.name} says nothing about sessions.`)
  return table.session
}

function storeFor(library: SessionLibrary, option: string): Store {
  if (!library.store) throw new Error(`No store to test ${option} with.`)
  return library.store(option)
}

/** What the session hangs on; or the session itself, as the context, where a call gives it. */
function ownerOf(facts: SessionFacts, handed: Handed): Owner {
  return (isOnHandler(facts) ? object(facts.of, handed) : handed.context) as Owner
}

function isOnHandler({ of }: SessionFacts): boolean {
  return [of].flat().some(({ kind }) => kind === 'object')
}

function session(facts: SessionFacts, handed: Handed): Owner | null | undefined {
  const [place] = facts.places
  const owner = ownerOf(facts, handed)
  return place === undefined ? owner : (owner[place] as Owner | null | undefined)
}

function sessionOf(facts: SessionFacts, handed: Handed): Owner {
  const found = session(facts, handed)
  if (!found) throw new Error('There is no session.')
  return found
}

/** Options of the cookie, where the signature that configures the session takes them. */
function cookieOptions(table: Framework, attributes: Options): Options {
  const place = table.signatures.find(({ roles }) => roles.emits === 'sessionConfigured')?.roles.cookie
  const key = place?.split('.')[1]
  return key ? { [key]: attributes } : attributes
}

/** How many bits ids differ in, counted from what was seen at each of their places. */
export function bits(ids: readonly string[]): number {
  const length = Math.min(...ids.map((id) => id.length))
  const places = Array.from({ length }, (_, place) => new Set(ids.map((id) => id[place])).size)
  return places.reduce((sum, seenThere) => sum + Math.log2(seenThere), 0)
}
