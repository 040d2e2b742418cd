import { expect, test } from 'vitest'
import { callsNamed } from '../../lib/ast/calls-named.js'
import { sourceCodeOf } from '../events-of.js'

test.each([
  ['a function', 'get(1); set(2)', ['get(1)']],
  ['a member', "a.get(1); a['get'](2); a?.get(3); a.get?.(4)", ['a.get(1)', "a['get'](2)", 'a?.get(3)', 'a.get?.(4)']],
  ['inside each other', 'get(a.get(1))', ['get(a.get(1))', 'a.get(1)']],
  ['a name that nobody can tell', 'a[get](1); (() => {})(); new get()', []],
  ['a name of every object', 'constructor(1); toString(2)', []],
])('calls are found by the name of %s', (_title, code, expected) => {
  const sourceCode = sourceCodeOf(code)
  expect(callsNamed(sourceCode, (name) => name === 'get').map((call) => sourceCode.getText(call))).toEqual(expected)
})
