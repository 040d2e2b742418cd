import type { TSESTree } from '@typescript-eslint/utils'
import { getPropertyName } from './eslint-utils.js'

/** The name of the member that is read: `b` in `a.b` and `a['b']`. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  const { computed, property } = node
  return !computed && property.type === 'Identifier' ? property.name : nameOfKey(node, property)
}

/** The name of a property or method, where the source decides it. */
export function propertyName(
  node: TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition,
): string | undefined {
  return nameOfKey(node, node.key)
}

/** Nearly all names are written as they are; what stands in brackets or quotes has to be read. */
function nameOfKey(node: Parameters<typeof getPropertyName>[0] & { readonly computed: boolean }, key: TSESTree.Node): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`
  return key.type === 'Identifier' && !node.computed ? key.name : (getPropertyName(node) ?? undefined)
}
