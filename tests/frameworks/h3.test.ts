import { eventsOf, matchesOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { defineEventHandler, setCookie, deleteCookie } from 'h3';`
const COOKIE = 'cookieWritten h3 proved `setCookie` sid session path=/* lifetime=none'
const CLEARED = 'cookieCleared h3 proved `deleteCookie` sid session'

/** A file of a project that has this package, and whose functions Nitro imports by itself. */
function fileOf(project: string, path: string): { filename: string } {
  return { filename: fileIn(`fixtures/${project}/${path}`) }
}

describe('setCookie', () => {
  it.each(formsOfNamed('h3', 'setCookie').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; export const send = (event) => { ${name}(event, 'sid', id) }`)
    expect(events.map((event) => event.replace(/`.*`/, '`setCookie`'))).toEqual([COOKIE])
  })

  it.each([
    ['without options', `setCookie(event, 'sid', id)`, COOKIE],
    ['with options', `setCookie(event, 'sid', id, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60 })`, 'cookieWritten h3 proved `setCookie` sid session httpOnly=true secure=true sameSite=lax path=/* lifetime=60s'],
    ['with a path', `setCookie(event, 'sid', id, { path: '/app' })`, 'cookieWritten h3 proved `setCookie` sid session path=/app lifetime=none'],
    ['with options in a constant', `const options = { httpOnly: false }; setCookie(event, 'sid', id, options)`, 'cookieWritten h3 proved `setCookie` sid session httpOnly=false path=/* lifetime=none'],
    ['with a spread of options in the file', `const base = { httpOnly: true }; setCookie(event, 'sid', id, { ...base, maxAge: 600 })`, 'cookieWritten h3 proved `setCookie` sid session httpOnly=true path=/* lifetime=600s'],
    ['with options that nobody can see', `setCookie(event, 'sid', id, options)`, 'cookieWritten h3 proved `setCookie` sid session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['with a name in a constant', `const SESSION_COOKIE = 'app_session'; setCookie(event, SESSION_COOKIE, id)`, 'cookieWritten h3 proved `setCookie` app_session session path=/* lifetime=none'],
    ['of a preference', `setCookie(event, 'theme', 'dark')`, 'cookieWritten h3 proved `setCookie` theme other path=/* lifetime=none'],
    ['with an empty value', `setCookie(event, 'sid', '', { maxAge: 0 })`, 'cookieCleared h3 proved `setCookie` sid session'],
    ['with an age of 0', `setCookie(event, 'sid', id, { maxAge: 0 })`, 'cookieCleared h3 proved `setCookie` sid session'],
    ['with a date that is over', `setCookie(event, 'sid', id, { expires: new Date(0) })`, 'cookieCleared h3 proved `setCookie` sid session'],
    ['by deleteCookie', `deleteCookie(event, 'sid')`, CLEARED],
    ['by deleteCookie with a path', `deleteCookie(event, 'sid', { path: '/' })`, CLEARED],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(`${HEAD} export default defineEventHandler(async (event) => { ${statement} })`)).toEqual([expected])
  })

  it.each(['setCookie', 'setChunkedCookie'])('in pieces, too: %s', (name) => {
    expect(eventsOf(`import { ${name} } from 'h3'; ${name}(event, 'sid', id)`)).toEqual([COOKIE.replace('setCookie', name)])
  })
})

describe('without an import', () => {
  const code = `export default defineEventHandler(async (event) => { setCookie(event, 'sid', id) })`

  it.each([
    ['a route of the API', 'nuxt', 'server/api/login.post.ts'],
    ['a route', 'nuxt', 'server/routes/login.ts'],
    ['a middleware', 'nuxt', 'server/middleware/auth.ts'],
    ['a helper', 'nuxt', 'server/utils/session.ts'],
    ['a plugin', 'nuxt', 'server/plugins/session.js'],
    ['a server with its folder inside another', 'nuxt', 'layers/auth/server/api/login.ts'],
    ['a route of Nitro', 'nitro', 'routes/login.post.ts'],
    ['a route of the API of Nitro', 'nitro', 'api/login.ts'],
  ])('in %s', (_title, project, path) => {
    expect(eventsOf(code, fileOf(project, path))).toEqual([COOKIE])
  })

  it('where the settings name the package', () => {
    expect(eventsOf(code, { filename: '/nowhere/server/api/login.ts', settings: { libraries: ['nitropack'] } })).toEqual([COOKIE])
  })

  it.each([
    ['in a component', 'nuxt', 'components/login.ts', code],
    ['at the top of the project', 'nuxt', 'login.ts', code],
    ['in a project without Nitro', 'express-5', 'server/api/login.ts', code],
    ['of another module', 'nuxt', 'server/api/login.ts', `import { setCookie } from './cookies'; setCookie(event, 'sid', id)`],
    ['of the file', 'nuxt', 'server/api/login.ts', `function setCookie() {} setCookie(event, 'sid', id)`],
    ['of a parameter', 'nuxt', 'server/api/login.ts', `export const f = ({ setCookie }) => { setCookie(event, 'sid', id) }`],
    ['of an object', 'nuxt', 'server/api/login.ts', `jar.setCookie('sid', id)`],
  ])('there is none %s', (_title, project, path, source) => {
    expect(eventsOf(source, fileOf(project, path))).toEqual([])
  })
})

it.each(['h3', 'nitro/h3', '#imports'])('the module %s has the functions', (module) => {
  expect(eventsOf(`import { setCookie } from '${module}'; setCookie(event, 'sid', id)`)).toEqual([COOKIE])
})

describe('a header', () => {
  it.each([
    ...['setHeader', 'setResponseHeader', 'appendHeader', 'appendResponseHeader'].map((name) => [name, `${name}(event, 'Set-Cookie', \`sid=\${id}\`)`]),
    ...['setHeaders', 'setResponseHeaders', 'appendHeaders', 'appendResponseHeaders'].map((name) => [name, `${name}(event, { 'set-cookie': \`sid=\${id}\` })`]),
    ['a list of them', `setHeader(event, 'Set-Cookie', [\`sid=\${id}\`])`],
  ])('by %s', (_title, statement) => {
    const [name] = statement.split('(')
    const events = eventsOf(`import { defineEventHandler, ${name} } from 'h3'; export default defineEventHandler((event) => { ${statement} })`)
    expect(events).toEqual([expect.stringMatching(/^cookieWritten h3 proved `.*` sid session lifetime=none$/)])
  })

  it.each([
    [`event.res.headers.append('Set-Cookie', \`sid=\${id}\`)`],
    [`event.res.headers.set('Set-Cookie', \`sid=\${id}\`)`],
    [`event.node.res.setHeader('Set-Cookie', \`sid=\${id}\`)`],
    [`event.node.res.appendHeader('Set-Cookie', \`sid=\${id}\`)`],
    [`event.node.res.writeHead(200, { 'Set-Cookie': \`sid=\${id}\` })`],
    [`const { res } = event.node; res.setHeader('Set-Cookie', \`sid=\${id}\`)`],
    [`const { headers } = event.res; headers.append('Set-Cookie', \`sid=\${id}\`)`],
  ])('%s', (statement) => {
    const events = eventsOf(`${HEAD} export default defineEventHandler((event) => { ${statement} })`)
    expect(events).toEqual([expect.stringMatching(/^cookieWritten h3 proved `.*` sid session lifetime=none$/)])
  })
})

describe('a handler', () => {
  const WRITE = `event.res.headers.append('Set-Cookie', \`sid=\${id}\`)`

  it.each([
    ...['defineEventHandler', 'eventHandler', 'defineHandler', 'defineValidatedHandler', 'defineRequestMiddleware', 'defineMiddleware'].map((name) => [
      name,
      `import { ${name} } from 'h3'; export default ${name}((event) => { ${WRITE} })`,
    ]),
    ['an object', `import { defineHandler } from 'h3'; export default defineHandler({ middleware: [], handler: async (event) => { ${WRITE} } })`],
    ['a handler under another name', `import { defineEventHandler } from 'h3'; const login = async (e) => { e${WRITE.slice(5)} }; export default defineEventHandler(login)`],
    ['a lazy handler', `import { defineLazyEventHandler, defineEventHandler } from 'h3'; export default defineLazyEventHandler(async () => defineEventHandler((event) => { ${WRITE} }))`],
    ['a cached handler', `import { defineCachedEventHandler } from 'nitropack/runtime'; export default defineCachedEventHandler((event) => { ${WRITE} }, { maxAge: 60 })`],
    ['an application', `import { H3 } from 'h3'; const app = new H3(); app.post('/login', (event) => { ${WRITE} })`],
    ['an application of version 1', `import { createApp, eventHandler } from 'h3'; createApp().use('/login', eventHandler((event) => { ${WRITE} }))`],
    ['a router', `import { createRouter } from 'h3'; const router = createRouter(); router.post('/login', (event) => { ${WRITE} })`],
    ['the type of an event', `import type { H3Event } from 'h3'; export function send(event: H3Event, id: string) { ${WRITE} }`],
    ['the type of a handler', `import type { EventHandler } from 'h3'; export const login: EventHandler = (event) => { ${WRITE} }`],
    ['a helper that it calls', `${HEAD} export default defineEventHandler((event) => { send(event, id) }); function send(e, id) { e${WRITE.slice(5)} }`],
  ])('is known by %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([expect.stringMatching(/^cookieWritten h3 proved `.*` sid session lifetime=none$/)])
  })
})

describe('silence', () => {
  it.each([
    ['an event of a page', `import { setCookie } from 'h3'; button.addEventListener('click', (event) => { event.res.headers.append('Set-Cookie', \`sid=\${id}\`) })`],
    ['a request to another server', `import { defineEventHandler } from 'h3'; export default defineEventHandler(async (event) => { event.req.headers.append('Set-Cookie', \`sid=\${id}\`) })`],
    ['a cookie that is read', `import { getCookie } from 'h3'; getCookie(event, 'sid')`],
    ['a cookie of somebody else', `import { setCookie } from './cookies'; setCookie('sid', id)`],
    ['a header of a proxy', `import { setHeader } from 'h3'; setHeader(event, 'X-Session', id)`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code).filter((event) => event.includes(' h3 '))).toEqual([])
  })
})

it('getCookie(event, name)', () => {
  expect(matchesOf(`import { getCookie } from 'h3'; export default defineEventHandler((event) => getCookie(event, 'role') === 'admin')`)).toContain(`cookieRead h3 proved name='role'`)
})

it.each(['getHeader', 'getRequestHeader'])('a header that is read by %s', (name) => {
  expect(matchesOf(`import { ${name} } from 'h3'; export const tokenOf = (event) => ${name}(event, 'authorization')`)).toContain(`headerRead h3 proved name='authorization'`)
})
