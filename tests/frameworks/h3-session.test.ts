import { eventsOf, matchesOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { defineEventHandler, useSession, updateSession, clearSession, sealSession, getSession } from 'h3';`
const DEFAULTS = 'httpOnly=true* secure=true* sameSite=lax* path=/*'
const CONFIGURED = `sessionConfigured h3/session proved \`useSession\` ${DEFAULTS} lifetime=none`

function fileOf(project: string, path: string): { filename: string } {
  return { filename: fileIn(`fixtures/${project}/${path}`) }
}

describe('useSession', () => {
  it.each(formsOfNamed('h3', 'useSession').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; export const open = (event) => ${name}(event, { password })`)
    expect(events.map((event) => event.replace(/`.*`/, '`useSession`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['with an end', `{ password, maxAge: 60 * 60 }`, `${DEFAULTS} lifetime=3600s`],
    ['with an idle timeout', `{ password, idleTimeout: 1800 }`, `${DEFAULTS} lifetime=1800s`],
    ['with an end and an idle timeout', `{ password, maxAge: 86_400, idleTimeout: 1800 }`, `${DEFAULTS} lifetime=1800s`],
    ['with a cookie that ends', `{ password, cookie: { maxAge: 600 } }`, `${DEFAULTS} lifetime=600s`],
    ['with an end that is none', `{ password, maxAge: 0 }`, `${DEFAULTS} lifetime=endless!`],
    ['with an end that is not there', `{ password, maxAge: undefined }`, `${DEFAULTS} lifetime=endless`],
    ['with attributes', `{ password, cookie: { httpOnly: false, secure: false, sameSite: 'none' } }`, 'httpOnly=false secure=false sameSite=none path=/* lifetime=none'],
    ['with a condition', `{ password, maxAge: 60, cookie: { secure: !INSECURE } }`, 'httpOnly=true* secure=? sameSite=lax* path=/* lifetime=60s'],
    ['without a cookie', `{ password, cookie: false }`, `${DEFAULTS} lifetime=none`],
    ['with options that nobody can see', `config`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['with options of the runtime', `useRuntimeConfig(event).session`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ])('%s', (_title, config, expected) => {
    expect(eventsOf(`${HEAD} export const open = (event) => useSession(event, ${config})`)).toEqual([`sessionConfigured h3/session proved \`useSession\` ${expected}`])
  })

  it('of version 1 sends no SameSite', () => {
    expect(eventsOf(`${HEAD} useSession(event, { password })`, fileOf('h3-1', 'session.ts'))).toEqual([CONFIGURED.replace(' sameSite=lax*', '')])
  })

  it('needs no import in the files of a server', () => {
    expect(eventsOf(`export const open = (event) => useSession(event, { password })`, fileOf('nuxt', 'server/utils/session.ts'))).toEqual([CONFIGURED])
  })

  it('is not the hook of a page', () => {
    expect(eventsOf(`import { useSession } from 'next-auth/react'; const { data } = useSession({ required: true })`).filter((event) => event.includes('h3'))).toEqual([])
    expect(eventsOf(`const session = useSession(event, { password })`)).toEqual([])
    expect(eventsOf(`const session = useSession(event, { password })`, fileOf('nuxt', 'composables/session.ts'))).toEqual([])
  })
})

describe('a configuration', () => {
  it.each([
    ['updateSession', `await updateSession(event, { password }, { user })`],
    ['sealSession', `const sealed = await sealSession(event, { password })`],
  ])('by %s', (name, statement) => {
    expect(eventsOf(`${HEAD} ${statement}`)).toEqual([CONFIGURED.replace('useSession', name)])
  })

  it('of getSession counts only where it makes a session', () => {
    const code = `${HEAD} const session = await getSession(event, { password })`
    expect(eventsOf(code)).toEqual([])
    expect(eventsOf(code, fileOf('h3-1', 'session.ts'))).toEqual([CONFIGURED.replace('useSession', 'getSession').replace(' sameSite=lax*', '')])
  })

  it.each([
    ['by its type', `import type { SessionConfig } from 'h3'; export const config: SessionConfig = { password }`, 'config: SessionConfig'],
    ['by what it satisfies', `import type { SessionConfig } from 'h3'; export const config = { password } satisfies SessionConfig`, 'config'],
  ])('is known %s', (_title, code, shown) => {
    expect(eventsOf(code)).toEqual([CONFIGURED.replace('useSession', shown)])
  })

  it('is the whole, where its parts have the type', () => {
    const code = `import { useSession, type SessionConfig } from 'h3'; const base: SessionConfig = { password }; const open = (event) => useSession(event, { ...base, maxAge: 60 })`
    expect(eventsOf(code)).toEqual([CONFIGURED.replace('none', '60s')])
  })

  it('is one configuration, however often it is used', () => {
    expect(eventsOf(`${HEAD} const config = { password }; const open = (event) => useSession(event, config); const write = (event) => updateSession(event, config, {})`)).toEqual([CONFIGURED])
  })
})

describe('a session', () => {
  it.each([
    ['session.update(data)', `const session = await useSession(event, { password }); await session.update({ user })`, 'sessionWritten h3/session proved value={ user }'],
    ['session.clear()', `const session = await useSession(event, { password }); await session.clear()`, 'sessionDestroyed h3/session proved'],
    ['a session of one line', `await (await useSession(event, { password })).clear()`, 'sessionDestroyed h3/session proved'],
    ['clearSession(event, options)', `await clearSession(event, { password })`, 'sessionDestroyed h3/session proved'],
  ])('%s', (_title, statement, expected) => {
    const matches = matchesOf(`${HEAD} export default defineEventHandler(async (event) => { ${statement} })`)
    expect(matches.filter((match) => !match.startsWith('sessionConfigured'))).toEqual([expected])
  })

  it('that is sealed is no session on the server', () => {
    expect(
      eventsOf(`${HEAD} export default defineEventHandler(async (event) => { const session = await useSession(event, { password, maxAge: 60 }); await session.update({ userId: user.id }) })`),
    ).toEqual([CONFIGURED.replace('none', '60s')])
  })
})
