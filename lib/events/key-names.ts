import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import { textAt } from '../ast/text-at.js'
import { variableRead } from './environment.js'
import type { FileContext } from './file-context.js'
import { wordsOf } from './names.js'

const KEY = /\b(?:secrets?|keys?|certs?|certificates?|pem|salt|passphrase|signature)\b/

/** Whether an expression is a key, and not options: a text, a variable of the environment, or what is called one. */
export function isKey(node: Node, context: FileContext): boolean {
  const expression = unwrap(node)
  switch (expression.type) {
    case 'ObjectExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return false
    case 'LogicalExpression':
      return isKey(expression.left, context) || isKey(expression.right, context)
    case 'CallExpression':
      return namesKey(lastName(expression.callee)) || expression.arguments.some((argument) => namesKey(textAt(argument)))
    default:
      return variableRead(expression) !== undefined || namesKey(lastName(expression)) || isText(expression, context)
  }
}

/** Whether a name says that there is a key behind it: `JWT_SECRET`, `publicKey`. */
export function namesKey(name: string | undefined): boolean {
  return name !== undefined && KEY.test(wordsOf(name))
}

function isText(expression: Node, { bindings, sourceCode }: FileContext): boolean {
  const value = staticValue(expression, sourceCode, bindings)?.value
  return typeof value === 'string' && value !== ''
}
