import { propertyName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { lastName } from '../ast/last-name.js'
import { nodesOf } from '../ast/nodes-of.js'
import { unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { onceForEach } from '../ast/once-for-each.js'
import { isCallStep, type Path } from '../ast/paths.js'
import { plainText } from '../ast/plain-text.js'
import { textAt } from '../ast/text-at.js'
import { walk } from '../ast/walk.js'
import type { SessionFacts } from '../frameworks/framework.js'
import { formParsers } from '../frameworks/form-parsers.js'
import type { SessionConfigured } from './events.js'
import type { SessionFile } from './file.js'
import { isExport } from './library-exports.js'
import { isIdentity, wordsOf } from './names.js'
import type { Route } from './routes.js'
import { carrierOf } from './session-places.js'
import { isAboutAnswer } from './words-of-answers.js'

/**
 * Tells the routes of a file that a form on any site can call in the name of a user, with the cookie of a session that the
 * file sets up. None where anything in the file may keep it from that, or where another file may.
 */
export function createForgery(file: SessionFile, defences: readonly string[]): (session: SessionConfigured) => readonly Route[] {
  const ofUsers = onDemand(() => file.routes.filter((route) => route.method === 'post' && route.isMadeHere && isOfUsers(route, file)))
  const mayBeKept = onDemand(() => isDefended(file, defences) || hasUnknownMiddleware(file))
  const carriedBy = onceForEach((facts: SessionFacts): readonly Route[] => {
    const { servers = [] } = carrierOf(facts) ?? {}
    const isServed = ({ server }: Route) => servers.includes(server?.name ?? '') || server?.server?.platforms?.some((name) => servers.includes(name)) === true
    const candidates = ofUsers().filter(isServed)
    if (candidates.length === 0 || mayBeKept()) return []
    return candidates.filter((route) => !readsBody(route.handler, file) || takesForms(route, file))
  })
  return ({ facts, options }) => (isRegistered(options.node, file) ? carriedBy(facts) : [])
}

/** `app.use(session(…))`, `app.register(session, …)`, `const sessions = session(…); app.use(sessions)` */
function isRegistered(use: Node, { context: { bindings } }: SessionFile): boolean {
  const at = wrapped(use)
  const { parent } = at
  if (isRegistering(at) || (parent && isRegistering(parent))) return true
  const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? bindings.variable(parent.id) : undefined
  return variable?.references.some(({ identifier }) => isRegistering(identifier.parent)) === true
}

function isRegistering(node: Node): boolean {
  return node.type === 'CallExpression' && /^(?:use|register)$/.test(lastName(node.callee) ?? '')
}

/** Whether the file has to do with a defence: with tokens of forms, with where requests come from, with tokens in headers. */
function isDefended(file: SessionFile, defences: readonly string[]): boolean {
  const checked = file.of('csrfChecked')
  if (file.of('jwtVerified').length > 0 || checked.some(({ ignored }) => !ignored.includes('post'))) return true
  const { sourceCode } = file.context
  const { tokens = [] } = sourceCode.ast
  const asked = checked.length > 0 ? OTHER_DEFENCES : DEFENCES
  return tokens.some((token) => (asked.test(token.value) && !isAboutAnswer(token, sourceCode)) || defences.includes(token.value))
}

const OTHER_DEFENCES = /sec-fetch-site|x-requested-with|\borigin\b|\breferr?er\b|same-?origin|authorization|\bbearer\b|\bjwt\b/i
const DEFENCES = new RegExp(`csrf|xsrf|csurf|lusca|forgery|double-?submit|${OTHER_DEFENCES.source}`, 'i')

/** Whether something from another file of the project, or from nobody knows where, runs before every route. */
function hasUnknownMiddleware(file: SessionFile): boolean {
  return callsNamed(file.context.sourceCode, (name) => REGISTERING_FOR_ALL.test(name)).some((node) => {
    const [first] = node.arguments
    // `app.use('/admin', admin)` has nothing to say about other paths.
    const path = textAt(first)
    const isOfPath = path !== undefined && lastName(node.callee) === 'use' && path !== '/'
    return !isOfPath && node.arguments.some((argument) => isUnknown(argument, file))
  })
}

const REGISTERING_FOR_ALL = /^(?:use|register|addHook|useGlobalGuards|useGlobalInterceptors)$/

/** Whether nobody can see what a middleware does that the file registers. */
function isUnknown(argument: Node, file: SessionFile): boolean {
  const { bindings } = file.context
  const expression = unwrap(argument)
  switch (expression.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return false
    case 'ArrayExpression':
      return expression.elements.some((element) => element !== null && isUnknown(element, file))
    case 'ObjectExpression':
      return expression.properties.some((property) =>
        property.type === 'SpreadElement' ? isUnknown(property.argument, file) : HOOKS.has(propertyName(property) ?? '') && isUnknown(property.value, file),
      )
    default: {
      if (bindings.function(expression)) return false
      const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
      const held = variable && bindings.value(variable)
      if (held && unwrap(held).type === 'ObjectExpression') return isUnknown(held, file)
      const path = bindings.resolve(expression)
      return !path || isOfProject(path)
    }
  }
}

const HOOKS = new Set(['onRequest', 'preParsing', 'preValidation', 'preHandler'])

/** `./security`, `@/lib/middleware`, a parameter, one of `arguments`, a variable that nobody can see into; but no class of this file. */
function isOfProject({ root }: Path): boolean {
  switch (root.kind) {
    case 'module':
      return /^(?:[./~#]|@\/|src\/)|autoload/.test(root.name)
    case 'variable':
      return root.variable.defs[0]?.type !== 'ClassName'
    default:
      return root.kind !== 'global' || root.name === 'arguments'
  }
}

/** Whether a route is one of users who are logged in: it asks who that is, or a guard in this file does. */
function isOfUsers({ before, handler }: Route, file: SessionFile): boolean {
  if (file.purposes.namesOf(handler).some((name) => OF_VISITORS.test(wordsOf(name))) || before.some((node) => isUnknownGuard(node, file))) return false
  const guards = before.flatMap((node) => file.context.bindings.function(node) ?? [])
  return [handler, ...guards].some((callable) => asksForUser(callable, file))
}

/** Requests of visitors, and of other servers; and those that change nothing. */
const OF_VISITORS =
  /\b(?:log ?in|log ?out|log ?off|logon|sign ?in|sign ?out|sign ?up|register|registration|authenticate|auth|forgot|reset|verify|confirm|callback|web ?hooks?|hook|search|query|graphql|rpc|token|refresh|contact|newsletter|subscribe|csp|report|health|metrics)\b/

/** A guard, or the decorator that names one: `UseGuards(AuthGuard)`. */
function isUnknownGuard(node: Node, file: SessionFile): boolean {
  const isDecorator = node.type === 'CallExpression' && node.parent.type === 'Decorator'
  return isUnknown(node, file) || (isDecorator && node.arguments.some((argument) => isUnknown(argument, file)))
}

function asksForUser(callable: FunctionNode, { accessesIn, context, handlers }: SessionFile): boolean {
  if (accessesIn(callable).some(({ kind, property }) => kind === 'read' && property !== undefined && isIdentity(property))) return true
  let found = false
  walk(callable, context.sourceCode.visitorKeys, (node) => {
    const path = node.type === 'MemberExpression' ? context.bindings.resolve(node) : undefined
    const handed = path && handlers.objectOf(path)
    found ||= handed !== undefined && /^(?:user|state\.user|isAuthenticated)$/.test(handed.steps.join('.'))
    return !found
  })
  return found
}

/** Whether a handler reads what was sent, or gives the request to somebody who may. */
function readsBody(handler: FunctionNode, { context: { sourceCode } }: SessionFile): boolean {
  const parameters = handler.params.map((parameter) => plainText(parameter, sourceCode)).join(' ')
  return /\bbody\b/i.test(parameters) || /\b(?:body|files?|formData|parseBody|payload)\b|[(,]\s*(?:req|request|ctx|context|c)\s*[,)]/.test(plainText(handler.body, sourceCode))
}

/** Whether the file shows that forms of a page are taken, which need no leave of the browser: JSON does. */
function takesForms({ server }: Route, { context }: SessionFile): boolean {
  if (server?.server?.takesForms === true) return true
  const { bindings, options, sourceCode } = context
  const parsers = formParsers.filter(({ servers }) => servers.includes(server?.name ?? ''))
  return nodesOf(sourceCode, 'CallExpression').some((node) => {
    // What a call has made is asked for where that call stands, with its options.
    const paths = [node.callee, ...node.arguments].flatMap((part) => bindings.resolve(part) ?? []).filter(({ steps }) => !isCallStep(steps.at(-1)))
    return parsers.some(({ is, unless }) => {
      const isParser = is.some((meaning) => paths.some((path) => isExport(path, meaning) && path.steps.length <= meaning.steps.length + 1))
      return isParser && (unless === undefined || options.read(node.arguments[0]).names.seen.every((name) => name !== unless))
    })
  })
}
