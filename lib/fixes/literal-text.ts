import { functionAround, wrapped, type Node } from '../ast/nodes.js'
import type { OptionsPlace } from '../events/events.js'
import type { FileContext } from '../events/file-context.js'

/**
 * The code of a string as the value of an option. Where nothing says what type an object has, TypeScript takes
 * `'lax'` in it for any string, which no library takes: `'lax' as const` stays what it is.
 */
export function literalText({ isTypeScript }: FileContext, { chain, options }: OptionsPlace, name: string, text: string): string {
  const [value] = options.expressions(name) ?? []
  const property = value && wrapped(value).parent
  const object = property ? property.parent : chain.findLast(({ literal }) => literal !== undefined)?.literal
  return isTypeScript && object && /^['"]/.test(text) && hasNoType(object) ? `${text} as const` : text
}

/** Whether nothing around an object literal says what type it has; for that some parsers have null. */
function hasNoType(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'Property':
      return parent.value === node && hasNoType(parent.parent)
    case 'SpreadElement':
      return hasNoType(parent.parent)
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return hasNoType(parent)
    case 'VariableDeclarator':
      return !parent.id.typeAnnotation
    case 'PropertyDefinition':
      return !parent.typeAnnotation
    case 'ArrowFunctionExpression':
      return !parent.returnType
    case 'ReturnStatement':
      return !functionAround(parent)?.returnType
    default:
      return false
  }
}
