import { expect, test } from 'vitest'
import { functionDeclaredBy } from '../../lib/ast/function-declared-by.js'
import { nodesIn } from '../nodes-in.js'
import { sourceCodeOf } from '../events-of.js'

test.each([
  ['a function', 'function open() { return 1 }', ['function open() { return 1 }']],
  ['what a variable holds', 'const open = () => 1, close = (function () { return 2 }) satisfies Close', ['() => 1', 'function () { return 2 }']],
  ['a method', 'class A { open() {} abstract close() }', ['() {}']],
  ['nothing where a variable holds something else', 'const open = close(), other = class {}; let none', []],
  ['nothing where a loop begins with a function', 'for (() => 1; ;) break', []],
])('%s', (_title, code, texts) => {
  const sourceCode = sourceCodeOf(code)
  const found = nodesIn(sourceCode).map(functionDeclaredBy).filter((declared) => declared !== undefined)
  expect(found.map((declared) => sourceCode.getText(declared))).toEqual(texts)
})
