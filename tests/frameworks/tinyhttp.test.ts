import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { App } from '@tinyhttp/app'; const app = new App();`
const COOKIE = 'cookieWritten @tinyhttp/app proved `cookie` sid session path=/* lifetime=none'
const CLEARED = 'cookieCleared @tinyhttp/app proved `clearCookie` sid session'

describe('res.cookie', () => {
  it.each([
    ['without options', `res.cookie('sid', id)`, COOKIE],
    ['with options', `res.cookie('sid', id, { httpOnly: true, secure: true, maxAge: 60_000 })`, 'cookieWritten @tinyhttp/app proved `cookie` sid session httpOnly=true secure=true path=/* lifetime=60s'],
    ['in a chain', `res.status(200).cookie('sid', id).json({})`, COOKIE],
    ['with an age of 0, which deletes', `res.cookie('sid', '', { maxAge: 0 })`, CLEARED.replace('clearCookie', 'cookie')],
    ['clearCookie', `res.clearCookie('sid')`, CLEARED],
    ['clearCookie with options', `res.clearCookie('sid', { path: '/' })`, CLEARED],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(`${HEAD} app.post('/login', async (req, res) => { ${statement} })`)).toEqual([expected])
  })
})

describe('a handler', () => {
  it.each(formsOfNamed('@tinyhttp/app', 'App').map(({ head, name, title }) => [title, head, name]))('of an application by %s', (_title, head, name) => {
    const constructor = name.includes('(') ? `(${name})` : name
    expect(eventsOf(`${head}; const app = new ${constructor}(); app.get('/', (a, b) => { b.cookie('sid', id) })`)).toEqual([COOKIE])
  })

  it.each([
    ['with types', `import type { Request, Response } from '@tinyhttp/app'; export const f = (a: Request, b: Response) => { b.cookie('sid', id) }`],
    ['with a type of its own', `import type { Handler } from '@tinyhttp/app'; export const f: Handler = (a, b) => { b.cookie('sid', id) }`],
    ['of a middleware', `${HEAD} app.use((a, b, c) => { b.cookie('sid', id); c() })`],
    ['by the names of its parameters', `import '@tinyhttp/app'; export const f = (req, res) => { res.cookie('sid', id) }`],
  ])('%s', (_title, code) => {
    expect(eventsOf(code)).toEqual([COOKIE])
  })
})

it.each([
  ['set', `res.set('Set-Cookie', 'sid=' + id)`],
  ['set with an object', `res.set({ 'Set-Cookie': 'sid=' + id })`],
  ['header', `res.header('Set-Cookie', 'sid=' + id)`],
  ['append', `res.append('set-cookie', 'sid=' + id)`],
  ["Node's own", `res.setHeader('Set-Cookie', 'sid=' + id)`],
])('a header by %s', (_title, statement) => {
  expect(eventsOf(`${HEAD} app.get('/', (req, res) => { ${statement} })`)).toEqual([expect.stringMatching(/^cookieWritten (?:@tinyhttp\/app|node:http) proved `'sid=' \+ id` sid session lifetime=none$/)])
})

it.each([
  ['another application', `import { App } from '@slack/bolt'; const app = new App(); app.get('/', (req, res) => { res.cookie('sid', id) })`],
  ['the request', `${HEAD} app.get('/', (req, res) => { req.cookie('sid', id) })`],
])('%s is not meant', (_title, code) => {
  expect(eventsOf(code).filter((event) => event.includes('tinyhttp'))).toEqual([])
})
