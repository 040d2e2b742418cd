import type { TSESTree } from '@typescript-eslint/utils'
import { isFollowedBy, mayBeFollowedBy } from '../../lib/ast/followed-by.js'
import type { Node } from '../../lib/ast/nodes.js'
import { nodesIn, probe } from './probe.js'

function isLoginFollowed(code: string): boolean {
  const { login, mark, sourceCode } = callsIn(code)
  return isFollowedBy(login, mark, sourceCode.visitorKeys)
}

function callsIn(code: string) {
  const { sourceCode } = probe(code)
  const called = (name: string): Node => {
    const [call] = nodesIn(sourceCode, (node): node is TSESTree.CallExpression => node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === name)
    if (!call) throw new Error(`no call of ${name}()`)
    return call
  }
  return { login: called('login'), mark: called('mark'), sourceCode }
}

it.each([
  ['the next statement', `login(); mark()`],
  ['a later statement', `login(); other(); mark()`],
  ['a statement behind the block around it', `if (a) { login() } mark()`],
  ['a statement behind a return that came before it', `function f() { if (a) { if (b) return; login() } mark() }`],
  ['a statement behind a return in a list before it', `function f() { { if (a) return } login(); mark() }`],
  ['a statement of the same function', `function f() { login(); mark() }`],
  ['a statement in a static block', `class A { static { login(); mark() } }`],
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
  ['a statement in front of an unfinished list', `function f() { { mark() } login() }`],
  ['a value of the statement', `login(); other(mark())`],
  ['a statement behind a jump out of a loop', `for (;;) { login(); if (a) break; mark() }`],
])('a login is not followed by %s', (_title, code) => {
  expect(isLoginFollowed(code)).toBe(false)
})

it.each([
  ['in the same list', 'login(); mark()', true],
  ['in a branch behind it', 'login(); if (a) mark()', true],
  ['behind its branch', 'function f() { if (a) { login() } mark() }', true],
  ['behind its branch, which has left', 'function f() { if (a) { login(); return } mark() }', false],
  ['behind its branch, in which another one has left', 'function f() { if (a) { if (b) { login() } return } mark() }', false],
  ['in the other branch', 'if (a) login(); else mark()', false],
  ['in a branch of the other branch', 'if (a) { login() } else if (b) { mark() }', false],
  ['in the other value', 'a ? login() : mark()', false],
  ['of one value, behind a condition', 'login() ? mark() : a', true],
  ['of the other value, behind a condition', 'login() ? a : mark()', true],
  ['in the branch without another', 'if (a) { login(); mark() }', true],
  ['behind it in the branch, though the other one leaves', 'function f() { if (a) { login(); mark() } else return }', true],
  ['behind a return in front of both', 'function f() { { return } login(); mark() }', true],
  ['behind a return in front of its branch', 'function f() { if (b) return; if (a) { { return } login() } mark() }', true],
  ['in the case behind one that leaves', 'switch (a) { case login(): break; case 2: mark() }', true],
  ['in the next case', 'switch (a) { case 1: login(); break; case 2: mark() }', false],
  ['in the next case, into which it falls', 'switch (a) { case 1: login(); case 2: mark() }', true],
  ['behind a throw', 'function f() { login(); throw a; mark() }', false],
  ['before it', 'mark(); login()', false],
  ['in another function', 'login(); function f() { mark() }', false],
])('a call %s may come after a login or not', (_title, code, expected) => {
  const { login, mark } = callsIn(code)
  expect(mayBeFollowedBy(login, mark)).toBe(expected)
})
