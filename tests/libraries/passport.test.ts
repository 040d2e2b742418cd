import type { Signature } from '../../lib/frameworks/framework.js'
import { passport as table } from '../../lib/frameworks/passport.js'
import { answerWithExpress, expressApplication, type Handlers } from './applications.js'
import { installed, load, meets, summarise } from './installed.js'
import { runCode, type Places } from './run-code.js'
import { serve, type Site } from './server.js'

interface Passport {
  initialize(): unknown
  session(): unknown
  use(strategy: object): void
  serializeUser(serialize: (user: unknown, done: (error: null, key: unknown) => void) => void): void
  deserializeUser(deserialize: (key: unknown, done: (error: null, user: unknown) => void) => void): void
}

interface Request {
  readonly user?: unknown
  readonly session: Record<string, unknown>
}

const USER = 'ada'
const session = load('express-session') as (options: object) => unknown

describe.each(['passport', 'passport05'])('%s', (folder) => {
  const { version } = installed(folder)
  const { Passport } = load(folder) as { readonly Passport: new () => Passport }
  const signatures = table.signatures.filter(({ roles }) => meets(version, roles.versions))
  const by = (...emissions: readonly string[]): readonly Signature[] =>
    signatures.filter(({ roles }) => emissions.includes(roles.emits))

  function makePassport(): Passport {
    const passport = new Passport()
    passport.use({
      name: 'trusting',
      authenticate(this: { success(user: string): void }) {
        this.success(USER)
      },
    })
    passport.serializeUser((user, done) => {
      done(null, user)
    })
    passport.deserializeUser((key, done) => {
      done(null, key)
    })
    return passport
  }

  function serveWith(passport: Passport, handlers: Handlers): Promise<Site> {
    const app = expressApplication()
    app.use(session({ secret: 'a secret of the tests', resave: false, saveUninitialized: true }))
    app.use(passport.initialize())
    app.use(passport.session())
    return serve(
      answerWithExpress(app, {
        '/visit': ({ request }) => {
          const visitor = request as Request
          visitor.session.visited = true
          return visitor.user ?? 'nobody'
        },
        ...handlers,
      }),
    )
  }

  /** Logs someone in whose cookie an attacker has planted, and tells whom the server sees in both. */
  async function login(signature: Signature, places: Places): Promise<{ user: unknown; attacker: unknown }> {
    const passport = makePassport()
    const site = await serveWith(passport, {
      '/login': ({ request, response }) =>
        new Promise<unknown>((resolve) => {
          const roots = { passport, req: request }
          const given = { user: USER, strategy: 'trusting', ...places }
          const run = (more: Places): unknown => runCode(signature.text, roots, { ...given, ...more })

          if (signature.root === 'req') run({ done: resolve })
          else (run({}) as (request: unknown, response: unknown, next: unknown) => void)(request, response, resolve)
          if (typeof places.done === 'function') resolve(undefined)
        }),
    })
    const visitor = site.visitor()
    await visitor.get('/visit')
    const attacker = visitor.copy()

    expect((await visitor.get('/login')).status).toBe(200)
    return { user: await seen(visitor), attacker: await seen(attacker) }
  }

  summarise(folder, 'logs in and out as the table says')

  it('each signature has one meaning in this version', () => {
    const texts = new Set(table.signatures.map(({ text }) => text))
    expect(signatures.map(({ text }) => text).sort()).toEqual([...texts].sort())
  })

  for (const signature of by('sessionRegenerated')) {
    it(`${signature.text} logs in under a new id`, async () => {
      expect(await login(signature, {})).toEqual({ user: USER, attacker: 'nobody' })
    })
  }

  for (const signature of by('loginByLibrary')) {
    it(`${signature.text} logs in under the old id`, async () => {
      expect(await login(signature, {})).toEqual({ user: USER, attacker: USER })
    })
  }

  for (const signature of by('sessionRegenerated', 'loginByLibrary')) {
    const { unless, unlessGiven } = signature.roles

    for (const { options, property, value = 'account' } of unless ?? []) {
      it(`${signature.text} leaves the session alone with ${property}: ${String(value)}`, async () => {
        const places = { [options]: { [property]: value } }
        expect(await login(signature, places)).toEqual({ user: 'nobody', attacker: 'nobody' })
      })
    }
    if (unlessGiven) {
      it(`${signature.text} leaves the session alone when it is given ${unlessGiven}`, async () => {
        const places = { [unlessGiven]: () => undefined }
        expect(await login(signature, places)).toEqual({ user: 'nobody', attacker: 'nobody' })
      })
    }
  }

  for (const signature of signatures.filter(({ roles }) => roles.needs !== undefined && roles.emits !== 'loginByLibrary')) {
    it(`${signature.text} throws without its callback, and the session lives on`, async () => {
      let thrown: unknown
      const site = await serveWith(makePassport(), {
        '/login': ({ request }) =>
          new Promise((resolve) => {
            runCode('login(user, done)', request, { user: USER, done: resolve })
          }),
        '/without': ({ request }) => {
          try {
            runCode(signature.text, { req: request }, { user: USER })
          } catch (error) {
            thrown = error
          }
        },
      })
      const visitor = site.visitor()
      await visitor.get('/login')
      await visitor.get('/without')
      expect(thrown).toBeInstanceOf(Error)
      expect(await seen(visitor)).toBe(USER)
    })
  }

  for (const signature of by('sessionDestroyed', 'logoutByLibrary')) {
    const isDestroyed = signature.roles.emits === 'sessionDestroyed'

    it(`${signature.text} logs out and ${isDestroyed ? 'ends' : 'keeps'} the session`, async () => {
      const site = await serveWith(makePassport(), {
        '/login': ({ request }) =>
          new Promise((resolve) => {
            runCode('login(user, done)', request, { user: USER, done: resolve })
          }),
        '/fill': ({ request }) => {
          ;(request as Request).session.cart = 'a book'
        },
        '/cart': ({ request }) => (request as Request).session.cart ?? 'empty',
        '/logout': ({ request }) =>
          new Promise<void>((resolve) => {
            runCode(signature.text, { req: request }, signature.roles.done ? { done: resolve } : {})
            if (!signature.roles.done) resolve()
          }),
      })
      const visitor = site.visitor()
      await visitor.get('/login')
      await visitor.get('/fill')
      const thief = visitor.copy()
      expect(await seen(thief)).toBe(USER)

      expect((await visitor.get('/logout')).status).toBe(200)
      expect([await seen(visitor), await seen(thief)]).toEqual(['nobody', 'nobody'])
      expect(JSON.parse((await thief.get('/cart')).text)).toBe(isDestroyed ? 'empty' : 'a book')
    })
  }
})

async function seen(visitor: { get(path: string): Promise<{ text: string }> }): Promise<unknown> {
  return JSON.parse((await visitor.get('/visit')).text)
}
