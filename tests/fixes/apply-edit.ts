import type { Node } from '../../lib/ast/nodes.js'
import type { Edit } from '../../lib/fixes/edit.js'

interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A program after an edit. */
export function applyEdit(code: string, edit: Edit): string {
  const changes: Change[] = []
  const replace = (start: number, end: number, text: string) => changes.push({ start, end, text })
  edit({
    insertTextBefore: ({ range: [start] }: Node, text: string) => replace(start, start, text),
    insertTextAfter: ({ range: [, end] }: Node, text: string) => replace(end, end, text),
    removeRange: ([start, end]: readonly [number, number]) => replace(start, end, ''),
    replaceText: ({ range: [start, end] }: Node, text: string) => replace(start, end, text),
    replaceTextRange: ([start, end]: readonly [number, number], text: string) => replace(start, end, text),
    // Of ESLint's fixer, what edits use.
  } as never)
  return changes.toSorted((a, b) => b.start - a.start).reduce((text, change) => text.slice(0, change.start) + change.text + text.slice(change.end), code)
}
