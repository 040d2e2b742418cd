import { eventsOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import { Elysia, t } from 'elysia'; const app = new Elysia();`

function written(text: string, attributes = 'path=/*', lifetime = 'none'): string {
  return `cookieWritten elysia proved \`${text}\` sid session ${attributes} lifetime=${lifetime}`
}

function cleared(text: string): string {
  return `cookieCleared elysia proved \`${text}\` sid session`
}

function route(parameter: string, body: string, head = HEAD): string {
  return `${head} app.post('/login', async (${parameter}) => { ${body} })`
}

describe('a cookie', () => {
  it.each([
    ['of a destructured name', `{ cookie: { sid } }`, `sid.value = id`, written('sid.value = id')],
    ['of a destructured name under another one', `{ body, cookie: { sid: mine } }`, `mine.value = id`, written('mine.value = id')],
    ['of destructured cookies', `{ cookie }`, `cookie.sid.value = id`, written('cookie.sid.value = id')],
    ['of destructured cookies in brackets', `{ cookie }`, `cookie['sid'].value = id`, written(`cookie['sid'].value = id`)],
    ['of a name in a constant', `{ cookie }`, `const NAME = 'sid'; cookie[NAME].value = id`, written('cookie[NAME].value = id')],
    ['of the context', `ctx`, `ctx.cookie.sid.value = id`, written('ctx.cookie.sid.value = id')],
    ['of an alias', `{ cookie }`, `const { sid } = cookie; sid.value = id`, written('sid.value = id')],
    ['of an alias of the context', `ctx`, `const sid = ctx.cookie.sid; sid.value = id`, written('sid.value = id')],
    ['that surely is there', `{ cookie }`, `cookie.sid!.value = id`, written('cookie.sid!.value = id')],
    ['that is set', `{ cookie: { sid } }`, `sid.set({ value: id, httpOnly: true, secure: true, maxAge: 3600 })`, written('set', 'httpOnly=true secure=true path=/*', '3600s')],
    ['that is set with options of the file', `{ cookie: { sid } }`, `const options = { httpOnly: false }; sid.set({ ...options, value: id })`, written('set', 'httpOnly=false path=/*')],
    ['that is set with options from elsewhere', `{ cookie: { sid } }`, `sid.set({ value: id, ...options })`, written('set', 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?', '?')],
    ['that is updated', `{ cookie: { sid } }`, `sid.update({ value: id, httpOnly: true })`, written('update', 'httpOnly=true path=/*')],
    ['that gets nobody knows what', `{ cookie: { sid } }`, `sid.set(options)`, written('set', 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?', '?')],
    ['that only gets attributes', `{ cookie: { sid } }`, `sid.update({ httpOnly: false })`, written('update', 'httpOnly=false secure=? sameSite=? path=? domain=? partitioned=?', '?')],
    ['that is removed', `{ cookie: { sid } }`, `sid.remove()`, cleared('remove')],
    ['that is emptied', `{ cookie: { sid } }`, `sid.value = ''`, cleared(`sid.value = ''`)],
    ['that is set to nothing', `{ cookie: { sid } }`, `sid.set({ value: '', maxAge: 0 })`, cleared('set')],
    ['that ends at once', `{ cookie: { sid } }`, `sid.update({ expires: new Date(0) })`, cleared('update')],
  ])('%s', (_title, parameter, body, expected) => {
    expect(eventsOf(route(parameter, body))).toEqual([expected])
  })

  it.each([
    ['in a statement of its own', `sid.value = id; sid.httpOnly = true`],
    ['before', `sid.httpOnly = true; sid.value = id`],
    ['by an update', `sid.value = id; sid.update({ httpOnly: true })`],
  ])('gets an attribute %s', (_title, body) => {
    expect(eventsOf(route(`{ cookie: { sid } }`, body)).find((event) => event.includes('sid.value = id'))).toBe(
      written('sid.value = id', 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?', '?'),
    )
  })

  it('gets no attribute from another one, or in another handler', () => {
    const code = `${HEAD} app.post('/a', ({ cookie: { sid, theme } }) => { sid.value = id; theme.httpOnly = true }).post('/b', ({ cookie: { sid } }) => { sid.maxAge = 60 })`
    expect(eventsOf(code)).toEqual([written('sid.value = id')])
  })
})

describe('the attributes of all cookies', () => {
  const login = `post('/login', ({ cookie: { sid } }) => { sid.value = id }`

  it.each([
    ['of an application', `new Elysia({ cookie: { httpOnly: true, secrets: 'x' } }).${login})`, 'httpOnly=true path=/*'],
    ['of an application with a prefix', `new Elysia({ prefix: '/api', cookie: { secure: true } }).${login})`, 'secure=true path=/*'],
    ['of a schema in the route', `new Elysia().${login}, { cookie: t.Cookie({ sid: t.String() }, { httpOnly: true, sameSite: 'lax' }) })`, 'httpOnly=true sameSite=lax path=/*'],
    ['of a schema in a guard', `new Elysia().guard({ cookie: t.Cookie({}, { httpOnly: false }) }).${login})`, 'httpOnly=false path=/*'],
    ['of a schema without any', `new Elysia().${login}, { cookie: t.Cookie({ sid: t.String() }) })`, 'path=/*'],
    ['of an application and a schema', `new Elysia({ cookie: { secure: true } }).${login}, { cookie: t.Cookie({}, { httpOnly: true }) })`, 'httpOnly=true secure=true path=/*'],
    ['of two schemas that differ', `new Elysia().guard({ cookie: t.Cookie({}, { httpOnly: false }) }).${login}, { cookie: t.Cookie({}, { httpOnly: true }) })`, 'httpOnly=? path=/*'],
    ['of options from elsewhere', `new Elysia(options).${login})`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=?'],
  ])('%s', (_title, code, attributes) => {
    const lifetime = attributes.includes('path=?') ? '?' : 'none'
    expect(eventsOf(`import { Elysia, t } from 'elysia'; ${code}`)).toEqual([written('sid.value = id', attributes, lifetime)])
  })

  it('count less than those of the cookie', () => {
    const code = `import { Elysia } from 'elysia'; new Elysia({ cookie: { httpOnly: true, maxAge: 60 } }).post('/', ({ cookie: { sid } }) => { sid.set({ value: id, httpOnly: false }) })`
    expect(eventsOf(code)).toEqual([written('set', 'httpOnly=false path=/*', '60s')])
  })
})

describe('a handler', () => {
  const forms = [...formsOfNamed('elysia', 'Elysia'), ...formsOfDefault('elysia')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('of an application by %s', (_title, head, name) => {
    const constructor = name.includes('(') ? `(${name})` : name
    expect(eventsOf(`${head}; const app = new ${constructor}(); app.get('/', (x) => { x.cookie.sid.value = id })`)).toEqual([written('x.cookie.sid.value = id')])
  })

  it.each([
    ['in a chain', `import { Elysia } from 'elysia'; export default new Elysia({ prefix: '/auth' }).use(cors()).get('/', () => 'hi').post('/login', (x) => { x.cookie.sid.value = id }).listen(3000)`],
    ['of a hook', `import { Elysia } from 'elysia'; new Elysia().onBeforeHandle((x) => { x.cookie.sid.value = id })`],
    ['of a hook of one route', `import { Elysia } from 'elysia'; new Elysia().get('/', () => 'hi', { beforeHandle(x) { x.cookie.sid.value = id } })`],
    ['that derives', `import { Elysia } from 'elysia'; new Elysia().derive((x) => { x.cookie.sid.value = id; return {} })`],
    ['for errors', `import { Elysia } from 'elysia'; new Elysia().onError((x) => { x.cookie.sid.value = id })`],
    ['of any method', `import { Elysia } from 'elysia'; new Elysia().route('POST', '/', (x) => { x.cookie.sid.value = id })`],
    ['in a group', `import { Elysia } from 'elysia'; new Elysia().group('/auth', (app) => app.post('/', (x) => { x.cookie.sid.value = id }))`],
    ['in a guard', `import { Elysia } from 'elysia'; new Elysia().guard({ body }, (app) => app.post('/', (x) => { x.cookie.sid.value = id }))`],
    ['in a plugin', `import { Elysia } from 'elysia'; const plugin = (app) => app.post('/', (x) => { x.cookie.sid.value = id }); new Elysia().use(plugin)`],
    ['in a plugin with a type', `import type { Elysia } from 'elysia'; export const plugin = (app: Elysia) => app.post('/', (x) => { x.cookie.sid.value = id })`],
    ['with a type', `import type { Context } from 'elysia'; export const login = (x: Context) => { x.cookie.sid.value = id }`],
    ['with a type and a pattern', `import { type Context } from 'elysia'; export const login = ({ cookie: { sid } }: Context) => { sid.value = id; sid.remove }`],
    ['by the name of its parameter', `import 'elysia'; export const login = (ctx) => { ctx.cookie.sid.value = id }`],
    ['with a name', `import { Elysia } from 'elysia'; new Elysia().post('/', login); function login(x) { x.cookie.sid.value = id }`],
    ['that hands its cookies to a helper', `import { Elysia } from 'elysia'; new Elysia().post('/', ({ cookie }) => start(cookie, id)); function start(jar, id) { jar.sid.value = id }`],
    ['that hands one cookie to a helper', `import { Elysia } from 'elysia'; new Elysia().post('/', ({ cookie }) => start(cookie.sid, id)); function start(session, id) { session.value = id }`],
  ])('%s', (_title, code) => {
    expect(eventsOf(code)).toEqual([expect.stringMatching(/^cookieWritten elysia proved `.*value = id` sid session path=\/\* lifetime=none$/)])
  })
})

describe('a header', () => {
  it.each([
    ['set in brackets', `{ set }`, "set.headers['set-cookie'] = `sid=${id}`"],
    ['of the context', `x`, "x.set.headers['Set-Cookie'] = `sid=${id}`"],
    ['in an object', `{ set }`, "set.headers = { 'Set-Cookie': `sid=${id}` }"],
  ])('%s', (_title, parameter, body) => {
    expect(eventsOf(route(parameter, body))).toEqual(['cookieWritten elysia proved `' + '`sid=${id}`' + '` sid session lifetime=none'])
  })
})

describe('silence', () => {
  it.each([
    ['a cookie that is read', route(`{ cookie: { sid } }`, `return users.get(sid.value)`)],
    ['a deleted member, which deletes nothing', route(`{ cookie }`, `delete cookie.sid`)],
    ['something else of the context', route(`{ store }`, `store.sid.value = id`)],
    ['another header', route(`{ set }`, `set.headers['x-sid'] = 'sid=' + id`)],
    ['a form of a page', `const { sid } = form.elements; sid.value = token`],
    ['a reactive value', `import { ref } from 'vue'; const sid = ref(''); sid.value = token; function login(ctx) { ctx.cookie.sid.value = id }`],
    ['a client of the server', `import { treaty } from '@elysiajs/eden'; const { data, cookie } = await treaty(url).login.post(); cookie.sid.value = token`],
    ['another class of this name', `import { Elysia } from './elysia'; new Elysia().post('/', ({ cookie: { sid } }) => { sid.value = id })`],
    ['a context without evidence', `export const login = (ctx) => { ctx.cookie.sid.value = id }`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})
