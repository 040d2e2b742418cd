import type { TSESTree } from '@typescript-eslint/utils'
import { returnedBy } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { isFunction, statementsOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import { walkOwn } from '../ast/walk.js'
import type { CorsFacts } from '../frameworks/framework.js'
import type { FileContext } from './file-context.js'
import { isRequestOrigin } from './request-origin.js'

/** Whom an answer to a cross-site request lets pass: whoever asks, by name; everybody, by a star; or only some, or nobody knows. */
export type Passing = 'any' | 'some' | 'star'

/** Reads whom the option `origin` lets pass. */
export interface CorsOrigins {
  passing(node: Node, facts: CorsFacts): Passing
  /** What a header lets pass that is written by hand. */
  passingByHeader(value: Node): Passing
}

/** Sites that no program has a reason to let pass: an expression that lets all of them pass lets everybody pass. */
const STRANGERS = ['https://qzx-7.invalid', 'https://w.kj4.test:8443']

const DEEPEST = 8

export function createCorsOrigins({ bindings, sourceCode }: FileContext): CorsOrigins {
  return {
    passing: (node, facts) => passing(node, facts, DEEPEST),
    passingByHeader: (value) => passingByValue(value, () => false, false, DEEPEST),
  }

  function passing(node: Node, facts: CorsFacts, depth: number): Passing {
    const expression = unwrap(node)
    const callable = bindings.function(expression)
    if (callable) return passingByDecider(callable, facts)
    if (expression.type === 'ArrayExpression') return passingByList(expression, facts, depth)
    if (expression.type === 'Identifier' && depth > 0) {
      const variable = bindings.variable(expression)
      const held = variable && bindings.value(variable)
      if (held) return passing(held, facts, depth - 1)
    }
    return passingByValue(expression, () => false, facts.takesMatchers, depth)
  }

  function passingByList({ elements }: TSESTree.ArrayExpression, facts: CorsFacts, depth: number): Passing {
    const passed = elements.map((element) => (element && element.type !== 'SpreadElement' && depth > 0 ? passing(element, facts, depth - 1) : 'some'))
    if (facts.takesMatchers && passed.includes('any')) return 'any'
    return facts.listsTakeStar === true && passed.includes('star') ? 'star' : 'some'
  }

  function passingByDecider(callable: FunctionNode, { decider, takesMatchers }: CorsFacts): Passing {
    if (callable.generator || mayRefuse(callable)) return 'some'
    const isOrigin = (node: Node) => decider.given === 'origin' && isFirstParameter(node, callable)
    const read = (node: Node | undefined) => (node ? passingByValue(node, isOrigin, takesMatchers, DEEPEST) : 'some')
    const isAnswering = decider.answers.includes('result') || (decider.answers.includes('promise') && callable.async)
    const returned = returnedBy(callable, sourceCode.visitorKeys)
    if (isAnswering && returned.length > 0) return common(returned.map(read))
    const callback = decider.answers.includes('callback') ? callable.params[1] : undefined
    return callback?.type === 'Identifier' ? passingByCallback(callable, callback, read) : 'some'
  }

  /** Whether a function calls its callback in the end, whatever it is given, and lets everybody pass in each of the calls. */
  function passingByCallback(callable: FunctionNode, callback: TSESTree.Identifier, read: (node: Node | undefined) => Passing): Passing {
    const uses = bindings.variable(callback)?.references.filter(({ init }) => !init) ?? []
    const calls = uses.flatMap(({ identifier }) => {
      const called = wrapped(identifier)
      return called.parent?.type === 'CallExpression' && called.parent.callee === called ? [called.parent] : []
    })
    if (calls.length < uses.length) return 'some'
    const isCall = (node: Node) => calls.some((call) => call === unwrap(node))
    const isAlwaysCalled = callable.body.type === 'BlockStatement' ? callsAlways(callable.body.body, isCall) : isCall(callable.body)
    return isAlwaysCalled ? common(calls.map((call) => (isNothing(call.arguments[0]) ? read(call.arguments[1]) : 'some'))) : 'some'
  }

  function passingByValue(node: Node, isOrigin: (node: Node) => boolean, takesMatchers: boolean, depth: number): Passing {
    const expression = unwrap(node)
    if (depth === 0) return 'some'
    if (isOrigin(expression) || isRequestOrigin(expression, bindings)) return 'any'
    const read = (inner: Node) => passingByValue(inner, isOrigin, takesMatchers, depth - 1)
    switch (expression.type) {
      case 'LogicalExpression':
        // `origin || '*'` lets everybody pass who says where he comes from.
        return expression.operator !== '&&' && read(expression.left) === 'any' ? 'any' : 'some'
      case 'ConditionalExpression':
        return read(expression.test) === 'any' && read(expression.consequent) === 'any' ? 'any' : common([read(expression.consequent), read(expression.alternate)])
      case 'TemplateLiteral': {
        if (expression.expressions.length === 0) return passingByStatic(expression, takesMatchers)
        const [only, another] = expression.expressions
        const isAlone = only && !another && expression.quasis.every(({ value }) => value.raw === '')
        return isAlone ? read(only) : 'some'
      }
      default:
        return passingByStatic(expression, takesMatchers)
    }
  }

  function passingByStatic(expression: Node, takesMatchers: boolean): Passing {
    const value = staticValue(expression, sourceCode, bindings)?.value
    if (value === '*') return 'star'
    if (!takesMatchers) return 'some'
    return value === true || (value instanceof RegExp && matchesStrangers(value)) ? 'any' : 'some'
  }

  /** A function that throws, or calls what may throw, lets only those pass that it does not throw for. */
  function mayRefuse(callable: FunctionNode): boolean {
    let found = false
    walkOwn(callable.body, sourceCode.visitorKeys, (node) => {
      found ||= node.type === 'ThrowStatement'
      found ||= node.type === 'CallExpression' && /throw|assert|abort|reject|fail|deny|ensure|check|valid/i.test(lastName(node.callee) ?? '')
    })
    return found
  }

  function isFirstParameter(node: Node, callable: FunctionNode): boolean {
    if (node.type !== 'Identifier') return false
    const path = bindings.resolve(node)
    return path?.root.kind === 'parameter' && path.steps.length === 0 && path.root.function === callable && path.root.index === 0
  }

  function isNothing(node: Node | undefined): boolean {
    const found = node && staticValue(node, sourceCode, bindings)
    return found !== undefined && !found.value
  }
}

function matchesStrangers({ flags, source }: RegExp): boolean {
  const expression = new RegExp(source, flags.replace(/[gy]/g, ''))
  return STRANGERS.every((stranger) => expression.test(stranger))
}

/** What all of several answers are; with one that lets only some pass, that one decides. */
function common(answers: readonly Passing[]): Passing {
  return answers.reduce((all, answer) => (answer === all ? all : 'some'))
}

/** Whether every way through some statements comes to a call. */
function callsAlways(statements: readonly Node[], isCall: (node: Node) => boolean): boolean {
  for (const statement of statements) {
    switch (statement.type) {
      case 'ExpressionStatement':
        if (isCall(statement.expression)) return true
        break
      case 'ReturnStatement':
        return statement.argument !== null && isCall(statement.argument)
      case 'IfStatement': {
        const { alternate, consequent } = statement
        const branches = alternate ? [consequent, alternate] : [consequent]
        const silent = branches.filter((branch) => !callsAlways(bodyOf(branch), isCall))
        if (alternate && silent.length === 0) return true
        if (silent.some(leaves)) return false
        break
      }
      case 'VariableDeclaration':
        if (statement.declarations.some(({ init }) => init && isCall(init))) return true
        break
      case 'BlockStatement':
        if (callsAlways(statement.body, isCall)) return true
        if (leaves(statement)) return false
        break
      case 'EmptyStatement':
      case 'FunctionDeclaration':
        break
      default:
        return false
    }
  }
  return false
}

function bodyOf(statement: Node): readonly Node[] {
  return statement.type === 'BlockStatement' ? statementsOf(statement) : [statement]
}

/** Whether a branch may leave the function before its end. */
function leaves(branch: Node): boolean {
  return bodyOf(branch).some((statement) => {
    return !isFunction(statement) && statement.type !== 'ExpressionStatement' && statement.type !== 'VariableDeclaration'
  })
}
