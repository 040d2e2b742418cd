import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Linter } from 'eslint'
import plugin from '../../lib/index.js'

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

describe('a flag comes before the other attributes, so that other rules have room behind them', () => {
  const program = (options: string) => `import express from 'express'\nexpress().post('/login', (req, res) => {\n  res.cookie('sid', id, ${options})\n})\n`

  it.each([
    ['in one line', `{ signed: true, path: '/' }`, `{ signed: true, httpOnly: true, path: '/' }`],
    ['in a line without spaces', `{path: '/'}`, `{httpOnly: true, path: '/'}`],
    ['before a comment in the same line', `{ /* everywhere */ path: '/' }`, `{ httpOnly: true, /* everywhere */ path: '/' }`],
    ['in a line of its own', `{\n    path: '/',\n  }`, `{\n    httpOnly: true,\n    path: '/',\n  }`],
    ['above the comments of an attribute', `{\n    // everywhere\n    path: '/'\n  }`, `{\n    httpOnly: true,\n    // everywhere\n    path: '/'\n  }`],
    ['below a comment on all of them', `{ // ours\n    path: '/'\n  }`, `{ // ours\n    httpOnly: true,\n    path: '/'\n  }`],
    ['below a comment on what is before', `{\n    signed: true, // by us\n    path: '/'\n  }`, `{\n    signed: true, // by us\n    httpOnly: true,\n    path: '/'\n  }`],
    ['in quotes where all have some', `{ 'path': '/' }`, `{ 'httpOnly': true, 'path': '/' }`],
    ['where a comma begins the line', `{ signed: true\n  , path: '/'\n  }`, `{ signed: true\n  , httpOnly: true, path: '/'\n  }`],
    ['behind a spread', `{ ...{ signed: true }, path: '/' }`, `{ ...{ signed: true }, httpOnly: true, path: '/' }`],
  ])('%s', (_title, before, after) => {
    expect(repaired(program(before)).output).toBe(program(after))
  })

  it.each([
    ['where none is written', `{ signed: true }`, `{ signed: true, httpOnly: true }`],
    ['where a spread is behind them', `{ path: '/', ...{ signed: true } }`, `{ path: '/', ...{ signed: true }, httpOnly: true }`],
  ])('but behind everything %s', (_title, before, after) => {
    expect(repaired(program(before)).output).toBe(program(after))
  })
})
