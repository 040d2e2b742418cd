import { unwrap, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { TimeSpans } from '../frameworks/framework.js'
import type { FileContext } from './file-context.js'
import { isExport } from './library-exports.js'
import { NOTHING, type Lifetime } from './lifetime.js'

/** Reads a lifetime that is an object with a number and a unit: `new TimeSpan(2, 'w')`. */
export function spanLifetime(expressions: readonly Node[] | undefined, { made, units }: TimeSpans, context: FileContext): Lifetime {
  if (expressions?.length === 0) return NOTHING
  const [node, another] = expressions ?? []
  const seconds = node && !another ? secondsIn(node) : undefined
  return node && seconds !== undefined ? { state: 'ends', seconds, node } : { state: 'unknown' }

  function secondsIn(expression: Node): number | undefined {
    const span = constructionOf(expression)
    if (span?.type !== 'NewExpression' || !isSpan(span)) return undefined
    const [amount, unit] = span.arguments.map((argument) => staticValue(argument, context.sourceCode, context.bindings)?.value)
    const [, perUnit] = Object.entries(units).find(([name]) => name === unit) ?? []
    return typeof amount === 'number' && perUnit !== undefined ? amount * perUnit : undefined
  }

  /** The construction itself, or the one that a constant holds. */
  function constructionOf(expression: Node): Node | undefined {
    const at = unwrap(expression)
    if (at.type !== 'Identifier') return at
    const variable = context.bindings.variable(at)
    const held = variable && context.bindings.value(variable)
    return held && unwrap(held)
  }

  function isSpan(span: Node): boolean {
    const path = context.bindings.resolve(span)
    return path !== undefined && isExport(path, made) && path.steps.length === made.steps.length
  }
}
