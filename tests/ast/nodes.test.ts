import type { TSESTree } from '@typescript-eslint/utils'
import { lastName } from '../../lib/ast/last-name.js'
import { classAround, decoratorsOf, functionAround, functionsAround, isBefore, isFunction, isInside, startOf, statementAround, statementsOf, unwrap, wrapped, type Node } from '../../lib/ast/nodes.js'
import { walk, walkOwn } from '../../lib/ast/walk.js'
import { sourceCodeOf } from '../events-of.js'
import { first, nodesIn, probe } from './probe.js'

it.each([
  ['an assertion', `$(a as A)`, 'a'],
  ['an old assertion', `$(<A>a)`, 'a'],
  ['a type that is satisfied', `$(a satisfies A)`, 'a'],
  ['a value that is never null', `$(a!)`, 'a'],
  ['type arguments', `$(a<A>)`, 'a'],
  ['an optional chain', `$(a?.b)`, 'a?.b'],
  ['several of these', `$((a as A)!)`, 'a'],
])('inside %s is the expression', (_title, code, expected) => {
  const { marked: [node], sourceCode } = probe(code)
  const inner = node && unwrap(node)
  expect(inner && sourceCode.getText(inner)).toBe(expected)
  expect(inner && wrapped(inner)).toBe(node)
})

describe('around a node', () => {
  const source = probe(`function f() { if (a) b(() => { $(c); }); else d(); }`)
  const node = first(source)

  it('are its functions, innermost first', () => {
    expect(functionsAround(node).map(({ type }) => type)).toEqual(['ArrowFunctionExpression', 'FunctionDeclaration'])
    expect(functionAround(node)?.type).toBe('ArrowFunctionExpression')
  })

  it('is its statement', () => {
    const statement = statementAround(node)
    expect(statement && source.sourceCode.getText(statement)).toBe('$(c);')
  })

  it('is the statement that stands without a block', () => {
    const [call] = nodesIn(source.sourceCode, (found): found is TSESTree.CallExpression => found.type === 'CallExpression' && source.sourceCode.getText(found) === 'd()')
    const statement = call && statementAround(call)
    expect(statement && source.sourceCode.getText(statement)).toBe('d();')
  })

  it.each([
    [`while (a) $(b)`, '$(b)'],
    [`for (;;) $(b)`, '$(b)'],
    [`for (const a of b) $(c)`, '$(c)'],
    [`do $(a); while (b)`, '$(a);'],
    [`out: $(a)`, '$(a)'],
    [`if (a) {} else $(b)`, '$(b)'],
    [`if ($(a)) b()`, 'if ($(a)) b()'],
    [`while ($(a)) b()`, 'while ($(a)) b()'],
    [`switch (a) { case 1: $(b) }`, '$(b)'],
    [`class A { static { $(a) } }`, '$(a)'],
    [`namespace A { $(a) }`, '$(a)'],
    [`export const a = $(b)`, 'export const a = $(b)'],
    [`class A { b = $(c) }`, 'class A { b = $(c) }'],
    [`try { $(a) } catch {}`, '$(a)'],
  ])('in %s is its statement', (code, expected) => {
    const { marked: [found], sourceCode } = probe(code)
    const statement = found && statementAround(found)
    expect(statement && sourceCode.getText(statement)).toBe(expected)
  })

  it.each([
    [`class A { b() { $(c) } }`, 'ClassDeclaration'],
    [`const A = class { b = $(c) }`, 'ClassExpression'],
    [`function f() { $(c) }`, undefined],
  ])('in %s is its class', (code, expected) => {
    expect(classAround(first(probe(code)))?.type).toBe(expected)
  })

  it.each([
    [`@A() class B {}`, 0],
    [`@A() export class B {}`, 0],
    [`export default @A() class B {}`, 0],
    [`  a()`, 2],
  ])('begins %s', (code, expected) => {
    const [statement] = sourceCodeOf(code).ast.body
    expect(statement && startOf(statement)).toBe(expected)
  })

  it('is no statement in a parameter', () => {
    expect(statementAround(first(probe(`const f = (a = $(b)) => a`)))).toBeUndefined()
  })

  it('is no function at the top', () => {
    expect(functionAround(first(probe(`$(a)`)))).toBeUndefined()
  })
})

it('lists of statements are those of programs, blocks and cases', () => {
  const { ast } = sourceCodeOf(`a(); switch (b) { case 1: c(); d() } { e() } class A { static { f(); g() } }`)
  const [, choice, block, owner] = ast.body
  const [initial] = owner?.type === 'ClassDeclaration' ? owner.body.body : []
  const [branch] = choice?.type === 'SwitchStatement' ? choice.cases : []
  expect([ast, branch, block, initial, choice].map((node) => (node ? statementsOf(node).length : -1))).toEqual([4, 2, 1, 2, 0])
})

it('one node is before or inside another one by its place', () => {
  const { marked: [a, b] } = probe(`$(a, a.b)`)
  const inner = b?.type === 'MemberExpression' ? b.object : b
  expect(a && b && inner && [isBefore(a, b), isBefore(b, a), isInside(inner, b), isInside(b, inner)]).toEqual([true, false, true, false])
})

it('decorators are none where the parser leaves them out', () => {
  expect(decoratorsOf({})).toEqual([])
})

it.each([
  [`$(a)`, 'a'],
  [`$(a.b)`, 'b'],
  [`$(a['b'])`, 'b'],
  [`$(a.b())`, 'b'],
  [`$(await a.b())`, 'b'],
  [`$(a.b!)`, 'b'],
  [`$(a?.b)`, 'b'],
  [`$('a')`, undefined],
  [`$(a[b])`, undefined],
])('the last name of %s', (code, expected) => {
  expect(lastName(first(probe(code)))).toBe(expected)
})

describe('walking', () => {
  const sourceCode = sourceCodeOf(`a(function () { b() }); c()`)
  const callsIn = (visit: typeof walkOwn, start: Node) => {
    const names: string[] = []
    visit(start, sourceCode.visitorKeys, (node) => {
      if (node.type === 'CallExpression') names.push(sourceCode.getText(node.callee))
    })
    return names
  }

  it('visits everything in source order', () => {
    expect(callsIn((node, keys, enter) => walk(node, keys, (at) => (enter(at), true)), sourceCode.ast)).toEqual(['a', 'b', 'c'])
  })

  it('stays out of what it is told to stay out of', () => {
    expect(callsIn((node, keys, enter) => walk(node, keys, (at) => (enter(at), !isFunction(at))), sourceCode.ast)).toEqual(['a', 'c'])
  })

  it('visits nothing below a node of an unknown kind', () => {
    const seen: string[] = []
    walk(sourceCode.ast, {}, ({ type }) => (seen.push(type), true))
    expect(seen).toEqual(['Program'])
  })

  it('stays out of functions that are only defined', () => {
    expect(callsIn(walkOwn, sourceCode.ast)).toEqual(['a', 'c'])
  })

  it('goes into the function that it starts with', () => {
    const [callable] = nodesIn(sourceCode, (node): node is TSESTree.FunctionExpression => node.type === 'FunctionExpression')
    expect(callable && callsIn(walkOwn, callable)).toEqual(['b'])
  })

  it('skips holes of arrays', () => {
    const array = first(probe(`$([, a])`))
    const seen: string[] = []
    walk(array, sourceCode.visitorKeys, ({ type }) => (seen.push(type), true))
    expect(seen).toEqual(['ArrayExpression', 'Identifier'])
  })
})
