import type { TSESLint } from '@typescript-eslint/utils'
import { isStatement, type Node } from './nodes.js'
import { commentBehind, endOfStatement } from './statement-end.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/**
 * The statements of the module among which the one around a node stands: those of the file, or those of one script
 * in a file that has more than code (`.vue`, `.svelte`, `.astro`). Undefined for code in markup.
 */
export function moduleStatements(at: Node, sourceCode: SourceCode): readonly Node[] | undefined {
  const own = outermost(at)
  const body = bodyOf(own.parent)
  if (!body) return undefined
  const parts = known.get(body) ?? new Map(partsOf(body.filter(isStatement), sourceCode).flatMap((part) => part.map((statement) => [statement, part])))
  known.set(body, parts)
  return parts.get(own)
}

/** The statements beside each one of a list: each place where code is added asks. */
const known = new WeakMap<readonly Node[], ReadonlyMap<Node, readonly Node[]>>()

/** The statements of each script: Vue's parser makes one list of both scripts of a component. */
function partsOf(list: readonly Node[], sourceCode: SourceCode): readonly (readonly Node[])[] {
  const starts = list.flatMap((statement, index) => (index > 0 && /<\/script\s*>/i.test(sourceCode.text.slice(list[index - 1]?.range[1], statement.range[0])) ? [index] : []))
  return [0, ...starts].map((start, place) => list.slice(start, starts[place]))
}

/** Where code can be added behind all statements of a list: at the end of the file, or of its script. */
export function endOfStatements(statements: readonly Node[], sourceCode: SourceCode): number {
  const { text } = sourceCode
  const last = statements.at(-1)
  const end = last ? (commentBehind(last, sourceCode)?.range[1] ?? endOfStatement(last, sourceCode)) : 0
  const endOfComments = Math.max(end, ...sourceCode.getAllComments().map(({ range }) => range[1]))
  return text.slice(endOfComments).trim() === '' ? text.trimEnd().length : end
}

/** The node itself, or one around it, that stands in a list of the module. */
function outermost(node: Node): Node {
  let at = node
  while (at.parent && !bodyOf(at.parent)) at = at.parent
  return at
}

function bodyOf(node: Node | undefined): readonly Node[] | undefined {
  if (node?.type === 'Program') return node.body
  // A node that only Svelte's parser makes.
  return node && String(node.type) === 'SvelteScriptElement' && 'body' in node && Array.isArray(node.body) ? node.body : undefined
}
