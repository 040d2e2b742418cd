import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import plugin from '../../lib/index.js'

const HEAD = `import type { APIRoute } from 'astro'\n`

/** The program after the fixes of the rules about sessions on the server. */
function fixed(code: string): string {
  const config = {
    files: ['**/*.ts'],
    languageOptions: { parser: typeScriptParser },
    plugins: { 'session-security': plugin },
    rules: { 'session-security/require-regenerate-after-login': 'error', 'session-security/require-store-delete-on-logout': 'error' },
  }
  const { output } = new Linter({ cwd: '/' }).verifyAndFix(HEAD + code, [config] as unknown as Linter.Config[], { filename: '/nowhere/file.ts' })
  return output.slice(HEAD.length)
}

/** A route with this body. */
function route(parameter: string, ...statements: readonly string[]): string {
  return `export const POST: APIRoute = async (${parameter}) => {\n${statements.map((statement) => `  ${statement}\n`).join('')}}\n`
}

describe('where a request may be without a session', () => {
  it.each([
    ['asks for it', 'context', `context.session?.set('user', user)`, `await context.session?.regenerate()`],
    ['asks for the one that it takes out', '{ session }', `await session?.set('user', user)`, `await session?.regenerate()`],
    ['is certain of it', 'context', `context.session!.set('user', user)`, `await context.session!.regenerate()`],
    ['says nothing', 'context', `context.session.set('user', user)`, `await context.session?.regenerate()`],
  ])('the renewal asks for it, too, where the login %s', (_title, parameter, login, renewal) => {
    expect(fixed(route(parameter, login))).toBe(route(parameter, renewal, login))
  })

  it('so does the end', () => {
    const clear = `context.cookies.delete('astro-session', { path: '/' })`
    expect(fixed(route('context', clear).replace('POST', 'logout'))).toBe(route('context', 'context.session?.destroy()', clear).replace('POST', 'logout'))
  })
})

it('a cookie of another name is no session that the server brings along', () => {
  const logout = route('context', `context.cookies.delete('session', { path: '/' })`).replace('POST', 'logout')
  expect(fixed(logout)).toBe(logout)
})
