import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { walk } from '../ast/walk.js'
import { lastName } from '../ast/last-name.js'
import { functionAround, isFunction, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { CorsOrigins } from './cors-origins.js'
import type { CorsAllowed } from './events.js'
import type { FileContext } from './file-context.js'
import type { Match } from './match.js'
import { namesLogger, wordsOf } from './names.js'
import type { Purposes } from './purposes.js'
import { isRequestOrigin } from './request-origin.js'

/** A header that is written by hand. */
interface Header {
  readonly name: string
  readonly value: Node
  readonly match: Match
}

/** Reads the pairs of headers by which one function lets every site read its answers, with the user's cookies. */
export function readCorsHeaders(context: FileContext, purposes: Purposes, origins: CorsOrigins, matches: readonly Match[]): CorsAllowed[] {
  const { bindings, options, sourceCode } = context
  const seen = new Set<Node>()
  const headers = matches.flatMap(headersIn).filter(({ value }) => isFirst(value))
  const credentials = headers.filter(({ name, value }) => name === 'access-control-allow-credentials' && isTrue(value))
  if (credentials.length === 0) return []

  return headers.flatMap(({ match, name, value }): CorsAllowed[] => {
    const passing = name === 'access-control-allow-origin' ? origins.passingByHeader(value) : 'some'
    const scope = functionAround(value)
    if (passing === 'some' || !scope || !credentials.some((other) => functionAround(other.value) === scope)) return []
    if (isDecidedElsewhere(value, scope) || (passing === 'any' && isOriginChecked(scope))) return []
    return [{ type: 'corsAllowed', node: value, framework: match.pattern.framework, certainty: match.certainty, passing, by: 'header' }]
  })

  function headersIn(match: Match): Header[] {
    const { emits, roles } = match.pattern
    if (emits !== 'headerWritten') return []
    const name = match.text(roles.header)
    const value = match.argument(roles.value)
    if (name.state === 'known' && value) return [{ name: name.value.toLowerCase(), value, match }]
    const list = options.read(match.argument(roles.headers))
    return list.names.seen.flatMap((seenName) => {
      const [written, another] = list.expressions(seenName) ?? []
      return written && !another ? [{ name: seenName.toLowerCase(), value: written, match }] : []
    })
  }

  /** `res.writeHead(200, headers)` is a call of several servers' answers. */
  function isFirst(value: Node): boolean {
    if (seen.has(value)) return false
    seen.add(value)
    return true
  }

  function isTrue(value: Node): boolean {
    return String(staticValue(value, sourceCode, bindings)?.value).toLowerCase() === 'true'
  }

  /** Whether something else than that there is an origin decides about the header: a setting, a list, what ran before. */
  function isDecidedElsewhere(value: Node, scope: FunctionNode): boolean {
    if (purposes.registeredWith(scope).middlewares.some((name) => /\b(?:origins?|cors|allow|allowed)\b/.test(wordsOf(name)))) return true
    for (let at = value; at.parent && at !== scope; at = at.parent) {
      const { parent } = at
      const test = parent.type === 'IfStatement' || parent.type === 'ConditionalExpression' ? parent.test : undefined
      if (test && at !== test && !isHarmless(test)) return true
      if (parent.type === 'LogicalExpression' && parent.operator === '&&' && at === parent.right && !isHarmless(parent.left)) return true
      if (parent.type === 'CatchClause' || (parent.type === 'SwitchCase' && !isOfRoute(parent.parent.discriminant))) return true
    }
    return false
  }

  /** `if (origin)`, `if (req.method === 'OPTIONS')`, `if (url.pathname.startsWith('/api'))`: whose page it is, they do not ask. */
  function isHarmless(test: Node): boolean {
    switch (test.type) {
      case 'BinaryExpression':
        return [test.left, test.right].some(isMethod) || isPathComparison(test.left, test.right) || isPathComparison(test.right, test.left)
      case 'LogicalExpression':
        return isHarmless(test.left) && isHarmless(test.right)
      case 'UnaryExpression':
        return isHarmless(test.argument)
      case 'CallExpression':
        return isPathTest(test) || isRequestOrigin(test, bindings)
      default:
        return isRequestOrigin(test, bindings)
    }
  }

  /** `url.pathname === '/api/me'` */
  function isPathComparison(side: Node, other: Node): boolean {
    return isPath(side) && String(staticValue(other, sourceCode, bindings)?.value).startsWith('/')
  }

  /** Whether the function does anything with the origin but to send it back: whatever it is, it may decide. */
  function isOriginChecked(scope: FunctionNode): boolean {
    let found = false
    walk(scope, sourceCode.visitorKeys, (node) => {
      // `isAllowed(req)` may look at it, too.
      found ||= node.type === 'CallExpression' && CHECKING.test(wordsOf(lastName(node.callee) ?? ''))
      if (!isRequestOrigin(node, bindings)) return !found
      found ||= !isOnlySentBack(node)
      return false
    })
    return found
  }

  function isOnlySentBack(origin: Node): boolean {
    const use = wrapped(origin)
    const { parent } = use
    if (headers.some(({ value }) => wrapped(value) === use)) return true
    switch (parent?.type) {
      case 'LogicalExpression':
        return (parent.operator === '&&' && parent.left === use) || isOnlySentBack(parent)
      case 'IfStatement':
        return parent.test === use
      case 'ConditionalExpression':
        return parent.test === use || isOnlySentBack(parent)
      case 'TemplateLiteral':
      case 'AwaitExpression':
        return isOnlySentBack(parent)
      case 'UnaryExpression':
        return parent.operator === '!'
      case 'VariableDeclarator':
        return true
      case 'Property':
        return parent.parent.type === 'ObjectPattern'
      case 'CallExpression':
        return parent.callee.type === 'MemberExpression' && isLogger(lastName(parent.callee.object))
      default:
        return isFunction(parent)
    }
  }
}

function isOfRoute(node: Node): boolean {
  return isMethod(node) || isPath(node)
}

function isMethod(node: Node): boolean {
  return /^(?:method|httpMethod)$/.test(lastName(node) ?? '')
}

function isPath(node: Node): boolean {
  return /^(?:pathname|path|url|originalUrl)$/.test(lastName(node) ?? '')
}

/** `path.startsWith('/api')`, `req.url.match(/^\/api/)`, `/^\/api/.test(req.url)` */
function isPathTest({ arguments: [argument], callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || !argument) return false
  const name = memberName(callee) ?? ''
  return name === 'test' ? isPath(argument) : /^(?:startsWith|endsWith|includes|match)$/.test(name) && isPath(callee.object)
}

function isLogger(name: string | undefined): boolean {
  return name !== undefined && (name === 'console' || namesLogger(name))
}

const CHECKING = /\b(?:origins?|cors|allow|allows|allowed|allowlist|whitelist|whitelisted|trusted|permitted)\b/
