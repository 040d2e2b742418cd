import { describe, expect, it } from 'vitest'
import { FORGET, showing, writtenIntoLogout } from './written-into-logout.js'

describe('the ID in a cookie is', () => {
  it.each([
    ['a variable of the handler', { before: 'const sid = req.cookies.sid\nif (!sid) return res.end()' }, 'sid'],
    ['a variable of the function around it', { logout: `(req, res) => {\nconst sid = req.cookies.sid\nsetImmediate(() => {\n${FORGET}\n})\n}` }, 'sid'],
    ['a variable of a block around it', { logout: `(req, res) => {\nconst sid = req.cookies.sid\nif (sid) {\n${FORGET}\n}\n}` }, 'sid'],
    ['a variable with another name', { before: 'const { theme, sid: mine } = req.cookies' }, 'mine'],
    ['a variable with what it is without a cookie', { before: `const sid = req.cookies.sid ?? ''` }, 'sid'],
    ['a variable without the signature', { options: '{ signed: true }', before: 'const { sid } = req.signedCookies' }, 'sid'],
    ['what other routes read', { others: showing('req.cookies.sid') }, 'req.cookies.sid'],
    ['what other routes read, all in the same way', { others: `${showing('req.cookies.sid')}\n${showing('find(req.cookies.sid)')}` }, 'req.cookies.sid'],
    ['the key of the store, whatever else is read', { others: `${showing('req.cookies.sid')}\n${showing(`sessions.get(req.cookies['sid'])`)}` }, `req.cookies['sid']`],
    ['the key of the store, through a variable', { others: `app.get('/me', (req, res) => {\nconst own = req.cookies['sid']\nres.send(sessions.get(own))\n})\n${showing('req.cookies.sid')}` }, `req.cookies['sid']`],
    ['what other routes read from a request with another name', { others: showing('request.cookies.sid', 'request', 'response') }, 'req.cookies.sid'],
    ['what other routes read from the request, by its place', { others: showing('req.cookies.sid'), logout: `(_, res) => {\n${FORGET}\n}` }, '_.cookies.sid'],
    ['what a function reads from what it is given', { head: 'const find = (r) => sessions.get(r.cookies.sid)', others: showing('find(req)') }, 'req.cookies.sid'],
    ['what a function finds, if the store is asked for it', { head: 'function idOf(req) { return req.cookies.sid }', others: showing('sessions.get(idOf(req))') }, 'idOf(req)'],
    ['a part of the cookies that the handler takes out', { others: showing('cookies.sid', '{ cookies }'), logout: `({ cookies }, res) => {\n${FORGET}\n}` }, 'cookies.sid'],
    ['what a function reads from what has the same name here, whoever calls it', { others: 'export function idIn(req) { return req.cookies.sid }' }, 'req.cookies.sid'],
    ['what a function reads from what has the same short name here', { others: 'export function idIn(r) { return r.cookies.sid }', logout: `(r, s) => {\ns.clearCookie('sid')\ns.end()\n}` }, 'r.cookies.sid'],
    ['the key of the store itself rather than through a variable', { others: `app.get('/me', (req, res) => {\nconst own = req.cookies['sid']\nres.send(sessions.get(own))\n})\n${showing('sessions.get(req.cookies.sid)')}` }, 'req.cookies.sid'],
    ['a variable that a function of another file fills', { head: `import { getCookie } from './cookies.js'`, before: `const sid = getCookie(req, 'sid')` }, 'sid'],
    ['waited for', { others: showing(`sessions.get(await readCookie(req, 'sid'))`) }, `await readCookie(req, 'sid')`],
    ['named by a setting', { cookie: 'config.name', others: showing('req.cookies[config.name]') }, 'req.cookies[config.name]'],
    ['named by a constant', { head: `const NAME = 'sid'`, others: showing('req.cookies[NAME]') }, 'req.cookies[NAME]'],
  ] as const)('%s', (_title, parts, id) => {
    expect(writtenIntoLogout(parts)).toContain(`sessions.delete(${id})`)
  })
})

describe('the ID in a cookie is never', () => {
  it.each([
    ['a variable that is made later', { logout: `(req, res) => {\nres.clearCookie('sid')\nconst sid = req.cookies.sid\nif (sid) res.end()\n}` }],
    ['a variable that a block hides', { logout: `(req, res) => {\nconst sid = req.cookies.sid\nif (sid) {\nconst sid = res.locals\n${FORGET}\n}\n}` }],
    ['a variable of another handler', { others: `app.get('/me', (req, res) => {\nconst mine = req.cookies.sid\nres.send(mine)\n})` }],
    ['a session that a function finds', { head: 'const sessionOf = (r) => sessions.get(r.cookies.sid)', before: 'const session = sessionOf(req)\nif (!session) return' }],
    ['a session that a function finds, or nothing', { head: 'const sessionOf = (r) => sessions.get(r.cookies.sid)', before: 'const session = sessionOf(req) ?? null\nif (!session) return' }],
  ])('%s', (_title, parts) => {
    expect(writtenIntoLogout(parts)).toContain('sessions.delete(req.cookies.sid)')
  })

  it.each([
    ['another cookie', { before: 'const theme = req.cookies.theme\nres.locals.theme = theme' }],
    ['another cookie of several', { before: 'const { theme } = req.cookies' }],
    ['a field of a form', { before: 'const { sid } = req.body' }],
    ['a field of a form that is called like it', { others: showing('cookies.sid', '{ cookies }'), logout: `({ body: cookies }, res) => {\n${FORGET}\n}` }],
    ['what is taken out of the request under another name', { others: showing('cookies.sid', '{ cookies }'), logout: `({ cookies: jar }, res) => {\n${FORGET}\n}` }],
    ['an item of a list', { before: 'const [sid] = req.cookies' }],
    ['all other cookies', { before: 'const { ...sid } = req.cookies' }],
    ['a variable without a value', { before: 'let sid' }],
    ['a variable of a loop', { before: 'for (const { sid } of req.cookies) break' }],
    ['a variable that gets another value', { before: 'let { sid } = req.cookies\nsid = sid.trim()' }],
    ['a variable with the signature', { options: '{ signed: true }', before: 'const { sid } = req.cookies' }],
    ['something with the signature', { options: '{ signed: true }', others: showing('req.cookies.sid') }],
    ['read in two ways', { others: `${showing('req.cookies.sid')}\n${showing(`req.cookies['sid']`)}` }],
    ['a variable of another place', { others: `app.get('/me', (req, res) => {\nconst jar = open(req)\nres.send(sessions.get(jar.cookies.sid))\n})` }],
    ['what another function was given beside the request', { head: 'const find = (req, name) => sessions.get(req.cookies[name])', others: showing(`find(req, 'sid')`) }],
    ['something of an instance', { others: `app.get('/me', function (req, res) { res.send(sessions.get(this.cookies.get('sid'))) })` }],
    ['a cookie that nobody can tell from the one that is deleted', { cookie: 'config.name', before: 'const { [config.theme]: sid } = req.cookies' }],
    ['what an exported function is given under another name', { others: 'export function idIn(r) { return r.cookies.sid }' }],
    ['signed, and looked at by a function before the store is asked', { options: '{ signed: true }', others: showing('sessions.get(check(req.cookies.sid))') }],
    ['waited for by who cannot wait', { others: showing(`sessions.get(await readCookie(req, 'sid'))`), logout: `(req, res) => {\n${FORGET}\n}` }],
    ['made by a function', { others: showing(`sessions.get(getCookie(() => req, 'sid'))`) }],
    ['taken from something else with the name of the request', { others: showing('req.cookies.sid'), logout: `(req, res) => {\nfor (const req of list) res.clearCookie('sid')\n}` }],
  ])('%s', (_title, parts) => {
    expect(writtenIntoLogout(parts)).toBe('no repair')
  })
})
