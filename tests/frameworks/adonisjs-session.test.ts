import { eventsOf, matchesOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'
import { formsOfNamed } from './import-forms.js'

const filename = fileIn('fixtures/adonis/app/controllers/session_controller.ts')
const CONFIGURED = 'sessionConfigured @adonisjs/session proved `defineConfig` httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=7200s*'

describe('a configuration', () => {
  it.each(formsOfNamed('@adonisjs/session', 'defineConfig').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; export default ${name}({ store: 'cookie', stores: {} })`)
    expect(events.map((event) => event.replace(/`.*`/, '`defineConfig`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['attributes of the cookie', `{ cookie: { httpOnly: false, secure: app.inProduction } }`, 'httpOnly=false secure=? sameSite=lax* path=/* lifetime=7200s*'],
    ['an age in words', `{ age: '30 mins' }`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=1800s'],
    ['an age in seconds', `{ age: 1800 }`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=1800s'],
    ['a cookie that ends with the browser', `{ clearWithBrowser: true }`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=7200s*'],
  ])('with %s', (_title, options, expected) => {
    expect(eventsOf(`import { defineConfig } from '@adonisjs/session'; export default defineConfig(${options})`)).toEqual([
      `sessionConfigured @adonisjs/session proved \`defineConfig\` ${expected}`,
    ])
  })

  it.each([
    ['of the application', `import { defineConfig } from '@adonisjs/core/http'; export const http = defineConfig({ cookie: { httpOnly: false } })`],
    ['of another package', `import { defineConfig } from '@adonisjs/shield'; export default defineConfig({ csrf: { enabled: true } })`],
    ['of the file', `import '@adonisjs/session'; const defineConfig = (x) => x; export default defineConfig({ cookie: { httpOnly: false } })`],
  ])('is none %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

/** A controller with one method. */
function controller(parameter: string, body: string, head = ''): string {
  return `import type { HttpContext } from '@adonisjs/core/http'; ${head} export default class SessionController { async store(${parameter}) { ${body} } }`
}

describe('a session', () => {
  it.each([
    ['that is handed apart', `{ session }: HttpContext`, `session.put('userId', user.id)`, 'session.put', ''],
    ['of the context', `ctx: HttpContext`, `ctx.session.put('userId', user.id)`, 'ctx.session.put', '/ctx'],
    ['under another name', `{ session: store }: HttpContext`, `store.put('userId', user.id)`, 'store.put', ''],
    ['by an alias', `ctx: HttpContext`, `const { session } = ctx; session.put('user', user)`, 'session.put', '/ctx'],
  ])('%s gets a user', (_title, parameter, body, call, carrier) => {
    expect(eventsOf(controller(parameter, body), { filename })).toEqual([
      `userLoggedIn @adonisjs/session proved \`${call}\` by=program session=@adonisjs/session/unknown/proved${carrier}`,
    ])
  })

  it.each([
    ['in memory', `store: 'memory', stores: { memory: stores.memory() }`, 'server'],
    ['in a database', `store: 'redis', stores: { cookie: stores.cookie(), redis: stores.redis({ connection: 'main' }) }`, 'server'],
    ['in the cookie', `store: 'cookie', stores: { cookie: stores.cookie() }`, 'client'],
    ['in the cookie under another name', `store: 'browser', stores: { browser: stores.cookie() }`, 'client'],
    ['wherever the environment says', `store: env.get('SESSION_DRIVER'), stores: { cookie: stores.cookie() }`, 'unknown'],
    ['in a store that nobody lists', `store: 'custom', stores: { ...ours }`, 'unknown'],
  ])('whose data is %s', (_title, options, kind) => {
    const head = `import { defineConfig, stores } from '@adonisjs/session'; export const config = defineConfig({ ${options} });`
    const [login] = eventsOf(controller('{ session }: HttpContext', `session.put('userId', user.id)`, head), { filename }).filter((event) => event.startsWith('userLoggedIn'))
    expect(login).toContain(`session=@adonisjs/session/${kind}/proved`)
  })

  it.each([
    [`session.put('views', 1)`, `sessionWritten @adonisjs/session proved value=1 property='views'`],
    [`session.forget('userId')`, `sessionPropertyDeleted @adonisjs/session proved property='userId'`],
    [`session.regenerate()`, 'sessionRegenerated @adonisjs/session proved'],
    [`session.clear()`, 'sessionDestroyed @adonisjs/session proved'],
  ])('has the signature %s', (statement, expected) => {
    expect(matchesOf(controller('{ session }: HttpContext', statement), { filename })).toEqual([expected])
  })

  it('is likely where nothing tells the library', () => {
    const code = controller('{ session }: HttpContext', `session.put('userId', user.id)`)
    expect(eventsOf(code)).toEqual(['userLoggedIn @adonisjs/session likely `session.put` by=program session=@adonisjs/session/unknown/likely'])
  })

  it.each([
    ['a parameter of this name', `export function f({ session }) { session.put('userId', 1) }`],
    ['a session of a database', `import '@adonisjs/session'; const session = await Session.create({}); session.put('userId', 1)`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})
