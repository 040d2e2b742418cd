import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { createBindings } from '../../lib/ast/bindings.js'
import type { Node } from '../../lib/ast/nodes.js'
import { walk } from '../../lib/ast/walk.js'
import { writtenTexts } from '../../lib/ast/written-texts.js'
import { sourceCodeOf } from '../events-of.js'

/** The texts that the argument of `probe(…)` may come to; behind a question mark, what each steps in for. */
function textsIn(code: string): string[] {
  const sourceCode = sourceCodeOf(code)
  let probe: TSESTree.CallExpression | undefined
  walk(sourceCode.ast, sourceCode.visitorKeys, (node: Node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'probe') probe = node
    return true
  })
  const [argument] = probe?.arguments ?? []
  if (!argument) throw new Error('The code has no probe(…).')
  return writtenTexts(argument, sourceCode, createBindings(sourceCode)).map(({ list, stepsInFor, text }) =>
    [text, ...(stepsInFor ? [`? ${sourceCode.getText(stepsInFor)}`] : []), ...(list ? [`of ${list.elements.length}`] : [])].join(' '),
  )
}

describe('the texts that an expression may come to', () => {
  it.each([
    ['a literal', `probe('a')`, ['a']],
    ['a template', 'probe(`a`)', ['a']],
    ['a sum', `const b = 'b'; probe('a' + b)`, ['ab']],
    ['a constant', `const a = 'a'; const b = a; probe(b)`, ['a']],
    ['a member of a constant', `const keys = { a: { b: 'a' } }; probe(keys.a.b)`, ['a']],
    ['a member of a class', `class Keys { key = 'a'; use() { probe(this.key) } }`, ['a']],
    ['a static member of a class', `class Keys { static key = 'a' } probe(Keys.key)`, ['a']],
    ['a member that the constructor sets', `class Keys { constructor() { this.key = 'a' } use() { probe(this.key) } }`, ['a']],
    ['both branches', `probe(x ? 'a' : 'b')`, ['a', 'b']],
    ['what stands behind a value', `probe(x || 'a')`, ['a ? x']],
    ['what stands behind two values', `probe(x ?? y ?? 'a')`, ['a ? x ?? y']],
    ['a text that leaves nothing to what is behind it', `probe('a' || 'b')`, ['a']],
    ['nothing, and what stands behind it', `probe('' || 'b')`, ['', "b ? ''"]],
    ['a value that is asked for', `probe(x ? x : 'a')`, ['a ? x']],
    ['a value that is asked for the other way round', `probe(x === undefined ? 'a' : x)`, ['a ? x']],
    ['an argument with a default', `function f(x = 'a') { probe(x) }`, ['a ? x']],
    ['an option with a default', `function f({ x = 'a' }) { probe(x) }`, ['a ? x']],
    ['an assignment', `probe(x = 'a')`, ['a']],
    ['an awaited value', `probe(await (x || 'a'))`, ['a ? x']],
    ['a hash', `probe(createHash('sha256').update('a').digest('hex'))`, ['a']],
    ['a list with a rest and a hole', `probe(['a', ...x, , 'b'])`, ['a of 4', 'b of 4']],
    ['a field with a default', `class A { constructor(private x = 'a') { probe(x) } }`, ['a ? x']],
    ['a value that is asked for first', `probe(x ? 'a' : 'b' || x)`, ['a', 'b']],
    ['a secret of a list of arguments', `probe(env('x', 'a'))`, ["a ? 'x'"]],
    ['a list', `probe(['a', x, x || 'b'])`, ['a of 3', 'b ? x of 3']],
    ['the result of a function', `function f() { return x ? 'a' : 'b' } probe(f())`, ['a', 'b']],
    ['bytes', `probe(Buffer.from('a', 'hex'))`, ['a']],
    ['bytes by an encoder', `const encoder = new TextEncoder(); probe(encoder.encode('a'))`, ['a']],
    ['bytes by an encoder in place', `probe(new TextEncoder().encode('a'))`, ['a']],
    ['bytes of a code', `probe(base64url.decode('a'))`, ['a']],
    ['a key', `probe(await importPKCS8('a', 'RS256'))`, ['a']],
    ['a text that is split', `probe((x || 'a,b').split(','))`, ['a,b ? x']],
    ['a setting with a default', `probe(config.get('x', 'a'))`, ["a ? 'x'"]],
  ])('%s', (_title, code, expected) => {
    expect(textsIn(code)).toEqual(expected)
  })

  it.each([
    ['a variable that is written twice', `let a = 'a'; if (x) a = x; probe(a)`],
    ['a member that is changed', `const keys = { a: 'a' }; amend(keys); probe(keys.a)`],
    ['a template with a hole', 'probe(`a${x}`)'],
    ['a condition that nobody can judge', `probe(x ? y : 'a')`],
    ['what is behind a condition', `probe(x && 'a')`],
    ['what a store gives', `probe(await vault.from('a'))`],
    ['what a token says', `probe(jwt.decode('a'))`],
    ['a call that nobody knows', `probe(f('a'))`],
    ['a setting with more than a default', `probe(get('x', 'a', true))`],
    ['what a function of another kind is given', `probe(add('x', 'a'))`],
    ['a function that calls itself', `function f() { return f() } probe(f())`],
    ['a text that is added', `probe(x += 'a')`],
    ['a generator', `function* f() { return 'a' } probe(f())`],
    ['a function that returns nothing', `function f() { return } probe(f())`],
    ['a function that calls another one that calls it', `function f() { return g() } function g() { return f() } probe(f())`],
    ['the digest of something else', `probe(a.digest('a'))`],
    ['the digest of another call', `probe(a.other('a').digest())`],
    ['the digest of a function', `probe(update('a').digest())`],
    ['the digest of nothing', `probe(createHash('sha256').update().digest())`],
    ['a digest by itself', `probe(digest('a'))`],
    ['a method of a text as a function', `probe(trim('a'))`],
    ['bytes of nothing', `probe(Buffer.from())`],
    ['bytes of something else', `probe(Stream.from('a'))`],
    ['bytes by a function', `probe(from('a'))`],
    ['a setting whose name is computed', `probe(get(x, 'a'))`],
    ['a setting without a default', `probe(get('x'))`],
    ['a choice of two other values', `probe(x ? y : z)`],
    ['a choice whose text stands for another value', `probe(x ? 'a' : y)`],
    ['a choice of texts beside another value', `probe(x ? 'a' + y : y)`],
    ['what a default is assigned to', `let y; [y = 'a'] = x; probe(y)`],
    ['an element with a default', `const [y = 'a'] = x; probe(y)`],
    ['an own default of something else', `({ y: z = 'a' } = x); probe(y)`],
    ['a key of another class', `probe(Keys.key)`],
    ['a member of a parameter', `function f(keys) { probe(keys.a) }`],
    ['what is deep', `${Array.from({ length: 60 }, (_, index) => `const a${index} = a${index + 1};`).join(' ')} const a60 = 'a'; probe(a0)`],
    ['an import', `import { a } from './a.js'; probe(a)`],
    ['a number', `probe(1)`],
  ])('none in %s', (_title, code) => {
    expect(textsIn(code)).toEqual([])
  })
})
