import { describe, expect, test } from 'vitest'
import { inSourceOrder, nodesOf, ownNodesOf } from '../../lib/ast/nodes-of.js'
import type { Node } from '../../lib/ast/nodes.js'
import { nodesIn } from '../nodes-in.js'
import { sourceCodeOf } from '../events-of.js'

const CODE = 'a(b); new C(d(() => e?.f)); @g class H { i = `${j}` }'

describe('the nodes of a file', () => {
  test('come type by type, those of each in the order of the source', () => {
    const sourceCode = sourceCodeOf(CODE)
    const found = nodesOf(sourceCode, 'NewExpression', 'WithStatement', 'CallExpression', 'TemplateLiteral')
    expect(found.map((node) => sourceCode.getText(node))).toEqual(['new C(d(() => e?.f))', 'a(b)', 'd(() => e?.f)', '`${j}`'])
    expect(nodesOf(sourceCode, 'WithStatement')).toEqual([])
  })

  test('have those around others before these', () => {
    const sourceCode = sourceCodeOf('a.b.c(d.e)')
    const found = inSourceOrder([...nodesOf(sourceCode, 'MemberExpression'), ...nodesOf(sourceCode, 'CallExpression')])
    expect(found.map((node) => sourceCode.getText(node))).toEqual(['a.b.c(d.e)', 'a.b.c', 'a.b', 'd.e'])
  })

  test('are those that a node runs by itself, without the functions that it only defines', () => {
    const sourceCode = sourceCodeOf('function run() { a(() => b(c())); d() } e(); () => f()')
    const [run, , arrow] = sourceCode.ast.body
    const calls = (node: Node | undefined) => (node ? ownNodesOf(node, sourceCode, 'CallExpression').map((call) => sourceCode.getText(call)) : [])
    expect(calls(run)).toEqual(['a(() => b(c()))', 'd()'])
    expect(calls(arrow)).toEqual([])
    expect(calls(sourceCode.ast)).toEqual(['e()'])
    const [inner] = nodesOf(sourceCode, 'ArrowFunctionExpression')
    expect(calls(inner)).toEqual(['b(c())', 'c()'])
    expect(run && ownNodesOf(run, sourceCode, 'ArrowFunctionExpression', 'Identifier').map((node) => sourceCode.getText(node))).toEqual(['() => b(c())', 'run', 'a', 'd'])
  })

  test('are the same in a linter that does not walk by itself', () => {
    const sourceCode = sourceCodeOf(CODE)
    const { ast, visitorKeys } = sourceCode
    const other: object = { ast: { ...ast }, visitorKeys }
    const [, ...walked] = nodesIn(other as typeof sourceCode)
    expect(walked).toEqual(nodesIn(sourceCode).slice(1))
    expect(walked).toHaveLength(25)
  })
})
