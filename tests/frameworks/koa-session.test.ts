import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import session from 'koa-session'; import Koa from 'koa'; const app = new Koa();`
const CONFIGURED = 'sessionConfigured koa-session proved `session` httpOnly=true* secure=tls* path=/* lifetime=86400s*'

describe('a configuration', () => {
  it.each(formsOfDefault('koa-session').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`import Koa from 'koa'; const app = new Koa(); ${head}; app.use(${name}({ key: 'x' }, app))`)
    expect(events.map((event) => event.replace(/`.*`/, '`session`'))).toEqual([CONFIGURED])
  })

  it.each(formsOfNamed('koa-session', 'createSession').map(({ head, name, title }) => [title, head, name]))('createSession by %s', (_title, head, name) => {
    const events = eventsOf(`import Koa from 'koa'; const app = new Koa(); ${head}; app.use(${name}({ key: 'x' }, app))`)
    expect(events.map((event) => event.replace(/`.*`/, '`session`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['the application alone', `session(app)`, CONFIGURED],
    ['options, then the application', `session({ httpOnly: false, maxAge: 60_000 }, app)`, CONFIGURED.replace('httpOnly=true*', 'httpOnly=false').replace('86400s*', '60s')],
    ['the application, then options', `session(app, { httpOnly: false, maxAge: 60_000 })`, CONFIGURED.replace('httpOnly=true*', 'httpOnly=false').replace('86400s*', '60s')],
    ['options in a constant', `const CONFIG = { key: 'x', maxAge: 60_000 }; session(CONFIG, app)`, CONFIGURED.replace('86400s*', '60s')],
    ['no end', `session({ maxAge: 'session' }, app)`, CONFIGURED.replace('86400s*', 'endless!')],
    ['no age', `session({ maxAge: undefined }, app)`, CONFIGURED.replace('86400s*', 'ends')],
    ['options that nobody can see', `session(config.session, app)`, 'sessionConfigured koa-session proved `session` httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ])('with %s', (_title, call, expected) => {
    expect(eventsOf(`${HEAD} app.use(${call})`.replace(/app\.use\((const .*?;) /, '$1 app.use('))).toEqual([expected])
  })

  it.each([
    ['a parameter', `export default (app) => { app.use(session({ httpOnly: false }, app)) }`],
    ['a parameter in front', `export default (app) => { app.use(session(app, { httpOnly: false })) }`],
    ['a field', `export class Server { start() { this.app.use(session({ httpOnly: false }, this.app)) } }`],
    ['another name', `export default (server) => { server.use(session({ httpOnly: false }, server)) }`],
  ])('for an application in %s', (_title, code) => {
    expect(eventsOf(`import session from 'koa-session'; ${code}`)).toEqual([CONFIGURED.replace('httpOnly=true*', 'httpOnly=false')])
  })
})

describe('a session', () => {
  const inHandler = (statement: string, options = '{}') => eventsOf(`${HEAD} app.use(session(${options}, app)); app.use(async (ctx, next) => { ${statement} })`).slice(1)

  it.each([
    ['in the cookie where there is no store', `{}`, 'client'],
    ['on the server where there is a store', `{ store }`, 'server'],
    ['on the server where there is a store for each context', `{ ContextStore: Store }`, 'server'],
    ['anywhere where nobody can see it', `config`, 'unknown'],
    ['on the server where some runs have a store', `{ ...(production ? { store } : {}) }`, 'server'],
    ['on the server where it is one store or none', `{ store: production ? store : undefined }`, 'server'],
    ['in the cookie where the store is undefined', `{ store: undefined }`, 'client'],
  ])('is kept %s', (_title, options, kind) => {
    expect(inHandler(`ctx.session.userId = user.id`, options)).toEqual([
      `userLoggedIn koa-session proved \`ctx.session.userId\` by=program session=koa-session/${kind}/proved/ctx`,
    ])
  })

  it('is kept anywhere where it is set up elsewhere', () => {
    expect(eventsOf(`import 'koa-session'; export const login = async (ctx) => { ctx.session.userId = user.id }`)).toEqual([
      'userLoggedIn koa-session proved `ctx.session.userId` by=program session=koa-session/unknown/proved/ctx',
    ])
  })

  it.each([
    ['ctx.session.regenerate()', `await ctx.session.regenerate()`, 'sessionRegenerated koa-session proved'],
    ['ctx.session.manuallyCommit()', `await ctx.session.manuallyCommit()`, 'sessionSaved koa-session proved'],
    ['ctx.session.regenerate(done)', `ctx.session.regenerate(next)`, 'sessionRegenerated koa-session proved done=next'],
    ['ctx.session[property] = value', `ctx.session.views = 1`, 'sessionWritten koa-session proved property=views value=1'],
    ['an alias', `let s = ctx.session; s.isLogin = true`, 'sessionWritten koa-session proved property=isLogin value=true'],
    ['a merge', `Object.assign(ctx.session, { user })`, 'sessionWritten koa-session proved property=user value=user'],
    ['delete ctx.session[property]', `delete ctx.session.user`, 'sessionPropertyDeleted koa-session proved property=user'],
    ['ctx.session = null', `ctx.session = null`, 'sessionDestroyed koa-session proved'],
  ])('has the signature %s', (_title, statement, expected) => {
    expect(matchesOf(`${HEAD} app.use(async (ctx, next) => { ${statement} })`)).toEqual([expected])
  })

  it.each([
    ['of a context by its place', `app.use((c) => { c.session.userId = id })`],
    ['of a router', `import Router from '@koa/router'; new Router().post('/', (c) => { c.session.userId = id })`],
    ['as the whole session', `app.use(async (ctx) => { ctx.session = { userId: id } })`],
    ['beside what the session has', `app.use(async (ctx) => { ctx.session = { ...ctx.session, user } })`],
    ['of a context with a type', `import { Context } from 'koa'; export const f = (c: Context) => { c.session.userId = id }`],
    ['of a context by its name', `export const login = (ctx) => { ctx.session.userId = id }`],
  ])('%s gets a user', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([expect.stringMatching(/^userLoggedIn koa-session proved /)])
  })

  it('that either of two libraries may keep is nobody’s', () => {
    expect(eventsOf(`import 'koa-session'; import 'koa-generic-session'; import 'koa'; export const f = (ctx) => { ctx.session.userId = id }`)).toEqual([])
  })
})
