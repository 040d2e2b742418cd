import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { getIronSession } from 'iron-session'; import { cookies } from 'next/headers';`
const SAFE = 'httpOnly=true* secure=true* sameSite=lax* path=/*'
const CONFIGURED = `sessionConfigured iron-session proved \`getIronSession\` ${SAFE} lifetime=1209600s*`
const UNSEEN = 'sessionConfigured iron-session proved `getIronSession` httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'

describe('a configuration', () => {
  const forms = ['iron-session', 'iron-session/edge'].flatMap((module) => formsOfNamed(module, 'getIronSession').map((form) => ({ ...form, module })))
  it.each(forms.map(({ head, module, name, title }) => [module, title, head, name]))('of %s by %s', (_module, _title, head, name) => {
    const [event, ...others] = eventsOf(`${head}; export async function open(jar) { return ${name}(jar, { cookieName: 'app', password }) }`)
    expect([event?.replace(/`.*`/, '`getIronSession`'), ...others]).toEqual([CONFIGURED])
  })

  it.each([
    ['with the cookies of Next', `getIronSession(await cookies(), { cookieName: 'app', password })`, CONFIGURED],
    ['with the cookies of Next before 15', `getIronSession(cookies(), { cookieName: 'app', password })`, CONFIGURED],
    ['with a request and a response', `getIronSession(req, res, { cookieName: 'app', password })`, CONFIGURED],
    ['with a jar of version 9', `getIronSession(nodeCookies(req, res), { cookieName: 'app', password })`, CONFIGURED],
    ['with a jar for a proxy', `getIronSession(nextProxyCookies(request, response), { cookieName: 'app', password })`, CONFIGURED],
    ['with a constant', `const options = { cookieName: 'app', password, ttl: 3600 }; getIronSession(await cookies(), options)`, CONFIGURED.replace('1209600s*', '3600s')],
    ['with cookie options', `getIronSession(jar, { password, cookieOptions: { httpOnly: false, secure: production, sameSite: 'strict', path: '/app' } })`, 'sessionConfigured iron-session proved `getIronSession` httpOnly=false secure=? sameSite=strict path=/app lifetime=1209600s*'],
    ['with an explicit undefined', `getIronSession(jar, { password, cookieOptions: { httpOnly: undefined } })`, CONFIGURED.replace('httpOnly=true*', 'httpOnly=undefined')],
    ['with options that nobody can see', `getIronSession(jar, options)`, UNSEEN],
    ['with imported options and a request', `getIronSession(req, res, sessionOptions)`, UNSEEN],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([expected])
  })

  it.each([
    ['by an option', `ttl: 60 * 60 * 24 * 7`, '604800s'],
    ['by the cookie', `cookieOptions: { maxAge: 3600 }`, '3600s'],
    ['by a date of the cookie', `cookieOptions: { expires: new Date(Date.now() + 60_000) }`, '60s'],
    ['by the earlier of two', `ttl: 7200, cookieOptions: { maxAge: 3600 }`, '3600s'],
    ['by a number that nobody can say', `ttl: config.ttl`, '?'],
    ['by the default, where the option is undefined', `ttl: undefined`, '1209600s*'],
    ['never, with a ttl of 0', `ttl: 0`, 'endless!'],
    ['never, with an undefined maxAge, which browsers end and the seal does not', `cookieOptions: { maxAge: undefined }`, 'endless'],
    ['never, with an undefined maxAge, whatever the ttl', `ttl: 3600, cookieOptions: { maxAge: undefined }`, 'endless'],
    ['in the browser at least, with a ttl of 0 and a maxAge', `ttl: 0, cookieOptions: { maxAge: 3600 }`, '3600s'],
  ])('ends %s', (_title, options, lifetime) => {
    expect(eventsOf(`${HEAD} getIronSession(await cookies(), { cookieName: 'app', password, ${options} })`)).toEqual([CONFIGURED.replace('1209600s*', lifetime)])
  })

  it.each([
    ['a type', `import { SessionOptions } from 'iron-session'; export const options: SessionOptions = { password, ttl: 0 }`],
    ['an imported type', `import type { SessionOptions as Options } from 'iron-session'; export const options: Options = { password, ttl: 0 }`],
    ['the type of version 6', `import type { IronSessionOptions } from 'iron-session'; export const options: IronSessionOptions = { password, ttl: 0 }`],
    ['a type that it satisfies', `import type { SessionOptions } from 'iron-session'; export const options = { password, ttl: 0 } satisfies SessionOptions`],
    ['an asserted type', `import type { SessionOptions } from 'iron-session'; export const options = { password, ttl: 0 } as SessionOptions`],
    ['an import in place', `export const options: import('iron-session').SessionOptions = { password, ttl: 0 }`],
  ])('known by %s', (_title, code) => {
    const [event = '', ...others] = eventsOf(code)
    expect([event.replace(/`(options).*`/, '`$1`'), ...others]).toEqual([CONFIGURED.replace('getIronSession', 'options').replace('1209600s*', 'endless!')])
  })

  it('with a type argument', () => {
    expect(eventsOf(`${HEAD} getIronSession<Data>(await cookies(), { cookieName: 'app', password })`, { filename: '/nowhere/session.ts' })).toEqual([CONFIGURED])
  })

  it('once, where typed options are used in the same file', () => {
    const code = `import { getIronSession, type SessionOptions } from 'iron-session'; const options: SessionOptions = { password }; export const load = async () => getIronSession(jar, options)`
    expect(eventsOf(code)).toHaveLength(1)
  })

  it('again, where a session gets another', () => {
    expect(eventsOf(`${HEAD} const session = await getIronSession(jar, { password }); session.updateConfig({ password, ttl: 0 })`)).toEqual([
      CONFIGURED,
      CONFIGURED.replace('`getIronSession`', '`updateConfig`').replace('1209600s*', 'endless!'),
    ])
  })
})

describe('a session', () => {
  it('has its data in the cookie', () => {
    expect(eventsOf(`${HEAD} export async function login(form) { const session = await getIronSession(await cookies(), options); session.userId = user.id; await session.save() }`)).toEqual([
      UNSEEN,
      'userLoggedIn iron-session proved `session.userId` by=program session=iron-session/client/proved',
      'sessionSaved iron-session proved `session.save()`',
    ])
  })

  it.each([
    ['session[property] = value', `session.views = 1`, 'sessionWritten iron-session proved property=views value=1'],
    ['delete session[property]', `delete session.views`, 'sessionPropertyDeleted iron-session proved property=views'],
    ['session.save()', `await session.save()`, 'sessionSaved iron-session proved'],
    ['session.destroy()', `session.destroy()`, 'sessionDestroyed iron-session proved'],
  ])('the signature %s', (_title, statement, expected) => {
    const matches = matchesOf(`${HEAD} async function act() { const session = await getIronSession(jar, options); ${statement} }`)
    expect(matches.filter((match) => !match.startsWith('sessionConfigured'))).toEqual([expected])
  })

  it('is silent for look-alikes', () => {
    expect(
      eventsOf(`
        import { getIronSession } from './session'
        import { SessionOptions } from './types'
        const options: SessionOptions = { cookieOptions: { httpOnly: false, maxAge: undefined } }
        const session = await getIronSession(jar, { ttl: 0, cookieOptions: { httpOnly: false } })
        session.userId = user.id
        session.destroy()
      `),
    ).toEqual([])
  })
})
