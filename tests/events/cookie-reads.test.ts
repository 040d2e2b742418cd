import { expect, test } from 'vitest'
import { createCookieReads, isSameCookie } from '../../lib/events/cookie-reads.js'
import { fileOf, sessionFileOf } from '../events-of.js'

const LINES = `const NAME = 'sid'; const parsed = cookie.parse(text); const jar = cookies(); const late = await cookies(); const store = load()
function sidOf(req) { return req.headers.cookie.match(/sid=(.*)/)[1] }
function otherOf(req) { return req.headers.cookie.match(/my-sid=(.*)/)[1] }
function nothingOf(req) { req.headers.cookie.match(/sid=(.*)/)[1] }
function keyOf(req) { return 'sid' }
async function laterOf(req) { return req.headers.cookie.match(/sid=(.*)/)[1] }`

/** Whether an expression reads the cookie `sid`. */
function isRead(expression: string, name = `'sid'`): boolean | undefined {
  const file = fileOf(`${LINES}\nresponse.cookie(${name}, 1)\nconst result = ${expression} // session`)
  const statement = file?.context.sourceCode.ast.body.at(-1)
  const value = statement?.type === 'VariableDeclaration' ? statement.declarations[0]?.init : undefined
  const written = file?.context.sourceCode.ast.body.at(-2)
  const nameNode = written?.type === 'ExpressionStatement' && written.expression.type === 'CallExpression' ? written.expression.arguments[0] : undefined
  if (!file || !value || !nameNode) return undefined
  const known = nameNode.type === 'Literal' ? ({ state: 'known', value: 'sid', node: nameNode, from: 'source' } as const) : ({ state: 'unknown', possible: [] } as const)
  return createCookieReads(file.context, file.events).isRead(value, { name: known, nameNode })
}

test.each([
  'req.cookies.sid',
  `req.cookies['sid']`,
  'req.cookies[NAME]',
  'req.cookies?.sid',
  'req.signedCookies.sid',
  `req.cookies.sid || ''`,
  'req.cookies.sid ?? null',
  'await req.cookies.sid',
  'req.cookies.sid.value',
  `getCookie(req, 'sid')`,
  `cookies().get('sid')`,
  `cookies().get('sid').value`,
  `(await cookies()).get('sid')?.value`,
  `jar.get('sid')`,
  `late.get('sid')`,
  'parse(req.headers.cookie).sid',
  `cookie.parse(req.headers.cookie || '').sid`,
  'parsed.sid',
  'sidOf(req)',
  'req.state.sid',
  `req.cookies.get('sid')`,
  `req.cookies.getAll('sid')`,
  `req.cookie('sid')`,
])('%s reads the cookie', (expression) => {
  expect(isRead(expression)).toBe(true)
})

test.each([
  `req.cookies.sid || 'x'`,
  'req.cookies.sid && 1',
  'req.cookies.other',
  'req.cookies[name]',
  `getCookie('other')`,
  `setCookie(req, 'sid')`,
  `deleteCookie('sid')`,
  `saveCookie(res, 'sid', id)`,
  `issueSessionCookie(res, 'sid')`,
  `refreshCookie('sid')`,
  'parse(text).sid',
  'store.sid',
  `store.get('sid')`,
  'otherOf(req)',
  'nothingOf(req)',
  'keyOf(req)',
  'laterOf(req)',
  'app.state.sid',
  `req.cookies.set('sid')`,
  `req.headers.get('sid')`,
  `req.cookies.forget('sid')`,
  'load(cookieOptions).sid',
  `load('cookies').get('sid')`,
  'req.other.value',
  'sid',
])('%s does not', (expression) => {
  expect(isRead(expression)).toBe(false)
})

/** Where the cookie is read that a program of express writes first. */
function readsIn(code: string): string[] {
  const { context, events } = sessionFileOf(`import express from 'express'; express().get('/', (req, res) => { ${code} })`)
  const written = events.find((event) => event.type === 'cookieWritten')
  return written ? createCookieReads(context, events).readsOf(written).map((node) => context.sourceCode.getText(node)) : []
}

test('what writes a cookie is no read of it', () => {
  expect(readsIn(`res.cookie('sid', req.id); show(req.cookies.sid)`)).toEqual(['req.cookies.sid'])
  expect(readsIn(`res.cookie(config.name, req.id); show(getCookie(req, config.name))`)).toEqual(['getCookie(req, config.name)'])
})

test('a parameter is another name than the constant that is called like it', () => {
  expect(readsIn(`const NAME = 'sid'; res.cookie(NAME, 1); const read = (NAME) => req.cookies[NAME]; const other = () => req.signedCookies[NAME]`)).toEqual(['req.signedCookies[NAME]'])
})

test('a cookie without a known name is read under the same expression', () => {
  expect(['req.cookies[config.name]', 'getCookie(config.name)', 'jar.get(config.name)'].map((expression) => isRead(expression, 'config.name'))).toEqual([true, true, true])
  expect(['req.cookies[config.other]', 'req.cookies.name', `getCookie('sid')`, 'getCookie(NAME)'].map((expression) => isRead(expression, 'config.name'))).toEqual([false, false, false, false])
})

test('of reads that look the same, the first few are enough', () => {
  expect(readsIn(`res.cookie('sid', 1); ${'show(req.cookies.sid);'.repeat(6)} show(req.signedCookies.sid)`)).toEqual([...Array<string>(4).fill('req.cookies.sid'), 'req.signedCookies.sid'])
})

/** Whether the two cookies that a program of express writes are the same, whichever comes first. */
function areSame(code: string): boolean[] {
  const { context, events } = sessionFileOf(`import express from 'express'; express().get('/', (req, res) => { ${code} })`)
  const [a, b] = events.filter((event) => event.type === 'cookieWritten')
  return a && b ? [isSameCookie(a, b, context.sourceCode), isSameCookie(b, a, context.sourceCode)] : []
}

test.each([
  [`const NAME = 'sid'; res.cookie(NAME, 1); res.cookie('sid', 2)`, true],
  ['res.cookie(config.name, 1); res.cookie(config.name, 2)', true],
  [`res.cookie('sid', 1); res.cookie('id', 2)`, false],
  ['res.cookie(config.name, 1); res.cookie(config.other, 2)', false],
  [`const NAME = 'sid'; res.cookie(NAME, 1); const later = (NAME) => res.cookie(NAME, 2)`, false],
])('in %s the cookies are the same: %s', (code, expected) => {
  expect(areSame(code)).toEqual([expected, expected])
})
