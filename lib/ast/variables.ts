import type { TSESLint } from '@typescript-eslint/utils'
import { statementAround, type Node } from './nodes.js'
import { patternAround } from './patterns.js'

type SourceCode = Readonly<TSESLint.SourceCode>
export type Variable = TSESLint.Scope.Variable

/** The variables of a file, in all scopes. */
export function variablesIn({ scopeManager }: SourceCode): readonly Variable[] {
  return scopeManager?.scopes.flatMap(({ variables }) => variables) ?? []
}

/** The variables that names stand for where they are used, as far as they are declared in the file; looked up one by one, each takes a way through all scopes around it. */
export function variablesByUse({ scopeManager }: SourceCode): ReadonlyMap<Node, Variable> {
  const found = new Map<Node, Variable>()
  for (const { references } of scopeManager?.scopes ?? []) {
    for (const { identifier, resolved } of references) if (resolved) found.set(identifier, resolved)
  }
  return found
}

/** The places where a variable is read. */
export function usesOf(variable: Variable | undefined): Node[] {
  return (variable?.references ?? []).filter((reference) => !reference.isWrite()).map((reference) => reference.identifier)
}

/** The writes that give a variable its value, without defaults in patterns: `const { session = {} } = req`. */
export function writesOf(variable: Variable): TSESLint.Scope.Reference[] {
  return variable.references.filter((reference) => reference.isWrite() && !isDefault(reference))
}

function isDefault({ identifier, writeExpr }: TSESLint.Scope.Reference): boolean {
  const { parent } = identifier
  return parent?.type === 'AssignmentPattern' && parent.left === identifier && parent.right === writeExpr
}

/** The expression that a variable holds wherever it is read. */
export function heldBy(variable: Variable): Node | undefined {
  const [write, another] = variable.references.filter((reference) => reference.isWrite())
  if (!write?.writeExpr || another || patternAround(write.identifier) !== write.identifier) return undefined
  return write.init === true || isWrittenAtOnce(write.identifier, variable) ? write.writeExpr : undefined
}

/** `let options; options = {…}`: nothing can come between the declaration and the one write. */
function isWrittenAtOnce(target: Node, variable: Variable): boolean {
  const [definition] = variable.defs
  const declaration = definition && statementAround(definition.name)
  const statement = statementAround(target)
  return (
    statement?.type === 'ExpressionStatement' &&
    statement.expression === target.parent &&
    declaration !== undefined &&
    declaration.parent === statement.parent
  )
}

/** Whether a variable gets another value than its first. */
export function isReassigned(variable: Variable): boolean {
  return variable.references.some((reference) => reference.isWrite() && reference.init !== true)
}
