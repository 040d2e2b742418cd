/** A stretch of a file, as nodes have it: where it starts, and where it ends. */
export interface Stretch {
  readonly range: readonly [number, number]
}

/**
 * Makes a function that finds those of many things that stand inside a node, in the order of the source, without a look
 * at all of them: each login of a file asks for what its handler does.
 */
export function byPlace<Item>(items: readonly Item[], stretchOf: (item: Item) => Stretch): (outer: Stretch) => readonly Item[] {
  const sorted = items.map((item) => ({ item, range: stretchOf(item).range })).toSorted((a, b) => a.range[0] - b.range[0])
  const starts = sorted.map(({ range }) => range[0])
  return ({ range: [start, end] }) => {
    const found: Item[] = []
    for (let index = firstAt(start); index < sorted.length; index += 1) {
      const next = sorted[index]
      if (!next || next.range[0] >= end) break
      if (next.range[1] <= end) found.push(next.item)
    }
    return found
  }

  /** The index of the first that does not start before a place. */
  function firstAt(place: number): number {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? place) < place) low = middle + 1
      else high = middle
    }
    return low
  }
}
