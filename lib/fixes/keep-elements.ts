import { unwrap, type Node } from '../ast/nodes.js'
import type { FileContext } from '../events/file-context.js'
import type { Edit } from './edit.js'
import { quoted, styleOf } from './style.js'

/** Leaves only some texts in a list that is written where it is used; undefined where none would be left. */
export function keepElements({ sourceCode }: FileContext, list: Node, kept: readonly string[]): Edit | undefined {
  const array = unwrap(list)
  if (array.type !== 'ArrayExpression' || kept.length === 0 || sourceCode.getCommentsInside(array).length > 0) return undefined
  const isWritten = array.elements.every((element) => element?.type === 'Literal' && typeof element.value === 'string')
  const texts = kept.map((text) => quoted(text, styleOf(sourceCode)))
  return isWritten ? (fixer) => [fixer.replaceText(array, `[${texts.join(', ')}]`)] : undefined
}
