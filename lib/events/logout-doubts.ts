import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { isFunction, isInside, memberStart, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { walk } from '../ast/walk.js'
import type { FileContext } from './file-context.js'
import type { Handed, Handlers } from './handlers.js'
import { isSending, sqlIn } from './sql.js'

type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** What a logout works with, as far as a doubt may be raised by it. */
export interface LogoutScene {
  readonly reach: readonly FunctionNode[]
  /** Whether it is known what a call does, or what its name says is enough. */
  isKnown(call: Call): boolean
  /** Whether an expression is the ID of the session, or its record. */
  isTold(node: Node): boolean
}

/** Why a logout may end the session in a way that nobody sees in the file. */
export interface LogoutDoubts {
  /** It hands the ID, the record or the request to something unknown, it changes an object, or it lets other handlers go on. */
  mayTakeOut(scene: LogoutScene): boolean
  /** It hands the ID, the record or the request to something unknown. */
  handsOn(scene: LogoutScene): boolean
}

const LOG = /^(?:log|debug|info|warn|error|trace|verbose|silly|write)$/
const LOGGER = /^(?:console|log|logger|stdout|stderr)$/i

/** What gives the same value in another form, or looks at it. */
const CONVERTERS = /^(?:String|Number|Boolean|parse|stringify|encodeURIComponent|decodeURIComponent|isArray|exec|test|match|split|includes|startsWith)$/

/** Methods of texts, lists and promises, which do nothing to the session behind them. */
const METHODS =
  /^(?:to\w+|trim\w*|slice|substring|split|match|matchAll|startsWith|endsWith|includes|replace|replaceAll|indexOf|at|join|map|filter|find|forEach|some|every|then|catch|finally|get|has|keys|values|entries|first|where|from|limit|exec|lean|populate|select)$/

/** Names of functions that only find something out, or answer. */
const READERS =
  /^(?:get|read|parse|find|load|is|has|current|extract|look|fetch[A-Z]|require|ensure|check|valid|verify|send|render|respond|reply|redirect|flash|wants|accepts|translate|set(?:Response|Header|Status|Flash))/

/** What servers put into the objects that they hand to handlers. */
const MEMBERS = new Set([
  'app', 'body', 'cookie', 'cookies', 'env', 'header', 'headers', 'log', 'logger', 'params', 'query', 'raw', 'req', 'request', 'res', 'response',
  'set', 'signedCookies', 'socket', 'state', 'url',
])

/** What requests are asked for. */
const OF_REQUESTS = /^(?:get|header|is|accepts\w*|on|once|query|param|text|json|formData|flash)$/

/** Finds the reasons for doubt in what a logout does. */
export function createLogoutDoubts({ bindings, sourceCode }: FileContext, handlers: Handlers): LogoutDoubts {
  return {
    mayTakeOut: (scene) => hasDoubt(scene, isDoubt),
    handsOn: (scene) => hasDoubt(scene, handsOn),
  }

  function hasDoubt(scene: LogoutScene, isOne: typeof isDoubt): boolean {
    const nodes = scene.reach.flatMap(partsOf)
    const telling = namesTelling(nodes, scene)
    return nodes.some((node) => isOne(node, scene, telling))
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
  function tells(value: Node, { isTold }: LogoutScene, telling: ReadonlySet<unknown>): boolean {
    let found = false
    walk(value, sourceCode.visitorKeys, (node) => {
      found ||= (node.type === 'Identifier' && telling.has(bindings.variable(node))) || isTold(node)
      return !found && !isFunction(node)
    })
    return found
  }

  function isDoubt(node: Node, scene: LogoutScene, telling: ReadonlySet<unknown>): boolean {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        return isGoingOn(node) || (!isKnown(node, scene) && isForeignMethod(node.callee)) || handsOn(node, scene, telling)
      case 'AssignmentExpression':
        return isForeignTarget(node.left, scene, telling)
      case 'UpdateExpression':
        return isForeignTarget(node.argument, scene, telling)
      case 'UnaryExpression':
        return node.operator === 'delete' && isForeignTarget(node.argument, scene, telling)
      default:
        return handsOn(node, scene, telling)
    }
  }

  function handsOn(node: Node, scene: LogoutScene, telling: ReadonlySet<unknown>): boolean {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        return !isKnown(node, scene) && isGiven(node, scene, telling)
      case 'TaggedTemplateExpression':
        return !isQuestion(node) && node.quasi.expressions.some((value) => tells(value, scene, telling) || hasRequest(value))
      default:
        return false
    }
  }

  /** `next()` */
  function isGoingOn({ arguments: given, callee }: Call): boolean {
    return given.length === 0 && isNext(callee)
  }

  function isNext(callee: Node): boolean {
    return objectOf(unwrap(callee))?.object === 'next' || (unwrap(callee).type === 'Identifier' && lastName(callee) === 'next')
  }

  /** Whether a call is one of the language, of the answer, of this file or of a logger, or else does nothing to a session. */
  function isKnown(call: Call, scene: LogoutScene): boolean {
    const callee = unwrap(call.callee)
    if (isNext(callee) || scene.isKnown(call) || scene.isTold(call)) return true
    return objectOf(callee)?.object === 'response' || bindings.function(callee) !== undefined || isLog(callee) || CONVERTERS.test(lastName(callee) ?? '')
  }

  /** `req.auth.end()`, which somebody else has put there. */
  function isForeignMethod(callee: Node): boolean {
    const object = objectOf(unwrap(callee))
    return object !== undefined && object.steps.length > 0 && !isOfServer(object)
  }

  /** Whether a call is given the ID, the record or the request, or is one of the record's own. */
  function isGiven(call: Call, scene: LogoutScene, telling: ReadonlySet<unknown>): boolean {
    const callee = unwrap(call.callee)
    const name = lastName(callee) ?? ''
    if (callee.type === 'MemberExpression' && tells(callee.object, scene, telling) && !METHODS.test(name)) return true
    const data = isQuestion(call) ? [] : call.arguments.filter((argument) => !isFunction(argument))
    if (data.some((argument) => tells(argument, scene, telling))) return true
    return data.some(hasRequest) && !READERS.test(name) && !/cookie/i.test(name)
  }

  /** SQL that only asks. */
  function isQuestion(node: Node): boolean {
    return isSending(node) && /^\s*select\b/i.test(sqlIn(node, bindings))
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
      const object = MAY_LEAD_TO_REQUEST.has(node.type) ? objectOf(node) : undefined
      found ||= object !== undefined && isRequest(object) && (COOKIE_HEADER.test(object.steps.join('.')) || (ALL_COOKIES.test(object.steps.join('.')) && isPassedOn(node)))
      return !found && !isFunction(node)
    })
    return found
  }

  /** Whether an object is the request, or a context with it; where only a name says so, whoever calls the function must hand one on. */
  function isRequest({ handler, object, server }: Handed): boolean {
    if (object !== 'request' && object !== 'context') return false
    const calls = server === undefined && handler ? callsOf(handler) : []
    return calls.length === 0 || calls.some((call) => call.arguments.some((argument) => isHandedOutside(argument, handler)))
  }

  function callsOf(callable: FunctionNode): readonly TSESTree.CallExpression[] {
    return (bindings.entries(callable) ?? []).flatMap((entry) => {
      const call = wrapped(entry).parent
      return call?.type === 'CallExpression' && call.callee === wrapped(entry) ? [call] : []
    })
  }

  function isHandedOutside(argument: Node, callable: FunctionNode | undefined): boolean {
    const object = objectOf(argument)
    return object !== undefined && object.handler !== callable
  }

  /** Whether something is changed that is neither the answer nor a variable of the logout's own. */
  function isForeignTarget(target: Node, { reach }: LogoutScene, telling: ReadonlySet<unknown>): boolean {
    const place = unwrap(target)
    if (place.type !== 'MemberExpression') return false
    const object = objectOf(place.object)
    if (object?.object === 'response' || object?.object === 'context') return false
    const start = memberStart(place)
    const variable = start.type === 'Identifier' ? bindings.variable(start) : undefined
    if (!variable || telling.has(variable) || object) return true
    return !variable.defs.some(({ name, type }) => type === 'Variable' && reach.some((callable) => isInside(name, callable)))
  }

  function objectOf(node: Node) {
    const path = bindings.resolve(node)
    return path && handlers.objectOf(path)
  }
}

const MAY_LEAD_TO_REQUEST = new Set(['CallExpression', 'Identifier', 'MemberExpression'])

/** The request itself, `headers`, `cookies` */
const ALL_COOKIES = /^(?:(?:req\.|request\.)?(?:headers|rawHeaders|cookies|signedCookies))?$/

/** `headers.cookie`, `headers.get('cookie')`: one text with all cookies in it. */
const COOKIE_HEADER = /^(?:req\.|request\.)?headers?\.(?:cookie$|(?:get\.)?\('cookie'\))/i

/** `req` itself, and not what is read from it under a name: `req.body.name`. */
function isPassedOn(node: Node): boolean {
  const { parent } = wrapped(node)
  return parent?.type !== 'MemberExpression' || parent.object !== wrapped(node) || memberName(parent) === undefined
}

/** `console.log`, `req.log.info`, `logger.debug` */
function isLog(callee: Node): boolean {
  return callee.type === 'MemberExpression' && LOG.test(memberName(callee) ?? '') && LOGGER.test(lastName(callee.object) ?? '')
}
