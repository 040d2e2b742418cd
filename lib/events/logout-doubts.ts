import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { isFunction, isInside, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { walk } from '../ast/walk.js'
import type { CookieReads, NamedCookie } from './cookie-reads.js'
import type { FileContext } from './file-context.js'
import type { Handed, Handlers } from './handlers.js'

/** What a logout works with, as far as a doubt may be raised by it. */
export interface LogoutScene {
  readonly reach: readonly FunctionNode[]
  readonly cookie: NamedCookie
  /** Calls that delete cookies. */
  readonly clearings: ReadonlySet<Node>
  /** Where the store is read. */
  readonly reads: ReadonlySet<Node>
}

const LOG = /^(?:log|debug|info|warn|error|trace|verbose|silly|write)$/
const LOGGER = /^(?:console|log|logger|stdout|stderr)$/i

/** What gives the same value in another form, or looks at it. */
const CONVERTERS = /^(?:String|Number|Boolean|parse|stringify|encodeURIComponent|decodeURIComponent|isArray|exec|test|match|split|includes|startsWith)$/

/** Methods of texts, lists and promises, which do nothing to the session behind them. */
const METHODS =
  /^(?:to\w+|trim\w*|slice|substring|split|match|matchAll|startsWith|endsWith|includes|replace|replaceAll|indexOf|at|join|map|filter|find|forEach|some|every|then|catch|finally|get|has|keys|values|entries|first|where|from|limit|exec|lean|populate|select)$/

/** Names of functions that only find something out. */
const READERS = /^(?:get|read|parse|find|load|is|has|current|extract|look|fetch|require|ensure|check)/

/** What servers put into the objects that they hand to handlers. */
const MEMBERS = new Set([
  'app', 'body', 'cookie', 'cookies', 'env', 'header', 'headers', 'log', 'logger', 'params', 'query', 'raw', 'req', 'request', 'res', 'response',
  'set', 'signedCookies', 'socket', 'state', 'url',
])

/** What requests are asked for. */
const OF_REQUESTS = /^(?:get|header|is|accepts\w*|on|once|query|param|text|json|formData|flash)$/

/**
 * Tells whether a logout may end the session in a way that nobody sees in this file: it hands the ID, the record
 * or the request to something unknown, it changes an object, or it lets other handlers go on.
 */
export function createLogoutDoubts({ bindings, sourceCode }: FileContext, handlers: Handlers, cookies: CookieReads): (scene: LogoutScene) => boolean {
  return (scene) => {
    const nodes = scene.reach.flatMap(partsOf)
    const telling = namesTelling(nodes, scene)
    return nodes.some((node) => isDoubt(node, scene, telling))
  }

  function partsOf(callable: FunctionNode): Node[] {
    const parts: Node[] = []
    walk(callable, sourceCode.visitorKeys, (node) => {
      parts.push(node)
      return true
    })
    return parts
  }

  /** The variables that hold the ID or the record, or something of these. */
  function namesTelling(nodes: readonly Node[], scene: LogoutScene): ReadonlySet<unknown> {
    const telling = new Set<unknown>()
    for (let size = -1; size < telling.size; ) {
      size = telling.size
      for (const node of nodes) {
        for (const target of targetsOf(node, (value) => tells(value, scene, telling))) telling.add(target)
      }
    }
    return telling
  }

  /** The variables that get a value which passes a test. */
  function targetsOf(node: Node, isWanted: (value: Node) => boolean): readonly unknown[] {
    switch (node.type) {
      case 'VariableDeclarator':
        return node.init && isWanted(node.init) ? variablesIn(node.id) : []
      case 'AssignmentExpression':
        return node.left.type !== 'MemberExpression' && isWanted(node.right) ? variablesIn(node.left) : []
      case 'ForOfStatement':
        return isWanted(node.right) ? variablesIn(node.left) : []
      case 'CallExpression': {
        const callable = bindings.function(node.callee)
        const given = node.arguments.flatMap((argument, index) => (isWanted(argument) ? (callable?.params[index] ?? []) : []))
        // `redis.get(key).then((session) => …)`, `redis.get(key, (err, session) => …)`
        const isAbout = isWanted(node.callee) || node.arguments.some((argument) => !isFunction(argument) && isWanted(argument))
        const callbacks = node.arguments.flatMap((argument) => (isAbout && isFunction(argument) ? argument.params : []))
        return [...given, ...callbacks].flatMap(variablesIn)
      }
      default:
        return []
    }
  }

  function variablesIn(pattern: Node): readonly unknown[] {
    const found: unknown[] = []
    walk(pattern, sourceCode.visitorKeys, (node) => {
      if (node.type === 'Identifier') found.push(bindings.variable(node))
      return node.type !== 'TSTypeAnnotation'
    })
    return found.filter((variable) => variable !== undefined)
  }

  /** Whether an expression has the ID or the record in it. */
  function tells(value: Node, { cookie, reads }: LogoutScene, telling: ReadonlySet<unknown>): boolean {
    let found = false
    walk(value, sourceCode.visitorKeys, (node) => {
      found ||= reads.has(node) || (node.type === 'Identifier' && telling.has(bindings.variable(node))) || cookies.isRead(node, cookie)
      return !found && !isFunction(node)
    })
    return found
  }

  function isDoubt(node: Node, scene: LogoutScene, telling: ReadonlySet<unknown>): boolean {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        return isDoubtfulCall(node, scene, telling)
      case 'TaggedTemplateExpression':
        return !/^\s*select\b/i.test(node.quasi.quasis[0]?.value.raw ?? '') && node.quasi.expressions.some((value) => tells(value, scene, telling) || hasRequest(value))
      case 'AssignmentExpression':
        return isForeignTarget(node.left, scene, telling)
      case 'UpdateExpression':
        return isForeignTarget(node.argument, scene, telling)
      case 'UnaryExpression':
        return node.operator === 'delete' && isForeignTarget(node.argument, scene, telling)
      default:
        return false
    }
  }

  function isDoubtfulCall(call: TSESTree.CallExpression | TSESTree.NewExpression, scene: LogoutScene, telling: ReadonlySet<unknown>): boolean {
    const callee = unwrap(call.callee)
    const object = objectOf(callee)
    const name = lastName(callee) ?? ''
    if (object?.object === 'next' || (callee.type === 'Identifier' && name === 'next')) return call.arguments.length === 0
    if (scene.reads.has(call) || scene.clearings.has(call) || cookies.isRead(call, scene.cookie)) return false
    if (object?.object === 'response' || bindings.function(callee) || isLog(callee) || CONVERTERS.test(name)) return false
    if (object && object.steps.length > 0 && !isOfServer(object)) return true
    if (callee.type === 'MemberExpression' && tells(callee.object, scene, telling) && !METHODS.test(name)) return true
    const data = call.arguments.filter((argument) => !isFunction(argument))
    if (data.some((argument) => tells(argument, scene, telling))) return true
    return data.some(hasRequest) && !READERS.test(name) && !/cookie/i.test(name)
  }

  /** `req.get('host')`, `ctx.cookies.set('sid')`, but not `req.auth.end()`, which somebody else has put there. */
  function isOfServer({ object, steps: [first = '', ...further] }: Handed): boolean {
    if (further.length > 0) return MEMBERS.has(first)
    return object === 'context' || OF_REQUESTS.test(first)
  }

  /** Whether somebody gets the request, the context with the request in it, or all of its cookies. */
  function hasRequest(argument: Node): boolean {
    let found = false
    walk(argument, sourceCode.visitorKeys, (node) => {
      const object = node.type === 'Identifier' || node.type === 'MemberExpression' ? objectOf(node) : undefined
      const isRequest = object?.object === 'request' || object?.object === 'context'
      found ||= isRequest && (object.steps.length === 0 ? isPassedOn(node) : ALL_COOKIES.test(object.steps.join('.')))
      return !found && !isFunction(node)
    })
    return found
  }

  /** Whether something is changed that is neither the answer nor a variable of the logout's own. */
  function isForeignTarget(target: Node, { reach }: LogoutScene, telling: ReadonlySet<unknown>): boolean {
    const place = unwrap(target)
    if (place.type !== 'MemberExpression') return false
    const object = objectOf(place.object)
    if (object?.object === 'response' || object?.object === 'context') return false
    const start = startOf(place)
    const variable = start.type === 'Identifier' ? bindings.variable(start) : undefined
    if (!variable || telling.has(variable) || object) return true
    return !variable.defs.some(({ name, type }) => type === 'Variable' && reach.some((callable) => isInside(name, callable)))
  }

  function objectOf(node: Node) {
    const path = bindings.resolve(node)
    return path && handlers.objectOf(path)
  }
}

/** `headers`, `cookies`, `headers.cookie` */
const ALL_COOKIES = /^(?:req\.|request\.)?(?:headers|rawHeaders|cookies|signedCookies)(?:\.cookie)?$/

/** `req` itself, and not what is read from it: `req.body.name`. */
function isPassedOn(node: Node): boolean {
  const { parent } = wrapped(node)
  return parent?.type !== 'MemberExpression' || parent.object !== wrapped(node)
}

function startOf(node: Node): Node {
  const at = unwrap(node)
  return at.type === 'MemberExpression' ? startOf(at.object) : at
}

/** `console.log`, `req.log.info`, `logger.debug` */
function isLog(callee: Node): boolean {
  return callee.type === 'MemberExpression' && LOG.test(memberName(callee) ?? '') && LOGGER.test(lastName(callee.object) ?? '')
}
