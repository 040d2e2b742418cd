import type { TSESLint } from '@typescript-eslint/utils'
import { memberName, type Bindings } from './bindings.js'
import { functionAround, isFunction, isInside, statementsOf, unwrap, wrapped, type FunctionNode, type Node } from './nodes.js'
import { childrenOf, walkOwn } from './walk.js'

type VisitorKeys = TSESLint.SourceCode['visitorKeys']

/**
 * Questions about order that the structure of the source answers. Conditions are not evaluated and
 * loops may run zero times; a callback runs after the call that it is given to has started.
 */
export interface Flow {
  /** Whether on every path to `node` one of the marks was evaluated, or one of the marked functions entered. */
  alwaysBefore(node: Node, marks: ReadonlySet<Node>): boolean
}

export function createFlow(visitorKeys: VisitorKeys, bindings: Bindings): Flow {
  return { alwaysBefore: (node, marks) => isPreceded(node, marks, new Set()) }

  function isPreceded(node: Node, marks: ReadonlySet<Node>, visited: Set<FunctionNode>): boolean {
    if (marks.size === 0) return false
    // An assignment takes effect after its right side was evaluated.
    if (node.type === 'AssignmentExpression' && evaluates(node.right, marks)) return true
    for (let at = node; at.parent; at = at.parent) {
      if (isFunction(at)) {
        if (marks.has(at)) return true
        const entries = bindings.entries(at)
        if (entries) {
          if (visited.has(at)) return true
          const seen = new Set(visited).add(at)
          return entries.length > 0 && entries.every((entry) => isPreceded(entry, marks, seen))
        }
      }
      if (evaluatedBefore(at, at.parent).some((earlier) => evaluates(earlier, marks))) return true
    }
    return false
  }

  /** What was evaluated, whenever `child` is reached, of the other parts of its parent. */
  function evaluatedBefore(child: Node, parent: Node): readonly Node[] {
    const list = statementsOf(parent)
    if (list.length > 0) return list.slice(0, Math.max(0, list.findIndex((statement) => statement === child)))
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        return child === parent.test ? [] : [parent.test]
      case 'SwitchStatement':
        return child === parent.discriminant ? [] : [parent.discriminant]
      case 'CallExpression':
      case 'NewExpression':
        if (child === parent.callee) return []
        if (isFunction(child)) return [parent.callee, ...parent.arguments.filter((argument) => argument !== child)]
        return childrenOf(parent, visitorKeys).filter((sibling) => sibling.range[1] <= child.range[0])
      case 'TryStatement':
      case 'ClassBody':
        return []
      default:
        return childrenOf(parent, visitorKeys).filter((sibling) => sibling.range[1] <= child.range[0])
    }
  }

  /** Whether evaluating `node` to its normal end always evaluates a mark. */
  function evaluates(node: Node, marks: ReadonlySet<Node>): boolean {
    if (isFunction(node)) return false
    if (marks.has(node)) return true
    switch (node.type) {
      case 'IfStatement':
        return evaluates(node.test, marks) || (node.alternate !== null && leavesOrEvaluates(node.consequent, marks) && leavesOrEvaluates(node.alternate, marks))
      case 'ConditionalExpression':
        return evaluates(node.test, marks) || (evaluates(node.consequent, marks) && evaluates(node.alternate, marks))
      case 'LogicalExpression':
        return evaluates(node.left, marks)
      case 'WhileStatement':
        return evaluates(node.test, marks)
      case 'ForStatement':
        return [node.init, node.test].some((part) => part !== null && evaluates(part, marks))
      case 'ForInStatement':
      case 'ForOfStatement':
        return evaluates(node.right, marks)
      case 'TryStatement': {
        if (node.finalizer && evaluates(node.finalizer, marks)) return true
        return evaluates(node.block, marks) && (!node.handler || leavesOrEvaluates(node.handler.body, marks))
      }
      case 'SwitchStatement': {
        const bodies = node.cases.map((branch) => branch.consequent).filter((body) => body.length > 0)
        const isExhaustive = node.cases.some((branch) => branch.test === null)
        const allBranches = bodies.every((body) => body.some((statement) => evaluates(statement, marks) || returns(statement)))
        return evaluates(node.discriminant, marks) || (isExhaustive && allBranches)
      }
      default:
        return childrenOf(node, visitorKeys).some((child) => evaluates(child, marks))
    }
  }

  function leavesOrEvaluates(statement: Node, marks: ReadonlySet<Node>): boolean {
    return exits(statement) || evaluates(statement, marks)
  }
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
      return call.type === 'CallExpression' && isProcessExit(call.callee)
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
  return (
    callee.type === 'MemberExpression' &&
    memberName(callee) === 'exit' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'process'
  )
}

/** The expressions that a function returns, undefined for a `return` without one. */
export function returnedBy(callable: FunctionNode, visitorKeys: VisitorKeys): (Node | undefined)[] {
  if (callable.body.type !== 'BlockStatement') return [callable.body]
  const returned: (Node | undefined)[] = []
  walkOwn(callable.body, visitorKeys, (node) => {
    if (node.type === 'ReturnStatement') returned.push(node.argument ?? undefined)
  })
  return returned
}

/** Functions that turn a callback function into one that returns a promise. */
const PROMISIFIERS = new Set(['promisify', 'pify', 'fromCallback', 'denodeify', 'promisifyAll'])

/**
 * The nodes that show that an asynchronous call has ended: functions given to it or to a `.then`
 * behind it, and the `await` around it, also when the call sits in a `new Promise` or a promisifier.
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
    if (name !== 'catch') for (const callback of callbacksOf(call, bindings)) completions.add(callback)
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
    if (!owner || !call || (call.type !== 'CallExpression' && call.type !== 'NewExpression')) return undefined
    const { callee } = call
    if (call.type === 'NewExpression') return callee.type === 'Identifier' && callee.name === 'Promise' ? call : undefined
    if (callee.type === 'MemberExpression' && memberName(callee) === 'then') return isResultOf(node, owner) ? call : undefined
    return isPromisifier(callee) ? call : undefined
  }
}

function callbacksOf(call: Node, bindings: Bindings): FunctionNode[] {
  if (call.type !== 'CallExpression') return []
  return call.arguments.flatMap((argument) => bindings.function(argument) ?? [])
}

/** `promisify`, `util.promisify`, `pify`: what makes a promise of a callback. */
export function isPromisifier(callee: Node): boolean {
  const name = callee.type === 'MemberExpression' ? memberName(callee) : callee.type === 'Identifier' ? callee.name : undefined
  return name !== undefined && PROMISIFIERS.has(name)
}

function isPromiseCombinator(callee: Node): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Promise'
}

function isResultOf(node: Node, owner: FunctionNode): boolean {
  if (owner.body.type !== 'BlockStatement') return isInside(node, owner.body)
  for (let at: Node | undefined = node; at && at !== owner; at = at.parent) if (at.type === 'ReturnStatement') return true
  return false
}
