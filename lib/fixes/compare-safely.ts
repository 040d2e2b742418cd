import type { TSESLint } from '@typescript-eslint/utils'
import { lastName } from '../ast/last-name.js'
import { endOfStatements, moduleStatements } from '../ast/module-statements.js'
import { unwrap, type Node } from '../ast/nodes.js'
import type { TokensCompared } from '../events/events.js'
import type { FileContext } from '../events/file-context.js'
import { isOfBun, isWithoutNode } from '../events/file-kind.js'
import { importOf } from './add-import.js'
import { together, type Edit } from './edit.js'
import { declaringWord, indentOf, quoted, styleOf } from './style.js'

type SourceCode = Readonly<TSESLint.SourceCode>

const NAME = 'isSameToken'

/**
 * Compares with `timingSafeEqual`, by a function that is added to the file: what a request brings may be missing, no
 * text at all, or of another length, and for each of these the comparison would throw. Undefined where Node's
 * cryptography may be missing, and where more than two texts can be the same: `==` takes a number for its text.
 */
export function compareSafely(context: FileContext, { by, comparison, sides: [left, right] }: TokensCompared): Edit | undefined {
  const { bindings, filename, sourceCode } = context
  if ((by !== '===' && by !== '!==') || (isWithoutNode(context) && !isOfBun(context)) || isBytes(left) || isBytes(right)) return undefined
  const compared = (name: string): Edit => {
    const call = `${by === '!==' ? '!' : ''}${name}(${sourceCode.getText(left)}, ${sourceCode.getText(right)})`
    return (fixer) => [fixer.replaceText(comparison, call)]
  }
  const statements = moduleStatements(comparison, sourceCode) ?? []
  const [first] = statements
  if (!first) return undefined
  if (hasFunction(statements, sourceCode)) return compared(NAME)

  const end = endOfStatements(statements, sourceCode)
  const found = importOf(sourceCode, bindings, comparison, { module: 'node:crypto', name: 'timingSafeEqual' }, filename)
  if (!found) return undefined
  const name = freeName(sourceCode)
  const added: Edit = (fixer) => [fixer.insertTextAfterRange([end, end], functionText(name, found.code, context, indentOf(first, sourceCode)))]
  return together(found.edit ?? (() => []), compared(name), added)
}

/** A digest without an encoding is no text. */
function isBytes(node: Node): boolean {
  const expression = unwrap(node)
  return expression.type === 'CallExpression' && expression.arguments.length === 0 && lastName(expression.callee) === 'digest'
}

function functionText(name: string, timingSafeEqual: string, { isTypeScript, sourceCode }: FileContext, outerIndent: string): string {
  const style = styleOf(sourceCode)
  const { indent, lineBreak, semicolon } = style
  const word = declaringWord(sourceCode)
  const text = quoted('string', style)
  const [given, result] = isTypeScript ? [': unknown', ': boolean'] : ['', '']
  const body = [
    `if (typeof given !== ${text} || typeof expected !== ${text}) return false`,
    `${word} left = Buffer.from(given)`,
    `${word} right = Buffer.from(expected)`,
    `return left.length === right.length && ${timingSafeEqual}(left, right)`,
  ]
  const lines = [`function ${name}(given${given}, expected${given})${result} {`, ...body.map((line) => `${indent}${line}${semicolon}`), '}']
  return `${lineBreak}${lineBreak}${lines.map((line) => `${outerIndent}${line}`).join(lineBreak)}`
}

function hasFunction(statements: readonly Node[], sourceCode: SourceCode): boolean {
  return statements.some(
    (statement) => statement.type === 'FunctionDeclaration' && statement.id?.name === NAME && sourceCode.getText(statement).includes('timingSafeEqual'),
  )
}

function freeName({ scopeManager }: SourceCode): string {
  const isTaken = (name: string) => scopeManager?.scopes.some((scope) => scope.set.has(name)) === true
  return [NAME, `${NAME}Safely`].find((name) => !isTaken(name)) ?? `${NAME}InConstantTime`
}
