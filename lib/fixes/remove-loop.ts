import type { TSESTree } from '@typescript-eslint/utils'
import { lastName } from '../ast/last-name.js'
import { isInside, statementAround, statementsOf, unwrap, type Node } from '../ast/nodes.js'
import { commentBehind, endOfStatement } from '../ast/statement-end.js'
import type { Variable } from '../ast/variables.js'
import { walk } from '../ast/walk.js'
import type { FileContext } from '../events/file-context.js'
import type { Edit } from './edit.js'

/** A variable that loops fill piece by piece, and nothing else. */
export interface FilledVariable {
  readonly variable: Variable
  readonly declarator: TSESTree.VariableDeclarator
  /** The statements that fill it. */
  readonly statements: readonly Node[]
}

/** The variables in an expression that are put together by loops: `id` in `id`, `parts` in `parts.join('')`. */
export function variablesIn({ bindings, sourceCode }: FileContext, expression: Node): readonly Variable[] {
  const found = new Set<Variable>()
  walk(expression, sourceCode.visitorKeys, (node) => {
    const variable = node.type === 'Identifier' ? bindings.variable(node) : undefined
    if (variable && (isAddedTo(variable) || isPushedTo(variable))) found.add(variable)
    return true
  })
  return [...found]
}

/** How a variable is filled; undefined where that has other effects too. */
export function filledVariable(variable: Variable): FilledVariable | undefined {
  const [definition] = variable.defs
  const declarator = definition?.type === 'Variable' ? definition.node : undefined
  const declaration = declarator && statementAround(declarator)
  if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length !== 1 || !declarator) return undefined
  const siblings: readonly Node[] = statementsOf(declaration.parent)
  const fillings = variable.references.map(({ identifier }) => identifier).filter(isFilling)
  const statements = siblings.filter((statement) => fillings.some((filling) => isInside(filling, statement)))
  const isWhole = fillings.every((filling) => statements.some((statement) => isInside(filling, statement)))
  if (!isWhole || !statements.every((statement) => onlyFills(statement, fillings))) return undefined
  return { variable, declarator, statements }
}

/** The declarations of constants that nothing uses any more when some nodes are gone: `const ALPHABET = 'abc'`. */
export function unusedWithout({ bindings, sourceCode }: FileContext, gone: readonly Node[]): readonly Node[] {
  const left = [...gone]
  // What a declaration used may be unused without it.
  for (const node of left) {
    walk(node, sourceCode.visitorKeys, (part) => {
      const [definition] = (part.type === 'Identifier' && bindings.variable(part)?.defs) || []
      const declaration = definition?.type === 'Variable' ? definition.parent : undefined
      if (declaration && !left.some((other) => isInside(declaration, other)) && isUsedOnlyIn(declaration, left, sourceCode)) left.push(declaration)
      return true
    })
  }
  return left.slice(gone.length)
}

/** Takes statements away with their lines. */
export function removeStatements({ sourceCode }: FileContext, statements: readonly Node[]): Edit {
  const { text } = sourceCode
  return (fixer) =>
    statements.map((statement) => {
      const [start, end] = [statement.range[0], endOfStatement(statement, sourceCode)]
      const lineStart = text.lastIndexOf('\n', start - 1) + 1
      const nextLine = text.indexOf('\n', end)
      const isAlone = text.slice(lineStart, start).trim() === '' && nextLine !== -1 && text.slice(end, nextLine).trim() === ''
      return fixer.removeRange(isAlone ? [lineStart, nextLine + 1] : [start, end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0)])
    })
}

function isAddedTo(variable: Variable): boolean {
  return variable.references.some(({ identifier, init }) => !init && isFilling(identifier) && identifier.parent.type === 'AssignmentExpression')
}

function isPushedTo(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => isFilling(identifier) && identifier.parent.type === 'MemberExpression')
}

/** `id` in `id += …` and `id = id + …`, `parts` in `parts.push(…)`, `hash` in `hash.update(…)`. */
function isFilling(identifier: Node): boolean {
  const { parent } = identifier
  if (parent?.type === 'AssignmentExpression') return parent.left === identifier
  const isPush = parent?.type === 'MemberExpression' && parent.object === identifier && parent.property.type === 'Identifier' && FILLING.has(parent.property.name)
  return isPush && parent.parent.type === 'CallExpression'
}

const FILLING = new Set(['push', 'update'])

/** Whether a statement is a loop, or the addition itself, without anything beside it. */
function onlyFills(statement: Node, fillings: readonly Node[]): boolean {
  switch (statement.type) {
    case 'ForStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return onlyFills(statement.body, fillings)
    case 'BlockStatement':
      return statement.body.every((inner) => inner.type === 'VariableDeclaration' || onlyFills(inner, fillings))
    case 'ExpressionStatement':
      return fillings.some((filling) => isInside(filling, statement) && statement.range[0] === filling.range[0])
    default:
      return false
  }
}

/** A declaration of something simple, of which nothing is left when some nodes are gone. */
function isUsedOnlyIn(declaration: TSESTree.VariableDeclaration, gone: readonly Node[], sourceCode: FileContext['sourceCode']): boolean {
  const isStatement = declaration.parent.type === 'BlockStatement' || (declaration.parent.type === 'Program' && !hasComment(declaration, sourceCode))
  const variables = sourceCode.scopeManager?.getDeclaredVariables(declaration) ?? []
  // Names of a script are there for the other scripts of its page.
  if (!isStatement || variables.some(({ scope }) => scope.type === 'global')) return false
  const uses = variables.flatMap(({ references }) => references.filter((reference) => !reference.init).map(({ identifier }) => identifier))
  const isGone = (use: Node) => isInside(use, declaration) || gone.some((node) => isInside(use, node))
  return declaration.declarations.every(({ init }) => init && isSimple(init)) && uses.length > 0 && uses.every(isGone)
}

/** What is said about a constant may be about more than that. */
function hasComment(declaration: Node, sourceCode: FileContext['sourceCode']): boolean {
  const [above] = sourceCode.getCommentsBefore(declaration).slice(-1)
  return above?.loc.end.line === declaration.loc.start.line - 1 || commentBehind(declaration, sourceCode) !== undefined
}

/** `'abc'`, `characters.length`, `'abc'.split('')`, `getRandomValues(new Uint8Array(8))`: nothing happens when it is not made. */
function isSimple(value: Node): boolean {
  const node = unwrap(value)
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
      return true
    case 'MemberExpression':
      return isSimple(node.object)
    case 'TemplateLiteral':
      return node.expressions.every(isSimple)
    case 'ArrayExpression':
      return node.elements.every((element) => element === null || isSimple(element))
    case 'SpreadElement':
      return isSimple(node.argument)
    case 'BinaryExpression':
      return isSimple(node.left) && isSimple(node.right)
    case 'CallExpression':
      return /^(?:concat|split|randomBytes|getRandomValues)$/.test(lastName(node.callee) ?? '') && isSimple(node.callee) && node.arguments.every(isSimple)
    case 'NewExpression':
      return /Array$/.test(lastName(node.callee) ?? '') && node.arguments.every(isSimple)
    default:
      return false
  }
}
