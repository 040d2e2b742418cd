import { nodesOf } from '../ast/nodes-of.js'
import { isFunction, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import type { FileContext } from './file-context.js'
import { isServerAction } from './file-kind.js'
import type { Handlers } from './handlers.js'
import type { Purposes } from './purposes.js'
import type { Route } from './routes.js'

/** Reads the routes whose handlers a server finds by itself: `export async function POST(request)`, `logout.get.ts`, an action. */
export function readFileRoutes(context: FileContext, handlers: Handlers, purposes: Purposes): readonly Route[] {
  return nodesOf(context.sourceCode, 'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression').flatMap((handler): Route[] => {
    const method = methodOf(handler, context, handlers)
    if (method === undefined) return []
    const node = nameOf(handler)
    const folders = context.filename.split(/[/\\]/).slice(-TELLING_FOLDERS)
    // `api/password/reset/route.ts` says in two folders what `reset-password` says in one.
    const names = [...purposes.namesOf(handler), ...folders, folders.join('/')]
    return [{ method, node, written: node, handler, before: handlers.wrappersOf(handler), names, server: handlers.serverOf(handler), isMadeHere: false }]
  })
}

/** `reset-password`, `[token]` and `route.ts` */
const TELLING_FOLDERS = 3

function methodOf(handler: FunctionNode, context: FileContext, handlers: Handlers): string | undefined {
  const method = handlers.methodOf(handler)
  if (method === undefined) return isServerAction(handler, context) ? 'post' : undefined
  return isForMethods(handler, context, handlers) ? 'post' : method
}

/** Whether what is wrapped around a handler says which methods it answers: `allow(['POST'], handler)`, `router().post(handler)`. */
function isForMethods(handler: FunctionNode, { sourceCode }: FileContext, handlers: Handlers): boolean {
  return handlers.placesOf(handler).some((place) => {
    let outer = wrapped(place)
    while (outer.parent?.type === 'CallExpression') outer = wrapped(outer.parent)
    const around = sourceCode.getTokens(outer).filter(({ range: [start, end] }) => start < place.range[0] || end > place.range[1])
    return around.some(({ value }) => METHODS.test(value))
  })
}

const METHODS = /^['"`]?(?:post|put|patch|delete|methods?)['"`]?$/i

/** The name of a function, of the variable that holds it, or of what it is given to. */
function nameOf(callable: FunctionNode): Node {
  if (callable.id) return callable.id
  const { parent } = wrapped(callable)
  if (parent?.type === 'VariableDeclarator') return parent.id
  return parent?.type === 'CallExpression' && !isFunction(parent.callee) ? parent.callee : callable
}
