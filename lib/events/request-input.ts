import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { returnedBy } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { isFunction, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { isCallStep, type Path } from '../ast/paths.js'
import { frameworks } from '../frameworks/index.js'
import { nameOf } from './handler-types.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { wordsOf } from './names.js'

/** What comes from whoever sends a request: its headers, cookies, query, body. */
export interface RequestInput {
  /**
   * The calls through which a value came on its way from a request, none where it is read from one at once; undefined
   * for a value that comes from elsewhere, as far as the file shows. What the server itself has signed is from elsewhere.
   */
  wayOf(node: Node): readonly Node[] | undefined
}

type Way = readonly Node[] | undefined

const DEEPEST = 8

/** Members of a request, and of the context that has one, in which is what the client says. */
const INPUT = /^(?:(?:req|request|raw|nextUrl)\.)*(?:headers?|cookies?|query|querystring|body|params|searchParams|payload|url|originalUrl|authorizationToken)(?:\.|$)|^(?:(?:req|request)\.)*(?:get|header|param|cookie|query)\.\(/

/** The same for an object that is known only by its name: what carries tokens, and nothing else. */
const NAMED_INPUT =
  /(?:^|\.)(?:_?req(?:uest)?|ctx|context|c|getRequest\.\(\)|socket|handshake)\.(?:.*\.)?(?:headers?\.(?:.*\.)?(?:\('authorization'\)|authorization)|cookies\.|headers\.get\.|handshake\.|header\.\('authorization'\))|^(?:event)?\.authorizationToken(?:\.|$)/i

/** What a page gives a socket to log in with, and not what the server knows of it. */
const SOCKET_AUTH = /(?<=(?:^|\.)handshake\.)auth\./

const SPELLING = /^(?:split|trim|trimStart|replace|replaceAll|slice|substring|substr|toString|at|pop|shift|match|get|value)$/

export function createRequestInput({ bindings, sourceCode }: FileContext, handlers: Handlers): RequestInput {
  // By how much deeper it may go: functions that call each other lead to the same expressions again and again.
  const known = Array.from({ length: DEEPEST + 1 }, () => new Map<Node, Way>())

  return { wayOf: (node) => wayOf(node, DEEPEST) }

  function wayOf(node: Node, depth: number): Way {
    const expression = unwrap(node)
    const ways = known[depth]
    if (depth === 0 || !ways) return undefined
    if (!ways.has(expression)) ways.set(expression, findWay(expression, depth))
    return ways.get(expression)
  }

  function findWay(expression: Node, depth: number): Way {
    const path = bindings.resolve(expression)
    if (path && isInput(path)) return []
    const read = (inner: Node) => wayOf(inner, depth - 1)
    switch (expression.type) {
      case 'AwaitExpression':
        return read(expression.argument)
      case 'LogicalExpression':
        return (expression.operator === '&&' ? undefined : read(expression.left)) ?? read(expression.right)
      case 'ConditionalExpression':
        return read(expression.consequent) ?? read(expression.alternate)
      case 'TemplateLiteral':
        return first(expression.expressions.map(read))
      case 'MemberExpression':
        return isKept(expression) ? undefined : read(expression.object)
      case 'BinaryExpression':
        return expression.operator === '+' ? first([expression.left, expression.right].map(read)) : undefined
      case 'NewExpression':
        return /^URL(?:SearchParams)?$/.test(lastName(expression.callee) ?? '') ? first(expression.arguments.slice(0, 1).map(read)) : undefined
      case 'CallExpression':
        return wayOfCall(expression, depth)
      case 'Identifier':
        return wayOfName(expression, depth)
      default:
        return undefined
    }
  }

  function wayOfCall(call: TSESTree.CallExpression, depth: number): Way {
    const callee = unwrap(call.callee)
    const callable = bindings.function(callee)
    if (callable) {
      const found = first(returnedBy(callable, sourceCode.visitorKeys).map((returned) => returned && wayOf(returned, depth - 1)))
      return found && [...found, call]
    }
    const spelled = callee.type === 'MemberExpression' && SPELLING.test(memberName(callee) ?? '') ? wayOf(callee.object, depth - 1) : undefined
    return spelled ?? (isReader(call) ? [] : undefined)
  }

  /** `extractToken(req)`, `getCookie(c, 'token')`, `cookie.parse(req.headers.cookie)`: what finds something in a request. */
  function isReader({ arguments: parameters, callee }: TSESTree.CallExpression): boolean {
    if (!READER.test(wordsOf(lastName(callee) ?? '')) && !isOfCookies(callee)) return false
    return parameters.some((argument) => {
      const path = bindings.resolve(argument)
      const handed = path && handlers.objectOf(path)
      const isWhole = handed?.steps.length === 0 && (handed.object === 'request' || handed.object === 'context')
      return isWhole || (path !== undefined && isInput(path))
    })
  }

  /** `nookies.get(context)` */
  function isOfCookies(callee: Node): boolean {
    const root = bindings.resolve(callee)?.root
    return root?.kind === 'module' && LIBRARIES_OF_COOKIES.has(root.name)
  }

  function wayOfName(name: TSESTree.Identifier, depth: number): Way {
    const variable = bindings.variable(name)
    const definition = variable?.defs[0]
    if (!variable || !definition) return undefined
    if (definition.type === 'Parameter') return wayOfParameter(definition.name, definition.node, depth)
    const written = variable.references.flatMap(({ writeExpr }) => (writeExpr ? [writeExpr] : []))
    return first(written.map((value) => wayOf(value, depth - 1)))
  }

  /** What the callers in this file give. */
  function wayOfParameter(name: Node, callable: Node, depth: number): Way {
    if (!isFunction(callable)) return undefined
    const index = callable.params.findIndex((parameter) => parameter === name)
    const calls = index === -1 ? [] : (bindings.entries(callable) ?? []).flatMap((entry) => callOf(entry) ?? [])
    for (const call of calls) {
      const argument = call.arguments[index]
      const found = argument && wayOf(argument, depth - 1)
      if (found) return [...found, call]
    }
    return undefined
  }

  function isInput(path: Path): boolean {
    const handed = handlers.objectOf(path)
    if ((handed?.object === 'request' || handed?.object === 'context') && INPUT.test(handed.steps.join('.'))) return true
    const { root, steps } = path
    if ((root.kind === 'global' || root.kind === 'module') && !isInGivenContext(path)) return isCookieStore(path)
    const owner = root.kind === 'parameter' ? nameOf(root.function.params[root.index]) : root.kind === 'variable' ? root.name : undefined
    const text = [owner ?? '', ...steps].join('.')
    return NAMED_INPUT.test(text) && !KEPT.test(`${text}.`.replace(SOCKET_AUTH, ''))
  }

  /** `cookies().get('token')` of a module that knows the request by itself. */
  function isCookieStore({ root, steps }: Path): boolean {
    return root.kind === 'module' && /^(?:cookies|headers)\.\(\)\.get\./.test(steps.join('.'))
  }

  /** `GqlExecutionContext.create(context).getContext().req` */
  function isInGivenContext({ root, steps }: Path): boolean {
    return root.kind === 'module' && steps.some((step, index) => step === 'getContext' && isCallStep(steps[index + 1]))
  }

  /** What the server keeps about the one who asks, or has signed. */
  function isKept(member: TSESTree.MemberExpression): boolean {
    return KEPT.test(`.${memberName(member) ?? ''}.`)
  }

  function callOf(entry: Node): TSESTree.CallExpression | undefined {
    const { parent } = wrapped(entry)
    return parent?.type === 'CallExpression' && parent.callee === wrapped(entry) ? parent : undefined
  }
}

/** Libraries that are there for cookies alone. */
const LIBRARIES_OF_COOKIES: ReadonlySet<string> = new Set(frameworks.flatMap(({ cookie, name, server, session }) => (cookie && !server && !session ? [name] : [])))

const READER = /\b(?:tokens?|jwt|bearer|authorization|cookies?|headers?|parse)\b/

const KEPT = /\.(?:session|locals|signedCookies|user|auth|state)\./

function first(ways: readonly Way[]): Way {
  return ways.find((way) => way !== undefined)
}
