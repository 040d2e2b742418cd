import { unwrap, type Node } from './nodes.js'

/** The text that is written at a place, in quotes or in a template, in one piece or in several: `'/log' + 'out'`. */
export function textAt(node: Node | null | undefined): string | undefined {
  const expression = node && unwrap(node)
  switch (expression?.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? expression.value : undefined
    case 'TemplateLiteral':
      return expression.expressions.length === 0 ? (expression.quasis[0]?.value.cooked ?? undefined) : undefined
    case 'BinaryExpression': {
      const [left, right] = expression.operator === '+' ? [textAt(expression.left), textAt(expression.right)] : []
      return left !== undefined && right !== undefined ? left + right : undefined
    }
    default:
      return undefined
  }
}
