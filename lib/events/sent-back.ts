import { memberName, propertyName, type Bindings } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { textAt } from '../ast/text-at.js'

const DEEPEST = 8

/**
 * Whether a text goes into the header with which a client sends cookies back, where attributes have no place:
 * `{ Cookie: serialize('sid', id) }`, `request.set('Cookie', text)`.
 */
export function isSentBack(text: Node, bindings: Bindings, depth = DEEPEST): boolean {
  const at = wholeOf(text)
  const { parent } = at
  if (!parent || depth === 0) return false
  switch (parent.type) {
    case 'CallExpression': {
      const name = parent.arguments[parent.arguments.findIndex((argument) => argument === at) - 1]
      return isCookie(textAt(name))
    }
    case 'Property':
      return isCookie(propertyName(parent))
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' && isCookie(memberName(parent.left)) && lastName(unwrap(parent.left.object)) !== 'document'
    case 'VariableDeclarator': {
      const variable = parent.id.type === 'Identifier' ? bindings.variable(parent.id) : undefined
      const uses = variable?.references.filter((reference) => !reference.isWrite()) ?? []
      return uses.some(({ identifier }) => isSentBack(identifier, bindings, depth - 1))
    }
    default:
      return false
  }
}

/** What a text is only a part of: `[serialize('a', b), serialize('c', d)].join('; ')`, and however many texts in a row. */
function wholeOf(text: Node): Node {
  let at = wrapped(text)
  for (;;) {
    const { parent }: Node = at
    const isJoined = parent?.type === 'MemberExpression' && memberName(parent) === 'join'
    if (!parent || !(isJoined || WHOLES.has(parent.type))) return at
    at = wrapped(isJoined ? parent.parent : parent)
  }
}

const WHOLES: ReadonlySet<string> = new Set(['ArrayExpression', 'BinaryExpression', 'ConditionalExpression', 'TemplateLiteral'])

function isCookie(name: string | undefined): boolean {
  return name?.toLowerCase() === 'cookie'
}
