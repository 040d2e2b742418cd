import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { exits } from '../ast/flow.js'
import { chainStart, functionAround, functionsAround, isFunction, isInside, statementsOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import type { Variable } from '../ast/variables.js'
import { walk } from '../ast/walk.js'
import type { Unheard } from './events.js'
import { decide, versionOf } from './evidence.js'
import { exportedNames } from './exported-names.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import type { Match } from './match.js'
import { wordsOf } from './names.js'
import { isSessionPlace } from './session-places.js'

type Call = TSESTree.CallExpression
/** Tells whether anybody learns that an operation on a session has failed. */
export interface UnheardFailures {
  /** What keeps the program from hearing of it; undefined where it hears, or where nobody can say. */
  of(match: Match): Unheard | undefined
}

export function createUnheardFailures(context: FileContext, handlers: Handlers): UnheardFailures {
  const { bindings, sourceCode } = context

  return { of }

  function of(match: Match): Unheard | undefined {
    const { node, pattern } = match
    const ends = endsOf(match)
    if (node.type !== 'CallExpression' || ends === undefined || ends === 'at once') return undefined
    const done = match.argument(pattern.roles.done)
    if (done) return excused(unheardBy(done), node)
    if (pattern.roles.done !== undefined && !isWithoutCallback(match, node)) return undefined
    if (ends !== 'callback') return isDropped(node) ? { kind: 'unawaited' } : undefined
    return withoutCallback(match, node)
  }

  function withoutCallback({ certainty, pattern }: Match, node: Call): Unheard | undefined {
    const { framework, roles } = pattern
    // Who does not depend on the version throws in all of them.
    if (roles.needs !== undefined) return roles.versions === undefined || versionOf(context, framework) !== undefined ? { kind: 'needed' } : undefined
    // Another library may have an operation of the same name, which is done at once.
    if (certainty !== 'proved' && !decide(context, [framework])) return undefined
    // Who waits for it takes it for another library's, which may well be so.
    if (certainty !== 'proved' && wrapped(node).parent?.type === 'AwaitExpression') return undefined
    return excused({ kind: 'missing' }, node)
  }

  /** Where something has failed already, a session that outlives it is the lesser evil; not so what goes on twice. */
  function excused(unheard: Unheard | undefined, node: Node): Unheard | undefined {
    return unheard?.kind !== 'passed' && (isOnErrorPath(node) || functionsAround(node).some(isErrorHandler)) ? undefined : unheard
  }

  /** `(err, req, res, next) => …` */
  function isErrorHandler(callable: FunctionNode): boolean {
    const error = errorOf(callable)
    return error?.type === 'Identifier' && namesError(error) && handlers.isHandler(callable)
  }

  /** Whether the arguments can be seen, and none of them may be a callback. */
  function isWithoutCallback({ pattern }: Match, { arguments: given }: Call): boolean {
    const required = pattern.parameters.filter(({ isOptional }) => !isOptional).length
    return given.every((argument, index) => index < required || argument.type === 'ObjectExpression' || argument.type === 'ArrayExpression')
  }

  function unheardBy(done: Node): Unheard | undefined {
    const callback = bindings.function(done)
    if (!callback) return resolvedBy(done)
    const parameter = errorOf(callback)
    if (!parameter) return usesArguments(callback) ? undefined : { kind: 'ignored', callback }
    if (parameter.type !== 'Identifier') return undefined
    const variable = bindings.variable(parameter)
    if (!variable) return undefined
    if (variable.references.length === 0) return { kind: 'ignored', callback }
    const call = passedOn(callback, variable)
    return call && { kind: 'passed', call }
  }

  /** The first parameter that is one: in TypeScript `this` may stand before it. */
  function errorOf({ params }: FunctionNode): Node | undefined {
    return params.find((parameter) => parameter.type !== 'Identifier' || parameter.name !== 'this')
  }

  function usesArguments(callback: FunctionNode): boolean {
    let found = false
    walk(callback.body, sourceCode.visitorKeys, (node) => {
      found ||= node.type === 'Identifier' && node.name === 'arguments'
      return !found && (node.type === 'ArrowFunctionExpression' || !isFunction(node))
    })
    return found
  }

  /** `if (err) next(err)` before code that goes on: the call that hands the error on. */
  function passedOn(callback: FunctionNode, error: Variable): Call | undefined {
    for (const { identifier } of error.references) {
      const branch = branchOn(identifier)
      if (!branch || functionAround(branch) !== callback || branch.alternate || exits(branch.consequent)) continue
      const last = statementsOf(branch.consequent).at(-1) ?? branch.consequent
      const call = last.type === 'ExpressionStatement' ? unwrap(last.expression) : undefined
      if (call?.type === 'CallExpression' && answers(call, identifier) && goesOn(branch, call, error)) return call
    }
    return undefined
  }

  /** The `if` whose test asks whether there is an error. */
  function branchOn(identifier: Node): TSESTree.IfStatement | undefined {
    let at = wrapped(identifier)
    for (; at.parent; at = wrapped(at.parent)) {
      const { parent }: Node = at
      if (parent.type === 'IfStatement') return parent.test === at ? parent : undefined
      const isNegatedTwice = parent.type === 'UnaryExpression' && parent.operator === '!' && parent.parent.type === 'UnaryExpression' && parent.parent.operator === '!'
      if (isNegatedTwice) at = parent
      else if (parent.type !== 'BinaryExpression' || !/^!==?$/.test(parent.operator) || !isNothing(parent.left === at ? parent.right : parent.left)) return undefined
    }
    return undefined
  }

  /** Whether a call answers the request, or tells whoever waits that it has failed. */
  function answers(call: Call, error: Node): boolean {
    if (isResponder(call)) return true
    const [argument] = call.arguments
    if (call.callee.type !== 'Identifier' || argument?.type !== 'Identifier' || argument.name !== (error.type === 'Identifier' ? error.name : '')) return false
    const path = bindings.resolve(call.callee)
    // Once a promise is rejected, nothing comes of what follows.
    return path?.root.kind === 'parameter' && path.steps.length === 0 && !promiseOf(path.root.function)
  }

  /** `next(…)`, `res.redirect('/')`, `res.status(500).send()` */
  function isResponder({ callee }: Call): boolean {
    const start = chainStart(callee)
    if (start.type !== 'Identifier') return false
    return functionsAround(callee).some((callable) => (['next', 'response'] as const).some((object) => handlers.parameterName(callable, object) === start.name))
  }

  /** Whether what follows a branch answers as well, or writes to the session, as if nothing had happened. */
  function goesOn(branch: TSESTree.IfStatement, passing: Call, error: Variable): boolean {
    const list = branch.parent ? statementsOf(branch.parent) : []
    const rest = list.slice(list.findIndex((statement) => statement === branch) + 1)
    const leaves = rest.findIndex((statement) => statement.type === 'ReturnStatement' && statement.argument === null)
    const others: readonly Node[] = (leaves === -1 ? rest : rest.slice(0, leaves)).filter((statement) => !asksFor(statement, error))
    const told = plainText(passing.callee, sourceCode)
    let found = false
    for (const statement of others) {
      walk(statement, sourceCode.visitorKeys, (node) => {
        if (node.type === 'CallExpression') found ||= isResponder(node) || plainText(node.callee, sourceCode) === told
        if (node.type === 'AssignmentExpression') found ||= isSessionWrite(node.left)
        return !found
      })
    }
    return found
  }

  /** `if (!err) res.redirect('/')` */
  function asksFor(statement: Node, error: Variable): boolean {
    return statement.type === 'IfStatement' && error.references.some(({ identifier }) => isInside(identifier, statement.test))
  }

  function isSessionWrite(target: Node): boolean {
    const path = target.type === 'MemberExpression' ? bindings.resolve(target) : undefined
    const handed = path && handlers.objectOf(path)
    return handed !== undefined && isSessionPlace(handed.steps.slice(0, -1))
  }

  /** `new Promise((resolve) => req.session.save(resolve))` is fulfilled with the error, which somebody may look at. */
  function resolvedBy(done: Node): Unheard | undefined {
    const path = bindings.resolve(done)
    if (path?.root.kind !== 'parameter' || path.root.index !== 0 || path.steps.length > 0) return undefined
    const promise = promiseOf(path.root.function)
    return promise && !isLookedAt(promise, MOST_HELPERS) ? { kind: 'resolved', resolve: done, promise } : undefined
  }


  /** Whether anybody may look at what a promise gives. */
  function isLookedAt(promise: Node, depth: number): boolean {
    const at = wrapped(promise)
    const { parent } = at
    switch (parent?.type) {
      case 'ExpressionStatement':
        return false
      case 'AwaitExpression':
        return wrapped(parent).parent?.type !== 'ExpressionStatement'
      case 'MemberExpression':
        return isLookedAtByThen(parent)
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        return isLookedAtByCallers(functionAround(at), depth)
      default:
        return true
    }
  }

  function isLookedAtByThen(member: TSESTree.MemberExpression): boolean {
    const call = wrapped(member).parent
    const [callback] = call?.type === 'CallExpression' && memberName(member) === 'then' ? call.arguments : []
    const callable = callback && bindings.function(callback)
    return !callable || errorOf(callable) !== undefined || usesArguments(callable)
  }

  /** What a helper gives may be looked at by its callers, of which other files may have more. */
  function isLookedAtByCallers(helper: FunctionNode | undefined, depth: number): boolean {
    if (!helper || depth === 0 || exportedNames(helper, bindings).length > 0) return true
    const uses = bindings.entries(helper) ?? []
    return uses.length === 0 || uses.some((use) => {
      const call = wrapped(use).parent
      return call?.type !== 'CallExpression' || call.callee !== wrapped(use) || isLookedAt(call, depth - 1)
    })
  }
}

const MOST_HELPERS = 3

function endsOf({ pattern: { emits, framework, roles } }: Match) {
  const { session } = framework
  if (roles.ends !== undefined) return roles.ends
  if (emits === 'sessionRegenerated') return session?.renew?.ends
  return emits === 'sessionDestroyed' ? session?.end?.ends : undefined
}

/** Whether a promise is neither awaited, returned, handed on, nor given something to do when it fails. */
function isDropped(call: Call): boolean {
  for (let at: Node | undefined = wrapped(call); at?.parent; at = at.parent && wrapped(at.parent)) {
    const { parent }: Node = at
    switch (parent.type) {
      case 'ExpressionStatement':
        return true
      case 'LogicalExpression':
        if (parent.right !== at) return false
        break
      case 'ConditionalExpression':
        if (parent.test === at) return false
        break
      case 'MemberExpression': {
        const chained = wrapped(parent).parent
        if (chained?.type !== 'CallExpression' || !isDeafStep(memberName(parent), chained)) return false
        at = wrapped(parent)
        break
      }
      default:
        return false
    }
  }
  return false
}

/** `.then(next)` and `.finally(next)`, which hear of nothing that has failed. */
function isDeafStep(name: string | undefined, { arguments: [, onFailure] }: Call): boolean {
  return name === 'finally' || (name === 'then' && !onFailure)
}

/** Whether something has failed already. */
function isOnErrorPath(node: Node): boolean {
  for (let at: Node | undefined = node; at?.parent; at = at.parent) {
    const { parent }: Node = at
    if (parent.type === 'CatchClause') return true
    if (parent.type === 'IfStatement' && parent.consequent === at && asksForError(parent.test)) return true
    if (isFunction(at) && !promiseOf(at)) return isCatch(wrapped(at).parent)
  }
  return false
}

/** `new Promise((resolve) => …)`, whose work is done where it stands. */
function promiseOf(executor: FunctionNode): TSESTree.NewExpression | undefined {
  const { parent } = wrapped(executor)
  const isPromise = parent?.type === 'NewExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'Promise'
  return isPromise ? parent : undefined
}

/** `.catch(…)` */
function isCatch(call: Node | undefined): boolean {
  const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : undefined
  return callee?.type === 'MemberExpression' && memberName(callee) === 'catch'
}

function asksForError(test: Node): boolean {
  const tested = unwrap(test)
  if (tested.type === 'LogicalExpression') return asksForError(tested.left) || asksForError(tested.right)
  if (tested.type === 'BinaryExpression') return asksForError(tested.left)
  return tested.type === 'Identifier' && namesError(tested)
}

function namesError({ name }: TSESTree.Identifier): boolean {
  return /(?:^|\s)(?:e|ex|err|error|exception)$/.test(wordsOf(name))
}

function isNothing(node: Node): boolean {
  return (node.type === 'Literal' && node.raw === 'null') || (node.type === 'Identifier' && node.name === 'undefined')
}
