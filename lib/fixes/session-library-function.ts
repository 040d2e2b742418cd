import type { Node } from '../ast/nodes.js'
import type { SessionFile } from '../events/file.js'
import { stepsBehindExport } from '../events/library-exports.js'
import type { Framework } from '../frameworks/framework.js'

/** Whether a function is one of what gives the sessions of a library: `storage.commitSession`. */
export function isOfSessionLibrary({ context }: SessionFile, framework: Framework, callee: Node): boolean {
  const path = context.bindings.resolve(callee)
  return path !== undefined && [framework.session?.of ?? []].flat().some((meaning) => stepsBehindExport(context, framework, path, meaning)?.length === 1)
}
