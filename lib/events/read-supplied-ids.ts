import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { usesOfResult } from '../ast/calls-of-result.js'
import { isEquality } from '../ast/equalities.js'
import { returnedBy } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { nodesOf } from '../ast/nodes-of.js'
import { functionAround, functionsAround, isFunction, isInside, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { staticValue } from '../ast/static-value.js'
import { textWritten } from '../ast/text-parts.js'
import { usesOf } from '../ast/variables.js'
import { walk } from '../ast/walk.js'
import type { Certainty, CookieWritten, SessionConfigured, SessionEvent, SessionIdSupplied } from './events.js'
import type { FileContext } from './file-context.js'
import { isAboutOtherSessions } from './file-kind.js'
import { expressionsAt } from './given.js'
import type { Handlers } from './handlers.js'
import { namesConversation } from './id-names.js'
import { namesOtherRoute } from './id-purposes.js'
import type { Match } from './match.js'
import { isIdentity, namesRemembered, wordsOf } from './names.js'
import type { Purposes } from './purposes.js'
import { isRecordId, isSessionTable, isStoreName } from './record-names.js'
import type { RequestUsers } from './request-users.js'
import { isSessionPlace } from './session-places.js'
import { createSuppliedValues, type Supply } from './supplied-values.js'

/** `sessions[id] ?? {}` */
function withDefault(found: Node): Node {
  const { parent } = wrapped(found)
  return parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.left === wrapped(found) ? parent : found
}

/** The outermost form of a value: `String(session.userId)`, `session.user.id`, `session.userId.toString()`. */
function formOf(node: Node): Node {
  const { parent } = wrapped(node)
  const isPart = parent?.type === 'MemberExpression' && parent.object === wrapped(node)
  const isCall = parent?.type === 'CallExpression' && (parent.callee === wrapped(node) || lastName(parent.callee) === 'String')
  return isPart || isCall ? formOf(parent) : node
}

/** From what is found to what it says, to the user who is found by that. */
const FURTHEST = 3

/** The key of a session among those of other things: `session:${id}`. */
const SESSION_KEY = /^(?:\w+[:_-])?(?:user[_-]?)?sess(?:ions?)?[:_/-]/i

/** What finds one row of a table or a model. */
const FINDING = /^find(?:One|ById|ByPk|Unique|UniqueOrThrow|First|FirstOrThrow|OneBy)$/

/** What a link or a form of another site can carry into the browser of a victim. */
const PLANTED = new Set<Supply['from']>(['body', 'params', 'query'])

/** Reads where a session gets, or is found by, an ID that whoever sends the request has chosen. */
export function readSuppliedIds(
  context: FileContext,
  handlers: Handlers,
  purposes: Purposes,
  users: RequestUsers,
  matches: readonly Match[],
  events: readonly SessionEvent[],
): SessionIdSupplied[] {
  const { bindings, options, sourceCode } = context
  const supplied = createSuppliedValues(context, handlers)
  const isOfLogins = !isAboutOtherSessions(context) && ![...context.modules].some((module) => module.startsWith('@modelcontextprotocol/'))

  return [
    ...events.flatMap((event) => (event.type === 'sessionConfigured' ? ofGenerator(event) : event.type === 'cookieWritten' ? ofCookie(event) : [])),
    ...matches.flatMap((match) => (match.pattern.emits === 'sessionLookedUp' ? ofLookup(match) : [])),
    ...nodesOf(sourceCode, 'AssignmentExpression').flatMap(ofAssignment),
    ...(isOfLogins ? [...callsNamed(sourceCode, (name) => name === 'get').flatMap(ofStoreCall), ...callsNamed(sourceCode, (name) => FINDING.test(name)).flatMap(ofRecord), ...nodesOf(sourceCode, 'MemberExpression').flatMap(ofElement)] : []),
  ]

  /** `session({ genid: (req) => req.headers['x-session-id'] })` */
  function ofGenerator({ certainty, facts, options }: SessionConfigured): SessionIdSupplied[] {
    const functions = (facts.generator ?? []).flatMap((name) => (expressionsAt(options, name) ?? []).flatMap((node) => bindings.function(node) ?? []))
    return functions.flatMap((callable) =>
      returnedBy(callable, sourceCode.visitorKeys).flatMap((returned) =>
        returned ? eventsFor('generated', supplied.of(returned, facts.generatorAsks ? callable : undefined), certainty) : [],
      ),
    )
  }

  /** `res.cookie('sid', req.query.sid)` */
  function ofCookie({ certainty, name, role, value }: CookieWritten): SessionIdSupplied[] {
    if (role !== 'session' || !value || (name.state === 'known' && namesRemembered(name.value))) return []
    const planted = supplied.of(value).filter((supply) => PLANTED.has(supply.from) && !isCredential(supply))
    return planted.length > 0 && !mayBeVerified(value) ? eventsFor('cookie', planted, certainty) : []
  }

  /** A token in the body is shown to log in, as a password is: a page has it from where the user has logged in before. */
  function isCredential({ from, node }: Supply): boolean {
    return from === 'body' && /\b(?:tokens?|jwt|bearer|credentials?)\b/.test(wordsOf(lastName(node) ?? ''))
  }

  /** `req.sessionID = req.query.sid` */
  function ofAssignment({ left, operator, right }: TSESTree.AssignmentExpression): SessionIdSupplied[] {
    if (operator !== '=' || left.type !== 'MemberExpression' || !/^(?:sessionID|id)$/.test(memberName(left) ?? '')) return []
    const path = bindings.resolve(left)
    const handed = path && handlers.objectOf(path)
    if (handed?.object !== 'request' && handed?.object !== 'context') return []
    const isId = handed.steps.join('.') === 'sessionID' || isSessionPlace(handed.steps.slice(0, -1))
    const found = isId ? supplied.of(right).filter(({ from }) => from !== 'cookie') : []
    return found.length > 0 && !mayBeVerified(right) ? eventsFor('assigned', found, handed.certainty) : []
  }

  /** `lucia.validateSession(req.query.sid)`, `req.sessionStore.get(req.query.sid, done)` */
  function ofLookup({ argument, certainty, node, pattern }: Match): SessionIdSupplied[] {
    const id = argument(pattern.roles.value)
    if (!id || (pattern.roles.done !== undefined && !isTakenOver(node))) return []
    return eventsFor('lookedUp', supplied.of(id).filter(({ from }) => PLANTED.has(from)), certainty)
  }

  /** `sessions.get(req.query.sid)` */
  function ofStoreCall(call: TSESTree.CallExpression): SessionIdSupplied[] {
    const callee = unwrap(call.callee)
    const [id] = call.arguments
    if (callee.type !== 'MemberExpression' || memberName(callee) !== 'get' || !id) return []
    if (isStoreName(lastName(callee.object) ?? '')) return ofOwnStore(call, id)
    return SESSION_KEY.test(textWritten(id, bindings)) ? ofSharedStore(call, [id]) : []
  }

  /** `Session.findById(req.query.sid)`, `prisma.session.findUnique({ where: { id: req.query.sid } })` */
  function ofRecord(call: TSESTree.CallExpression): SessionIdSupplied[] {
    const callee = unwrap(call.callee)
    const [given] = call.arguments
    if (callee.type !== 'MemberExpression' || !FINDING.test(memberName(callee) ?? '') || !given || !isSessionTable(lastName(callee.object) ?? '')) return []
    return ofSharedStore(call, unwrap(given).type === 'ObjectExpression' ? idsAsked(given) : [given])
  }

  function idsAsked(query: Node): readonly Node[] {
    const read = options.read(query)
    return read.names.seen.flatMap((name) => {
      const values = name === 'where' || isRecordId(name) ? (read.expressions(name) ?? []) : []
      return name === 'where' ? values.flatMap(idsAsked) : values
    })
  }

  /** What has other things in it as well is told by what is found becoming the user. */
  function ofSharedStore(found: Node, ids: readonly Node[]): SessionIdSupplied[] {
    const planted = ids.flatMap((id) => supplied.of(id)).filter(({ from }) => PLANTED.has(from))
    const uses = planted.length > 0 ? (usesOfResult(found, bindings) ?? []) : []
    return uses.some((use) => becomesUser(use, FURTHEST)) ? eventsFor('lookedUp', planted, 'likely') : []
  }

  /** `req.user = await User.findById(found.userId)`, `const user = JSON.parse(found); req.user = user` */
  function becomesUser(use: Node, way: number): boolean {
    for (let at: Node | undefined = use; at.parent && !isFunction(at.parent); at = at.parent) {
      const { parent }: Node = at
      if (parent.type === 'AssignmentExpression') return parent.right === at && isUserOrSession(parent.left)
      if (parent.type === 'VariableDeclarator') return way > 0 && usesOfNames(parent).some((further) => becomesUser(further, way - 1))
    }
    return false
  }

  function usesOfNames(declarator: TSESTree.VariableDeclarator): readonly Node[] {
    return (sourceCode.getDeclaredVariables?.(declarator) ?? []).flatMap((variable) => usesOf(variable))
  }

  /** `sessions[req.query.sid]` */
  function ofElement(element: TSESTree.MemberExpression): SessionIdSupplied[] {
    if (!element.computed || element.property.type === 'Literal') return []
    const { parent } = wrapped(element)
    const isWritten = (parent?.type === 'AssignmentExpression' && parent.left === wrapped(element)) || (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
    return !isWritten && isStoreName(lastName(element.object) ?? '') ? ofOwnStore(element, element.property) : []
  }

  function ofOwnStore(found: Node, id: Node): SessionIdSupplied[] {
    const planted = supplied.of(id).filter(({ from }) => PLANTED.has(from))
    if (planted.length === 0) return []
    const isOfOther = purposes.hasNameAround(found, namesOtherRoute) || planted.every(isOfConversation)
    const isInPath = planted.every(({ from }) => from === 'params')
    const uses = usesOfResult(withDefault(found), bindings) ?? []
    return uses.some((use) => isTaken(use) || (!isOfOther && isLogin(use, isInPath))) ? eventsFor('lookedUp', planted, 'likely') : []
  }

  /** `req.body.message.chat.id`, `req.body.CallSid`: what another server sends is called by what it is of. */
  function isOfConversation({ node }: Supply): boolean {
    const names = namesInChain(bindings.held(node))
    return names.some(namesConversation) || /^(?:call|message|conference) sid$/.test(wordsOf(names.at(-1) ?? ''))
  }

  /** Whether what is found becomes the user or the session of the request. */
  function isTaken(use: Node): boolean {
    const taken = wrapped(formOf(use))
    const { parent } = taken
    return parent?.type === 'AssignmentExpression' && parent.right === taken && isUserOrSession(parent.left)
  }

  /** Whether what is found says who the user is. Where that is known already, it says whose it is. */
  function isLogin(use: Node, isInPath: boolean): boolean {
    if (users.areKnownAt(use) && !users.areDecidedAt(use)) return false
    const { parent } = use
    if (parent?.type === 'MemberExpression') {
      return parent.object === use && isIdentity(memberName(parent) ?? '') && !isOwnerCheck(parent) && !(isInPath && isShown(parent))
    }
    return parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern' && parent.id.properties.some(isIdentityProperty)
  }

  /** `session.userId === ownerId`; what is compared with a text, or with what was sent, lets somebody in. */
  function isOwnerCheck(owner: Node): boolean {
    const side = wrapped(formOf(owner))
    const { parent } = side
    if (parent?.type !== 'BinaryExpression' || !isEquality(parent)) return false
    const other = parent.left === side ? parent.right : parent.left
    return staticValue(other, sourceCode, bindings) === undefined && supplied.of(other).length === 0
  }

  /** Whether what is found under a path is only shown: `/sessions/:id` of a list. */
  function isShown(node: Node): boolean {
    for (let at = node.parent; at && !isFunction(at); at = at.parent) {
      const target = at.type === 'CallExpression' ? at.callee : at.type === 'AssignmentExpression' ? at.left : undefined
      const path = target && bindings.resolve(target)
      const handed = path && handlers.objectOf(path)
      if (handed?.object === 'response' || handed?.object === 'context') return true
    }
    return false
  }

  /** `store.get(id, (err, session) => { req.session = session })` */
  function isTakenOver(node: Node): boolean {
    const callback = node.type === 'CallExpression' ? node.arguments.map((argument) => bindings.function(argument)).find((found) => found !== undefined) : undefined
    let isFound = false
    if (callback) {
      walk(callback.body, sourceCode.visitorKeys, (at) => {
        if (at.type === 'AssignmentExpression') isFound ||= isUserOrSession(at.left)
        if (at.type === 'CallExpression') isFound ||= lastName(at.callee) === 'createSession'
        return !isFound
      })
    }
    return isFound
  }

  function isUserOrSession(target: Node): boolean {
    const path = target.type === 'MemberExpression' ? bindings.resolve(target) : undefined
    const handed = path && handlers.objectOf(path)
    return handed?.object === 'request' && (isSessionPlace(handed.steps) || ['user', 'auth', 'sessionID'].includes(handed.steps.join('.')))
  }

  /** Whether something else looks at the value too: another function, a comparison, a middleware before. */
  function mayBeVerified(value: Node): boolean {
    const outermost = functionsAround(value).at(-1)
    if (!outermost || functionsAround(value).some(isGuarded)) return true
    const supplied = unwrap(value)
    const text = plainText(supplied, sourceCode)
    let isFound = false
    walk(outermost, sourceCode.visitorKeys, (node) => {
      const isAlike = node.type === supplied.type && lastName(node) === lastName(supplied)
      const isSame = isAlike && !isInside(node, value) && plainText(node, sourceCode) === text
      isFound ||= isSame && isLookedAt(node)
      return !isFound
    })
    return isFound
  }

  function isGuarded(callable: FunctionNode): boolean {
    return purposes.registeredWith(callable).middlewares.some((name) => /\b(?:verif\w*|valid\w*|check|auth\w*|guard|protect|ensure|require)\b/.test(wordsOf(name)))
  }

  function isLookedAt(node: Node): boolean {
    const { parent } = wrapped(node)
    if (parent?.type === 'BinaryExpression') return true
    return parent?.type === 'CallExpression' && !/^(?:log|debug|info|warn|error)$/.test(lastName(parent.callee) ?? '')
  }

  function isIdentityProperty(property: Node): boolean {
    return property.type === 'Property' && isIdentity(propertyName(property) ?? '')
  }

  function eventsFor(how: SessionIdSupplied['how'], supplies: readonly Supply[], certainty: Certainty): SessionIdSupplied[] {
    const first = supplies.filter(({ node }, index) => functionAround(node) && supplies.findIndex((other) => other.node === node) === index)
    return first.flatMap(({ from, header, node }) => (from === 'page' ? [] : [{ type: 'sessionIdSupplied', node, certainty, how, from, header }]))
  }
}
