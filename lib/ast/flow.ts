import type { TSESLint } from '@typescript-eslint/utils'
import { memberName, type Bindings } from './bindings.js'
import { lastName } from './last-name.js'
import { functionAround, isBefore, isFunction, isInside, unwrap, wrapped, type FunctionNode, type Node } from './nodes.js'
import { walkOwn } from './walk.js'

type VisitorKeys = TSESLint.SourceCode['visitorKeys']

/**
 * Questions about order that the structure of the source answers. Conditions are not evaluated and
 * loops may run zero times; a callback runs after the call that it is given to has started.
 */
export interface Flow {
  /** Whether on every path to `node` one of the marks was evaluated, or one of the marked functions entered. */
  alwaysBefore(node: Node, marks: ReadonlySet<Node>): boolean
}

/** Marks with the way to them, so that only code that leads to a mark is looked at. */
interface Ways {
  readonly marks: ReadonlySet<Node>
  /** For each node around a mark, up to its function: the children in which a mark is. */
  readonly children: ReadonlyMap<Node, ReadonlySet<Node>>
}

export function createFlow(visitorKeys: VisitorKeys, bindings: Bindings): Flow {
  const known = new WeakMap<ReadonlySet<Node>, Ways>()
  return { alwaysBefore: (node, marks) => marks.size > 0 && isPreceded(node, waysTo(marks), new Map()) }

  function waysTo(marks: ReadonlySet<Node>): Ways {
    const ways = known.get(marks) ?? readWays(marks)
    known.set(marks, ways)
    return ways
  }

  /** @param functions whether all entries of a function are preceded; a function that calls itself doesn't count. */
  function isPreceded(node: Node, ways: Ways, functions: Map<FunctionNode, boolean>): boolean {
    if (operandsOf(node).some((operand) => evaluates(operand, ways))) return true
    for (let at = node; at.parent; at = at.parent) {
      if (isFunction(at)) {
        if (ways.marks.has(at)) return true
        const entries = bindings.entries(at)
        if (entries) return areAllPreceded(at, entries, ways, functions)
      }
      if (evaluatedBefore(at, at.parent, ways).some((earlier) => evaluates(earlier, ways))) return true
    }
    return false
  }

  function areAllPreceded(callable: FunctionNode, entries: readonly Node[], ways: Ways, functions: Map<FunctionNode, boolean>): boolean {
    const answer = functions.get(callable)
    if (answer !== undefined) return answer
    functions.set(callable, true)
    const found = entries.length > 0 && entries.every((entry) => isPreceded(entry, ways, functions))
    functions.set(callable, found)
    return found
  }

  /** What was evaluated, whenever `child` is reached, of the other parts of its parent; only parts with a mark. */
  function evaluatedBefore(child: Node, parent: Node, ways: Ways): readonly Node[] {
    const parts = [...(ways.children.get(parent) ?? [])]
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        return child === parent.test ? [] : parts.filter((part) => part === parent.test)
      case 'SwitchStatement':
        return child === parent.discriminant ? [] : parts.filter((part) => part === parent.discriminant)
      case 'CallExpression':
      case 'NewExpression':
        if (child === parent.callee) return []
        // A callback runs after everything else that the call is given was evaluated.
        return isFunction(child) ? parts : parts.filter((part) => isBefore(part, child))
      case 'ForStatement':
        return parts.filter((part) => part !== parent.update && isBefore(part, child))
      case 'TryStatement':
      case 'ClassBody':
        return []
      default:
        return parts.filter((part) => isBefore(part, child))
    }
  }

  /** Whether evaluating `node` to its normal end always evaluates a mark. */
  function evaluates(node: Node | null, ways: Ways): boolean {
    if (!node || isFunction(node)) return false
    if (ways.marks.has(node)) return true
    const parts = ways.children.get(node)
    if (!parts) return false
    switch (node.type) {
      case 'IfStatement':
        return evaluates(node.test, ways) || (node.alternate !== null && leavesOrEvaluates(node.consequent, ways) && leavesOrEvaluates(node.alternate, ways))
      case 'ConditionalExpression':
        return evaluates(node.test, ways) || (evaluates(node.consequent, ways) && evaluates(node.alternate, ways))
      case 'LogicalExpression':
        return evaluates(node.left, ways)
      case 'WhileStatement':
        return evaluates(node.test, ways)
      case 'DoWhileStatement':
      case 'LabeledStatement':
        return evaluates(node.body, ways) && !jumps(node.body)
      case 'ForStatement':
        return evaluates(node.init, ways) || evaluates(node.test, ways)
      case 'ForInStatement':
      case 'ForOfStatement':
        return evaluates(node.right, ways)
      case 'TryStatement':
        if (evaluates(node.finalizer, ways)) return true
        return evaluates(node.block, ways) && (!node.handler || leavesOrEvaluates(node.handler.body, ways))
      case 'SwitchStatement': {
        const bodies = node.cases.map((branch) => branch.consequent).filter((body) => body.length > 0)
        const isExhaustive = node.cases.some((branch) => branch.test === null)
        return evaluates(node.discriminant, ways) || (isExhaustive && bodies.every((body) => isBranchEvaluating(body, ways)))
      }
      default:
        return [...parts].some((part) => evaluates(part, ways))
    }
  }

  function leavesOrEvaluates(statement: Node, ways: Ways): boolean {
    return exits(statement) || evaluates(statement, ways)
  }

  function isBranchEvaluating(body: readonly Node[], ways: Ways): boolean {
    const decisive = body.findIndex((statement) => returns(statement) || evaluates(statement, ways))
    return decisive !== -1 && !body.slice(0, decisive).some((statement) => jumps(statement))
  }

  /** Whether control may leave a statement by `break` or `continue`. */
  function jumps(statement: Node): boolean {
    let found = false
    walkOwn(statement, visitorKeys, (node) => {
      found ||= node.type === 'BreakStatement' || node.type === 'ContinueStatement'
    })
    return found
  }
}

/** What is evaluated before an assignment or a call takes effect. */
function operandsOf(node: Node): readonly Node[] {
  if (node.type === 'AssignmentExpression') return [node.right]
  return node.type === 'CallExpression' ? node.arguments : []
}

function readWays(marks: ReadonlySet<Node>): Ways {
  const children = new Map<Node, Set<Node>>()
  for (const mark of marks) {
    for (let at = mark; at.parent && !isFunction(at); at = at.parent) {
      const siblings = children.get(at.parent)
      if (siblings?.has(at)) break
      if (siblings) siblings.add(at)
      else children.set(at.parent, new Set([at]))
    }
  }
  return { marks, children }
}

/** Whether control never gets from the start of a statement to the one after it. */
export function exits(statement: Node): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true
    case 'ExpressionStatement': {
      const call = unwrap(statement.expression)
      return call.type === 'CallExpression' && isProcessExit(unwrap(call.callee))
    }
    case 'BlockStatement':
      return statement.body.some(exits)
    case 'IfStatement':
      return statement.alternate !== null && exits(statement.consequent) && exits(statement.alternate)
    case 'TryStatement':
      if (statement.finalizer && exits(statement.finalizer)) return true
      return exits(statement.block) && (!statement.handler || exits(statement.handler.body))
    default:
      return false
  }
}

function returns(statement: Node): boolean {
  return exits(statement) && statement.type !== 'BreakStatement' && statement.type !== 'ContinueStatement'
}

function isProcessExit(callee: Node): boolean {
  const object = callee.type === 'MemberExpression' && memberName(callee) === 'exit' ? unwrap(callee.object) : undefined
  return object?.type === 'Identifier' && object.name === 'process'
}

const returnedByFunctions = new WeakMap<FunctionNode, readonly (Node | undefined)[]>()

/** The expressions that a function returns, undefined for a `return` without one. Each function is walked once. */
export function returnedBy(callable: FunctionNode, visitorKeys: VisitorKeys): readonly (Node | undefined)[] {
  const known = returnedByFunctions.get(callable) ?? readReturned(callable, visitorKeys)
  returnedByFunctions.set(callable, known)
  return known
}

function readReturned(callable: FunctionNode, visitorKeys: VisitorKeys): readonly (Node | undefined)[] {
  if (callable.body.type !== 'BlockStatement') return [callable.body]
  const returned: (Node | undefined)[] = []
  walkOwn(callable.body, visitorKeys, (node) => {
    if (node.type === 'ReturnStatement') returned.push(node.argument ?? undefined)
  })
  return returned
}

/** Functions that turn a callback function into one that returns a promise. */
const PROMISIFIERS = new Set(['promisify', 'pify', 'fromCallback', 'denodeify', 'promisifyAll'])

/** Functions that call the functions of a list one after the other, each when the one before has called back. */
const IN_TURN = new Set(['waterfall', 'series'])

/**
 * The nodes that show that an asynchronous call has ended: functions given to it or to a `.then`
 * behind it, and the `await` around it, also when the call sits in a `new Promise` or a promisifier;
 * and the functions whose turn comes after that of the function around it.
 */
export function completionsOf(call: Node, bindings: Bindings): Set<Node> {
  const completions = new Set<Node>()
  for (const callback of callbacksOf(call, bindings)) completions.add(callback)
  let at: Node | undefined = call
  const climbed = new Set<Node>()
  while (at && !climbed.has(at)) {
    climbed.add(at)
    at = climb(at)
  }
  return completions

  /** The next larger expression that ends when `node` has ended. */
  function climb(inner: Node): Node | undefined {
    const node = wrapped(inner)
    const { parent } = node
    if (!parent) return undefined
    switch (parent.type) {
      case 'AwaitExpression':
      case 'YieldExpression':
        completions.add(parent)
        return undefined
      case 'MemberExpression':
        return parent.object === node ? climbMember(parent) : undefined
      case 'CallExpression':
        if (parent.callee === node) {
          for (const callback of callbacksOf(parent, bindings)) completions.add(callback)
          return parent
        }
        return isPromisifier(parent.callee) || isPromiseCombinator(parent.callee) ? parent : undefined
      case 'ArrayExpression':
        return parent.parent.type === 'CallExpression' && isPromiseCombinator(parent.parent.callee) ? parent.parent : undefined
      case 'VariableDeclarator':
        if (parent.id.type === 'Identifier') climbVariable(parent.id)
        return undefined
      default:
        return climbFunction(node)
    }
  }

  function climbMember(member: Node): Node | undefined {
    const name = member.type === 'MemberExpression' ? memberName(member) : undefined
    const call = wrapped(member).parent
    if (call?.type !== 'CallExpression') return undefined
    if (name === 'bind') return call
    if (name !== 'then' && name !== 'finally' && name !== 'catch' && name !== 'call' && name !== 'apply') return undefined
    // The second function given to `then` and the one given to `catch` run when it has failed.
    const [first] = call.arguments
    const callback = first && name !== 'catch' ? bindings.function(first) : undefined
    if (callback) completions.add(callback)
    return call
  }

  /** `const renew = promisify(…)` and `const renewed = regenerate()`: wherever the variable is called or awaited. */
  function climbVariable(id: Node): void {
    const variable = id.type === 'Identifier' ? bindings.variable(id) : undefined
    for (const reference of variable?.references ?? []) {
      if (reference.isWrite()) continue
      let use: Node | undefined = reference.identifier
      while (use && !climbed.has(use)) {
        climbed.add(use)
        use = climb(use)
      }
    }
  }

  /** Out of a function whose end is awaited: a promise executor, or a `.then` callback that returns the promise. */
  function climbFunction(node: Node): Node | undefined {
    const owner = functionAround(node)
    const call = owner && wrapped(owner).parent
    for (const later of owner ? inTurnAfter(owner, bindings) : []) completions.add(later)
    if (!owner || !call || (call.type !== 'CallExpression' && call.type !== 'NewExpression')) return undefined
    const { callee } = call
    if (call.type === 'NewExpression') return callee.type === 'Identifier' && callee.name === 'Promise' ? call : undefined
    if (callee.type === 'MemberExpression' && memberName(callee) === 'then') return isResultOf(node, owner) ? call : undefined
    return isPromisifier(callee) ? call : undefined
  }
}

/** The functions that are called after one, as in `async.waterfall([verify, renew, login])`. */
function inTurnAfter(callable: FunctionNode, bindings: Bindings): FunctionNode[] {
  return [callable, ...(bindings.entries(callable) ?? [])].flatMap((place) => {
    const list = wrapped(place).parent
    const call = list?.type === 'ArrayExpression' ? wrapped(list).parent : undefined
    if (list?.type !== 'ArrayExpression' || call?.type !== 'CallExpression' || !IN_TURN.has(lastName(call.callee) ?? '')) return []
    return list.elements.flatMap((element) => (element && isBefore(place, element) ? (bindings.function(element) ?? []) : []))
  })
}

/** The functions that a call is given to go on with, also bound, or in a call that makes one of them: `regenerate(iferr(next, login))`. */
function callbacksOf(call: Node, bindings: Bindings): FunctionNode[] {
  if (call.type !== 'CallExpression') return []
  return call.arguments.flatMap((argument) => {
    const given = unboundFrom(unwrap(argument))
    const callable = bindings.function(given)
    return callable ? [callable] : callbacksOf(given, bindings)
  })
}

/** `function () {…}` in `function () {…}.bind(this)` */
function unboundFrom(node: Node): Node {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined
  return callee?.type === 'MemberExpression' && memberName(callee) === 'bind' ? callee.object : node
}

/** `promisify`, `util.promisify`, `pify`: what makes a promise of a callback. */
export function isPromisifier(callee: Node): boolean {
  const called = unwrap(callee)
  const name = called.type === 'MemberExpression' ? memberName(called) : called.type === 'Identifier' ? called.name : undefined
  return name !== undefined && PROMISIFIERS.has(name)
}

/** `Promise.all`, but not `Promise.race`, which ends when any of its promises has. */
function isPromiseCombinator(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.object.name !== 'Promise') return false
  return ['all', 'allSettled', 'resolve'].includes(memberName(callee) ?? '')
}

function isResultOf(node: Node, owner: FunctionNode): boolean {
  if (owner.body.type !== 'BlockStatement') return isInside(node, owner.body)
  for (let at: Node | undefined = node; at && at !== owner; at = at.parent) if (at.type === 'ReturnStatement') return true
  return false
}
