import { describe, expect, it } from 'vitest'
import { lookUp, partsInside, spread, type Part, type View } from '../../lib/ast/object-view.js'

/** An object that is spread into another one, that into another one, and so on, and how often somebody looked at the innermost. */
function spreadInto(depth: number): { view: View; looks: () => number } {
  let looks = 0
  const object = (parts: readonly Part[]): View => ({ kind: 'object', literal: undefined, isShared: false, parts })
  const innermost: View = {
    ...object([]),
    get parts() {
      looks += 1
      return []
    },
  }
  const view = Array.from({ length: depth }).reduce<View>((inner) => object([spread(inner)]), innermost)
  return { view, looks: () => looks }
}

describe('objects that are spread into each other', () => {
  it('are looked at once for a property', () => {
    const { looks, view } = spreadInto(12)
    expect(lookUp(view, 'secure')).toEqual([{ kind: 'absent' }])
    expect(looks()).toBe(1)
  })

  it('are looked at once for each object around them, for what is inside a property', () => {
    const { looks, view } = spreadInto(12)
    expect(partsInside(view, 'cookie')).toEqual([])
    expect(looks()).toBeLessThanOrEqual(13)
  })
})
