import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Linter } from 'eslint'
import plugin from '../../lib/index.js'
import { fixedOnce, judge } from '../clients/judge.js'

const PROJECTS = fileURLToPath(new URL('../fixtures', import.meta.url))

/** The program after `--fix`, and what is said about it before. */
function repaired(code: string, project = 'nowhere'): { readonly output: string; readonly messages: readonly string[] } {
  const linter = new Linter({ cwd: PROJECTS })
  const filename = join(PROJECTS, project, 'auth.js')
  const config = [{ plugins: { 'session-security': plugin }, rules: { 'session-security/require-http-only': 'error' } }] as Linter.Config[]
  return { output: linter.verifyAndFix(code, config, { filename }).output, messages: linter.verify(code, config, { filename }).map(({ message }) => message) }
}

describe('an attribute that counts for all cookies', () => {
  const head = `import { betterAuth } from 'better-auth'\n`

  it('is turned on where it was turned off', () => {
    const code = (value: string) => `${head}export const auth = betterAuth({ advanced: { defaultCookieAttributes: { httpOnly: ${value} } } })\n`
    expect(repaired(code('false'))).toEqual({
      output: code('true'),
      messages: ['Scripts in the page can read this session cookie: set `advanced.defaultCookieAttributes.httpOnly` to true.'],
    })
  })

  it('stays off where the session has its own, which is turned on', () => {
    const code = (value: string) =>
      `${head}export const auth = betterAuth({ advanced: { cookies: { session_token: { attributes: { httpOnly: ${value} } } }, defaultCookieAttributes: { httpOnly: false } } })\n`
    expect(repaired(code('false'))).toEqual({
      output: code('true'),
      messages: ['Scripts in the page can read this session cookie: set `advanced.cookies.session_token.attributes.httpOnly` to true.'],
    })
  })
})

describe('an attribute whose default is lost', () => {
  const program = (cookie: string) => `import NextAuth from 'next-auth'\nexport default NextAuth({ cookies: { sessionToken: ${cookie} } })\n`

  it.each([
    ['beside others', `{ name: 'session', options: { domain: '.example.com' } }`, `{ name: 'session', options: { httpOnly: true, domain: '.example.com' } }`],
    ['where there are none', `{ name: 'session', options: {} }`, `{ name: 'session', options: { httpOnly: true } }`],
    ['where there are no options', `{ name: 'session' }`, `{ name: 'session', options: { httpOnly: true } }`],
  ])('is written %s', (_title, before, after) => {
    expect(repaired(program(before), 'next-auth-4')).toEqual({
      output: program(after),
      messages: ['Scripts in the page can read this session cookie: add `cookies.sessionToken.options.httpOnly`.'],
    })
    expect(repaired(program(before), 'next-auth-5')).toEqual({ output: program(before), messages: [] })
  })
})

describe('attributes that several rules add have places of their own, so that one pass writes them all', () => {
  const program = (options: string) => `import express from 'express'\nexpress().post('/login', (req, res) => {\n  res.cookie('sid', id, ${options})\n})\n`
  const rules = { 'session-security/require-http-only': 'error', 'session-security/require-same-site': 'error', 'session-security/require-secure': 'error' } as const
  const once = (code: string) => fixedOnce(code, judge(code, '/shop/auth.js', rules))
  const secure = `secure: process.env.NODE_ENV === 'production'`

  it.each([
    ['in one line', `{ signed: true, maxAge: 1000 }`, `{ signed: true, httpOnly: true, ${secure}, maxAge: 1000, sameSite: 'lax' }`],
    ['before a comment in the same line', `{ /* short */ maxAge: 1000 }`, `{ httpOnly: true, ${secure}, /* short */ maxAge: 1000, sameSite: 'lax' }`],
    ['in lines of their own', `{\n    maxAge: 1000,\n  }`, `{\n    httpOnly: true,\n    ${secure},\n    maxAge: 1000,\n    sameSite: 'lax',\n  }`],
    ['above the comments of an attribute', `{\n    // short\n    maxAge: 1000\n  }`, `{\n    httpOnly: true,\n    ${secure},\n    // short\n    maxAge: 1000,\n    sameSite: 'lax'\n  }`],
    ['below a comment on all of them', `{ // ours\n    maxAge: 1000\n  }`, `{ // ours\n    httpOnly: true,\n    ${secure},\n    maxAge: 1000,\n    sameSite: 'lax'\n  }`],
    ['between comments', `{\n    signed: true, // by us\n    // short\n    maxAge: 1000\n  }`, `{\n    signed: true, // by us\n    httpOnly: true,\n    ${secure},\n    // short\n    maxAge: 1000,\n    sameSite: 'lax'\n  }`],
    ['in quotes where all have some', `{ 'maxAge': 1000 }`, `{ 'httpOnly': true, 'secure': process.env.NODE_ENV === 'production', 'maxAge': 1000, 'sameSite': 'lax' }`],
    ['where a comma begins the line', `{ signed: true\n  , maxAge: 1000\n  }`, `{ signed: true\n  , httpOnly: true, ${secure}, maxAge: 1000,\n  sameSite: 'lax'\n  }`],
    ['behind a spread', `{ ...{ signed: true }, maxAge: 1000 }`, `{ ...{ signed: true }, httpOnly: true, ${secure}, maxAge: 1000, sameSite: 'lax' }`],
  ])('%s', (_title, before, after) => {
    expect(once(program(before))).toBe(program(after))
  })

  it('with room behind them for a lifetime', () => {
    expect(once(program(`{ httpOnly: true }`))).toBe(program(`{ sameSite: 'lax', ${secure}, httpOnly: true }`))
  })

  it.each([
    ['where there is no white space', `{maxAge: 1000}`, `{httpOnly: true, maxAge: 1000, sameSite: 'lax'}`],
    ['where no attribute is written', `{ signed: true }`, `{ signed: true, httpOnly: true }`],
    ['where a spread may win', `{ maxAge: 1000, ...{ signed: true } }`, `{ maxAge: 1000, ...{ signed: true }, httpOnly: true }`],
  ])('or one after the other %s', (_title, before, after) => {
    expect(once(program(before))).toBe(program(after))
  })
})

describe('in TypeScript a string stays what it is', () => {
  const program = (options: string) => `import session from 'express-session'\n${options}\n`
  const rules = { 'session-security/require-same-site': 'error', 'session-security/require-secure': 'error' } as const
  const repairedTypes = (code: string) => judge(program(code), '/shop/auth.ts', rules).repaired

  it.each([
    ['in a constant', `const cookie = { maxAge: 1 }; app.use(session({ cookie }))`, `const cookie = { secure: 'auto' as const, maxAge: 1, sameSite: 'lax' as const }; app.use(session({ cookie }))`],
    ['in place of another value', `const cookie = { maxAge: 1, secure: false, sameSite: false }; app.use(session({ cookie }))`, `const cookie = { maxAge: 1, secure: 'auto' as const, sameSite: 'lax' as const }; app.use(session({ cookie }))`],
    ['in an object within', `const options = { cookie: { maxAge: 1 } }; app.use(session(options))`, `const options = { cookie: { secure: 'auto' as const, maxAge: 1, sameSite: 'lax' as const } }; app.use(session(options))`],
    ['in what a function returns', `const options = () => ({ cookie: { maxAge: 1 } }); app.use(session(options()))`, `const options = () => ({ cookie: { secure: 'auto' as const, maxAge: 1, sameSite: 'lax' as const } }); app.use(session(options()))`],
    ['in what a method returns', `class App { options() { return { cookie: { maxAge: 1 } } } start() { app.use(session(this.options())) } }`, `class App { options() { return { cookie: { secure: 'auto' as const, maxAge: 1, sameSite: 'lax' as const } } } start() { app.use(session(this.options())) } }`],
  ])('%s', (_title, before, after) => {
    expect(repairedTypes(before)).toBe(program(after))
  })

  it.each([
    ['in the call', `app.use(session({ cookie: { maxAge: 1 } }))`, `app.use(session({ cookie: { secure: 'auto', maxAge: 1, sameSite: 'lax' } }))`],
    ['where a type is given', `const cookie: CookieOptions = { maxAge: 1 }; app.use(session({ cookie }))`, `const cookie: CookieOptions = { secure: 'auto', maxAge: 1, sameSite: 'lax' }; app.use(session({ cookie }))`],
    ['where a type is satisfied', `const cookie = { maxAge: 1 } satisfies CookieOptions; app.use(session({ cookie }))`, `const cookie = { secure: 'auto', maxAge: 1, sameSite: 'lax' } satisfies CookieOptions; app.use(session({ cookie }))`],
    ['where all is constant', `const cookie = { maxAge: 1 } as const; app.use(session({ cookie }))`, `const cookie = { secure: 'auto', maxAge: 1, sameSite: 'lax' } as const; app.use(session({ cookie }))`],
    ['where a function says what it returns', `const options = (): SessionOptions => ({ cookie: { maxAge: 1 } }); app.use(session(options()))`, `const options = (): SessionOptions => ({ cookie: { secure: 'auto', maxAge: 1, sameSite: 'lax' } }); app.use(session(options()))`],
  ])('by itself %s', (_title, before, after) => {
    expect(repairedTypes(before)).toBe(program(after))
  })
})
