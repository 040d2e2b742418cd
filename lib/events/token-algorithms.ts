import { unwrap, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { JwtFacts } from '../frameworks/framework.js'
import type { OptionsPlace, TokenAlgorithms } from './events.js'
import type { FileContext } from './file-context.js'

const UNKNOWN: TokenAlgorithms = { state: 'unknown' }

/**
 * The algorithms that a verification lets pass, by the nearest of its options that says it.
 *
 * @param isElsewhere whether a list that is not here may be in another place
 */
export function algorithmsIn(
  context: FileContext,
  places: readonly OptionsPlace[],
  facts: JwtFacts['algorithms'],
  isElsewhere: boolean,
): TokenAlgorithms {
  const { bindings, sourceCode } = context
  const [first] = places
  if (!facts || !first) return UNKNOWN
  const place = places.find(({ options }) => options.get(facts.option).state !== 'absent')
  if (!place) return isElsewhere ? UNKNOWN : { state: 'absent', place: first }
  const [list, another] = place.options.expressions(facts.option) ?? []
  const elements = list && !another ? elementsOf(list) : undefined
  if (!list || !elements) return UNKNOWN
  const values = elements.map((element) => element && staticValue(element, sourceCode, bindings)?.value)
  const names = values.filter((value) => typeof value === 'string')
  return { state: 'listed', place, names, isComplete: names.length === values.length, node: list }

  /** The elements of a list, also where a constant holds it. */
  function elementsOf(node: Node): readonly (Node | null)[] | undefined {
    const value = unwrap(node)
    if (value.type === 'ArrayExpression') return value.elements
    const variable = value.type === 'Identifier' ? bindings.variable(value) : undefined
    const held = variable && bindings.value(variable)
    return held && held !== node ? elementsOf(held) : undefined
  }
}

/** The families between which a verification must not choose by what the token says: a secret, or a pair of keys. */
export function familiesOf(names: readonly string[]): ReadonlySet<'none' | 'pair' | 'secret'> {
  return new Set(names.flatMap((name) => familyOf(name) ?? []))
}

export function familyOf(name: string): 'none' | 'pair' | 'secret' | undefined {
  if (name.toLowerCase() === 'none') return 'none'
  if (/^HS\d/.test(name)) return 'secret'
  return /^(?:RS|ES|PS)\d|^Ed/.test(name) ? 'pair' : undefined
}
