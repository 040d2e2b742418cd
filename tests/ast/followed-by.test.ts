import type { TSESTree } from '@typescript-eslint/utils'
import { isFollowedBy } from '../../lib/ast/followed-by.js'
import type { Node } from '../../lib/ast/nodes.js'
import { nodesIn, probe } from './probe.js'

function isLoginFollowed(code: string): boolean {
  const { sourceCode } = probe(code)
  const called = (name: string): Node => {
    const [call] = nodesIn(sourceCode, (node): node is TSESTree.CallExpression => node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === name)
    if (!call) throw new Error(`no call of ${name}()`)
    return call
  }
  return isFollowedBy(called('login'), called('mark'), sourceCode.visitorKeys)
}

it.each([
  ['the next statement', `login(); mark()`],
  ['a later statement', `login(); other(); mark()`],
  ['a statement behind the block around it', `if (a) { login() } mark()`],
  ['a statement behind a return that came before it', `function f() { if (a) { if (b) return; login() } mark() }`],
  ['a statement in blocks of its own', `{ login() } { { mark() } }`],
  ['an awaited statement', `async function f() { login(); await mark() }`],
  ['a statement behind a function that returns', `login(); const f = () => { return }; mark()`],
])('a login is followed by %s', (_title, code) => {
  expect(isLoginFollowed(code)).toBe(true)
})

it.each([
  ['an earlier statement', `mark(); login()`],
  ['a statement in a branch', `login(); if (a) { mark() }`],
  ['a part of a condition', `login(); a && mark()`],
  ['a statement behind a return in its block', `function f() { login(); { if (a) return; mark() } }`],
  ['a statement of another function', `login(); function f() { mark() }`],
  ['a statement behind a return', `function f() { login(); if (a) return; mark() }`],
  ['a statement that its own branch never reaches', `function f() { if (a) { login(); return } mark() }`],
  ['a statement behind a jump out of a loop', `for (;;) { login(); if (a) break; mark() }`],
])('a login is not followed by %s', (_title, code) => {
  expect(isLoginFollowed(code)).toBe(false)
})
