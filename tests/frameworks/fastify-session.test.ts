import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import session from '@fastify/session'; import Fastify from 'fastify'; const app = Fastify();`
const CONFIGURED = 'sessionConfigured @fastify/session proved `session` httpOnly=true* secure=true* path=/* lifetime=none'

describe('a configuration', () => {
  const forms = [...formsOfDefault('@fastify/session'), ...formsOfNamed('@fastify/session', 'fastifySession')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; app.register(${name}, { secret })`)
    expect(events.map((event) => event.replace(/`.*`/, '`session`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['awaited', `await app.register(session, { secret })`],
    ['in a chain', `app.register(cookie).register(session, { secret })`],
    ['of any application', `export default async function (server) { await server.register(session, { secret }) }`],
    ['that is imported in place', `app.register(import('@fastify/session'), { secret })`],
    ['that is required in place', `app.register(require('@fastify/session'), { secret })`],
  ])('%s', (_title, code) => {
    const events = eventsOf(`${HEAD} ${code}`)
    expect(events.map((event) => event.replace(/`.*`/, '`session`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['a literal', `{ cookie: { secure: false, maxAge: 60_000 } }`, 'secure=false', '60s'],
    ['a constant', `options`, 'secure=false', '60s'],
    ['a function', `() => ({ cookie: { secure: false, maxAge: 60_000 } })`, 'secure=false', '60s'],
    ['a function of the application', `function (app) { return { cookie: { secure: false, maxAge: 60_000 } } }`, 'secure=false', '60s'],
    ['nothing', ``, 'secure=true*', 'none'],
    ['something from elsewhere', `config.session`, 'secure=?', '?'],
    ['a store', `{ store: new RedisStore(client), cookie: { secure: false } }`, 'secure=false', '?'],
    ['its own store', `{ store: new session.MemoryStore(), cookie: { secure: false } }`, 'secure=false', 'none'],
    ['no age', `{ cookie: { maxAge: null, secure: false } }`, 'secure=false', 'endless'],
  ])('with options in %s', (_title, options, secure, lifetime) => {
    const [event = ''] = eventsOf(`${HEAD} const options = { cookie: { secure: false, maxAge: 60_000 } }; app.register(session${options === '' ? '' : `, ${options}`})`)
    expect(event.split(' ')).toContain(secure)
    expect(event.replace(/.*lifetime=/, '')).toBe(lifetime)
  })

  it.each([
    ['another plugin', `app.register(plugin, { cookie: { secure: false } })`],
    ['a plugin of the file', `async function session() {} app.register(session, { cookie: {} })`],
    ['another function that takes it', `import session from '@fastify/session'; use(session, { cookie: {} })`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a session', () => {
  const LOGIN = 'userLoggedIn @fastify/session proved `request.session.userId` by=program session=@fastify/session/server/proved/request'

  it.each([
    ['by its place', `app.post('/', async (request, reply) => { request.session.userId = id })`],
    ['by a set', `app.post('/', async (request, reply) => { request.session.set('userId', id) })`],
    ['in a full route', `app.route({ url: '/', handler: async (request, reply) => { request.session.userId = id } })`],
    ['by types', `import { FastifyRequest } from 'fastify'; export const f = async (request: FastifyRequest, reply) => { request.session.userId = id }`],
    ['by the names of the parameters', `export const login = async (request, reply) => { request.session.userId = id }`],
    ['in a plugin', `export default async function (fastify) { fastify.post('/', async (request, reply) => { request.session.userId = id }) }`],
  ])('gets a user %s', (_title, code) => {
    const expected = code.includes('.set(') ? LOGIN.replace('`request.session.userId`', '`request.session.set`') : LOGIN
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([expected])
  })

  it('gets a user where a declaration of types is all that tells the library', () => {
    const code = `import { FastifyRequest } from 'fastify'; import '@fastify/session'; declare module 'fastify' { interface Session { userId: string } } export const f = (request: FastifyRequest, reply) => { request.session.userId = id }`
    expect(eventsOf(code)).toEqual([LOGIN])
  })

  it.each([
    ['request.session.regenerate()', `await request.session.regenerate()`, 'sessionRegenerated @fastify/session proved'],
    ['request.session.regenerate(done)', `request.session.regenerate((error) => {})`, 'sessionRegenerated @fastify/session proved done=(error) => {}'],
    ['request.session.regenerate(keep)', `await request.session.regenerate(['cart'])`, 'sessionRegenerated @fastify/session proved'],
    ['request.session.regenerate(keep) in a constant', `await request.session.regenerate(keep)`, 'sessionRegenerated @fastify/session proved'],
    ['request.session.regenerate(keep, done)', `request.session.regenerate(keep, done)`, 'sessionRegenerated @fastify/session proved done=done'],
    ['request.session.destroy()', `await request.session.destroy()`, 'sessionDestroyed @fastify/session proved'],
    ['request.session.destroy(done)', `request.session.destroy(done)`, 'sessionDestroyed @fastify/session proved done=done'],
    ['request.session.save()', `await request.session.save()`, 'sessionSaved @fastify/session proved'],
    ['request.session.touch()', `request.session.touch()`, 'sessionProlonged @fastify/session proved'],
    ['request.session.cookie.maxAge = value', `request.session.cookie.maxAge = 60_000`, 'sessionLifetimeGiven @fastify/session proved value=60_000'],
    ['request.session.cookie.expires = value', `request.session.cookie.expires = date`, 'sessionLifetimeGiven @fastify/session proved value=date'],
    ['request.session[property] = value', `request.session.views = 1`, 'sessionWritten @fastify/session proved property=views value=1'],
    ['request.session.set(property, value)', `request.session.set('views', 1)`, `sessionWritten @fastify/session proved value=1 property='views'`],
    ['delete request.session[property]', `delete request.session.user`, 'sessionPropertyDeleted @fastify/session proved property=user'],
    ['delete request.session', `delete request.session`, 'sessionAbandoned @fastify/session proved'],
    ['a short name', `const { session } = request; await session.destroy()`, 'sessionDestroyed @fastify/session proved'],
  ])('has the signature %s', (_title, statement, expected) => {
    expect(matchesOf(`${HEAD} app.post('/', async (request, reply) => { ${statement} })`)).toEqual([expected])
  })

  it('is given up by null', () => {
    expect(matchesOf(`${HEAD} app.post('/', async (request, reply) => { request.session = null })`)).toContain('sessionAbandoned @fastify/session proved')
  })

  it('that either of two libraries may keep is nobody’s', () => {
    expect(eventsOf(`import '@fastify/session'; import '@fastify/secure-session'; export const f = (request, reply) => { request.session.userId = id }`)).toEqual([])
  })

  it('whose library nobody tells is nobody’s', () => {
    expect(eventsOf(`import 'fastify'; export const f = (request, reply) => { request.session.userId = id }`)).toEqual([])
  })
})
