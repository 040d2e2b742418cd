import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import Hapi from '@hapi/hapi'; import yar from '@hapi/yar'; const server = Hapi.server()`
const COOKIE = 'httpOnly=true* secure=true* sameSite=lax* path=/*'
const CONFIGURED = `sessionConfigured @hapi/yar proved \`yar\` ${COOKIE} lifetime=none`
const ON_SERVER = `await server.register({ plugin: yar, options: { maxCookieSize: 0, cookieOptions: { password } } })`

/** A route whose handler has these statements. */
function handler(statements: string): string {
  return `server.route({ method: 'POST', path: '/login', handler: async (request, h) => { ${statements} } })`
}

describe('a configuration', () => {
  const forms = [...formsOfDefault('@hapi/yar'), ...formsOfNamed('@hapi/yar', 'plugin')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; await server.register({ plugin: ${name}, options: { cookieOptions: { password } } })`)
    expect(events.map((event) => event.replace(/`.*`/, '`yar`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['in a list of plugins', `await server.register([{ plugin: inert }, { plugin: yar, options: { cookieOptions: { password } } }])`, CONFIGURED],
    ['in a constant', `const plugin = { plugin: yar, options: { cookieOptions: { password } } }; await server.register(plugin)`, CONFIGURED],
    ['with options in a constant', `const options = { cookieOptions: { password, ttl: 60_000 } }; await server.register({ plugin: yar, options })`, CONFIGURED.replace('none', '60s')],
    ['with options of a function', `await server.register({ options: settings(), plugin: yar }); function settings() { return { cookieOptions: { password } } }`, CONFIGURED],
    ['with the cookie in full', `server.register({ plugin: yar, options: { cookieOptions: { password, isHttpOnly: false, isSecure: false, isSameSite: 'None', path: '/app', ttl: 1000 } } })`, CONFIGURED.replace(COOKIE, 'httpOnly=false secure=false sameSite=None path=/app').replace('none', '1s')],
    ['with the words of another library', `server.register({ plugin: yar, options: { cookieOptions: { httpOnly: false, secure: false, maxAge: 1 } } })`, CONFIGURED.replace('none', '?')],
    ['with null as its time to live', `server.register({ plugin: yar, options: { cookieOptions: { password, ttl: null } } })`, CONFIGURED.replace('none', 'endless')],
    ['with options from elsewhere', `server.register({ plugin: yar, options: config.yar })`, CONFIGURED.replace(COOKIE, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?').replace('none', '?')],
    ['with records on the server', ON_SERVER, CONFIGURED.replace('none', '86400s*')],
    ['with records on the server, and a cookie that ends with the browser', `server.register({ plugin: yar, options: { maxCookieSize: 0, cookieOptions: { password, ttl: null } } })`, CONFIGURED.replace('none', '86400s*')],
    ['with records that end', `server.register({ plugin: yar, options: { maxCookieSize: 0, cache: { expiresIn: 1000 }, cookieOptions: { password } } })`, CONFIGURED.replace('none', '1s')],
    ['with records that end, somewhere', `server.register({ plugin: yar, options: { maxCookieSize: 512, cache: { cache: 'redis', expiresIn: 1000 }, cookieOptions: { password } } })`, CONFIGURED.replace('none', '1s')],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD}; ${code}`)).toEqual([expected])
  })

  it('in a manifest of @hapi/glue', () => {
    const code = `require('@hapi/yar'); module.exports = { register: { plugins: [{ plugin: '@hapi/yar', options: { cookieOptions: { password } } }] } }`
    const [event] = eventsOf(code)
    expect(event?.replace(/`.*`/, '`yar`')).toBe(CONFIGURED)
  })

  it.each([
    ['another plugin', `server.register({ plugin: require('@hapi/vision'), options: { cookieOptions: { password } } })`],
    ['a plugin of the file', `const yar = { name: 'yar', register() {} }; server.register({ plugin: yar, options: { cookieOptions: { isHttpOnly: false } } })`],
    ['a plugin without options', `import yar from '@hapi/yar'; server.register(yar)`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a session', () => {
  const login = (kind: string) => `userLoggedIn @hapi/yar proved \`request.yar.set\` by=program session=@hapi/yar/${kind}/proved/request`

  it.each([
    ['in the cookie or elsewhere, as long as the cookie is not told to be empty', `{ cookieOptions: { password } }`, 'unknown'],
    ['in the cookie or elsewhere, as its size demands', `{ maxCookieSize: 512, cookieOptions: { password } }`, 'unknown'],
    ['on the server where nothing goes into the cookie', `{ maxCookieSize: 0, cookieOptions: { password } }`, 'server'],
    ['anywhere where nobody can see it', `config`, 'unknown'],
    ['anywhere where some runs have a cookie', `{ maxCookieSize: small ? 0 : 1024, cookieOptions: { password } }`, 'unknown'],
  ])('is kept %s', (_title, options, kind) => {
    const code = `${HEAD}; await server.register({ plugin: yar, options: ${options} }); ${handler(`request.yar.set('userId', user.id)`)}`
    expect(eventsOf(code).slice(1)).toEqual([login(kind)])
  })

  it.each([
    ['by name and value', `request.yar.set('userId', user.id)`],
    ['by an object', `request.yar.set({ userId: user.id, name: user.name })`],
    ['by an object in a constant', `const data = { userId: user.id }; request.yar.set(data)`],
    ['by an object of two', `request.yar.set({ isAuthenticated: true, user })`],
  ])('gets a user %s', (_title, statement) => {
    expect(eventsOf(`${HEAD}; ${ON_SERVER}; ${handler(statement)}`).slice(1)).toEqual([login('server')])
  })

  it('gets a user through a variable', () => {
    const events = eventsOf(`${HEAD}; ${ON_SERVER}; ${handler(`const session = request.yar; session.set('user', user)`)}`)
    expect(events.slice(1)).toEqual([login('server').replace('request.yar.set', 'session.set')])
  })

  it.each([
    ['cleared', `request.yar.clear('user')`],
    ['set to null', `request.yar.set('user', null)`],
    ['set to null in an object', `request.yar.set({ user: null, cart: [] })`],
  ])('loses a user who is %s', (_title, statement) => {
    const [, event] = eventsOf(`${HEAD}; ${ON_SERVER}; ${handler(statement)}`)
    expect(event).toMatch(/^identityUnset @hapi\/yar proved `request\.yar\.(?:clear|set)` session=@hapi\/yar\/server\/proved\/request$/)
  })

  it.each([
    ['a flash message', `request.yar.flash('error', 'wrong password')`],
    ['other data', `request.yar.set('cart', [])`],
    ['a user who is known', `if (request.yar.get('userId')) request.yar.set('userId', request.yar.get('userId'))`],
    ['an object that nobody can see', `request.yar.set(data)`],
  ])('is not changed by %s', (_title, statement) => {
    expect(eventsOf(`${HEAD}; ${ON_SERVER}; ${handler(statement)}`).slice(1)).toEqual([])
  })

  it.each([
    ['request.yar.set(property, value)', `request.yar.set('views', 1)`, `sessionWritten @hapi/yar proved value=1 property='views'`],
    ['request.yar.set(properties)', `request.yar.set({ views: 1 })`, `sessionWritten @hapi/yar proved`],
    ['request.yar.clear(property)', `request.yar.clear('views')`, `sessionPropertyDeleted @hapi/yar proved property='views'`],
    ['request.yar.reset()', `request.yar.reset()`, `sessionRegenerated @hapi/yar proved`],
    ['request.yar.commit(toolkit)', `await request.yar.commit(h)`, `sessionSaved @hapi/yar proved`],
    ['server.yar.revoke(id)', `await server.yar.revoke(request.yar.id)`, `sessionDestroyed @hapi/yar proved`],
    ['request.server.yar.revoke(id)', `await request.server.yar.revoke(id)`, `sessionDestroyed @hapi/yar proved`],
  ])('has the signature %s', (_title, statement, expected) => {
    expect(matchesOf(`${HEAD}; ${handler(statement)}`).filter((match) => match.includes('@hapi/yar'))).toEqual([expected])
  })

  it('is renewed at once', () => {
    const [, event] = eventsOf(`${HEAD}; ${ON_SERVER}; ${handler(`request.yar.reset()`)}`)
    expect(event).toBe('sessionRegenerated @hapi/yar proved `request.yar.reset()` completions=1')
  })

  it('is the one of the cookie that is deleted, whatever other sessions the server has', () => {
    const code = `import '@hapi/cookie'; ${HEAD}; ${ON_SERVER}; ${handler(`request.yar.set('userId', user.id); request.cookieAuth.set({ id: user.id })`)}`
    expect(eventsOf(code).slice(1)).toEqual([login('server')])
  })

  it('is known by its place where nothing else tells the library', () => {
    expect(eventsOf(`exports.handler = async (request, h) => { request.yar.set('userId', user.id) }`)).toEqual([
      'userLoggedIn @hapi/yar likely `request.yar.set` by=program session=@hapi/yar/unknown/likely/request',
    ])
  })

  it.each([
    ['of a request of another server', `import express from 'express'; const app = express(); app.post('/login', (req, res) => { req.yar.set('userId', user.id) })`],
    ['of something else', `const yar = new Map(); yar.set('userId', user.id); yar.reset()`],
  ])('%s is none', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a helper that renews', () => {
  it.each([
    ['in the file', `function startAgain(request) { request.yar.reset() }`, `startAgain(request)`, 'sessionRegenerated @hapi/yar likely `startAgain(request)` completions=1'],
    ['in the file, when it has ended', `async function startAgain(request) { await audit(request); request.yar.reset() }`, `startAgain(request)`, 'sessionRegenerated @hapi/yar likely `startAgain(request)`'],
    ['by its name', `import { renewSession } from './sessions.js'`, `renewSession(request)`, 'sessionRegenerated @hapi/yar likely `renewSession(request)` completions=1'],
  ])('%s does so at once', (_title, head, call, expected) => {
    expect(eventsOf(`${HEAD}; ${ON_SERVER}; ${head}; ${handler(call)}`).map((event) => event.replace('@hapi/hapi', '@hapi/yar'))).toContain(expected)
  })
})
