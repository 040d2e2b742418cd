import { wrapped, type Node } from '../ast/nodes.js'
import type { Edit } from './edit.js'

/** Puts other code in the place of a value; a shorthand gets a value of its own: `{ maxAge: 60 }` for `{ maxAge }`. */
export function replaceValue(value: Node, text: string): Edit {
  const target = wrapped(value)
  const { parent } = target
  if (parent?.type !== 'Property' || !parent.shorthand || parent.key.type !== 'Identifier') return (fixer) => [fixer.replaceText(target, text)]
  const { name } = parent.key
  return (fixer) => [fixer.replaceText(parent, `${name}: ${text}`)]
}
