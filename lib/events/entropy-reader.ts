import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { returnedBy } from '../ast/flow.js'
import { isFunction, unwrap, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { staticValue } from '../ast/static-value.js'
import { textAt } from '../ast/text-at.js'
import { callReader } from './entropy-calls.js'
import { collectionReader, isFilled } from './entropy-collections.js'
import { NO_SCOPE, scopeInside, type Held, type Reader, type Scope } from './entropy-scope.js'
import { allOf, calculated, computed, concatenated, constant, isDrawn, isGuessable, passedOn, spelled, truncated, weakest, type Worth } from './entropy.js'
import type { FileContext } from './file-context.js'
import type { GeneratorMatcher } from './generators.js'
import { isAlphabetName, isCount, isLabel, isUserFact } from './guesses.js'
import type { Variable } from '../ast/variables.js'
import type { Weakness } from '../frameworks/generators/generator.js'

/** Reads what the expressions of one file are worth to somebody who has to guess them. */
export interface Entropy {
  worthOf(node: Node): Worth | undefined
  /** Of what a function gives that is called with arguments nobody sees. */
  worthOfResult(callable: Node): Worth | undefined
}

const DEEPEST_CALL = 6
const DEEPEST_EXPRESSION = 200
const DIGIT = Math.log2(10)

export function createEntropy(context: FileContext, generators: GeneratorMatcher): Entropy {
  const { bindings, sourceCode } = context
  const known = new Map<Node, Worth | undefined>()
  const reading = new Set<Node>()
  const running = new Set<Node>()
  const reader: Reader = { read, readCalled, value }
  const calls = callReader(context, generators, reader)
  const collections = collectionReader(context, reader)

  return { worthOf: (node) => read(node, NO_SCOPE), worthOfResult: (callable) => readCalled(callable, [], NO_SCOPE) }

  function read(wrapped: Node, scope: Scope): Worth | undefined {
    const node = unwrap(wrapped)
    if (scope === NO_SCOPE && known.has(node)) return known.get(node)
    // What is made of itself, and what nests without end, nobody can say.
    if (reading.has(node) || reading.size > DEEPEST_EXPRESSION) return undefined
    reading.add(node)
    const worth = readExpression(node, scope)
    reading.delete(node)
    if (scope === NO_SCOPE) known.set(node, worth)
    return worth
  }

  function readExpression(node: Node, scope: Scope): Worth | undefined {
    switch (node.type) {
      case 'Literal':
        return readLiteral(node)
      case 'TemplateLiteral':
        return readTemplate(node, scope)
      case 'BinaryExpression':
        return readBinary(node, scope)
      case 'UnaryExpression':
        return ['+', '-', '~'].includes(node.operator) ? calculated([read(node.argument, scope)]) : undefined
      case 'UpdateExpression':
      case 'AssignmentExpression':
        if (node.operator === '=') return read(node.right, scope)
        return isCount(node, bindings) ? guess(node, 'counter', 'number') : undefined
      case 'ConditionalExpression':
        return oneOf([read(node.consequent, scope), read(node.alternate, scope)], node)
      case 'LogicalExpression':
        return node.operator === '&&' ? undefined : oneOf([read(node.left, scope), read(node.right, scope)], node)
      case 'SequenceExpression': {
        const last = node.expressions.at(-1)
        return last && read(last, scope)
      }
      case 'AwaitExpression':
        return read(node.argument, scope)
      case 'ArrayExpression':
        return collections.readArray(node, scope)
      case 'Identifier':
        return readIdentifier(node, scope)
      case 'MemberExpression':
        return readMember(node, scope)
      case 'CallExpression':
      case 'NewExpression':
        return calls.read(node, scope) ?? collections.readCall(node, scope)
      default:
        return undefined
    }
  }

  function readTemplate(node: TSESTree.TemplateLiteral, scope: Scope): Worth | undefined {
    const inserted = allOf(node.expressions.map((expression) => read(expression, scope)))
    const texts = node.quasis.map(({ value: { cooked, raw } }) => constant('text', (cooked ?? raw).length))
    return inserted && concatenated([...texts, ...inserted.map((worth) => spelled(worth, DIGIT))], 'text')
  }

  function readBinary(node: TSESTree.BinaryExpression, scope: Scope): Worth | undefined {
    const [left, right] = [read(node.left, scope), read(node.right, scope)]
    switch (node.operator) {
      case '+':
        if (!left || !right) return undefined
        return left.form === 'number' && right.form === 'number'
          ? computed([left, right])
          : concatenated([spelled(left, DIGIT), spelled(right, DIGIT)], left.form === 'text' || right.form === 'text' ? 'text' : 'unclear')
      case '%': {
        const size = value(node.right, scope)
        if (!left || typeof size !== 'number' || size < 1) return calculated([left, right])
        const rest = computed([left])
        return { ...rest, bits: Math.min(rest.bits, Math.log2(size)) }
      }
      case '-':
      case '*':
      case '/':
      case '**':
      case '|':
      case '&':
      case '^':
      case '<<':
      case '>>':
      case '>>>':
        return calculated([left, right])
      default:
        return undefined
    }
  }

  function readIdentifier(node: TSESTree.Identifier, scope: Scope): Worth | undefined {
    const variable = bindings.variable(node)
    if (!variable || variable.defs.length === 0) return readName(node)
    const held = scope.get(variable)
    if (held) return (held.kind === 'worth' ? held.worth : read(held.node, held.scope)) ?? readName(node)
    if (isCount(node, bindings)) return guess(node, 'counter', 'number')
    const worth = collections.readVariable(variable, scope) ?? calls.readCallbackParameter(variable, scope) ?? readHeld(variable, node, scope)
    return worth ?? readName(node)
  }

  /** What a name says that nothing else is known about. */
  function readName(node: Node): Worth | undefined {
    if (isLabel(node)) return constant('text')
    return isUserFact(node) ? guess(node, 'user', 'text') : undefined
  }

  function readHeld(variable: Variable, node: Node, scope: Scope): Worth | undefined {
    const held = bindings.value(variable)
    const worth = held && read(held, scope)
    // Nobody knows what else is in a list by now.
    return worth && !(worth.form === 'object' && isFilled(variable)) ? passedOn(worth, node, false) : undefined
  }

  function readMember(node: TSESTree.MemberExpression, scope: Scope): Worth | undefined {
    const generated = calls.read(node, scope)
    if (generated) return generated
    if (node.computed && typeof value(node.property, scope) !== 'string') return readElement(node, scope)
    if (isCount(node, bindings)) return guess(node, 'counter', 'number')
    return isUserFact(node) ? guess(node, 'user', 'text') : undefined
  }

  function readElement(node: TSESTree.MemberExpression, scope: Scope): Worth | undefined {
    const list = read(node.object, scope)
    const index = value(node.property, scope)
    if (list?.isUuid && typeof index === 'number' && isSplitAtHyphens(node.object)) {
      const method = node.object.callee.property
      return truncated({ ...list, form: 'text' }, index === 0 ? 8 : index === 4 ? 12 : 4, node, method)
    }
    if (list && list.sources.length > 0) {
      if (isGuessable(list)) return { ...list, form: 'unclear', length: undefined }
      return list.form === 'bytes' ? { ...computed([list]), bits: Math.min(list.bits, list.each) } : undefined
    }
    const chosen = read(node.property, scope)
    const isAlphabet = list !== undefined || isAlphabetName(node.object)
    return chosen && chosen.sources.length > 0 && isAlphabet ? { ...spelled(chosen, chosen.bits), length: 1, each: chosen.bits } : undefined
  }

  function readCalled(node: Node, held: readonly (Held | undefined)[], outer: Scope): Worth | undefined {
    const callable = bindings.function(node)
    if (!callable || callable.generator || outer.depth >= DEEPEST_CALL || running.has(callable)) return undefined
    const bound = new Map<Variable, Held>()
    callable.params.forEach((parameter, index) => {
      const isOptional = parameter.type === 'AssignmentPattern'
      const name = isOptional ? parameter.left : parameter
      const variable = name.type === 'Identifier' ? bindings.variable(name) : undefined
      const argument = held[index] ?? (isOptional ? { kind: 'argument' as const, node: parameter.right, scope: outer } : undefined)
      if (variable && argument) bound.set(variable, argument)
    })
    const scope = scopeInside(outer, bound)
    running.add(callable)
    const worths = readAll(returnedBy(callable, sourceCode.visitorKeys), scope)
    running.delete(callable)
    return worths && oneOf(worths, callable)
  }

  /** What each result is worth; nothing as soon as nobody can say it of one. */
  function readAll(results: readonly (Node | undefined)[], scope: Scope): Worth[] | undefined {
    const worths: Worth[] = []
    for (const result of results) {
      const worth = result && read(result, scope)
      if (result && !worth) return undefined
      if (worth) worths.push(worth)
    }
    return worths
  }

  /** One of several: the weakest, unless it only stands in where there is no cryptographic generator. */
  function oneOf(worths: readonly (Worth | undefined)[], choice: Node): Worth | undefined {
    const isSpare = worths.some((worth) => worth && isDrawn(worth)) && isFallback(choice, sourceCode)
    return weakest(isSpare ? worths.filter((worth) => !worth || isDrawn(worth)) : worths)
  }

  function value(node: Node, scope: Scope): unknown {
    const expression = unwrap(node)
    switch (expression.type) {
      case 'Identifier': {
        const variable = bindings.variable(expression)
        const held = variable && scope.get(variable)
        if (held) return held.kind === 'argument' ? value(held.node, held.scope) : undefined
        const fallback = variable && defaultOf(variable)
        if (fallback) return value(fallback, scope)
        break
      }
      case 'MemberExpression': {
        const text = memberName(expression) === 'length' ? value(expression.object, scope) : undefined
        if (typeof text === 'string' || Array.isArray(text)) return text.length
        break
      }
      case 'BinaryExpression': {
        const [left, right] = [value(expression.left, scope), value(expression.right, scope)]
        if (typeof left !== 'number' || typeof right !== 'number') break
        return resultOf(expression.operator, left, right)
      }
      case 'CallExpression': {
        const rounding = ROUNDING.get(plainText(expression.callee, sourceCode))
        const number = rounding && expression.arguments[0] && value(expression.arguments[0], scope)
        if (rounding && typeof number === 'number') return rounding(number)
        break
      }
    }
    return isFunction(expression) ? undefined : staticValue(expression, sourceCode, bindings)?.value
  }

  function guess(node: Node, weakness: Weakness, form: 'number' | 'text'): Worth {
    return { ...constant(form), sources: [{ nodes: [node], variables: [], isFromFunction: false, code: sourceCode.getText(node), weakness, isHashed: false, use: undefined }] }
  }
}

/** Whether a choice asks for the platform or the environment: its guessable branch is for where nothing better is. */
export function isFallback(choice: Node, sourceCode: FileContext['sourceCode']): boolean {
  if (choice.type === 'LogicalExpression') return true
  if (choice.type === 'ConditionalExpression') return ASKS.test(plainText(choice.test, sourceCode))
  const text = plainText(choice, sourceCode)
  return /\bcatch\b/.test(text) || [...text.matchAll(/\bif\(([^{;]*)/g)].some(([, test = '']) => ASKS.test(test))
}

const ASKS = /\btypeof\b|\bcrypto\b|NODE_ENV|randomUUID|getRandomValues/

const ROUNDING = new Map<string, (number: number) => number>([
  ['Math.ceil', Math.ceil],
  ['Math.floor', Math.floor],
  ['Math.round', Math.round],
  ['Math.trunc', Math.trunc],
])

/** The default of a parameter, which counts wherever a call leaves the argument out. */
function defaultOf(variable: Variable): Node | undefined {
  const [definition] = variable.defs
  const pattern = definition?.name.parent
  return pattern?.type === 'AssignmentPattern' && isFunction(pattern.parent) ? pattern.right : undefined
}

function resultOf(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    default:
      return undefined
  }
}

function readLiteral({ value }: TSESTree.Literal): Worth {
  if (typeof value === 'string') return constant('text', value.length)
  return constant(typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'unclear')
}

function isSplitAtHyphens(node: Node): node is TSESTree.CallExpression & { callee: TSESTree.MemberExpression } {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const [separator] = node.arguments
  return memberName(node.callee) === 'split' && textAt(separator) === '-'
}
