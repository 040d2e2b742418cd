import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

const HEAD = `import session from 'koa-generic-session'; import Koa from 'koa'; const app = new Koa();`
const CONFIGURED = 'sessionConfigured koa-generic-session proved `session` httpOnly=true* secure=tls* path=/* lifetime=86400s*'

describe('a configuration', () => {
  it.each(formsOfDefault('koa-generic-session').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; app.use(${name}({ key: 'x' }))`)
    expect(events.map((event) => event.replace(/`.*`/, '`session`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['without options', `session()`, CONFIGURED],
    ['with a cookie', `session({ cookie: { httpOnly: false, maxAge: 60_000 } })`, CONFIGURED.replace('httpOnly=true*', 'httpOnly=false').replace('86400s*', '60s')],
    ['with a lifetime of the store', `session({ ttl: 60_000 })`, CONFIGURED.replace('86400s*', '60s')],
    ['with options of the cookie where they have no effect', `session({ httpOnly: false })`, CONFIGURED],
    ['with no age', `session({ cookie: { maxAge: null } })`, CONFIGURED.replace('86400s*', 'endless')],
    ['with no age and a store', `session({ cookie: { maxAge: null }, store })`, CONFIGURED.replace('86400s*', '?')],
  ])('%s', (_title, call, expected) => {
    expect(eventsOf(`${HEAD} app.use(${call})`)).toEqual([expected])
  })
})

it.each([
  ['ctx.saveSession()', `await ctx.saveSession()`, 'sessionSaved koa-generic-session proved'],
  ['ctx.regenerateSession()', `await ctx.regenerateSession()`, 'sessionRegenerated koa-generic-session proved'],
  ['ctx.session[property] = value', `ctx.session.views = 1`, 'sessionWritten koa-generic-session proved property=views value=1'],
  ['delete ctx.session[property]', `delete ctx.session.user`, 'sessionPropertyDeleted koa-generic-session proved property=user'],
  ['ctx.session = null', `ctx.session = null`, 'sessionDestroyed koa-generic-session proved'],
])('the signature %s', (_title, statement, expected) => {
  expect(matchesOf(`${HEAD} app.use(async (ctx) => { ${statement} })`)).toEqual([expected])
})

it.each([
  ['a login', `ctx.session.userId = user.id`, 'userLoggedIn koa-generic-session proved `ctx.session.userId` by=program session=koa-generic-session/server/proved/ctx'],
  ['a renewal', `await ctx.regenerateSession()`, 'sessionRegenerated koa-generic-session proved `ctx.regenerateSession()` completions=1'],
  ['the end', `ctx.session = null`, 'sessionDestroyed koa-generic-session proved `ctx.session = null`'],
])('%s is an event', (_title, statement, expected) => {
  expect(eventsOf(`${HEAD} app.use(async (ctx) => { ${statement} })`)).toEqual([expected])
})

it.each([
  ['a function of the file', `import 'koa-generic-session'; const session = (options) => options; session({ cookie: {} })`],
  ['a renewal of something else', `${HEAD} app.use(async (ctx) => { await keys.regenerateKeys() })`],
])('%s is silent', (_title, code) => {
  expect(matchesOf(code)).toEqual([])
})
