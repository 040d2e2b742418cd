import { groupBy } from '../ast/group-by.js'
import type { Node } from '../ast/nodes.js'
import type { SessionRecord } from './hand-made-stores.js'
import type { SameValues } from './same-values.js'

/**
 * Finds the records that a value may lead to, by what tells them: a file with hundreds of records has as many cookies, and
 * most of them have nothing to do with each other.
 */
export function indexRecords(records: readonly SessionRecord[], values: SameValues): (value: Node) => readonly SessionRecord[] {
  const byId = recordsBy(({ ids, node }) => [...ids.flatMap(({ expression }) => [...values.of(expression)]), ...values.made(node)])
  const byPartOfId = recordsBy(({ ids }) => ids.flatMap(({ expression }) => [...values.inside(expression)]))

  return (value) => {
    const found = [...values.of(value)]
    const near = new Set([
      ...[...found, ...values.inside(value), ...values.ownersOf(value)].flatMap(byId),
      ...found.flatMap(byPartOfId),
    ])
    return near.size > 1 ? records.filter((record) => near.has(record)) : [...near]
  }

  function recordsBy(tellTalesOf: (record: SessionRecord) => readonly object[]): (found: object) => readonly SessionRecord[] {
    const told = groupBy(
      records.flatMap((record) => tellTalesOf(record).map((found) => ({ found, record }))),
      ({ found }) => found,
    )
    return (found) => told.get(found)?.map(({ record }) => record) ?? []
  }
}
