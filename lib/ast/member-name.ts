import type { TSESTree } from '@typescript-eslint/utils'
import { getPropertyName } from './eslint-utils.js'

/** The name of the member that is read: `b` in `a.b` and `a['b']`. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`
  return getPropertyName(node) ?? undefined
}

/** The name of a property or method, where the source decides it. */
export function propertyName(
  node: TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition,
): string | undefined {
  if (node.key.type === 'PrivateIdentifier') return `#${node.key.name}`
  return getPropertyName(node) ?? undefined
}
