import type { TSESLint } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { unwrap, wrapped } from '../ast/nodes.js'
import type { Cookie } from '../events/cookie.js'
import type { Edit } from './edit.js'

/**
 * Writes a cookie with an attribute where its value is only assigned: `cookie.set({ value: token, httpOnly: true })`
 * for `cookie.value = token`. Undefined for every other way of writing.
 */
export function writeCookie(sourceCode: Readonly<TSESLint.SourceCode>, { facts, place }: Cookie, attribute: string): Edit | undefined {
  const { node } = place
  if (facts.writtenBy === undefined || node.type !== 'AssignmentExpression' || node.right.type === 'SequenceExpression') return undefined
  const target = unwrap(node.left)
  const property = target.type === 'MemberExpression' ? memberName(target) : undefined
  // What the assignment gives to others would no longer be the value.
  const { parent } = wrapped(node)
  const isAlone = parent?.type === 'ExpressionStatement' || parent?.type === 'ArrowFunctionExpression'
  if (target.type !== 'MemberExpression' || property === undefined || !isAlone) return undefined
  const text = `${sourceCode.getText(target.object)}.${facts.writtenBy}({ ${property}: ${sourceCode.getText(node.right)}, ${attribute} })`
  return (fixer) => [fixer.replaceText(node, text)]
}
