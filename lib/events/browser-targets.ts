import { propertyName, type Bindings } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { wrapped, type Node } from '../ast/nodes.js'
import { textAt } from '../ast/text-at.js'
import { usesOf } from '../ast/variables.js'

const DEEPEST = 6

/** Whether a browser is sent to a URL, so that it stands in its history: by a redirect, a `Location` header or the page itself. */
export function isBrowserSentTo(url: Node, bindings: Bindings, depth = DEEPEST): boolean {
  const part = wrapped(url)
  const { parent } = part
  const goOn = (node: Node) => depth > 0 && isBrowserSentTo(node, bindings, depth - 1)
  switch (parent?.type) {
    case 'CallExpression':
      if (parent.callee === part) return goOn(parent)
      return isSending(parent.callee) || parent.arguments.some((argument) => LOCATION.test(textAt(argument) ?? '')) || (SPELLING.test(lastName(parent.callee) ?? '') && goOn(parent))
    case 'MemberExpression':
      return parent.object === part && /^(?:toString|href)$/.test(lastName(parent) ?? '') && goOn(parent)
    case 'NewExpression':
      return lastName(parent.callee) === 'URL' && goOn(parent)
    case 'Property':
      return parent.value === part && /^(?:location|destination)$/i.test(propertyName(parent) ?? '')
    case 'AssignmentExpression':
      return parent.right === part && namesInChain(parent.left).slice(-2).some((name) => LOCATION.test(name))
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return goOn(parent)
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && usesOf(bindings.variable(parent.id)).some(goOn)
    default:
      return false
  }
}

/** `res.redirect(…)`, `navigateTo(…)`, `location.replace(…)`, `window.open(…)` */
function isSending(callee: Node): boolean {
  const names = namesInChain(callee)
  const name = names.at(-1) ?? ''
  if (/redirect$/i.test(name) || name === 'navigateTo') return true
  return /^(?:assign|replace|open)$/.test(name) && names.slice(0, -1).every((owner) => /^(?:window|location|globalThis|self)$/.test(owner)) && (name === 'open' || names.length > 1)
}

const LOCATION = /^location$/i

const SPELLING = /^(?:encodeURI|String)$/
