import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { byPlace } from '../ast/by-place.js'
import { callsNamed } from '../ast/calls-named.js'
import { exits } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { nodesOf } from '../ast/nodes-of.js'
import { isBefore, isInside, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { onceForEach, onceForName } from '../ast/once-for-each.js'
import { plainText } from '../ast/plain-text.js'
import type { Setting } from '../ast/setting.js'
import { staticValue } from '../ast/static-value.js'
import { textAt } from '../ast/text-at.js'
import type { IdentityUnset, SessionAbandoned, SessionInHandler, SessionRestored, UserLoggedIn } from './events.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import type { Match } from './match.js'
import { describesUser, isIdentity, namesGuard, namesUpdate } from './names.js'
import { createPasswordChecks } from './password-checks.js'
import type { Purposes } from './purposes.js'
import { isSessionPlace } from './session-places.js'
import type { Sessions } from './sessions.js'
import { isWholeSession } from './whole-session.js'

type LoginEvent = IdentityUnset | SessionAbandoned | SessionRestored | UserLoggedIn

/** Reads where a session gets a user, loses it, and where it is given up. */
export function readLogins(
  context: FileContext,
  handlers: Handlers,
  matches: readonly Match[],
  sessions: Sessions,
  purposes: Purposes,
): LoginEvent[] {
  const { bindings, sourceCode } = context
  const passwordChecks = createPasswordChecks(context)
  // Handlers may stand in each other, so the file is walked once for all of them.
  const identityReads = onDemand(() => readsOf(isIdentity))
  const descriptionReads = onDemand(() => readsOf(describesUser))
  const identityReadsOf = onceForEach((handler: FunctionNode) => identityReads()(handler))

  return matches.flatMap((match): LoginEvent[] => {
    const session = sessions.sessionAt(match)
    if (!session) return []
    switch (match.pattern.emits) {
      case 'sessionWritten':
        return readWrites(match, session)
      case 'sessionPropertyDeleted':
        return isIdentity(known(match.text(match.pattern.roles.property)) ?? '') ? [unset(match, session)] : []
      case 'sessionAbandoned':
        return [{ type: 'sessionAbandoned', ...baseOf(match, session) }]
      case 'sessionReplaced':
        return isOldSession(match.argument(match.pattern.roles.value), match) ? [{ type: 'sessionRestored', ...baseOf(match, session) }] : []
      case 'loginByLibrary':
        return match.handed || logsInForSure(match) ? [{ type: 'userLoggedIn', ...baseOf(match, session), by: 'library' }] : []
      case 'logoutByLibrary':
        return [unset(match, session)]
      default:
        return []
    }
  })

  /** `session.set('userId', id)`, `session.set({ userId: id })`: of several properties at once, one is enough. */
  function readWrites(match: Match, session: SessionInHandler): LoginEvent[] {
    const { roles } = match.pattern
    if (roles.properties === undefined) return readWrite(match, session, known(match.text(roles.property)), match.argument(roles.value))
    const written = context.options.read(match.argument(roles.properties))
    const found = written.names.seen.flatMap((name) => readWrite(match, session, name, written.expressions(name)?.[0]))
    const first = found.find(({ type }) => type === 'userLoggedIn') ?? found[0]
    return first ? [first] : []
  }

  function readWrite(match: Match, session: SessionInHandler, property: string | undefined, value: Node | undefined): LoginEvent[] {
    if (property === undefined || !value || !(isIdentity(property) || isToldByCheck(match, session, property))) return []
    if (isNobody(value)) return [unset(match, session)]
    return isLogin(match, session, value) ? [{ type: 'userLoggedIn', ...baseOf(match, session), by: 'program' }] : []
  }

  /** `req.session.email = user.email` behind a look at the password, by somebody who is not known yet. */
  function isToldByCheck({ node }: Match, { handler }: SessionInHandler, property: string): boolean {
    if (!handler || !describesUser(property) || !passwordChecks.arePassedAt(node, handler)) return false
    return !descriptionReads()(handler).some((read) => saysWhoItIs(read, node, node)) && !purposes.hasNameAround(node, namesUpdate)
  }

  /**
   * A middleware that authenticates may be only the start of an OAuth login, which redirects. It logs
   * in where a handler follows it, where it says where to go on, or where credentials are posted.
   */
  function logsInForSure({ node, argument, pattern }: Match): boolean {
    const options = context.options.read(argument(pattern.roles.unless?.[0]?.options))
    if (['successRedirect', 'successReturnToOrRedirect'].some((name) => options.get(name).state === 'known')) return true
    const registration = handlers.registrationOf(node)
    if (!registration) return false
    return registration.arguments.at(-1) !== wrapped(node) || lastName(registration.callee) === 'post'
  }

  function baseOf(match: Match, session: SessionInHandler) {
    const { certainty, node, pattern } = match
    return { node: underlined(node), framework: pattern.framework, certainty, write: node, session }
  }

  function unset(match: Match, session: SessionInHandler): IdentityUnset {
    return { type: 'identityUnset', ...baseOf(match, session) }
  }

  /** `null`, `undefined`, `false`, `0`, `''` and `{}` stand for nobody. */
  function isNobody(value: Node): boolean {
    const expression = unwrap(value)
    if (expression.type === 'ObjectExpression') return expression.properties.length === 0
    const found = staticValue(expression, sourceCode, bindings)
    return found !== undefined && !found.value
  }

  /** Whether a visitor becomes a user here, rather than a user who is known already being written again. */
  function isLogin(match: Match, session: SessionInHandler, value: Node): boolean {
    const { handler } = session
    if (!handler || (!handlers.isHandler(handler) && !isCalledInFileOnly(handler) && !isResolver(match, handler))) return false
    const { middlewares } = purposes.registeredWith(handler)
    if (middlewares.some((name) => namesGuard(name))) return false
    if (isUserOfRequest(value, match)) return false
    if (identityReadsOf(handler).some((read) => saysWhoItIs(read, match.node, value))) return false
    return !purposes.hasNameAround(match.node, namesUpdate) || checksCredentials(handler)
  }

  /** A helper is judged by its callers, so all of them must be in sight. */
  function isCalledInFileOnly(callable: FunctionNode): boolean {
    const entries = bindings.entries(callable) ?? []
    return entries.length > 0 && entries.every((entry) => isCalled(entry))
  }

  /** `login: (parent, args, { req }) => …`: nobody in the file calls it, and the request is in what it is handed. */
  function isResolver({ handed }: Match, callable: FunctionNode): boolean {
    return handed?.handler === undefined && (bindings.entries(callable) ?? []).length === 0
  }

  /** `req.session.user = req.user`: who the request is from is known before, by whatever set `req.user`. */
  function isUserOfRequest(value: Node, match: Match): boolean {
    const path = bindings.resolve(value)
    const handed = path && handlers.objectOf(path)
    return handed?.object === match.handed?.object && (handed?.steps[0] === 'user' || handed?.steps.slice(0, 2).join('.') === 'state.user')
  }

  /** The places that read who the user of the session is, from properties with such names. */
  function readsOf(isNamed: (property: string) => boolean): (handler: FunctionNode) => readonly Node[] {
    const isOne = onceForName(isNamed)
    const reads = [
      ...nodesOf(sourceCode, 'MemberExpression').filter((node) => isOne(memberName(node) ?? '') && !isWritten(node) && isSession(node.object)),
      // `request.session.get('userId')`
      ...callsNamed(sourceCode, (name) => name === 'get' || name === 'has').filter((call) => isOne(textAt(call.arguments[0]) ?? '') && isSession(calleeObject(call))),
      // `const { user } = req.session`
      ...nodesOf(sourceCode, 'Property').filter((property) => isOne(propertyName(property) ?? '') && isSession(destructured(property))),
    ]
    return byPlace<Node>(reads, (read) => read)
  }

  /** What a property of a pattern is taken from, if that is declared there. */
  function destructured({ parent: { parent, type } }: TSESTree.Property): Node | undefined {
    return type === 'ObjectPattern' && parent.type === 'VariableDeclarator' ? (parent.init ?? undefined) : undefined
  }

  function isSession(node: Node | undefined): boolean {
    return isWholeSession(node, context, handlers)
  }

  /**
   * Whether a read before a write says that the user is known already. A guard that turns away
   * users who are logged in says the opposite of what follows it.
   */
  function saysWhoItIs(read: Node, write: Node, value: Node): boolean {
    if (!isBefore(read, write) && !isInside(read, value)) return false
    const guard = guardAround(read)
    if (!guard) return true
    const { isForKnown, statement } = guard
    const isInConsequent = isInside(write, statement.consequent)
    const isInAlternate = statement.alternate !== null && isInside(write, statement.alternate)
    const isPassed = exits(statement.consequent) && isBefore(statement, write)
    return isForKnown ? !isInAlternate && !isPassed : !isInConsequent && (isInAlternate || isPassed)
  }

  /** The `if` that a read decides, and whether its consequent is for users who are known, and not for visitors. */
  function guardAround(read: Node): { statement: TSESTree.IfStatement; isForKnown: boolean } | undefined {
    let isForKnown = true
    for (let at = wrapped(read); at.parent; at = wrapped(at.parent)) {
      const { parent }: Node = at
      if (parent.type === 'IfStatement') return parent.test === at ? { statement: parent, isForKnown } : undefined
      if (parent.type === 'UnaryExpression' && parent.operator === '!') isForKnown = !isForKnown
      else if (parent.type === 'BinaryExpression') {
        const other = parent.left === at ? parent.right : parent.left
        if (!isNobody(other)) return undefined
        if (parent.operator === '==' || parent.operator === '===') isForKnown = !isForKnown
      } else if (parent.type !== 'LogicalExpression' && parent.type !== 'MemberExpression') return undefined
    }
    return undefined
  }

  function checksCredentials(handler: FunctionNode): boolean {
    return /\b(?:compare|compareSync|verify\w*|authenticate|checkPassword|validatePassword|comparePassword|signIn|logIn)\s*\(|password/i.test(
      plainText(handler, sourceCode),
    )
  }

  /** `req.session = old`, where `old` is the session from before. */
  function isOldSession(value: Node | undefined, match: Match): boolean {
    const expression = value && unwrap(value)
    const path = expression?.type === 'Identifier' ? bindings.resolve(expression) : undefined
    const handed = path && handlers.objectOf(path)
    return handed !== undefined && handed.object === match.handed?.object && isSessionPlace(handed.steps)
  }
}

function known(setting: Setting<string>): string | undefined {
  return setting.state === 'known' ? setting.value : undefined
}

function isCalled(entry: Node): boolean {
  const { parent } = wrapped(entry)
  return parent?.type === 'CallExpression' || (parent?.type === 'MemberExpression' && parent.object === entry)
}

function isWritten(node: Node): boolean {
  const { parent } = wrapped(node)
  if (parent?.type === 'AssignmentExpression') return parent.left === wrapped(node)
  return parent?.type === 'UnaryExpression' && parent.operator === 'delete'
}

function calleeObject(node: TSESTree.CallExpression): Node | undefined {
  const callee = unwrap(node.callee)
  return callee.type === 'MemberExpression' ? callee.object : undefined
}

/** `req.session.userId` of the assignment, `req.logIn` of the call. */
function underlined(node: Node): Node {
  switch (node.type) {
    case 'AssignmentExpression':
      return node.left
    case 'CallExpression':
      return node.callee
    default:
      return node
  }
}
