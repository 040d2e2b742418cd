import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from './bindings.js'
import { constantMember } from './constant-member.js'
import { getStaticValue } from './eslint-utils.js'
import { returnedBy } from './flow.js'
import { memberStart, unwrap, type FunctionNode, type Node } from './nodes.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** What an expression can evaluate to. */
export interface PossibleValues {
  readonly values: readonly unknown[]
  /** Whether these are all: false as soon as one branch is not decided by the source. */
  readonly complete: boolean
}

const NOTHING: PossibleValues = { values: [], complete: false }
const GLOBALS = new Map<string, unknown>([['undefined', undefined], ['Infinity', Infinity], ['NaN', NaN]])

const DEEPEST = 12

/** No setting is written in more alternatives than this, and every operator multiplies them. */
const MOST_VALUES = 16

/**
 * Reads the values that an expression can have: through constants, members of constant objects,
 * enums, functions of the file, conditionals, `||` and `??`, arithmetic and templates.
 */
export function possibleValues(node: Node, sourceCode: SourceCode, bindings: Bindings): PossibleValues {
  return readValues(node, { sourceCode, bindings, depth: DEEPEST, called: [] })
}

interface Reading {
  readonly sourceCode: SourceCode
  readonly bindings: Bindings
  /** How much deeper the reading may go. */
  readonly depth: number
  /** The functions whose results are being read; one that calls itself says nothing. */
  readonly called: readonly FunctionNode[]
}

function readValues(node: Node, reading: Reading): PossibleValues {
  if (reading.depth === 0) return NOTHING
  const expression = unwrap(node)
  return expression.type === 'Literal' ? known(expression.value) : readExpression(expression, reading)
}

function readExpression(expression: Node, reading: Reading): PossibleValues {
  const { bindings, called, depth, sourceCode } = reading
  const read = (inner: Node) => readValues(inner, { ...reading, depth: depth - 1 })
  switch (expression.type) {
    case 'ConditionalExpression':
      return either([read(expression.consequent), read(expression.alternate)])
    case 'LogicalExpression':
      return logical(expression.operator, read(expression.left), () => read(expression.right))
    case 'UnaryExpression':
      return expression.operator === 'void' ? known(undefined) : derived(read(expression.argument), (value) => unary(expression.operator, value))
    case 'BinaryExpression':
      return combined([read(expression.left), read(expression.right)], ([left, right]) => binary(expression.operator, left, right))
    case 'TemplateLiteral':
      return combined(expression.expressions.map(read), (inserted) => template(expression, inserted))
    case 'Identifier':
      return identifier(expression)
    case 'MemberExpression':
      return member(expression)
    case 'CallExpression':
      return call(expression)
    default:
      return evaluated(expression)
  }

  function identifier(name: TSESTree.Identifier): PossibleValues {
    const variable = bindings.variable(name)
    if (!variable || variable.defs.length === 0) return GLOBALS.has(name.name) ? known(GLOBALS.get(name.name)) : NOTHING
    const held = bindings.value(variable)
    return held && held.type !== 'ObjectExpression' ? read(held) : NOTHING
  }

  function member(access: TSESTree.MemberExpression): PossibleValues {
    const held = constantMember(access, bindings)
    if (held) return read(held)
    // ESLint's own reading doesn't see what functions and aliases do to an object.
    return isOfVariable(access) ? NOTHING : evaluated(access)
  }

  function isOfVariable(access: TSESTree.MemberExpression): boolean {
    const object = memberStart(access)
    return object.type === 'Identifier' && (bindings.variable(object)?.defs.length ?? 0) > 0
  }

  function call(made: TSESTree.CallExpression): PossibleValues {
    const callable = bindings.function(made.callee)
    if (!callable) return conversion(made) ?? evaluated(made)
    if (callable.async || callable.generator || called.includes(callable)) return NOTHING
    const inside = { ...reading, depth: depth - 1, called: [...called, callable] }
    return either(returnedBy(callable, sourceCode.visitorKeys).map((value) => (value ? readValues(value, inside) : known(undefined))))
  }

  /** `Boolean(x)`, `Number(x)`, `String(x)` */
  function conversion({ arguments: [argument], callee }: TSESTree.CallExpression): PossibleValues | undefined {
    if (!argument || argument.type === 'SpreadElement' || callee.type !== 'Identifier') return undefined
    if ((bindings.variable(callee)?.defs.length ?? 0) > 0) return undefined
    const convert = CONVERSIONS.get(callee.name)
    return convert && derived(read(argument), (value) => (isPrimitive(value) ? { value: convert(value) } : undefined))
  }

  function evaluated(other: Node): PossibleValues {
    const found = getStaticValue(other, sourceCode.getScope(other))
    return found ? known(found.value) : NOTHING
  }
}

/** The value of an expression if the source decides it, as a box so that `undefined` is a value too. */
export function staticValue(node: Node, sourceCode: SourceCode, bindings: Bindings): { readonly value: unknown } | undefined {
  const { values, complete } = possibleValues(node, sourceCode, bindings)
  return complete && values.length === 1 ? { value: values[0] } : undefined
}

const CONVERSIONS = new Map<string, (value: bigint | boolean | number | string | null | undefined) => unknown>([
  ['Boolean', Boolean],
  ['Number', Number],
  ['String', String],
])

type Box = { readonly value: unknown } | undefined

function known(value: unknown): PossibleValues {
  return { values: [value], complete: true }
}

function distinct(values: readonly unknown[], complete: boolean): PossibleValues {
  const found = values.filter((value, index) => values.findIndex((other) => Object.is(other, value)) === index)
  return { values: found.slice(0, MOST_VALUES), complete: complete && found.length <= MOST_VALUES }
}

function either(readings: readonly PossibleValues[]): PossibleValues {
  if (readings.length === 0) return known(undefined)
  return distinct(readings.flatMap(({ values }) => values), readings.every(({ complete }) => complete))
}

function logical(operator: '&&' | '??' | '||', left: PossibleValues, right: () => PossibleValues): PossibleValues {
  const passesOn = (value: unknown) => {
    if (operator === '&&') return Boolean(value)
    return operator === '||' ? !value : value === null || value === undefined
  }
  const kept = { values: left.values.filter((value) => !passesOn(value)), complete: left.complete }
  return left.complete && kept.values.length === left.values.length ? kept : either([kept, right()])
}

function derived(reading: PossibleValues, derive: (value: unknown) => Box): PossibleValues {
  return combined([reading], ([value]) => derive(value))
}

/** The values of an operation, for every combination of what its operands can be. */
function combined(operands: readonly PossibleValues[], operate: (values: readonly unknown[]) => Box): PossibleValues {
  const isComplete = operands.every(({ complete }) => complete)
  // Nearly always there is one: `1000 * 60 * 60`.
  if (operands.every(({ values }) => values.length === 1)) {
    const result = operate(operands.map(({ values: [value] }) => value))
    return result ? { values: [result.value], complete: isComplete } : NOTHING
  }
  let combinations: readonly (readonly unknown[])[] = [[]]
  for (const { values } of operands) {
    combinations = combinations.flatMap((combination) => values.map((value) => [...combination, value]))
    if (combinations.length > MOST_VALUES) return NOTHING
  }
  const results = combinations.map(operate)
  return distinct(results.flatMap((result) => (result ? [result.value] : [])), isComplete && results.every((result) => result !== undefined))
}

function isPrimitive(value: unknown): value is bigint | boolean | number | string | null | undefined {
  return value === null || !['object', 'function', 'symbol'].includes(typeof value)
}

function unary(operator: TSESTree.UnaryExpression['operator'], value: unknown): Box {
  if (operator === '!') return { value: !value }
  if (operator === 'typeof') return { value: typeof value }
  if (typeof value !== 'number' && typeof value !== 'string' && typeof value !== 'boolean') return undefined
  switch (operator) {
    case '-':
      return { value: -value }
    case '+':
      return { value: +value }
    case '~':
      return { value: ~value }
    default:
      return undefined
  }
}

function binary(operator: string, left: unknown, right: unknown): Box {
  if (operator === '===' || operator === '!==') return { value: (left === right) === (operator === '===') }
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string') && isPrimitive(left) && isPrimitive(right)) {
    return { value: String(left) + String(right) }
  }
  return typeof left === 'number' && typeof right === 'number' ? arithmetic(operator, left, right) : undefined
}

function arithmetic(operator: string, left: number, right: number): Box {
  const operate = ARITHMETIC.get(operator)
  return operate && { value: operate(left, right) }
}

const ARITHMETIC = new Map<string, (left: number, right: number) => unknown>([
  ['+', (left, right) => left + right],
  ['-', (left, right) => left - right],
  ['*', (left, right) => left * right],
  ['/', (left, right) => left / right],
  ['%', (left, right) => left % right],
  ['**', (left, right) => left ** right],
  ['<<', (left, right) => left << right],
  ['|', (left, right) => left | right],
  ['<', (left, right) => left < right],
  ['<=', (left, right) => left <= right],
  ['>', (left, right) => left > right],
  ['>=', (left, right) => left >= right],
])

function template({ quasis }: TSESTree.TemplateLiteral, inserted: readonly unknown[]): Box {
  if (!inserted.every(isPrimitive)) return undefined
  return { value: quasis.map((quasi, index) => quasi.value.cooked + (index < inserted.length ? String(inserted[index]) : '')).join('') }
}
