import { wrapped, type Node } from './nodes.js'

/** A call with those that follow it: `db.delete(sessions).where(…)` around `db.delete(sessions)`. */
export function chainAround(call: Node): Node {
  const member = wrapped(call).parent
  const next = member?.type === 'MemberExpression' && member.object === wrapped(call) ? wrapped(member).parent : undefined
  return next?.type === 'CallExpression' && next.callee === member ? chainAround(next) : call
}
