import { propertyName } from './member-name.js'
import { isInside, type Node } from './nodes.js'

const PARTS_OF_PATTERNS = new Set(['Property', 'ObjectPattern', 'ArrayPattern', 'AssignmentPattern', 'RestElement'])

/**
 * The whole left side in which an identifier is written: the pattern, or the identifier itself.
 * Undefined where it holds a part of something else: a loop's variable, a parameter.
 */
export function patternAround(target: Node): Node | undefined {
  for (let at: Node = target; at.parent; ) {
    const { parent }: Node = at
    if (parent.type === 'VariableDeclarator') return isLoopHead(parent) ? undefined : parent.id
    if (parent.type === 'AssignmentExpression') return parent.left
    if (!PARTS_OF_PATTERNS.has(parent.type)) return undefined
    at = parent
  }
  return undefined
}

/** `const item` in `for (const item of list)`: the variable holds items, not the list. */
function isLoopHead(declarator: Node): boolean {
  const loop = declarator.parent?.parent
  return (loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') && loop.left === declarator.parent
}

/** The members that lead from a destructured value to one of its names; undefined for a rest element. */
export function stepsTo(target: Node, pattern: Node): string[] | undefined {
  if (pattern === target) return []
  switch (pattern.type) {
    case 'AssignmentPattern':
      return stepsTo(target, pattern.left)
    case 'TSParameterProperty':
      return stepsTo(target, pattern.parameter)
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type !== 'Property' || !isInside(target, property.value)) continue
        const rest = stepsTo(target, property.value)
        return rest && [propertyName(property) ?? '[]', ...rest]
      }
      return undefined
    case 'ArrayPattern': {
      const index = pattern.elements.findIndex((element) => element !== null && isInside(target, element))
      const element = pattern.elements[index]
      const rest = element ? stepsTo(target, element) : undefined
      return rest && [String(index), ...rest]
    }
    default:
      return undefined
  }
}
