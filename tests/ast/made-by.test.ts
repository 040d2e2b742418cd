import type { TSESTree } from '@typescript-eslint/utils'
import { madeBy } from '../../lib/ast/made-by.js'
import type { Node } from '../../lib/ast/nodes.js'
import { first, nodesIn, probe } from './probe.js'

/** The call of `make` from which what stands in `$(…)` starts, by its argument. */
function makerOf(code: string): string | undefined {
  const probed = probe(code)
  const { bindings, sourceCode } = probed
  const isMaker = (node: Node): node is TSESTree.CallExpression => node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'make'
  const made = madeBy(first(probed), new Set<Node>(nodesIn(sourceCode, isMaker)), bindings)
  return made && isMaker(made) && made.arguments[0] ? sourceCode.getText(made.arguments[0]) : undefined
}

it.each([
  ['itself', `$(make(1))`],
  ['a member', `$(make(1).commit)`],
  ['a variable', `const a = make(1); $(a)`],
  ['a member of a variable', `const a = make(1); const b = make(2); $(a.commit)`],
  ['what was taken out of it', `const { commit } = make(1); $(commit)`],
  ['what was taken out of it under another name', `const { commit: send } = make(1); $(send)`],
  ['what was taken out of a variable', `const a = make(1); const { commit } = a; $(commit)`],
  ['a variable for a member', `const a = make(1); const commit = a.commit; $(commit)`],
  ['a later assignment', `let a; a = make(1); $(a.commit)`],
  ['something awaited', `const a = await make(1); $(a.commit)`],
  ['something that a call gives', `const a = make(1).with(x); $(a.commit)`],
])('finds what makes %s', (_title, code) => {
  expect(makerOf(code)).toBe('1')
})

it.each([
  ['something else', `const a = other(1); $(a.commit)`],
  ['a parameter', `function f(a) { return $(a.commit) }`],
  ['a variable with two values', `let a = make(1); a = make(2); $(a.commit)`],
  ['an import', `import { commit } from './session'; $(commit)`],
  ['variables that stand for each other', `let a, b; a = b; b = a; $(a)`],
])('finds nothing that makes %s', (_title, code) => {
  expect(makerOf(code)).toBeUndefined()
})
