import { describe, expect, it } from 'vitest'
import { isVisibleAt, variableAt } from '../../lib/fixes/visible-at.js'
import { probe } from '../ast/probe.js'

/** Whether the first expression in `$(…)` means the same at the second one. */
function isVisible(code: string): boolean {
  const { bindings, marked: [expression, place], sourceCode } = probe(code)
  if (!expression || !place) throw new Error('The code has no two $(…).')
  return isVisibleAt({ bindings, sourceCode } as never, expression, place)
}

describe('an expression means the same at another place', () => {
  it.each([
    ['where its names are those of the file', `const a = 1; function f() { $(a) } function g() { $(here) }`],
    ['where its names are globals', `/* global process */ function f() { $(process.env.a) } function g() { $(here) }`],
    ['where nobody declares its names', `function f() { $(process.env.a) } function g() { $(here) }`],
    ['where its members are named like something else', `function f() { $(a.b) } function g(b) { $(here) }`],
    ['where its properties are named like something else', `function f() { $({ b: 1 }) } function g(b) { $(here) }`],
    ['in a function inside', `function f(a) { $(a); return () => $(here) }`],
    ['where it is this of the same class', `class A { f() { $(this.a) } g() { $(here) } }`],
    ['where it is this in an arrow of the same class', `class A { f() { return () => $(this.a) } g() { return () => $(here) } }`],
  ])('%s', (_title, code) => {
    expect(isVisible(code)).toBe(true)
  })

  it.each([
    ['not where its name is a parameter', `function f(a) { $(a) } function g() { $(here) }`],
    ['not where its name is another one', `const a = 1; function f() { $(a) } function g(a) { $(here) }`],
    ['not where its name is declared there', `function f() { $(a) } function g(a) { $(here) }`],
    ['not where the second of its names is another one', `const a = 1; function f(b) { $(a + b) } function g() { $(here) }`],
    ['not where a name of a member is another one', `const b = 1; function f() { $(a[b]) } function g(b) { $(here) }`],
    ['not where the object of a member is another one', `function f(a) { $(a.b) } function g() { $(here) }`],
    ['not where the name of a property is computed', `const b = 1; function f() { $({ [b]: 1 }) } function g(b) { $(here) }`],
    ['not where a property has no other name', `const b = 1; function f() { $({ b }) } function g(b) { $(here) }`],
    ['not where the value of a property is another one', `const b = 1; function f() { $({ a: b }) } function g(b) { $(here) }`],
    ['not where it is this of another class', `class A { f() { $(this.a) } } class B { g() { $(here) } }`],
    ['not where it is this of a function', `class A { f() { return function () { $(this.a) } } g() { $(here) } }`],
    ['not where it is this of a static method', `class A { static f() { $(this.a) } static g() { $(here) } }`],
    ['not where it is this of two functions', `function f() { $(this.a) } function g() { $(here) }`],
  ])('%s', (_title, code) => {
    expect(isVisible(code)).toBe(false)
  })
})

it.each([
  ['of the function', `const a = 1; function f(a) { $(here) }`, 'Parameter'],
  ['of the file', `const a = 1; function f() { $(here) }`, 'Variable'],
  ['of nobody', `function f(b) { a = 1; $(here) }`, undefined],
])('a name is the one %s', (_title, code, expected) => {
  const { marked: [place], sourceCode } = probe(code)
  expect(place && variableAt(sourceCode, place, 'a')?.defs[0]?.type).toBe(expected)
})
