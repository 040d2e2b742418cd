import { propertyName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { namesLogged, namesLogger, wordsOf } from './names.js'

/**
 * Whether a value goes into a log from where it stands, and nowhere else: `logger.info({ sub })`, `req.logContext = { sub }`.
 * What an audit log says of somebody has to be true.
 */
export function isOnlyLogged(value: Node): boolean {
  const at = wrapped(value)
  const { parent } = at
  switch (parent?.type) {
    case 'ArrayExpression':
    case 'LogicalExpression':
    case 'ObjectExpression':
    case 'SpreadElement':
    case 'TemplateLiteral':
      return isOnlyLogged(parent)
    case 'ConditionalExpression':
      return parent.test !== at && isOnlyLogged(parent)
    case 'Property':
      return parent.value === at && parent.parent.type === 'ObjectExpression' && (namesLogged(propertyName(parent) ?? '') || isOnlyLogged(parent))
    case 'VariableDeclarator':
      return namesLogged(lastName(parent.id) ?? '')
    case 'AssignmentExpression':
      return parent.right === at && isLogPlace(parent.left)
    case 'CallExpression':
      return parent.callee !== at && isLogging(parent.callee)
    default:
      return false
  }
}

/** `req.logContext`, and what is in it. */
function isLogPlace(target: Node): boolean {
  const place = unwrap(target)
  return namesLogged(lastName(place) ?? '') || (place.type === 'MemberExpression' && isLogPlace(place.object))
}

/** `logger.info`, `req.log.child`, `console.log` */
function isLogging(callee: Node): boolean {
  const target = unwrap(callee)
  if (target.type !== 'MemberExpression') return namesLogger(lastName(target) ?? '')
  const owner = lastName(target.object) ?? ''
  return owner === 'console' || (namesLogger(owner) && !/\baudit\b/.test(wordsOf(owner)))
}
