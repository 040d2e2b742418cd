import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { createOptionsReader } from '../../lib/ast/object-options.js'
import { addProperties } from '../../lib/fixes/add-properties.js'
import { removeOption } from '../../lib/fixes/remove-option.js'
import { first, probe } from '../ast/probe.js'
import { applyEdit } from './apply-edit.js'

/** What stands in `$(…)` after two properties were added, ahead of the one named `next` if there is such a side. */
function added(object: string, side?: 'far' | 'near'): string {
  const code = `$(${object})`
  const marked = probe(code)
  const literal = first(marked)
  if (literal.type !== 'ObjectExpression') throw new Error('The code has no $({…}).')
  const next = literal.properties.find((property): property is TSESTree.Property => property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'next')
  const edit = addProperties(marked.sourceCode, literal, ['x: 1', 'y: 2'], side && next && { next, side })
  return applyEdit(code, edit).slice(2, -1)
}

/** What stands in `$(…)` after the option named `x` was removed. */
function removed(object: string, before = ''): string | undefined {
  const code = `${before}$(${object})`
  const marked = probe(code)
  const options = createOptionsReader(marked.sourceCode, marked.bindings).read(first(marked))
  const edit = removeOption(marked.sourceCode, { options, call: undefined, argument: 0 } as never, 'x')
  return edit && applyEdit(code, edit).slice(before.length + 2, -1)
}

it.each([
  ['{}', '{ x: 1, y: 2 }'],
  ['{ a }', '{ a, x: 1, y: 2 }'],
  ['{ a, }', '{ a, x: 1, y: 2, }'],
  ["{ 'a': 1 }", "{ 'a': 1, 'x': 1, 'y': 2 }"],
  ["{ 'a': 1, b: 2 }", "{ 'a': 1, b: 2, x: 1, y: 2 }"],
  ['{ 1: 2 }', '{ 1: 2, x: 1, y: 2 }'],
  ['{ ...a }', '{ ...a, x: 1, y: 2 }'],
  ['{ /* a */ }', '{ x: 1, y: 2, /* a */ }'],
  ['{\n  // a\n}', '{\n  x: 1, y: 2,\n  // a\n}'],
  ['{\n  a: 1\n}', '{\n  a: 1,\n  x: 1,\n  y: 2\n}'],
  ['{\n  a: 1,\n}', '{\n  a: 1,\n  x: 1,\n  y: 2,\n}'],
  ['{\n  a: 1 // b\n}', '{\n  a: 1, // b\n  x: 1,\n  y: 2\n}'],
  ['{\n  a: 1, // b\n  // c\n}', '{\n  a: 1, // b\n  x: 1,\n  y: 2,\n  // c\n}'],
  ['{ a: {\n  b\n} }', '{ a: {\n  b\n}, x: 1, y: 2 }'],
  ['{ a: 1,\n  b: 2 }', '{ a: 1,\n  b: 2, x: 1, y: 2 }'],
])('two properties behind those of %j', (object, expected) => {
  expect(added(object)).toBe(expected)
})

it.each([
  ['{ a, next }', 'near', '{ a, x: 1, y: 2, next }'],
  ['{ a, next }', 'far', '{ a, x: 1, y: 2, next }'],
  ['{ next }', 'far', '{ x: 1, y: 2, next }'],
  ['{a,next}', 'far', '{a,x: 1, y: 2, next}'],
  ['{\n  a,\n  next\n}', 'near', '{\n  a,\n  x: 1,\n  y: 2,\n  next\n}'],
  ['{\n  a,\n  next\n}', 'far', '{\n  a,\n  x: 1,\n  y: 2,\n  next\n}'],
  ['{\n  a, // b\n  // c\n  next\n}', 'near', '{\n  a, // b\n  x: 1,\n  y: 2,\n  // c\n  next\n}'],
  ['{\n  a, // b\n  // c\n  next\n}', 'far', '{\n  a, // b\n  x: 1,\n  y: 2,\n  // c\n  next\n}'],
] as const)('two properties ahead of the next one in %j, on its %s side', (object, side, expected) => {
  expect(added(object, side)).toBe(expected)
})

describe('an option is removed', () => {
  it.each([
    ['{ x: 1 }', '{}'],
    ['{ x: 1, a }', '{ a }'],
    ['{ a, x: 1 }', '{ a }'],
    ['{ a, x: 1, b }', '{ a, b }'],
    ['{ a, x: 1, }', '{ a, }'],
    ['{ /* a */ x: 1 }', '{ /* a */  }'],
    ['{ x: 1, /* a */ }', '{ /* a */ }'],
    ['{ /* a */ x: 1, }', '{ /* a */  }'],
    ['{ x: (1 as A), a }', '{ a }'],
    ['{\n  x: 1,\n  a\n}', '{\n  a\n}'],
  ])('from %j', (object, expected) => {
    expect(removed(object)).toBe(expected)
  })

  it.each([
    ['that is not there', '{ a }', ''],
    ['that may be one of two', 'a ? { x: 1 } : { x: 2 }', ''],
    ['of an object that is not here', '{ ...o }', 'const o = { x: 1 }; '],
    ['of an object that others use', 'o', 'const o = { x: 1 }; f(o); console.log(o); console.log(o); '],
    ['that is written later', 'o', 'const o = {}; o.x = 1; '],
  ])('but not one %s', (_title, object, before) => {
    expect(removed(object, before)).toBeUndefined()
  })
})
