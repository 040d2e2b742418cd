import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import plugin from '../../lib/index.js'

const RULE = 'session-security/require-regenerate-after-login'
const HEAD = `import { createMemorySessionStorage } from '@remix-run/session/memory-storage'
const storage = createMemorySessionStorage()
`
const OPEN = `const session = await storage.read(await cookie.parse(request.headers.get('Cookie')))`

function fixed(code: string): string {
  const config: Linter.Config = { plugins: { 'session-security': plugin }, rules: { [RULE]: 'error' } }
  return new Linter({ cwd: '/' }).verifyAndFix(HEAD + code, [config], { filename: '/nowhere/login.js' }).output.slice(HEAD.length)
}

it.each([
  ['before the login', `async function login(request, user) {\n  ${OPEN}\n  session.set('userId', user.id)\n}\n`, `  session.regenerateId(true)\n  session.set`],
  ['with semicolons', `async function login(request, user) {\n  ${OPEN};\n  session.set('userId', user.id);\n  await storage.save(session);\n}\n`, `  session.regenerateId(true);\n  session.set`],
])('the session is renewed %s', (_title, code, expected) => {
  const output = fixed(code)
  expect(output).toBe(code.replace('  session.set', expected))
  expect(fixed(output)).toBe(output)
})

it.each([
  ['is a part of something else', `async function login(request, user) {\n  ${OPEN}\n  if (user) session.set('userId', user.id)\n}\n`],
  ['has no variable', `async function login(request, user) {\n  (await storage.read(request.cookie)).set('userId', user.id)\n}\n`],
])('a login stays as it is where it %s', (_title, code) => {
  expect(fixed(code)).toBe(code)
})
