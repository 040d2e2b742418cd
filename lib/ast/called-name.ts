import { memberName } from './member-name.js'
import type { Node } from './nodes.js'

/** The last name of what is called: `f` in `f()` and in `a.f()`. */
export function calledName(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' ? memberName(callee) : undefined
}
