import { eventsOf, fileOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { Lucia, TimeSpan, generateId } from 'lucia'; export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: true } } });`
const ELSEWHERE = `import { lucia } from './auth.js'; import { generateId, type Session } from 'lucia';`
const CONFIGURED = 'sessionConfigured lucia proved `Lucia` httpOnly=true* secure=false sameSite=lax* path=/* lifetime=2592000s*'

/** The IDs that are given to sessions, by what they are called and what they are worth. */
function idsIn(code: string): string[] {
  const found = fileOf(code)?.of('sessionIdGenerated') ?? []
  return found.map(({ certainty, sink, told, worth }) => `${sink} ${told} ${certainty} ${Math.floor(worth.bits)} bits`)
}

describe('a configuration', () => {
  it.each(formsOfNamed('lucia', 'Lucia').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; exports.lucia = new (${name})(adapter, { sessionCookie: { attributes: { secure: false } } })`)
    expect(events.map((event) => event.replace(/`.*`/, '`Lucia`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['nothing', `new Lucia(sessionAdapter)`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=2592000s*'],
    ['attributes', `new Lucia(adapter, { sessionCookie: { expires: false, attributes: { secure: env === 'PROD', sameSite: 'strict' } } })`, 'httpOnly=true* secure=? sameSite=strict path=/* lifetime=2592000s*'],
    ['an attribute that its types refuse', `new Lucia(adapter, { sessionCookie: { attributes: { httpOnly: false } } })`, 'httpOnly=false secure=true* sameSite=lax* path=/* lifetime=2592000s*'],
    ['an age, which is written over', `new Lucia(adapter, { sessionCookie: { attributes: { maxAge: null } } })`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=2592000s*'],
    ['a lifetime', `new Lucia(adapter, { sessionExpiresIn: new TimeSpan(2, 'w') })`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=1209600s'],
    ['a lifetime in a constant', `const HOURS = 12; const span = new TimeSpan(HOURS, 'h'); new Lucia(adapter, { sessionExpiresIn: span })`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=43200s'],
    ['a lifetime that nobody sees', `new Lucia(adapter, { sessionExpiresIn: new TimeSpan(config.days, 'd') })`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=?'],
    ['a lifetime of one of two', `new Lucia(adapter, { sessionExpiresIn: short ? new TimeSpan(1, 'd') : new TimeSpan(30, 'd') })`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=?'],
    ['a lifetime of another class', `import { TimeSpan as Span } from './time.js'; new Lucia(adapter, { sessionExpiresIn: new Span(1, 'd') })`, 'httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=?'],
    ['options from elsewhere', `new Lucia(adapter, sessionOptions)`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ])('with %s', (_title, code, expected) => {
    expect(eventsOf(`import { Lucia, TimeSpan } from 'lucia'; ${code}`)).toEqual([`sessionConfigured lucia proved \`Lucia\` ${expected}`])
  })

  it.each([
    ['another class of that name', `class Lucia {} new Lucia(adapter, { sessionCookie: { attributes: { httpOnly: false } } })`],
    ['another library', `import { Lucia } from '@example/lucia'; new Lucia(adapter, { sessionCookie: { attributes: { httpOnly: false } } })`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a session', () => {
  it('is found by the ID that is asked for', () => {
    expect(matchesOf(`${HEAD} await lucia.validateSession(id)`)).toContain('sessionLookedUp lucia proved value=id')
  })

  it.each([
    ['invalidateSession', `await lucia.invalidateSession(session.id)`],
    ['invalidateUserSessions', `await lucia.invalidateUserSessions(user.id)`],
    ['invalidateAllUserSessions of version 2', `await lucia.invalidateAllUserSessions(user.id)`],
  ])('is ended by %s', (_title, code) => {
    expect(matchesOf(`${HEAD} ${code}`)).toContain('sessionDestroyed lucia proved')
    expect(matchesOf(`${ELSEWHERE} ${code}`)).toContain('sessionDestroyed lucia likely')
    expect(matchesOf(`import { lucia } from './auth.js'; ${code}`)).toEqual([])
  })

  it('is given an ID', () => {
    const create = `await lucia.createSession(user.id, {}, { sessionId: generateId(10) })`
    expect(idsIn(`${HEAD} ${create}`)).toEqual(['sessionId library proved 51 bits'])
    expect(idsIn(`${ELSEWHERE} ${create}`)).toEqual(['sessionId library likely 51 bits'])
    expect(idsIn(`${ELSEWHERE} const options = { sessionId: generateId(10) }; await lucia.createSession(user.id, {}, options)`)).toEqual(['sessionId library likely 51 bits'])
  })

  it.each([
    ['makes its ID itself', `await lucia.createSession(user.id, {})`],
    ['has an ID that nobody sees', `await lucia.createSession(user.id, {}, { sessionId: await nextId() })`],
    ['has options from elsewhere', `await lucia.createSession(user.id, {}, options)`],
  ])('%s', (_title, code) => {
    expect(idsIn(`${HEAD} ${code}`)).toEqual([])
  })

  it('of something else in a project with Lucia is given what it likes', () => {
    const create = `createSession(user.id, {}, { sessionId: Math.random().toString(36) })`
    expect(idsIn(`${ELSEWHERE} await lucia.${create}`)).toHaveLength(1)
    expect(idsIn(`${ELSEWHERE} await analytics.${create}`)).toEqual([])
  })

  it('of a user is no login of another library', () => {
    expect(eventsOf(`${ELSEWHERE} const { session, user } = await lucia.validateSession(id); session.userId = user.id; event.locals.session = session; event.locals.user = user`)).toEqual([])
  })
})

describe('a cookie', () => {
  it('is deleted by a blank one', () => {
    const blank = `const cookie = lucia.createBlankSessionCookie()`
    expect(eventsOf(`${HEAD} ${blank}`)).toContain('cookieCleared lucia proved `createBlankSessionCookie` auth_session session')
    expect(eventsOf(`${ELSEWHERE} ${blank}`)).toEqual(['cookieCleared lucia likely `createBlankSessionCookie` auth_session session'])
    expect(eventsOf(`import { lucia } from './auth.js'; ${blank}`)).toEqual([])
  })

  it.each([
    ['by Next', `import { cookies } from 'next/headers'; const made = lucia.createSessionCookie(session.id); cookies().set(made.name, made.value, made.attributes)`],
    ['by SvelteKit', `const made = lucia.createSessionCookie(session.id); event.cookies.set(made.name, made.value, { path: '.', ...made.attributes })`],
    ['by Astro', `const made = lucia.createSessionCookie(session.id); context.cookies.set(made.name, made.value, made.attributes)`],
    ['by a header', `res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize())`],
    ['by Hono', `c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true })`],
  ])('that is handed on %s has the attributes of the library', (_title, code) => {
    const events = eventsOf(`${ELSEWHERE} export async function login(event, context, c, res) { ${code} }`)
    expect(events.filter((event) => event.startsWith('cookie') && !/ httpOnly=\? /.test(event))).toEqual([])
  })
})
