import { unwrap, type Node } from '../ast/nodes.js'
import type { FileContext } from '../events/file-context.js'
import type { Edit } from './edit.js'

/**
 * Calls another method of the same object: `jwt.verify` for `jwt.decode`. A function that stands alone is replaced
 * only by one that the file has imported already.
 */
export function renameMethod({ sourceCode }: FileContext, callee: Node, name: string): Edit | undefined {
  const { parent } = callee
  if (parent?.type === 'MemberExpression' && parent.property === callee && !parent.computed) return (fixer) => [fixer.replaceText(callee, name)]
  const called = unwrap(callee)
  if (called.type !== 'Identifier') return undefined
  return isImported(sourceCode.getScope(callee), called.name, name) ? (fixer) => [fixer.replaceText(callee, name)] : undefined
}

type Scope = ReturnType<FileContext['sourceCode']['getScope']>

/** Whether two names stand in one import, or in one `require`. */
function isImported(start: Scope, known: string, wanted: string): boolean {
  for (let scope: Scope | null = start; scope; scope = scope.upper) {
    const [one, two] = [scope.set.get(known)?.defs[0], scope.set.get(wanted)?.defs[0]]
    if (one && two) return one.node.type === two.node.type && (one.node === two.node || one.node.parent === two.node.parent)
    if (one ?? two) return false
  }
  return false
}
