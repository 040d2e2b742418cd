import { describe, expect, it } from 'vitest'
import { usesOfValue, type ValueUse } from '../../lib/events/value-uses.js'
import { sessionFileOf } from '../events-of.js'

/** What a program does with `VALUE`. */
function usesIn(code: string): string[] {
  const file = sessionFileOf(`${code}\n// session`)
  const { sourceCode } = file.context
  const values = sourceCode.ast.tokens.filter(({ value }) => value === 'VALUE').flatMap(({ range }) => sourceCode.getNodeByRangeIndex(range[0]) ?? [])
  const uses = values.flatMap((value) => usesOfValue(value, file.context))
  return uses.map((use) => [use.kind, ...details(use, (node) => sourceCode.getText(node)), use.path.join('.')].filter((part) => part !== '').join(' '))
}

function details(use: ValueUse, text: (node: ValueUse['node']) => string): string[] {
  switch (use.kind) {
    case 'compared':
      return [String(use.with)]
    case 'matched':
      return [text(use.other)]
    case 'given':
      return [text(use.call.callee)]
    case 'assigned':
      return [text(use.target)]
    case 'index':
      return [text(use.object)]
    case 'condition':
    case 'returned':
      return []
  }
}

describe('a value', () => {
  it.each([
    ['decides', 'if (VALUE) a()', ['condition']],
    ['decides how long', 'while (VALUE) a()', ['condition']],
    ['decides by not being there', 'if (!VALUE) a()', ['condition']],
    ['decides with others', 'if (b && VALUE) a()', ['condition']],
    ['decides between two', 'VALUE ? a() : b()', ['condition']],
    ['decides whether it is nothing', 'VALUE === undefined && a()', ['condition']],
    ['is chosen', 'f(b ? VALUE : c)', ['given f']],
    ['is written as JSON', 'f(JSON.stringify(VALUE))', ['given JSON.stringify']],
    ['is looked up in a hash', `hash.hash(VALUE)`, ['given hash.hash']],
    ['is compared with a text', `VALUE === 'admin' && a()`, ['compared admin']],
    ['is compared with a text on the left', `'admin' != VALUE && a()`, ['compared admin']],
    ['is compared with a number', 'VALUE > 3', ['compared 3']],
    ['is compared with a constant', `const ADMIN = 'admin'; VALUE === ADMIN`, ['compared admin']],
    ['is compared with another value', 'VALUE === post.author', ['matched post.author']],
    ['is compared in a choice', `switch (VALUE) { case 'a': b() }`, ['compared …']],
    ['is asked for a text', `VALUE.includes('admin')`, ['compared admin']],
    ['is asked for a text that nobody knows', 'VALUE.startsWith(a)', ['compared undefined']],
    ['is looked for in a list', `['admin'].includes(VALUE)`, ['compared …']],
    ['is looked for in a list with a name', `const roles = ['admin']; roles.indexOf(VALUE)`, ['compared …']],
    ['is looked at by a pattern', '/admin/.test(VALUE)', ['compared …']],
    ['is looked for in what nobody knows', 'roles.includes(VALUE)', ['given roles.includes']],
    ['is given to a function', 'f(VALUE)', ['given f']],
    ['is given to a class', 'new A(VALUE)', ['given A']],
    ['is given in an object', 'f({ a: { b: VALUE } })', ['given f']],
    ['is given in a list', 'f([VALUE])', ['given f']],
    ['is given as a list', 'f(...VALUE)', ['given f']],
    ['is given in a text', 'f(`a ${VALUE}`)', ['given f']],
    ['is given with a text', `f('a' + VALUE)`, ['given f']],
    ['is given later', 'f(await VALUE)', ['given f']],
    ['is given in another spelling', 'f(Number(VALUE.trim()))', ['given f']],
    ['is given as what is in it', 'f(JSON.parse(VALUE).role)', ['given f role']],
    ['is given as its value', 'f(VALUE.value)', ['given f']],
    ['is given as a member that nobody knows', 'f(VALUE[a])', ['given f']],
    ['is given as a member of a member', 'f(VALUE.a.b)', ['given f a.b']],
    ['is given to what parses something else', 'YAML.parse(VALUE)', ['given YAML.parse']],
    ['becomes a member', 'req.userId = VALUE', ['assigned req.userId']],
    ['becomes a variable', 'const a = VALUE; f(a); g(a)', ['given f', 'given g']],
    ['becomes a variable that was there', 'let a; a = VALUE; f(a)', ['given f']],
    ['becomes several variables', 'const { a, b: { c }, d = 1 } = VALUE; f(a, c, d)', ['given f a', 'given f b.c', 'given f d']],
    ['finds something', 'f(users[VALUE])', ['index users']],
    ['is returned', 'const f = () => { return VALUE }', ['returned']],
    ['is what a function gives', 'const f = () => VALUE', ['returned']],
  ])('%s', (_title, code, expected) => {
    expect(usesIn(code)).toEqual(expected)
  })

  it.each([
    ['called', 'VALUE()'],
    ['called by a method', 'VALUE.refresh()'],
    ['asked for nothing', 'VALUE.includes()'],
    ['asked for its type', 'f(typeof VALUE)'],
    ['counted with', 'f(VALUE - 1)'],
    ['named', 'f({ [VALUE]: 1 })'],
    ['looked for as a case', 'switch (a) { case VALUE: b() }'],
    ['written over', 'VALUE = 1'],
    ['added to', 'a += VALUE'],
    ['shifted', 'a(VALUE >> 2)'],
    ['searched for all there is', 'a(VALUE.matchAll(b))'],
    ['taken apart as a list', 'const [a] = VALUE; f(a)'],
    ['the rest of a pattern', 'const { ...a } = VALUE; f(a)'],
    ['let alone', 'VALUE'],
  ])('has no use where it is %s', (_title, code) => {
    expect(usesIn(code)).toEqual([])
  })

  it('has an end where it goes in circles', () => {
    expect(usesIn('let a = VALUE; a = a || a; f(a)')).toEqual(['given f'])
  })
})
