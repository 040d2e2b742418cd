import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isBefore, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { walk, walkOwn } from '../ast/walk.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/**
 * Whether statements read a property that was tested before them: `req.user` behind `if (!req.user) return`.
 * In a callback TypeScript has forgotten what was found out about a property, and says that it may be undefined.
 */
export function losesNarrowing(sourceCode: SourceCode, statements: readonly Node[], owner: FunctionNode): boolean {
  const [first] = statements
  const tested = new Set<string>()
  walkOwn(owner.body, sourceCode.visitorKeys, (node) => {
    if (first && node.type === 'MemberExpression' && isBefore(node, first) && isTested(node, owner)) tested.add(pathOf(node, sourceCode))
  })
  return tested.size > 0 && statements.some((statement) => reads(statement, tested, sourceCode))
}

function isTested(node: Node, owner: FunctionNode): boolean {
  for (let at = node; at.parent && at.parent !== owner; at = at.parent) {
    const { parent } = at
    if (parent.type === 'LogicalExpression' || ('test' in parent && parent.test === at)) return true
  }
  return false
}

function reads(statement: Node, paths: ReadonlySet<string>, sourceCode: SourceCode): boolean {
  let found = false
  walk(statement, sourceCode.visitorKeys, (node) => {
    found ||= node.type === 'MemberExpression' && !isWritten(node) && paths.has(pathOf(node, sourceCode))
    return !found
  })
  return found
}

function isWritten(node: Node): boolean {
  const target = wrapped(node)
  return target.parent?.type === 'AssignmentExpression' && target.parent.left === target
}

function pathOf(node: TSESTree.MemberExpression, sourceCode: SourceCode): string {
  return sourceCode.getText(node).replaceAll('?.', '.')
}
