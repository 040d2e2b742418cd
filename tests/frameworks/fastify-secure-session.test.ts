import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import session from '@fastify/secure-session'; import Fastify from 'fastify'; const app = Fastify();`
const CONFIGURED = 'sessionConfigured @fastify/secure-session proved `session` httpOnly=true* sameSite=lax* lifetime=86401s*'

describe('a configuration', () => {
  const forms = [...formsOfDefault('@fastify/secure-session'), ...formsOfNamed('@fastify/secure-session', 'fastifySecureSession')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; app.register(${name}, { key })`)
    expect(events.map((event) => event.replace(/`.*`/, '`session`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['without options', `app.register(session)`, CONFIGURED],
    ['with a cookie', `app.register(session, { cookie: { path: '/', httpOnly: false, maxAge: 60 } })`, 'sessionConfigured @fastify/secure-session proved `session` httpOnly=false sameSite=lax* path=/ lifetime=60s'],
    ['with an end', `app.register(session, { expiry: 3600 })`, CONFIGURED.replace('86401s*', '3600s')],
    ['with an end before that of the cookie', `app.register(session, { expiry: 3600, cookie: { maxAge: 86400 } })`, CONFIGURED.replace('86401s*', '3600s')],
    ['with options that nobody can see', `app.register(session, options)`, 'sessionConfigured @fastify/secure-session proved `session` httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([expected])
  })
})

it('the data is in the cookie', () => {
  expect(eventsOf(`${HEAD} app.post('/', (request, reply) => { request.session.set('user', user) })`)).toEqual([
    'userLoggedIn @fastify/secure-session proved `request.session.set` by=program session=@fastify/secure-session/client/proved/request',
  ])
})

it.each([
  ['request.session[property] = value', `request.session.views = 1`, 'sessionWritten @fastify/secure-session proved property=views value=1'],
  ['request.session.set(property, value)', `request.session.set('views', 1)`, `sessionWritten @fastify/secure-session proved value=1 property='views'`],
  ['request.session.touch()', `request.session.touch()`, 'sessionProlonged @fastify/secure-session proved'],
  ['request.session.delete()', `request.session.delete()`, 'sessionDestroyed @fastify/secure-session proved'],
  ['delete request.session', `delete request.session`, 'sessionAbandoned @fastify/secure-session proved'],
])('the signature %s', (_title, statement, expected) => {
  expect(matchesOf(`${HEAD} app.post('/', (request, reply) => { ${statement} })`)).toEqual([expected])
})
