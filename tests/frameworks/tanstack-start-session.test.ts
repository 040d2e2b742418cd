import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const SERVER = '@tanstack/react-start/server'
const HEAD = `import { clearSession, getSession, sealSession, updateSession, useSession } from '${SERVER}';`
const DEFAULTS = 'httpOnly=true* secure=true* path=/*'
const CONFIGURED = `sessionConfigured @tanstack/react-start/session proved \`useSession\` ${DEFAULTS} lifetime=none`

describe('useSession', () => {
  it.each(formsOfNamed(SERVER, 'useSession').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; export const open = () => ${name}({ password })`)
    expect(events.map((event) => event.replace(/`.*`/, '`useSession`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['with an end', `{ password, maxAge: 60 * 60 }`, `${DEFAULTS} lifetime=3600s`],
    ['with an idle timeout', `{ password, idleTimeout: 1800 }`, `${DEFAULTS} lifetime=1800s`],
    ['with a cookie that ends', `{ password, cookie: { maxAge: 600 } }`, `${DEFAULTS} lifetime=600s`],
    ['with an end that is none', `{ password, maxAge: 0 }`, `${DEFAULTS} lifetime=endless!`],
    ['with attributes', `{ password, cookie: { httpOnly: false, secure: false, sameSite: 'none' } }`, 'httpOnly=false secure=false sameSite=none path=/* lifetime=none'],
    ['with a condition', `{ password, cookie: { secure: process.env.NODE_ENV === 'production', sameSite: 'lax' } }`, 'httpOnly=true* secure=? sameSite=lax path=/* lifetime=none'],
    ['with options that nobody can see', `config`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ])('%s', (_title, config, expected) => {
    expect(eventsOf(`${HEAD} export const open = () => useSession(${config})`)).toEqual([`sessionConfigured @tanstack/react-start/session proved \`useSession\` ${expected}`])
  })

  it('is not the hook of a page', () => {
    expect(eventsOf(`import { useSession } from 'next-auth/react'; const { data } = useSession({ required: true })`)).toEqual([])
    expect(eventsOf(`import { useSession } from '@tanstack/react-start'; const session = useSession({ password })`)).toEqual([])
  })

  it('is one configuration, however often it is used', () => {
    expect(eventsOf(`${HEAD} const config = { password }; const open = () => useSession(config); const write = () => updateSession(config, {})`)).toEqual([CONFIGURED])
  })
})

describe('a configuration', () => {
  it.each(['getSession', 'sealSession', 'updateSession'])('by %s', (name) => {
    expect(eventsOf(`${HEAD} const session = await ${name}({ password })`)).toEqual([CONFIGURED.replace('useSession', name)])
  })

  it.each([
    ['by its type', `import type { SessionConfig } from '${SERVER}'; export const config: SessionConfig = { password }`, 'config: SessionConfig'],
    ['by what it satisfies', `import type { SessionConfig } from '${SERVER}'; export const config = { password } satisfies SessionConfig`, 'config'],
  ])('is known %s', (_title, code, shown) => {
    expect(eventsOf(code)).toEqual([CONFIGURED.replace('useSession', shown)])
  })
})

describe('a session', () => {
  it.each([
    ['session.update(data)', `const session = await useSession({ password }); await session.update({ user })`, 'sessionWritten @tanstack/react-start/session proved value={ user }'],
    ['session.clear()', `const session = await useSession({ password }); await session.clear()`, 'sessionDestroyed @tanstack/react-start/session proved'],
    ['clearSession(options)', `await clearSession({ password })`, 'sessionDestroyed @tanstack/react-start/session proved'],
  ])('%s', (_title, statement, expected) => {
    const matches = matchesOf(`${HEAD} export async function handle() { ${statement} }`)
    expect(matches.filter((match) => !match.startsWith('sessionConfigured'))).toEqual([expected])
  })
})
