import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, test } from 'vitest'
import { byPlace } from '../../lib/ast/by-place.js'
import { first, nodesIn, probe } from './probe.js'

const names = (code: string) => {
  const source = probe(code)
  const identifiers = nodesIn(source.sourceCode, (node): node is TSESTree.Identifier => node.type === 'Identifier' && node.name !== '$')
  const inside = byPlace(identifiers.toReversed(), (node) => node)
  return inside(first(source)).map((node) => source.sourceCode.getText(node))
}

describe('what stands inside a node', () => {
  test.each([
    ['is in the order of the source', 'a(b); $(c(d, e)); f', ['c', 'd', 'e']],
    ['may be the node itself', 'a; $(b); c', ['b']],
    ['may be the first things and the last', '$([a, b])', ['a', 'b']],
    ['may be nothing', 'a; $(1); b', []],
    ['is neither what touches it nor what is around it', 'a[$(b)](c)', ['b']],
  ])('%s', (_title, code, expected) => {
    expect(names(code)).toEqual(expected)
  })

  test('is not what only begins there', () => {
    const { sourceCode } = probe('a.b.c')
    const members = nodesIn(sourceCode, (node): node is TSESTree.MemberExpression => node.type === 'MemberExpression')
    const inside = byPlace(members, (node) => node)
    expect(inside({ range: [0, 3] }).map((node) => sourceCode.getText(node))).toEqual(['a.b'])
  })
})
