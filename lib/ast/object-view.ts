import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from './nodes.js'

/** An object as a list of what makes it up, in the order in which that takes effect. */
export type View =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'either'; readonly views: readonly View[] }
  | {
      readonly kind: 'object'
      readonly literal: TSESTree.ObjectExpression | undefined
      readonly isShared: boolean
      readonly parts: readonly Part[]
    }

export type Part =
  | { readonly kind: 'property'; readonly name: string; readonly value: Node; readonly property: Node }
  /** All properties of another object, at a path inside this one, in every run or only in some. */
  | { readonly kind: 'spread'; readonly path: readonly string[]; readonly view: View; readonly isCertain: boolean }
  /** A property written after the object was made; without a value where nobody can say. */
  | { readonly kind: 'write'; readonly path: readonly string[]; readonly value: Node | undefined; readonly property: Node; readonly isCertain: boolean }

/** What one run of the program may find under a name. */
export type Occurrence =
  | { readonly kind: 'value'; readonly node: Node; readonly property: Node }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unseen' }

export const EMPTY: View = { kind: 'empty' }
export const UNSEEN: View = { kind: 'unseen' }
const ABSENT: Occurrence = { kind: 'absent' }
const NOT_SEEN: Occurrence = { kind: 'unseen' }
const NOWHERE: readonly Occurrence[] = [ABSENT]

export function either(views: readonly View[]): View {
  const [only] = views
  if (!only) return EMPTY
  return views.length === 1 ? only : { kind: 'either', views }
}

export function spread(view: View): Part {
  return { kind: 'spread', path: [], view, isCertain: true }
}

/** What the runs of the program may find under a name; later parts of an object win over earlier ones. */
export function lookUp(view: View, name: string): readonly Occurrence[] {
  switch (view.kind) {
    case 'empty':
      return NOWHERE
    case 'unseen':
      return [NOT_SEEN]
    case 'either':
      return distinct(view.views.flatMap((alternative) => lookUp(alternative, name)))
    case 'object':
      return lookUpParts(view.parts, name)
  }
}

function lookUpParts(parts: readonly Part[], name: string): readonly Occurrence[] {
  const found: Occurrence[] = []
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index]
    // Most are properties with another name.
    if (!part || (part.kind === 'property' && part.name !== name)) continue
    const occurrences = occurrencesIn(part, name)
    for (const occurrence of occurrences) if (occurrence !== ABSENT) found.push(occurrence)
    if (isReplacement(part, occurrences)) return distinct(found)
  }
  return found.length === 0 ? NOWHERE : distinct([...found, ABSENT])
}

function occurrencesIn(part: Part, name: string): readonly Occurrence[] {
  switch (part.kind) {
    case 'property':
      return part.name === name ? [{ kind: 'value', node: part.value, property: part.property }] : []
    case 'write':
      if (part.path.length !== 1 || part.path[0] !== name) return []
      return [part.value ? { kind: 'value', node: part.value, property: part.property } : NOT_SEEN]
    case 'spread':
      return part.path.length === 0 ? lookUp(part.view, name) : []
  }
}

/** One of each, so that many alternatives don't multiply. */
function distinct(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  if (occurrences.length === 1) return occurrences
  const seen = new Set<unknown>()
  return occurrences.filter((occurrence) => {
    const key = occurrence.kind === 'value' ? occurrence.node : occurrence.kind
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The parts of an object that change what is inside one of its properties, after the property got its value. */
export function partsInside(view: View, name: string): readonly Part[] {
  if (view.kind === 'either') return view.views.flatMap((alternative) => partsInside(alternative, name)).map(inSomeRuns)
  if (view.kind !== 'object') return []
  const found: Part[] = []
  for (const part of view.parts.toReversed()) {
    found.unshift(...insideOf(part, name))
    if (isReplacement(part, occurrencesIn(part, name))) break
  }
  return found
}

function insideOf(part: Part, name: string): readonly Part[] {
  if (part.kind === 'property') return []
  if (part.path.length === 0) return part.kind === 'spread' ? partsInside(part.view, name) : []
  const isWholeProperty = part.kind === 'write' && part.path.length === 1
  return part.path[0] !== name || isWholeProperty ? [] : [{ ...part, path: part.path.slice(1) }]
}

/** Whether nothing that was inside a property before is there any more, by what a part has under the name. */
function isReplacement(part: Part, occurrences: readonly Occurrence[]): boolean {
  return (part.kind === 'property' || part.isCertain) && occurrences.length > 0 && !occurrences.includes(ABSENT)
}

function inSomeRuns(part: Part): Part {
  return part.kind === 'property' ? part : { ...part, isCertain: false }
}

/** The names of all properties in sight. */
export function namesIn(view: View): string[] {
  if (view.kind === 'either') return view.views.flatMap(namesIn)
  if (view.kind !== 'object') return []
  return view.parts.flatMap((part) => {
    if (part.kind === 'property') return [part.name]
    return part.path.length === 0 && part.kind === 'spread' ? namesIn(part.view) : part.path.slice(0, 1)
  })
}

/** Whether no property is out of sight. */
export function isComplete(view: View): boolean {
  if (view.kind === 'either') return view.views.every(isComplete)
  if (view.kind !== 'object') return view.kind === 'empty'
  return view.parts.every((part) => part.kind !== 'spread' || part.path.length > 0 || isComplete(part.view))
}
