import type { WebStorageWritten } from './events.js'
import type { FileContext } from './file-context.js'
import type { Match } from './match.js'
import { staticValue } from '../ast/static-value.js'
import { unwrap } from '../ast/nodes.js'

/** Reads what a file writes into the storage of a page; writing nothing is taking away. */
export function readWebStorage({ bindings, sourceCode }: FileContext, matches: readonly Match[]): WebStorageWritten[] {
  return matches.flatMap((match): WebStorageWritten[] => {
    const { argument, certainty, node, pattern, text } = match
    const { emits, framework, roles } = pattern
    const value = emits === 'webStorageWritten' ? argument(roles.value) : undefined
    if (!value || isNothing(value)) return []
    const underlined = node.type === 'AssignmentExpression' ? node.left : node.type === 'CallExpression' ? unwrap(node.callee) : node
    return [{ type: 'webStorageWritten', node: underlined, framework, certainty, name: text(roles.name), nameNode: argument(roles.name), value }]
  })

  function isNothing(value: Parameters<typeof staticValue>[0]): boolean {
    const found = staticValue(value, sourceCode, bindings)
    return found !== undefined && (found.value === '' || found.value === null || found.value === undefined)
  }
}
