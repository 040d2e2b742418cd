import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { groupBy } from './group-by.js'
import { lastName } from './last-name.js'
import { nodesOf } from './nodes-of.js'
import { onceForFile } from './once-for-each.js'

type SourceCode = Readonly<TSESLint.SourceCode>
type Calls = readonly TSESTree.CallExpression[]

const callsByName: (sourceCode: SourceCode) => ReadonlyMap<string | undefined, Calls> = onceForFile((sourceCode) =>
  groupBy(nodesOf(sourceCode, 'CallExpression'), ({ callee }) => lastName(callee)),
)

/**
 * The calls of a file whose name passes a test: `post` of `app.post()`, `f` of `f()`. A file has many calls and few
 * names of calls. Those of each name are in source order.
 */
export function callsNamed(sourceCode: SourceCode, isWanted: (name: string) => boolean): Calls {
  return [...callsByName(sourceCode)].flatMap(([name, calls]) => (name !== undefined && isWanted(name) ? calls : []))
}
