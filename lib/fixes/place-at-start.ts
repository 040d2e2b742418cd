import type { TSESLint } from '@typescript-eslint/utils'
import { commentsAbove } from '../ast/comments-above.js'
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
  const { imports, loading } = known.get(body) ?? beginningOf(body, sourceCode)
  known.set(body, { imports, loading })
  const first = Math.min(...needed.map((node) => indexAround(node, body)))
  const isDeclared = declaredBy(body[first])?.type === 'FunctionDeclaration'
  const start = isDeclared ? Math.min(first, Math.max(imports, loading + 1)) : first
  const statement = body[start]
  return statement && loading < start ? startWithComments(statement, sourceCode) : undefined
}

/** What a module begins with, by the indices of its statements. */
interface Beginning {
  /** The first that is neither a directive nor loads a module. */
  readonly imports: number
  /** The last that loads the environment; -1 where none does. */
  readonly loading: number
}

/** Each secret of a module asks. */
const known = new WeakMap<readonly Node[], Beginning>()

function beginningOf(body: readonly Node[], sourceCode: SourceCode): Beginning {
  const end = body.findIndex((statement) => !/^(?:import\b|['"]|(?:const|let|var)\b[^;]*\brequire\s*\(|require\s*\()/.test(sourceCode.getText(statement)))
  const loading = body.findLastIndex((statement) => statement.type !== 'ImportDeclaration' && LOADING.test(sourceCode.getText(statement)))
  return { imports: end === -1 ? body.length : end, loading }
}

/** The index of the statement around a node, whose decorators may stand before it. */
function indexAround(node: Node, body: readonly Node[]): number {
  const list = body[0]?.parent
  let at: Node = node
  while (at.parent && at.parent !== list) at = at.parent
  return body.indexOf(at)
}

const LOADING = /\bdotenv\b|\bloadEnvFile\b/

/** The start of a statement, with its decorators and the comments right above it. */
function startWithComments(statement: Node, sourceCode: SourceCode): number {
  const start = startOf(statement)
  const comments = commentsAbove(sourceCode.getTokenByRangeStart(start) ?? statement, sourceCode)
  const apart = comments.findIndex(({ value }) => /^!|@license|@file|copyright|eslint/i.test(value))
  return comments.slice(0, apart === -1 ? comments.length : apart).at(-1)?.range[0] ?? start
}
