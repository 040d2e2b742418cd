import { timingSafeEqual } from 'node:crypto'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it, onTestFinished } from 'vitest'
import rule from '../../lib/rules/no-timing-unsafe-token-compare.js'
import { typeErrors } from '../proofs/typescript.js'

const CODE = `import { createHmac } from 'node:crypto'

export function isSigned(body, signature) {
  return createHmac('sha256', 'a key').update(body).digest('hex') === signature
}
`

/** The program after the first suggestion. */
function suggested(code: string, filename: string): string {
  const config: Linter.Config = {
    files: ['**/*.{js,ts}'],
    languageOptions: { parser: typeScriptParser },
    plugins: { own: { rules: { rule } } },
    rules: { 'own/rule': 'error' },
  }
  const [message] = new Linter({ cwd: '/' }).verify(code, [config], filename)
  const [suggestion] = message?.suggestions ?? []
  if (!suggestion) throw new Error('There is no suggestion.')
  const { range, text } = suggestion.fix
  return code.slice(0, range[0]) + text + code.slice(range[1])
}

describe('the function that compares', () => {
  const text = suggested(CODE, '/nowhere/file.js')
  const added = text.slice(text.indexOf('function isSameToken'))
  // The function is run as it is written into programs.
  const isSameToken = new Function('timingSafeEqual', `${added}; return isSameToken`)(timingSafeEqual) as (given: unknown, expected: unknown) => boolean

  it.each([
    ['the same text', 'a token', 'a token', true],
    ['another text of the same length', 'a token', 'b token', false],
    ['a longer text', 'a token and more', 'a token', false],
    ['no text', '', 'a token', false],
    ['two empty texts', '', '', true],
    ['texts of as many characters and not as many bytes', 'a tökén', 'a token', false],
    ['nothing', undefined, 'a token', false],
    ['nothing on both sides', undefined, undefined, false],
    ['null', null, 'null', false],
    ['a list', ['a token'], 'a token', false],
    ['an object', { length: 7 }, 'a token', false],
    ['a number', 7, 7, false],
  ])('%s', (_title, given, expected, result) => {
    expect(isSameToken(given, expected)).toBe(result)
  })
})

describe('a program that has something of the kind', () => {
  const program = (own: string) => `${CODE.replace('{ createHmac }', '{ createHmac, timingSafeEqual }')}\n${own}`
  const compared = (name: string) => `return ${name}(createHmac('sha256', 'a key').update(body).digest('hex'), signature)`

  it('uses its function', () => {
    const own = 'function isSameToken(a, b) { return timingSafeEqual(Buffer.from(a), Buffer.from(b)) }'
    expect(suggested(program(own), '/nowhere/file.js')).toBe(program(own).replace(/return .* === signature/, compared('isSameToken')))
  })

  it.each([
    ['a function of that name that does something else', 'function isSameToken(a, b) { return a == b }', 'isSameTokenSafely'],
    ['a function of another name', 'function isEqual(a, b) { return timingSafeEqual(a, b) }', 'isSameToken'],
    ['no function', 'const isSameToken = (a, b) => timingSafeEqual(a, b)', 'isSameTokenSafely'],
    ['both names', 'const isSameToken = 1, isSameTokenSafely = 2', 'isSameTokenInConstantTime'],
  ])('gets a function of its own beside %s', (_title, own, name) => {
    const text = suggested(program(own), '/nowhere/file.js')
    expect(text).toContain(compared(name))
    expect(text).toContain(`${own}\n\nfunction ${name}(given, expected) {`)
  })

  it('gets none for bytes', () => {
    expect(() => suggested(CODE.replace(`'hex'`, ''), '/nowhere/file.js')).toThrow('There is no suggestion.')
  })
})

it('the strict compiler takes the program', { timeout: 60_000 }, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-security-types-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true })
  symlinkSync(fileURLToPath(new URL('../../node_modules/@types/node', import.meta.url)), join(folder, 'node_modules/@types/node'), 'junction')
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  const code = CODE.replace('body, signature', 'body: string, signature: string | undefined')
  writeFileSync(join(folder, 'file.ts'), suggested(code, '/nowhere/file.ts'))
  expect(typeErrors(folder)).toEqual([])
})
