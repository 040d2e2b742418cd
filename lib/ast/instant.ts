import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from './bindings.js'
import { memberName } from './member-name.js'
import { unwrap, type Node } from './nodes.js'
import { staticValue } from './static-value.js'

/** A point in time that an expression gives, as far as the source says when that is. */
export interface Instant {
  /** What it is counted from: the moment of the evaluation, or 1970. */
  readonly from: 'epoch' | 'now'
  /** Milliseconds from there; undefined if the source doesn't say how many. */
  readonly milliseconds: number | undefined
}

const DEEPEST = 8
const NOW: Instant = { from: 'now', milliseconds: 0 }

/** Reads an expression as a point in time: `new Date(0)`, `new Date(Date.now() + HOUR)`, `'Thu, 01 Jan 1970 00:00:00 GMT'`. */
export function instantOf(node: Node, sourceCode: Readonly<TSESLint.SourceCode>, bindings: Bindings): Instant | undefined {
  return read(node, DEEPEST)

  function read(wrapped: Node, depth: number): Instant | undefined {
    const expression = unwrap(wrapped)
    if (depth === 0) return undefined
    switch (expression.type) {
      case 'NewExpression':
        return isDate(expression.callee) ? constructed(expression.arguments, depth) : undefined
      case 'CallExpression':
        return called(expression, depth)
      case 'UnaryExpression':
        return expression.operator === '+' ? read(expression.argument, depth - 1) : fixed(expression)
      case 'BinaryExpression':
        return shifted(expression, depth) ?? fixed(expression)
      case 'Identifier': {
        const variable = bindings.variable(expression)
        const held = variable && bindings.value(variable)
        return held ? read(held, depth - 1) : fixed(expression)
      }
      default:
        return fixed(expression)
    }
  }

  function constructed(parameters: readonly Node[], depth: number): Instant {
    const [first, second] = parameters
    if (!first) return NOW
    // `new Date(2099, 0, 1)`: a date, whenever that is.
    return (second ? undefined : read(first, depth - 1)) ?? { from: 'epoch', milliseconds: undefined }
  }

  function called({ arguments: parameters, callee }: TSESTree.CallExpression, depth: number): Instant | undefined {
    const [first] = parameters
    if (callee.type === 'Identifier') return callee.name === 'Number' && first ? read(first, depth - 1) : undefined
    if (callee.type !== 'MemberExpression') return undefined
    const name = memberName(callee) ?? ''
    if (name === 'now' && isDate(callee.object)) return NOW
    return CONVERSIONS.has(name) ? read(callee.object, depth - 1) : undefined
  }

  /** `Date.now() + 60 * 1000` */
  function shifted({ left, operator, right }: TSESTree.BinaryExpression, depth: number): Instant | undefined {
    if (operator !== '+' && operator !== '-') return undefined
    const start = relative(left, depth)
    if (start) return { from: 'now', milliseconds: sum(start.milliseconds, numberOf(right), operator === '-' ? -1 : 1) }
    const end = operator === '+' ? relative(right, depth) : undefined
    return end && { from: 'now', milliseconds: sum(end.milliseconds, numberOf(left), 1) }
  }

  function relative(side: Node, depth: number): Instant | undefined {
    const found = read(side, depth - 1)
    return found?.from === 'now' ? found : undefined
  }

  function numberOf(expression: Node): number | undefined {
    const value = staticValue(expression, sourceCode, bindings)?.value
    return typeof value === 'number' ? value : undefined
  }

  function fixed(expression: Node): Instant | undefined {
    const value = staticValue(expression, sourceCode, bindings)?.value
    if (typeof value !== 'number' && typeof value !== 'string' && !(value instanceof Date)) return undefined
    const milliseconds = new Date(value).getTime()
    return { from: 'epoch', milliseconds: Number.isNaN(milliseconds) ? undefined : milliseconds }
  }

  function isDate(node: Node): boolean {
    const callee = unwrap(node)
    return callee.type === 'Identifier' && callee.name === 'Date' && (bindings.variable(callee)?.defs.length ?? 0) === 0
  }
}

const CONVERSIONS = new Set(['getTime', 'valueOf', 'toUTCString', 'toGMTString', 'toISOString', 'toString'])

function sum(a: number | undefined, b: number | undefined, sign: number): number | undefined {
  return a === undefined || b === undefined ? undefined : a + sign * b
}
