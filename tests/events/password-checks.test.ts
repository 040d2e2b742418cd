import { describe, expect, it } from 'vitest'
import { callsNamed } from '../../lib/ast/calls-named.js'
import { isFunction } from '../../lib/ast/nodes.js'
import type { FileContext } from '../../lib/events/file-context.js'
import { createPasswordChecks } from '../../lib/events/password-checks.js'
import { nodesIn } from '../nodes-in.js'
import { sourceCodeOf } from '../events-of.js'

/** Whether a password has been checked where a handler calls `here`. */
function isChecked(body: string): boolean {
  const sourceCode = sourceCodeOf(`export async function login(email, password) { ${body} }`)
  const [here] = callsNamed(sourceCode, (name) => name === 'here')
  const handler = nodesIn(sourceCode).find(isFunction)
  if (!here || !handler) throw new Error('The handler does not call `here`.')
  return createPasswordChecks({ sourceCode } as FileContext).arePassedAt(here, handler)
}

describe('a password has been checked', () => {
  it.each([
    'if (!(await bcrypt.compare(password, user.hash))) return; here()',
    'if (await bcrypt.compare(password, user.hash)) here()',
    'bcrypt.compare(password, user.hash, (err, isMatch) => { if (isMatch) here() })',
    'const isValid = await verify(user.hash, password); if (!isValid) { refuse() } else { here() }',
    'await authenticate({ email, password }); here()',
    "await verify({ 'password': given }); here()",
    'if (await user.checkPassword(given)) here()',
    'if (await checkPassword(given, user)) here()',
    'if (isValidPassword(user, given)) here()',
    'if (password === user.password) here()',
    'if (password !== user.password) return refuse(); here()',
    'const user = await findUser(email); if (user.password == String(form.get("password"))) here()',
    'await signIn(email, String(password)); here()',
    'const user = await logIn(email, password); if (user.failed !== true) refuse(); else here()',
    'const user = await logIn(email, password); if (user) here()',
    'const user = await logIn(email, password); if (here()) refuse()',
    'const user = await logIn(email, password); if (-user) here()',
  ])('before %s', (body) => {
    expect(isChecked(body)).toBe(true)
  })
})

describe('no password has been checked', () => {
  it.each([
    'here(); await bcrypt.compare(password, user.hash)',
    'if (!(await bcrypt.compare(password, user.hash))) here()',
    'if (await bcrypt.compare(password, user.hash)) { greet() } else { here() }',
    'bcrypt.compare(password, user.hash, (err, isMatch) => { if (err || !isMatch) here() })',
    'bcrypt.compare(password, user.hash, (err, isMatch) => { if (err) here() })',
    'try { await logIn(email, password) } catch { here() }',
    'const user = await logIn(email, password); if (user === null) here()',
    'const user = await logIn(email, password); if (user.passed === false) here()',
    'const user = await logIn(email, password); if (user.passed !== true) here()',
    'if (password !== user.password) here()',
    'if (password !== confirmPassword) return refuse(); here()',
    'if (password === password2) here()',
    'if (name === user.name) here()',
    'if (checkPasswordStrength(password, rules)) here()',
    'if (isEmpty(password)) return; here()',
    'validate(password); here()',
    'checkPassword(password); here()',
    'verify(token); here()',
    'verify({ ...given, token }); here()',
    'compare({ password }, hash); here()',
    'save(password); here()',
  ])('before %s', (body) => {
    expect(isChecked(body)).toBe(false)
  })
})
