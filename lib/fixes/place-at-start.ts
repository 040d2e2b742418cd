import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../ast/nodes.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/**
 * Where a constant of the module can begin that some places need, and that reads the environment: right before the
 * first statement that has one of them. A function that is declared may be called before its place, so for that it is
 * before all code but what loads modules and the environment. Undefined where the environment is loaded too late.
 */
export function placeAtStart(sourceCode: SourceCode, needed: readonly Node[]): number | undefined {
  const { body } = sourceCode.ast
  const loading = body.findLastIndex((statement) => statement.type !== 'ImportDeclaration' && LOADING.test(sourceCode.getText(statement)))
  const first = Math.min(...needed.map((node) => indexAround(node, body)))
  const isDeclared = declaredBy(body[first])?.type === 'FunctionDeclaration'
  const start = isDeclared ? Math.min(first, Math.max(endOfImports(body, sourceCode), loading + 1)) : first
  const statement = body[start]
  return statement && loading < start ? startOf(statement, sourceCode) : undefined
}

/** The index of the statement around a node, whose decorators may stand before it. */
function indexAround(node: Node, body: readonly Node[]): number {
  let at: Node = node
  while (at.parent && at.parent.type !== 'Program') at = at.parent
  return body.indexOf(at)
}

const LOADING = /\bdotenv\b|\bloadEnvFile\b/

/** The index of the first statement that is neither a directive nor loads a module. */
function endOfImports(body: readonly TSESTree.ProgramStatement[], sourceCode: SourceCode): number {
  const end = body.findIndex((statement) => !/^(?:import\b|['"]|(?:const|let|var)\b[^;]*\brequire\s*\(|require\s*\()/.test(sourceCode.getText(statement)))
  return end === -1 ? body.length : end
}

function declaredBy(statement: Node | undefined): Node | null | undefined {
  return statement?.type === 'ExportNamedDeclaration' || statement?.type === 'ExportDefaultDeclaration' ? statement.declaration : statement
}

/** The start of a statement, with its decorators and the comments right above it. */
function startOf(statement: Node, sourceCode: SourceCode): number {
  const declared = declaredBy(statement)
  const decorators = declared?.type === 'ClassDeclaration' ? (declared.decorators ?? []) : []
  let start = Math.min(statement.range[0], ...decorators.map(({ range }) => range[0]))
  let line = sourceCode.getLocFromIndex(start).line
  for (const comment of sourceCode.getCommentsBefore(statement).toReversed()) {
    if (comment.loc.end.line !== line - 1 || /^!|@license|@file|copyright|eslint/i.test(comment.value)) break
    start = comment.range[0]
    line = comment.loc.start.line
  }
  return start
}
