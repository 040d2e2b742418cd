import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../lib/index.js'

const HEAD = `import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { MemoryStore, sessionMiddleware } from 'hono-sessions'
const app = new Hono()
app.use('*', sessionMiddleware({ store: new MemoryStore(), expireAfterSeconds: 900, cookieOptions: { httpOnly: true } }))
`

interface Reading {
  readonly head?: string
  readonly rules: 'require-regenerate-after-login' | 'require-store-delete-on-logout'
}

function lint(code: string, { head = HEAD, rules }: Reading, isTypeScript: boolean) {
  const linter = new Linter({ cwd: '/' })
  const config = {
    files: ['**/*.{js,ts}'],
    languageOptions: { parser: typeScriptParser },
    plugins: { 'session-security': plugin },
    rules: { [`session-security/${rules}`]: 'error' },
  }
  const filename = `/nowhere/file.${isTypeScript ? 'ts' : 'js'}`
  const messages = linter.verify(`${head}${code}`, [config] as unknown as Linter.Config[], { filename })
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  const { output } = linter.verifyAndFix(`${head}${code}`, [config] as unknown as Linter.Config[], { filename })
  return { messages, output: output.slice(head.length) }
}

/** The program after the fix, with what is left to say about it. */
function fixed(code: string, reading: Reading, isTypeScript = false): string {
  return lint(code, reading, isTypeScript).output
}

const LOGIN = { rules: 'require-regenerate-after-login' } as const
const LOGOUT = { rules: 'require-store-delete-on-logout' } as const

describe('an operation that is a call already', () => {
  it('stands in messages as it is', () => {
    const { messages } = lint(`app.post('/login', (c) => { c.get('session').set('userId', id) })`, LOGIN, false)
    expect(messages.map(({ message }) => message)).toEqual(["This login keeps the session ID from before it: call `c.set('session_key_rotation', true)` first."])
  })

  it('is written as it is, in the quotes of the file', () => {
    const code = `app.post("/login", (c) => {
  const session = c.get("session")
  session.set("userId", id)
  return c.text("hello")
})`
    expect(fixed(code, { ...LOGIN, head: HEAD.replaceAll("'", '"') })).toBe(code.replace('  session.set', '  c.set("session_key_rotation", true)\n  session.set'))
  })

  it('comes before the one expression of a function', () => {
    expect(fixed(`app.post('/logout', (c) => deleteCookie(c, 'session'))`, LOGOUT)).toBe(`app.post('/logout', (c) => {
  c.get('session').deleteSession()
  return deleteCookie(c, 'session')
})`)
  })

  it('stands before the first of several writes', () => {
    const code = `app.post('/login', (c) => {
  c.get('session').set('name', name)
  c.get('session').set('userId', id)
})`
    expect(fixed(code, LOGIN)).toBe(code.replace('  c.get', `  c.set('session_key_rotation', true)\n  c.get`))
  })
})

describe('a renewal that keeps the data', () => {
  it.each([
    ['before the login', `c.set('session_key_rotation', true); c.get('session').set('userId', id)`],
    ['after the login', `c.get('session').set('userId', id); c.set('session_key_rotation', true)`],
    ['behind the branch of the login', `if (ok) { c.get('session').set('userId', id) } c.set('session_key_rotation', true)`],
  ])('may come %s', (_title, statements) => {
    expect(lint(`app.post('/login', (c) => { ${statements} })`, LOGIN, false).messages).toEqual([])
  })

  it.each([
    ['awaited', `ctx.session.user = user; await ctx.session.regenerate()`, []],
    ['not awaited', `ctx.session.user = user; ctx.session.regenerate()`, [{ messageId: 'late' }]],
  ])('may come after the login where it is %s', (_title, statements, expected) => {
    const head = `import Koa from 'koa'; import session from 'koa-session'; const app = new Koa(); app.use(session({ store, maxAge: 60000 }, app));`
    expect(lint(`app.use(async (ctx) => { ${statements} })`, { ...LOGIN, head }, false).messages).toMatchObject(expected)
  })

  it.each([
    ['after some of the logins only', `c.get('session').set('userId', id); if (ok) { c.set('session_key_rotation', true) }`, 'late'],
    ['where the login has left', `if (ok) { c.get('session').set('userId', id); return c.text('') } c.set('session_key_rotation', true)`, 'missing'],
  ])('may not come %s', (_title, statements, messageId) => {
    expect(lint(`app.post('/login', (c) => { ${statements} })`, LOGIN, false).messages).toMatchObject([{ messageId }])
  })
})

it('a write that a logout makes is dropped where the session ends', () => {
  const { messages } = lint(`app.post('/logout', (c) => { c.get('session').forget('userId') })`, LOGOUT, false)
  expect(messages).toMatchObject([{ messageId: 'identityOnly', suggestions: [{ messageId: 'end', fix: { text: `c.get('session').deleteSession()` } }] }])
})

describe('what an operation needs in a type', () => {
  const login = `app.post('/login', (c) => {
  c.get('session').set('userId', id)
})`
  const renewed = login.replace('  c.get', `  c.set('session_key_rotation', true)\n  c.get`)

  it.each([
    ['in one line', `type Env = { Variables: { session: Session } }`, `type Env = { Variables: { session: Session; session_key_rotation: boolean } }`],
    ['in one line with commas', `type Env = { Variables: { user: User, session: Session, } }`, `type Env = { Variables: { user: User, session: Session, session_key_rotation: boolean, } }`],
    ['in lines of its own', `type Variables = {\n  session: Session\n  user: User\n}`, `type Variables = {\n  session: Session\n  session_key_rotation: boolean\n  user: User\n}`],
    ['in an interface with semicolons', `interface Variables {\n  session: Session;\n}`, `interface Variables {\n  session: Session;\n  session_key_rotation: boolean;\n}`],
    ['that has it', `type Env = { Variables: { session_key_rotation: boolean, session: Session } }`, `type Env = { Variables: { session_key_rotation: boolean, session: Session } }`],
  ])('is declared %s', (_title, type, expected) => {
    expect(fixed(`${type}\n${login}`, LOGIN, true)).toBe(`${expected}\n${renewed}`)
  })

  it.each([
    ['in another file', ''],
    ['twice', `type A = { session: string }; type B = { session: Session }`],
  ])('is not written where the type is %s', (_title, types) => {
    const { messages, output } = lint(`${types}\n${login}`, LOGIN, true)
    expect(messages).toMatchObject([{ messageId: 'missing' }])
    expect(messages).not.toMatchObject([{ suggestions: expect.anything() }])
    expect(output).toBe(`${types}\n${login}`)
  })

  it('is nothing in JavaScript', () => {
    expect(fixed(login, LOGIN)).toBe(renewed)
  })
})
