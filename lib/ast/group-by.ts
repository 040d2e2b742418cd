/** Items by what they have in common, in their order. */
export function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const alike = groups.get(key)
    if (alike) alike.push(item)
    else groups.set(key, [item])
  }
  return groups
}
