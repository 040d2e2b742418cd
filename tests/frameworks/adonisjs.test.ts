import { eventsOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

const DEFAULTS = 'httpOnly=true* secure=true* sameSite=lax* path=/*'

function written(call: string, attributes = DEFAULTS, lifetime = '7200s*'): string {
  return `cookieWritten @adonisjs/core proved \`${call}\` sid session ${attributes} lifetime=${lifetime}`
}

/** A controller with one method. */
function controller(parameter: string, body: string): string {
  return `import type { HttpContext } from '@adonisjs/core/http'; export default class SessionController { async store(${parameter}) { ${body} } }`
}

describe('response.cookie', () => {
  it.each([
    ['without options', `response.cookie('sid', id)`, written('cookie')],
    ['with options', `response.cookie('sid', id, { httpOnly: false, secure: false, maxAge: 3600 })`, written('cookie', 'httpOnly=false secure=false sameSite=lax* path=/*', '3600s')],
    ['with an age in words', `response.cookie('sid', id, { maxAge: '2h' })`, written('cookie', DEFAULTS, '7200s')],
    ['without an age', `response.cookie('sid', id, { maxAge: undefined })`, written('cookie', DEFAULTS, 'endless')],
    ['with an age of 0, which ends with the browser', `response.cookie('sid', id, { maxAge: 0 })`, written('cookie', DEFAULTS, 'endless')],
    ['plainCookie', `response.plainCookie('sid', id)`, written('plainCookie')],
    ['encryptedCookie', `response.encryptedCookie('sid', id, { httpOnly: false })`, written('encryptedCookie', 'httpOnly=false secure=true* sameSite=lax* path=/*')],
    ['in a chain', `return response.status(201).cookie('sid', id).json({})`, written('cookie')],
    ['clearCookie', `response.clearCookie('sid')`, 'cookieCleared @adonisjs/core proved `clearCookie` sid session'],
    ['with an empty text', `response.plainCookie('sid', '')`, 'cookieCleared @adonisjs/core proved `plainCookie` sid session'],
  ])('%s', (_title, statement, expected) => {
    expect(eventsOf(controller('{ request, response }: HttpContext', statement))).toEqual([expected])
  })
})

describe('a response', () => {
  it.each([
    ['of the context', controller('ctx: HttpContext', `ctx.response.cookie('sid', id)`)],
    ['of a context of any name', controller('x: HttpContext', `x.response.cookie('sid', id)`)],
    ['under another name', controller('{ response: answer }: HttpContext', `answer.cookie('sid', id)`)],
    ['in an action that is a function', `import type { HttpContext } from '@adonisjs/core/http'; export const login = async ({ response }: HttpContext) => response.cookie('sid', id)`],
    ['in a middleware', `import type { HttpContext } from '@adonisjs/core/http'; import type { NextFn } from '@adonisjs/core/types/http'; export default class M { async handle(ctx: HttpContext, next: NextFn) { ctx.response.cookie('sid', id); return next() } }`],
    ['of the context that is found', `import { HttpContext } from '@adonisjs/core/http'; export function start() { const { response } = HttpContext.getOrFail(); response.cookie('sid', id) }`],
    ['of the context that may be found', `import { HttpContext } from '@adonisjs/core/http'; export function start() { HttpContext.get()?.response.cookie('sid', id) }`],
    ['in a service', `import type { HttpResponse } from '@adonisjs/core/http'; export class Tokens { send(answer: HttpResponse) { answer.cookie('sid', id) } }`],
    ['in a helper', `import type { HttpContext } from '@adonisjs/core/http'; const start = (answer, id) => answer.cookie('sid', id); export const login = async ({ response }: HttpContext) => start(response, id)`],
    ['by the name of the context', `import '@adonisjs/core/http'; export const login = async (ctx) => ctx.response.cookie('sid', id)`],
  ])('%s', (_title, code) => {
    expect(eventsOf(code)).toEqual([written('cookie')])
  })

  it.each(formsOfDefault('@adonisjs/core/services/router').map(({ head, name, title }) => [title, head, name]))('of a route by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; ${name}.post('/login', async ({ response }) => { response.cookie('sid', id) })`)).toEqual([written('cookie')])
  })

  it('of a route in a group', () => {
    const code = `import router from '@adonisjs/core/services/router'; router.group(() => { router.post('/login', (x) => { x.response.cookie('sid', id) }).as('login') }).prefix('/auth')`
    expect(eventsOf(code)).toEqual([written('cookie')])
  })

  it.each([
    ['header', `response.header('Set-Cookie', 'sid=' + id)`],
    ['safeHeader', `response.safeHeader('Set-Cookie', 'sid=' + id)`],
    ['append', `response.append('set-cookie', 'sid=' + id)`],
    ["header of Node's response", `response.response.setHeader('Set-Cookie', 'sid=' + id)`],
  ])('gets a %s', (_title, statement) => {
    const events = eventsOf(controller('{ response }: HttpContext', statement))
    expect(events).toEqual([expect.stringMatching(/^cookieWritten (?:@adonisjs\/core|node:http) proved `'sid=' \+ id` sid session lifetime=none$/)])
  })
})

it('the attributes of all cookies may stand in the same file', () => {
  const code = `import { defineConfig, type HttpContext } from '@adonisjs/core/http'; export const http = defineConfig({ cookie: { httpOnly: false, secure: false } }); export const login = ({ response }: HttpContext) => response.cookie('sid', id)`
  expect(eventsOf(code)).toEqual([written('cookie', 'httpOnly=false secure=false sameSite=lax* path=/*')])
})

it.each([
  ['a context without evidence', `export const login = async ({ response }) => response.cookie('sid', id)`],
  ['a context of another library', `import type { HttpContext } from './context'; export const login = ({ response }: HttpContext) => response.cookie('sid', id)`],
  ['cookies of the request', controller('{ request }: HttpContext', `request.cookie('sid'); request.plainCookie('sid', fallback)`)],
  ['a client of the tests', `import { test } from '@japa/runner'; import '@adonisjs/core/http'; test('x', async ({ client }) => { await client.get('/').cookie('sid', id) })`],
])('%s is not meant', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})
