import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../lib/ast/only-read.js'
import { nodesIn, probe } from './probe.js'

/** Whether the last call of a program leaves its argument `it` as it is. */
function isOnlyRead(code: string): boolean {
  const { bindings, sourceCode } = probe(code)
  const calls = nodesIn(sourceCode, (node): node is Call => node.type === 'CallExpression' || node.type === 'NewExpression')
  const call = calls.at(-1)
  const argument = call?.arguments.find((given): given is TSESTree.Identifier => given.type === 'Identifier' && given.name === 'it')
  if (!call || !argument) throw new Error('The last call has no argument `it`.')
  return bindings.isOnlyRead(call, argument)
}

const uses = (count: number) => `function use(a) { ${'log(a); '.repeat(count)}} use(it)`

describe('a call leaves its argument as it is', () => {
  it.each([
    ['that freezes it', 'Object.freeze(it)'],
    ['that writes it down', 'console.log(1, it)'],
    ['of a reader', `import read from 'reader'; read(it)`],
    ['of a part of a reader', `import { a } from 'reader'; a.b(it)`],
    ['of a method that reads what comes second', 'a.cookie(1, it)'],
    ['of a function that does not use it', 'function use(a) {} use(it)'],
    ['of a function that copies it', 'const use = (a) => ({ ...a }); use(it)'],
    ['of a function that writes a member of it into an object', 'const use = (a) => ({ sub: a.id }); use(it)'],
    ['of a function that writes a member of it into a text', 'const use = (a) => `${a.id}`; use(it)'],
    ['of a function that compares a member of it', 'const use = (a) => a.id === 1; use(it)'],
    ['of a function that hands it on to one of these', 'const inner = (b) => b.id > 1; const use = (a) => { inner(a); JSON.stringify(a) }; use(it)'],
    ['whose other parameter is changed', 'function use(a, b) { a.id = 1; return `${b.id}` } use(other, it)'],
    ['of a function with many uses', uses(50)],
  ])('%s', (_title, code) => {
    expect(isOnlyRead(code)).toBe(true)
  })
})

describe('a call may change its argument', () => {
  it.each([
    ['that nobody knows', 'change(it)'],
    ['of a function without a name', 'all[0](it)'],
    ['of a method that reads what comes second alone', 'a.cookie(it)'],
    ['of a function that is called like the method', 'cookie(1, it)'],
    ['of another module', `import read from 'writer'; read(it)`],
    ['of a function that writes to it', 'function use(a) { a.id = 1; return `${a.id}` } use(it)'],
    ['of a function that reads it and gives it away', 'function use(a) { if (a.id === 1) return a } use(it)'],
    ['of a function that has another in its place', 'function use(a) { a = {} } use(it)'],
    ['of a function that gives it away', 'const use = (a) => a; use(it)'],
    ['of a function that gives a member of it away', 'const use = (a) => a.user; use(it)'],
    ['of a function that calls it', 'function use(log) { log() } use(it)'],
    ['of a function that puts it into a list', 'const use = (a) => ({ all: [a] }); use(it)'],
    ['of a function that puts its members into a list', 'const use = (a) => [...a]; use(it)'],
    ['of a function that looks something up by it', 'const use = (a) => ({ found: all[a] }); use(it)'],
    ['of a function that names a member by it', 'const use = (a) => ({ [a.id]: 1 }); use(it)'],
    ['of a function that takes it apart', 'const use = ({ id }) => 1; use(it)'],
    ['of a function that calls itself with it', 'function use(a) { use(a) } use(it)'],
    ['of a function with very many uses', uses(51)],
  ])('%s', (_title, code) => {
    expect(isOnlyRead(code)).toBe(false)
  })
})
