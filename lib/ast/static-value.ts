import type { TSESLint } from '@typescript-eslint/utils'
import type { Bindings } from './bindings.js'
import { getStaticValue } from './eslint-utils.js'
import { unwrap, type Node } from './nodes.js'

/** What an expression can evaluate to. */
export interface PossibleValues {
  readonly values: readonly unknown[]
  /** Whether these are all: false as soon as one branch is not decided by the source. */
  readonly complete: boolean
}

const NOTHING: PossibleValues = { values: [], complete: false }

/** Reads the values that an expression can have, through constants, conditionals, `||` and `??`. */
export function possibleValues(
  node: Node,
  sourceCode: Readonly<TSESLint.SourceCode>,
  bindings: Bindings,
  depth = 8,
): PossibleValues {
  if (depth === 0) return NOTHING
  const read = (inner: Node) => possibleValues(inner, sourceCode, bindings, depth - 1)
  const expression = unwrap(node)

  if (expression.type === 'ConditionalExpression') return either(read(expression.consequent), read(expression.alternate))
  if (expression.type === 'LogicalExpression') return logical(expression.operator, read(expression.left), () => read(expression.right))
  if (expression.type === 'Identifier') {
    if (expression.name === 'undefined') return { values: [undefined], complete: true }
    if (expression.name === 'Infinity') return { values: [Infinity], complete: true }
    const variable = bindings.variable(expression)
    const held = variable && bindings.value(variable)
    return held && held.type !== 'ObjectExpression' ? read(held) : NOTHING
  }

  const found = getStaticValue(expression, sourceCode.getScope(expression))
  return found ? { values: [found.value], complete: true } : NOTHING
}

/** The value of an expression if the source decides it, as a box so that `undefined` is a value too. */
export function staticValue(
  node: Node,
  sourceCode: Readonly<TSESLint.SourceCode>,
  bindings: Bindings,
): { readonly value: unknown } | undefined {
  const { values, complete } = possibleValues(node, sourceCode, bindings)
  if (!complete || values.length === 0) return undefined
  const [value] = values
  return values.every((other) => Object.is(other, value)) ? { value } : undefined
}

function either(a: PossibleValues, b: PossibleValues): PossibleValues {
  return { values: [...a.values, ...b.values], complete: a.complete && b.complete }
}

function logical(operator: '&&' | '??' | '||', left: PossibleValues, right: () => PossibleValues): PossibleValues {
  const passesOn = (value: unknown) => {
    if (operator === '&&') return Boolean(value)
    return operator === '||' ? !value : value === null || value === undefined
  }
  const kept = { values: left.values.filter((value) => !passesOn(value)), complete: left.complete }
  return left.complete && kept.values.length === left.values.length ? kept : either(kept, right())
}
