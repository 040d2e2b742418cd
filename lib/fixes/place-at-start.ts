import type { TSESLint } from '@typescript-eslint/utils'
import { moduleStatements } from '../ast/module-statements.js'
import { declaredBy, startOf, type Node } from '../ast/nodes.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/**
 * Where a constant of the module can begin that some places need, and that reads the environment: right before the
 * first statement that has one of them. A function that is declared may be called before its place, so for that it is
 * before all code but what loads modules and the environment. Undefined where the environment is loaded too late.
 */
export function placeAtStart(sourceCode: SourceCode, needed: readonly Node[]): number | undefined {
  const [body, ...others] = needed.map((node) => moduleStatements(node, sourceCode))
  if (!body || others.some((other) => other?.[0] !== body[0])) return undefined
  const loading = body.findLastIndex((statement) => statement.type !== 'ImportDeclaration' && LOADING.test(sourceCode.getText(statement)))
  const first = Math.min(...needed.map((node) => indexAround(node, body)))
  const isDeclared = declaredBy(body[first])?.type === 'FunctionDeclaration'
  const start = isDeclared ? Math.min(first, Math.max(endOfImports(body, sourceCode), loading + 1)) : first
  const statement = body[start]
  return statement && loading < start ? startWithComments(statement, sourceCode) : undefined
}

/** The index of the statement around a node, whose decorators may stand before it. */
function indexAround(node: Node, body: readonly Node[]): number {
  let at: Node = node
  while (at.parent && !body.includes(at)) at = at.parent
  return body.indexOf(at)
}

const LOADING = /\bdotenv\b|\bloadEnvFile\b/

/** The index of the first statement that is neither a directive nor loads a module. */
function endOfImports(body: readonly Node[], sourceCode: SourceCode): number {
  const end = body.findIndex((statement) => !/^(?:import\b|['"]|(?:const|let|var)\b[^;]*\brequire\s*\(|require\s*\()/.test(sourceCode.getText(statement)))
  return end === -1 ? body.length : end
}

/** The start of a statement, with its decorators and the comments right above it. */
function startWithComments(statement: Node, sourceCode: SourceCode): number {
  let start = startOf(statement)
  let line = sourceCode.getLocFromIndex(start).line
  for (const comment of sourceCode.getCommentsBefore(sourceCode.getTokenByRangeStart(start) ?? statement).toReversed()) {
    if (comment.loc.end.line !== line - 1 || /^!|@license|@file|copyright|eslint/i.test(comment.value)) break
    start = comment.range[0]
    line = comment.loc.start.line
  }
  return start
}
