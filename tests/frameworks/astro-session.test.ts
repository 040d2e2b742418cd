import { eventsOf, matchesOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'
import { formsOfNamed } from './import-forms.js'

const DEFAULTS = 'httpOnly=true* secure=production* sameSite=lax* path=/*'
const CONFIGURED = `sessionConfigured astro/session proved \`defineConfig\` ${DEFAULTS} lifetime=none`

function inProject(path: string): { filename: string } {
  return { filename: fileIn(`fixtures/astro/${path}`) }
}

describe('a configuration', () => {
  it.each(formsOfNamed('astro/config', 'defineConfig').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; export default ${name}({ session: { driver: 'redis' } })`)
    expect(events.map((event) => event.replace(/`.*`/, '`defineConfig`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['with an end', `{ driver: 'redis', ttl: 3600 }`, `${DEFAULTS} lifetime=3600s`],
    ['with an end that is none', `{ ttl: Infinity }`, `${DEFAULTS} lifetime=endless!`],
    ['with a cookie', `{ cookie: { name: 'shop', sameSite: 'none', secure: false, maxAge: 600 } }`, 'httpOnly=true* secure=false sameSite=none path=/* lifetime=600s'],
    ['with a name', `{ driver: 'redis', cookie: 'shop' }`, `${DEFAULTS} lifetime=none`],
    ['with an end of the driver', `{ driver: 'redis', options: { ttl: 60 } }`, `${DEFAULTS} lifetime=60s`],
    ['with an end of the driver in an object', `{ driver: { entrypoint: 'unstorage/drivers/redis', config: { ttl: 60 } } }`, `${DEFAULTS} lifetime=60s`],
    ['with a driver that nobody can see', `{ driver: sessionDrivers.redis({ url }) }`, `${DEFAULTS} lifetime=?`],
    ['with an end beside such a driver', `{ driver: sessionDrivers.redis({ url }), ttl: 60 }`, `${DEFAULTS} lifetime=60s`],
    ['that scripts must not be able to read', `{ cookie: { httpOnly: false } }`, `${DEFAULTS} lifetime=none`],
  ])('%s', (_title, session, expected) => {
    const code = `import { defineConfig, sessionDrivers } from 'astro/config'; export default defineConfig({ output: 'server', session: ${session} })`
    expect(eventsOf(code)).toEqual([`sessionConfigured astro/session proved \`defineConfig\` ${expected}`])
  })

  it.each([
    ['without a session', `import { defineConfig } from 'astro/config'; export default defineConfig({ output: 'server' })`],
    ['with an empty session', `import { defineConfig } from 'astro/config'; export default defineConfig({ session: {} })`],
    ['with sessions turned off', `import { defineConfig } from 'astro/config'; export default defineConfig({ session: false })`],
    ['of another tool', `import { defineConfig } from 'vite'; export default defineConfig({ session: {} })`],
  ])('is none %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a session', () => {
  it.each([
    ['set', `await context.session?.set('views', 1)`, `sessionWritten astro/session proved value=1 property='views'`],
    ['set with an end', `context.session.set('views', 1, { ttl: 60 })`, `sessionWritten astro/session proved value=1 property='views'`],
    ['delete', `context.session?.delete('views')`, `sessionPropertyDeleted astro/session proved property='views'`],
    ['load', `await context.session?.load(id)`, 'sessionLookedUp astro/session proved value=id'],
    ['regenerate', `await context.session?.regenerate()`, 'sessionRegenerated astro/session proved'],
    ['destroy', `context.session?.destroy()`, 'sessionDestroyed astro/session proved'],
  ])('%s', (_title, statement, expected) => {
    const code = `import type { APIRoute } from 'astro'; export const POST: APIRoute = async (context) => { ${statement} }`
    expect(matchesOf(code)).toEqual([expected])
    const [operation = ''] = /session.*$/.exec(statement) ?? []
    expect(matchesOf(`import type { APIRoute } from 'astro'; export const POST: APIRoute = async ({ session }) => { ${operation} }`)).toEqual([expected])
    expect(matchesOf(`Astro.${operation}`)).toEqual([expected])
    expect(matchesOf(`import type { AstroSession } from 'astro'; export async function work(session: AstroSession) { ${operation} }`)).toEqual([expected])
  })

  const LOGIN = `userLoggedIn astro/session proved \`context.session.set\` by=program session=astro/session/server/proved/context`

  it('is on the server, and a login in it is one', () => {
    const code = `export const POST = async (context) => { const user = await verify(context); context.session.set('user', user) }`
    expect(eventsOf(code, inProject('src/pages/login.ts'))).toEqual([LOGIN])
    expect(eventsOf(`import { defineAction } from 'astro:actions'; export const server = { login: defineAction({ handler: async (input, context) => { context.session.set('userId', input.id) } }) }`)).toEqual([LOGIN])
  })

  it('that is set to nobody has no user', () => {
    const code = `export const POST = async (context) => { context.session.set('user', null); context.session.delete('userId') }`
    expect(eventsOf(code, inProject('src/pages/logout.ts'))).toEqual([
      'identityUnset astro/session proved `context.session.set` session=astro/session/server/proved/context',
      'identityUnset astro/session proved `context.session.delete` session=astro/session/server/proved/context',
    ])
  })

  it.each([
    ['that a middleware of the program puts into `locals`', `export const GET = (context) => { context.locals.session.set('user', user) }`],
    ['of a request', `export const GET = ({ request }) => { request.session.set('user', user) }`],
  ])('is not one %s', (_title, code) => {
    expect(matchesOf(code, inProject('src/pages/index.ts'))).toEqual([])
  })
})
