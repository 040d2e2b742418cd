import type { Bindings } from '../ast/bindings.js'
import { unwrap, type Node } from '../ast/nodes.js'

/** `req.headers.origin`, `req.get('Origin')`, `ctx.request.header.origin`, `request.headers.get('origin')` */
const ORIGIN = /(?:^|\.)(?:headers?\.(?:\(\)\.)?(?:get\.)?(?:origin|\('origin'\))|(?:get|header)\.\('origin'\))$/i

/** Whether an expression is the header of a request that says which site it comes from. */
export function isRequestOrigin(node: Node, bindings: Bindings): boolean {
  const expression = unwrap(node)
  if (!READABLE.has(expression.type)) return false
  const path = bindings.resolve(expression)
  return path !== undefined && path.root.kind !== 'global' && ORIGIN.test(path.steps.join('.'))
}

const READABLE = new Set(['AwaitExpression', 'CallExpression', 'Identifier', 'MemberExpression'])
