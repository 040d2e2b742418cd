import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

const IMPORT = `import session from 'express-session'; import express from 'express'; const app = express();`
const CONFIGURED = 'sessionConfigured express-session proved `session` httpOnly=true* path=/* lifetime=none'

describe('a configuration', () => {
  it.each(formsOfDefault('express-session').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const [event, ...others] = eventsOf(`${head}; app.use(${name}({ secret }))`)
    expect(event?.replace(/`.*`/, '`session`')).toBe(CONFIGURED)
    expect(others).toEqual([])
  })

  it.each([
    ['without options', `app.use(session())`],
    ['under another name', `import sessions from 'express-session'; app.use(sessions({ secret }))`],
    ['on a router', `router.use(session({ secret }))`],
    ['that is returned', `export function parser() { return session({ secret }) }`],
    ['that is exported', `module.exports = session({ secret })`],
    ['that a constant holds', `const parser = session({ secret }); app.use(parser)`],
    ['in a member', `exports.parser = session({ secret })`],
    ['that is required in a function', `function setUp(app) { const session = require('express-session'); app.use(session({ secret })) }`],
    ['that is required in place', `app.use(require('express-session')({ secret }))`],
    ['with a type', `app.use(session(<session.SessionOptions>{ secret }))`],
  ])('%s', (_title, code) => {
    const [event] = eventsOf(`import session from 'express-session'; ${code}`)
    expect(event?.replace(/`.*`/, '`session`')).toBe(CONFIGURED)
  })

  it.each([
    ['a literal', `session({ cookie: { secure: true, maxAge: 60_000 } })`, 'secure=true', '60s'],
    ['a constant', `const options = { cookie: { secure: true, maxAge: 60_000 } }; session(options)`, 'secure=true', '60s'],
    ['a constant as const', `const options = { cookie: { secure: true, maxAge: 60_000 } } as const; session(options)`, 'secure=true', '60s'],
    ['a constant that satisfies a type', `const options = { cookie: { secure: true, maxAge: 60_000 } } satisfies SessionOptions; session(options)`, 'secure=true', '60s'],
    ['a constant with a type', `const options: SessionOptions = { cookie: { secure: true, maxAge: 60_000 } }; session(options)`, 'secure=true', '60s'],
    ['a spread', `const base = { cookie: { secure: true, maxAge: 60_000 } }; session({ ...base, secret })`, 'secure=true', '60s'],
    ['a spread cookie', `const base = { secure: true }; session({ cookie: { ...base, maxAge: 60_000 } })`, 'secure=true', '60s'],
    ['a merge', `session(Object.assign({ cookie: { secure: true, maxAge: 60_000 } }, { secret }))`, 'secure=true', '60s'],
    ['later writes', `const options = { cookie: {} }; options.cookie.secure = true; options.cookie.maxAge = 60_000; session(options)`, 'secure=true', '60s'],
    ['a later write of the cookie', `const options = {}; options.cookie = { secure: true, maxAge: 60_000 }; session(options)`, 'secure=true', '60s'],
    ['writes under a condition', `const options = { cookie: { maxAge: 60_000 } }; if (production) options.cookie.secure = true; session(options)`, 'secure=?true', '60s'],
    ['a helper', `function cookie() { return { secure: true, maxAge: 60_000 } } session({ cookie: cookie() })`, 'secure=true', '60s'],
    ['a cookie for each request', `session({ cookie: (req) => ({ secure: true, maxAge: 60_000 }) })`, 'secure=true', '60s'],
    ['a choice', `session({ cookie: { secure: production ? true : 'auto', maxAge: production ? 60_000 : 60_000 } })`, 'secure=?true|auto', '60s'],
    ['a choice of objects', `session(production ? { cookie: { secure: true, maxAge: 60_000 } } : { cookie: { maxAge: 60_000 } })`, 'secure=?true', '60s'],
    ['a member of a configuration', `const config = { session: { cookie: { secure: true, maxAge: 60 * 1000 } } }; session(config.session)`, 'secure=true', '60s'],
    ['a shorthand', `const cookie = { secure: true, maxAge: 60_000 }; session({ cookie })`, 'secure=true', '60s'],
    ['falsy texts', `session({ cookie: { secure: '', maxAge: 60_000 } })`, 'secure=', '60s'],
    ['the environment', `session({ cookie: { secure: process.env.NODE_ENV === 'production', maxAge: Number(process.env.AGE) } })`, 'secure=?', '?'],
    ['a cookie that is made elsewhere', `session({ cookie: makeCookie() })`, 'secure=?', '?'],
    ['a cookie of a configuration elsewhere', `import config from './config'; session({ cookie: config.session.cookie })`, 'secure=?', '?'],
    ['defaults for options from elsewhere', `function setUp(options) { session(_.defaults(options, { cookie: { secure: true } })) }`, 'secure=?', '?'],
    ['options from elsewhere', `session(options)`, 'secure=?', '?'],
    ['a spread from elsewhere behind it', `session({ cookie: { secure: true, maxAge: 60_000, ...user.cookie } })`, 'secure=?', '?'],
  ])('with options in %s', (_title, code, secure, lifetime) => {
    const [event = ''] = eventsOf(`import session from 'express-session'; ${code}`)
    expect(event.split(' ')).toContain(secure)
    expect(event).toMatch(new RegExp(`lifetime=${lifetime.replace('?', '\\?')}$`))
  })

  it.each([
    ['nothing', `{}`, 'none'],
    ['null', `{ cookie: { maxAge: null } }`, 'endless'],
    ['undefined', `{ cookie: { maxAge: undefined } }`, 'endless'],
    ['false', `{ cookie: { maxAge: false } }`, 'endless'],
    ['infinity', `{ cookie: { maxAge: Infinity } }`, 'endless!'],
    ['a number', `{ cookie: { maxAge: 1_800_000 } }`, '1800s'],
    ['a product', `{ cookie: { maxAge: 30 * 60 * 1000 } }`, '1800s'],
    ['a text', `{ cookie: { maxAge: '60000' } }`, '60s'],
    ['a date', `{ cookie: { expires: new Date(Date.now() + 60_000) } }`, '60s'],
    ['a date that nobody can say', `{ cookie: { expires: new Date(Date.now() + ttl) } }`, 'ends'],
    ['no date', `{ cookie: { expires: null } }`, 'endless'],
    ['false for a date', `{ cookie: { expires: false } }`, 'endless'],
    ['no date, but an age', `{ cookie: { expires: false, maxAge: 60_000 } }`, '60s'],
    ['its own store', `{ store: new session.MemoryStore() }`, 'none'],
    ['another store', `{ store: new RedisStore({ client }) }`, '?'],
    ['another store, and an age', `{ store: new RedisStore({ client }), cookie: { maxAge: 60_000 } }`, '60s'],
    ['another store, and infinity', `{ store, cookie: { maxAge: Infinity } }`, 'endless!'],
    ['a store that is set later', `options()`, '?'],
  ])('ends with %s', (_title, options, expected) => {
    const [event = ''] = eventsOf(`import session from 'express-session'; function options() { const made = {}; switch (kind) { case 1: made.store = redis } return made } session(${options})`)
    expect(event.replace(/.*lifetime=/, '')).toBe(expected)
  })

  it.each([
    ['a name of the file', `import 'express-session'; function session(options) {} session({ cookie: {} })`],
    ['a name that a parameter shadows', `import session from 'express-session'; export const f = (session) => session({ cookie: {} })`],
    ['another package', `import session from 'my-session'; session({ cookie: {} })`],
    ['a file of the project', `import session from './express-session'; session({ cookie: {} })`],
    ['a member of the package', `import session from 'express-session'; new session.MemoryStore({ cookie: {} }); session.Store({ cookie: {} })`],
    ['a store for it', `import session from 'express-session'; const Store = require('connect-pg-simple')(session)`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a login', () => {
  const LOGIN = /^userLoggedIn express-session proved `.*` by=program session=express-session\/server\/proved\/req$/

  it.each([
    ['an assignment', `req.session.userId = user.id`],
    ['an assignment under a text', `req.session['userId'] = user.id`],
    ['a member of an alias', `const session = req.session; session.userId = user.id`],
    ['a member of a later alias', `let s; s = req.session; s.isLogin = true`],
    ['a member of a destructured alias', `const { session } = req; session.user = user`],
    ['a merge', `Object.assign(req.session, { userId: user.id })`],
    ['an assertion', `(req.session as any).userId = user.id`],
    ['an assertion that it is there', `req.session!.userId = user.id`],
    ['an assertion of the request', `(req as AuthRequest).session.userId = user.id`],
    ['a branch without a block', `if (match) req.session.user = user`],
    ['a callback', `compare(a, b, (error, match) => { req.session.userId = user.id })`],
    ['a then', `find(req.body).then((user) => { req.session.userId = user.id })`],
    ['a chain of assignments', `req.session.userId = current = user.id`],
  ])('by %s', (_title, statement) => {
    const events = eventsOf(`${IMPORT} app.post('/login', (req, res) => { ${statement} })`)
    expect(events).toEqual([expect.stringMatching(LOGIN)])
  })

  it.each([
    ['a handler by its place', `app.post('/login', (a, b) => { a.session.userId = id })`, 'a'],
    ['a router', `express.Router().post('/login', (req, res) => { req.session.userId = id })`, 'req'],
    ['a chained route', `app.route('/login').post(async (req, res) => { req.session.userId = id })`, 'req'],
    ['a wrapper', `app.post('/login', asyncHandler(async (req, res) => { req.session.userId = id }))`, 'req'],
    ['a list of handlers', `app.post('/login', [check, (req, res) => { req.session.userId = id }])`, 'req'],
    ['a method', `class Auth { login(req, res) { req.session.userId = id } }`, 'req'],
    ['exports', `exports.login = async (req, res, next) => { req.session.userId = id }`, 'req'],
    ['a parameter with a type', `import { Request } from 'express'; app.post('/', login); function login(r: Request, res) { r.session.userId = id }`, 'r'],
    ['a type of another file that is named like one', `import { AuthRequest } from './types'; export const login = (req: AuthRequest, res) => { req.session.userId = id }`, 'req'],
    ['a helper', `app.post('/login', (req, res) => { start(req, user) }); function start(request, user) { request.session.userId = user.id }`, 'request'],
    ['a helper that is handed the session', `app.post('/login', (req, res) => { start(req.session, user) }); function start(session, user) { session.userId = user.id }`, undefined],
    ['a destructured request', `app.post('/login', ({ body, session }, res) => { session.userId = body.id })`, undefined],
  ])('in %s', (_title, code, carrier) => {
    const [event = ''] = eventsOf(`${IMPORT} ${code}`)
    expect(event).toMatch(/^userLoggedIn express-session proved /)
    expect(event.split('session=')[1]).toBe(`express-session/server/proved${carrier === undefined ? '' : `/${carrier}`}`)
  })

  it.each([
    ['a context of GraphQL', `export const resolvers = { Mutation: { login: async (_, args, { req }) => { req.session.userId = user.id } } }`],
    ['a context that has a name', `export const resolvers = { login: async (_, args, context) => { context.req.session.userId = user.id } }`],
    ['a request of a socket', `io.on('connection', (socket) => { socket.request.session.userId = user.id })`],
  ])('is likely in %s', (_title, code) => {
    expect(matchesOf(`import 'express-session'; ${code}`)).toEqual(['sessionWritten express-session likely property=userId value=user.id'])
  })

  it.each([
    ['a session of something else', `const app = {}; app.session.userId = 1`],
    ['a component', `export class Player { play() { this.session = true; this.session.user = 1 } }`],
    ['a model', `app.post('/', (req, res) => { const session = new Session(); session.user = user; session.save() })`],
    ['a row', `app.post('/', async (req, res) => { const session = await Session.findOne(); session.userId = 1; await session.destroy() })`],
    ['a session of a row', `app.post('/', (req, res) => { rows.forEach((x) => { x.session.userId = 1 }) })`],
    ['the session of an SDK', `stripe.checkout.session.user = 1`],
    ['a context of recording', `export const start = (recording) => { recording.session.user = 1 }`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(`import 'express-session'; ${code}`)).toEqual([])
  })

  it.each([
    'returnTo', 'redirectTo', 'flash', 'error', 'pendingUserId', 'challenge', 'locale', 'resetToken', 'accessToken', 'profile', 'loginAt', 'userAgent', 'loginAttempts', 'cart',
  ])('is not a write of %s', (property) => {
    expect(eventsOf(`${IMPORT} app.post('/', (req, res) => { req.session.${property} = value })`)).toEqual([])
  })
})

describe('a signature', () => {
  it.each([
    ['req.session.regenerate(done)', `req.session.regenerate((error) => { next(error) })`, 'sessionRegenerated express-session proved done=(error) => { next(error) }'],
    ['req.session.regenerate(done) by name', `req.session.regenerate(next)`, 'sessionRegenerated express-session proved done=next'],
    ['req.session.destroy(done)', `req.session.destroy(() => res.end())`, 'sessionDestroyed express-session proved done=() => res.end()'],
    ['req.session.destroy()', `req.session.destroy()`, 'sessionDestroyed express-session proved'],
    ['req.session.save(done)', `req.session.save(next)`, 'sessionSaved express-session proved done=next'],
    ['req.session.save()', `req.session.save()`, 'sessionSaved express-session proved'],
    ['req.session.touch()', `req.session.touch()`, 'sessionProlonged express-session proved'],
    ['req.session.cookie.maxAge = value', `req.session.cookie.maxAge = 60_000`, 'sessionLifetimeGiven express-session proved value=60_000'],
    ['req.session.cookie.expires = value', `req.session.cookie.expires = date`, 'sessionLifetimeGiven express-session proved value=date'],
    ['req.sessionStore.get(id, done)', `req.sessionStore.get(id, next)`, 'sessionLookedUp express-session proved value=id done=next'],
    ['req.sessionStore.load(id, done)', `req.sessionStore.load(id, next)`, 'sessionLookedUp express-session proved value=id done=next'],
    ['an alias', `const s = req.session; s.destroy()`, 'sessionDestroyed express-session proved'],
    ['an optional call', `req.session?.destroy()`, 'sessionDestroyed express-session proved'],
    ['req.session[property] = value', `req.session.views = 1`, 'sessionWritten express-session proved property=views value=1'],
    ['delete req.session[property]', `delete req.session.user`, 'sessionPropertyDeleted express-session proved property=user'],
    ['req.session = value', `req.session = old`, 'sessionReplaced express-session proved value=old'],
    ['delete req.session', `delete req.session`, 'sessionAbandoned express-session proved'],
    ['promisify(req.session.regenerate.bind(req.session))', `await promisify(req.session.regenerate.bind(req.session))()`, 'sessionRegenerated express-session proved'],
    ['promisify(req.session.destroy)', `await util.promisify(req.session.destroy).call(req.session)`, 'sessionDestroyed express-session proved'],
  ])('%s', (_title, statement, expected) => {
    expect(matchesOf(`${IMPORT} app.post('/', async (req, res, next) => { ${statement} })`)).toContain(expected)
  })

  it.each([
    ['null', `req.session = null`],
    ['undefined', `req.session = undefined`],
  ])('req.session = %s is given up, and not only replaced', (_title, statement) => {
    expect(matchesOf(`${IMPORT} app.post('/', (req, res) => { ${statement} })`)).toContain('sessionAbandoned express-session proved')
  })
})

describe('an event', () => {
  it.each([
    ['a renewal with a callback', `req.session.regenerate((error) => { if (error) return next(error); })`, 'sessionRegenerated express-session proved `req.session.regenerate((error) => { if (…` completions=1'],
    ['a renewal that ignores its error', `req.session.regenerate(() => {})`, 'sessionRegenerated express-session proved `req.session.regenerate(() => {})` error=ignored completions=1'],
    ['a renewal that goes on', `req.session.regenerate((error) => { if (error) next(error); next() })`, 'sessionRegenerated express-session proved `req.session.regenerate((error) => { if (…` completions=1'],
    ['a save without a callback', `req.session.save()`, 'sessionSaved express-session proved `req.session.save()` failure=missing'],
    ['the end of a session that ignores its error', `req.session.destroy(() => {})`, 'sessionDestroyed express-session proved `req.session.destroy(() => {})` failure=ignored completions=1'],
    ['the end of a session', `req.session.destroy(done)`, 'sessionDestroyed express-session proved `req.session.destroy(done)`'],
    ['a session that is given up', `req.session = null`, 'sessionAbandoned express-session proved `req.session` session=express-session/server/proved/req'],
    ['a session that is deleted', `delete req.session`, 'sessionAbandoned express-session proved `delete req.session` session=express-session/server/proved/req'],
    ['a user who is taken away', `req.session.user = null`, 'identityUnset express-session proved `req.session.user` session=express-session/server/proved/req'],
    ['a user who is deleted', `delete req.session.userId`, 'identityUnset express-session proved `delete req.session.userId` session=express-session/server/proved/req'],
    ['an old session that is put back', `const old = req.session; req.session = old`, 'sessionRestored express-session proved `req.session` session=express-session/server/proved/req'],
    ['its cookie, cleared', `res.clearCookie('connect.sid')`, 'cookieCleared express proved `clearCookie` connect.sid session'],
  ])('is %s', (_title, statement, expected) => {
    expect(eventsOf(`${IMPORT} app.post('/', (req, res, next) => { ${statement} })`)).toEqual(expect.arrayContaining([expected]))
  })

  it.each([
    ['the name of its cookie', `app.use(session({ name: 'qid' })); app.post('/', (req, res) => { res.clearCookie('qid') })`, 'cookieCleared express proved `clearCookie` qid session'],
    ['the old option for the name', `app.use(session({ key: 'qid' })); app.post('/', (req, res) => { res.clearCookie('qid') })`, 'cookieCleared express proved `clearCookie` qid session'],
    ['the expression for the name', `app.use(session({ name: config.name })); app.post('/', (req, res) => { res.clearCookie(config.name) })`, 'cookieCleared express proved `clearCookie` ? session'],
    ['the constant for the name', `const NAME = 'qid'; app.use(session({ name: NAME })); app.post('/', (req, res) => { res.cookie(NAME, '') })`, 'cookieCleared express proved `cookie` qid session'],
  ])('about its cookie is told by %s', (_title, code, expected) => {
    expect(eventsOf(`${IMPORT} ${code}`)).toContain(expected)
  })
})
