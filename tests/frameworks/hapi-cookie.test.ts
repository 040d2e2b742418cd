import { eventsOf, matchesOf } from '../events-of.js'

const HEAD = `import Hapi from '@hapi/hapi'; import cookie from '@hapi/cookie'; const server = Hapi.server(); await server.register(cookie)`
const COOKIE = 'httpOnly=true* secure=true* sameSite=strict*'
const CONFIGURED = `sessionConfigured @hapi/cookie proved \`strategy\` ${COOKIE} lifetime=none`

describe('a configuration', () => {
  it.each([
    ['a strategy', `server.auth.strategy('session', 'cookie', { cookie: { name: 'sid', password } })`, CONFIGURED],
    ['a strategy with the default name', `server.auth.strategy('base', 'cookie', { cookie: { password } })`, CONFIGURED],
    ['the scheme in a constant', `const SCHEME = 'cookie'; server.auth.strategy('base', SCHEME, { cookie: { password } })`, CONFIGURED],
    ['the cookie in full', `server.auth.strategy('session', 'cookie', { cookie: { password, isHttpOnly: false, isSecure: false, isSameSite: 'Lax', path: '/', ttl: 60_000 }, redirectTo: '/login' })`, CONFIGURED.replace(COOKIE, 'httpOnly=false secure=false sameSite=Lax path=/').replace('none', '60s')],
    ['null as the time to live', `server.auth.strategy('session', 'cookie', { cookie: { password, ttl: null } })`, CONFIGURED.replace('none', 'endless')],
    ['options in a constant', `const options = { cookie: { password, ttl: 1000 } }; server.auth.strategy('session', 'cookie', options)`, CONFIGURED.replace('none', '1s')],
    ['an end that is given with the session', `server.auth.strategy('session', 'cookie', { cookie: { password } }); server.route({ handler: (request, h) => { request.cookieAuth.ttl(60_000) } })`, CONFIGURED.replace('none', '?')],
  ])('with %s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD}; ${code}`)).toEqual([expected])
  })

  it.each([
    ['a plugin in a file that names the library', `import '@hapi/cookie'; export const auth = { name: 'auth', register: async (server) => { server.auth.strategy('session', 'cookie', { cookie: { password } }) } }`, 'proved'],
    ['a function in a file that names the library', `const cookie = require('@hapi/cookie'); module.exports = async function (app) { await app.register(cookie); app.auth.strategy('session', 'cookie', { cookie: { password } }) }`, 'likely'],
  ])('of %s', (_title, code, certainty) => {
    expect(eventsOf(code)).toEqual([CONFIGURED.replace('proved', certainty)])
  })

  it.each([
    ['a strategy of another scheme', `${HEAD}; server.auth.strategy('session', 'jwt', { cookie: { isHttpOnly: false } })`],
    ['a strategy that is called so', `${HEAD}; server.auth.strategy('cookie', 'bearer-access-token', { cookie: { isHttpOnly: false } })`],
    ['a strategy of a scheme from elsewhere', `${HEAD}; server.auth.strategy('session', config.scheme, { cookie: { isHttpOnly: false } })`],
    ['a strategy of another library', `passport.auth.strategy('session', 'cookie', { cookie: { isHttpOnly: false } })`],
    ['a strategy with options from elsewhere', `${HEAD}; server.auth.strategy('session', 'cookie', config.auth)`],
    ['a strategy with a cookie from elsewhere', `${HEAD}; server.auth.strategy('session', 'cookie', { cookie: config.cookie })`],
    ['a strategy as it was once, with a name for the cookie', `${HEAD}; server.auth.strategy('session', 'cookie', { cookie: 'sid', password, isSecure: false })`],
    ['a default', `${HEAD}; server.auth.default('session')`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a session', () => {
  const inHandler = (statement: string) => `${HEAD}; server.route({ method: 'POST', path: '/login', handler: async (request, h) => { ${statement} } })`

  it.each([
    ['request.cookieAuth.set(property, value)', `request.cookieAuth.set('views', 1)`, `sessionWritten @hapi/cookie proved value=1 property='views'`],
    ['request.cookieAuth.set(properties)', `request.cookieAuth.set({ id: 1 })`, `sessionWritten @hapi/cookie proved`],
    ['request.cookieAuth.clear(property)', `request.cookieAuth.clear('views')`, `sessionPropertyDeleted @hapi/cookie proved property='views'`],
    ['request.cookieAuth.clear()', `request.cookieAuth.clear()`, `sessionDestroyed @hapi/cookie proved`],
    ['request.cookieAuth.ttl(milliseconds)', `request.cookieAuth.ttl(1000)`, `sessionCommitted @hapi/cookie proved`],
  ])('has the signature %s', (_title, statement, expected) => {
    expect(matchesOf(inHandler(statement)).filter((match) => match.includes('@hapi/cookie'))).toEqual([expected])
  })

  it.each([
    ['a name and a value', `request.cookieAuth.set('userId', user.id)`],
    ['an object', `request.cookieAuth.set({ userId: user.id })`],
  ])('is in the cookie, and gets a user by %s', (_title, statement) => {
    expect(eventsOf(inHandler(statement))).toEqual(['userLoggedIn @hapi/cookie proved `request.cookieAuth.set` by=program session=@hapi/cookie/client/proved/request'])
  })

  it('is told by its place where nothing else tells the library', () => {
    expect(eventsOf(`exports.handler = async (request, h) => { request.cookieAuth.set({ userId: user.id }) }`)).toEqual([
      'userLoggedIn @hapi/cookie likely `request.cookieAuth.set` by=program session=@hapi/cookie/client/likely/request',
    ])
  })
})
