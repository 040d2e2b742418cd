import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { wrapped } from '../ast/nodes.js'
import type { OptionsPlace } from '../events/events.js'
import type { Edit } from './edit.js'

/** Takes a property out of the one object that it is written in, with its comma; undefined where it may be written elsewhere. */
export function removeOption(sourceCode: Readonly<TSESLint.SourceCode>, { options }: OptionsPlace, name: string): Edit | undefined {
  const [value, another] = options.expressions(name) ?? []
  const property = value && !another ? wrapped(value).parent : undefined
  if (property?.type !== 'Property' || property.value !== wrapped(value ?? property)) return undefined
  if (property.parent !== options.literal || options.isShared) return undefined
  const { literal } = options
  const isAlone = literal?.properties.length === 1 && sourceCode.getCommentsInside(literal).length === 0
  return (fixer) => [literal && isAlone ? fixer.replaceText(literal, '{}') : fixer.removeRange(rangeWithComma(sourceCode, property))]
}

/** From the property before to this one, or from this one to the next: what stands between belongs to the comma. */
function rangeWithComma(sourceCode: Readonly<TSESLint.SourceCode>, property: TSESTree.Property): [number, number] {
  const before = sourceCode.getTokenBefore(property)
  const after = sourceCode.getTokenAfter(property)
  if (before?.value === ',') return [before.range[0], property.range[1]]
  const next = after?.value === ',' ? sourceCode.getTokenAfter(after, { includeComments: true }) : undefined
  if (after && next && next.value !== '}') return [property.range[0], next.range[0]]
  return [property.range[0], after?.value === ',' ? after.range[1] : property.range[1]]
}
