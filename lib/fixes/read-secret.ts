import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { byPlace } from '../ast/by-place.js'
import { exits } from '../ast/flow.js'
import { groupBy } from '../ast/group-by.js'
import { moduleStatements } from '../ast/module-statements.js'
import { nodesOf } from '../ast/nodes-of.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { onceForEach, onceForFile } from '../ast/once-for-each.js'
import { endOfStatement, lastTokenOf, tokenFrom } from '../ast/statement-end.js'
import { textAt } from '../ast/text-at.js'
import { isOfOneEnvironment, variableRead } from '../events/environment.js'
import type { SecretWritten } from '../events/events.js'
import { isEnvironmentLoadedLater } from '../events/file-kind.js'
import type { SessionFile } from '../events/file.js'
import { wordsOf } from '../events/names.js'
import { together, type Edit } from './edit.js'
import { environmentText } from './environment-text.js'
import { placeAtStart } from './place-at-start.js'
import { isTaken, variableFor } from './secret-variable.js'
import { declaringWord, endBefore, indentAt, indentOf, quoted, styleOf } from './style.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** How a secret comes out of the source. */
export interface SecretReading {
  readonly edit: Edit | undefined
  /** The variable of the environment that has it then. */
  readonly variable: string
}

/** What is taken out of the source, and the code that reads the secret instead. */
interface Plan {
  readonly replaced: readonly Node[]
  readonly read: string
  readonly variable: string
}

/**
 * Reads a secret from the environment, and lets the program stop at start where the variable is unset. Wherever the
 * file has the same secret it is read from there: what is signed with one must be verified with the same.
 */
export function readSecret(file: SessionFile, secret: SecretWritten): SecretReading {
  return readingOf(file, secret) ?? { edit: undefined, variable: variableFor(secret) }
}

function readingOf(file: SessionFile, secret: SecretWritten): SecretReading | undefined {
  const { list, text } = secret.written
  // What stands first in a list signs; the others are old, and go when nobody has what they have signed.
  const own = replacementOf(secret)
  if (list && (list.elements.length > 1 || !own || list.elements[0] !== wrapped(own.node))) return undefined
  if (isEnvironmentLoadedLater(file.context)) return undefined
  const same = secretsOf(file).get(text) ?? [secret]
  // The repair of the first is the same for all of them.
  if (same.length > MOST_PLACES && same[0] !== secret) return undefined
  return readingsOf(file)(same)
}

/** Each of the secrets with the same text asks. */
const readingsOf = onceForEach((file: SessionFile) => onceForEach((same: readonly SecretWritten[]) => readAll(file, same)))

function readAll(file: SessionFile, same: readonly SecretWritten[]): SecretReading | undefined {
  const plan = planFor(file, same)
  if (!plan) return undefined
  const [only, another] = plan.replaced
  const declarator = only && !another ? declaratorOf(only) : undefined
  return { variable: plan.variable, edit: declarator && only ? readInDeclaration(file, declarator, only, plan) : readAtStart(file.context, plan) }
}

function planFor(file: SessionFile, same: readonly SecretWritten[]): Plan | undefined {
  const { context } = file
  const { sourceCode } = context
  const [first] = same
  const readings = same.map((one) => replacementOf(one))
  const replaced = readings.flatMap((reading) => (reading ? [reading.node] : []))
  const reads = [...new Set(readings.map((reading) => reading?.read && sourceCode.getText(reading.read)))]
  // What one environment has need not be set in the others, where the program would stop.
  if (replaced.some((node) => isOfOneEnvironment(node, sourceCode))) return undefined
  if (!first || replaced.length < same.length || reads.length > 1 || isWrittenElsewhere(sourceCode, first.written.text, same.map(({ node }) => node))) return undefined
  const found = readings[0]?.read
  const variable = (found && namesRead(found)) ?? variableFor(first)
  if (!found && isTaken(file, variable, first)) return undefined
  const read = found ? sourceCode.getText(found) : environmentText(context, variable)
  return read === undefined ? undefined : { replaced, read, variable }
}

/** Where a secret stands more often than this, a repair of each place would be as long as the file. */
const MOST_PLACES = 100

/** The secrets of a file by their texts. */
const secretsOf = onceForEach((file: SessionFile) => groupBy(file.of('secretWritten'), ({ written }) => written.text))

/** What gives way, and what is read instead where the source reads it already; undefined where neither can be told. */
function replacementOf({ missing, node, written: { stepsInFor } }: SecretWritten): { node: Node; read?: Node } | undefined {
  if (!stepsInFor) return missing === undefined && node.parent?.type !== 'TSEnumMember' ? { node: constant(node) } : undefined
  const choice = wrapped(node).parent
  if (!choice || choice !== stepsInFor.parent || namesRead(stepsInFor) === undefined) return undefined
  // In `A || (B || 'text')` the program can do without B.
  const outer = wrapped(choice).parent?.type
  return outer === 'LogicalExpression' || outer === 'ConditionalExpression' ? undefined : { node: choice, read: stepsInFor }
}

/** `'text' as const` is no text any more without the text. */
function constant(node: Node): Node {
  return node.parent?.type === 'TSAsExpression' ? node.parent : node
}

/** The variable that is read, or the first of several. */
function namesRead(node: Node): string | undefined {
  const expression = unwrap(node)
  if (expression.type !== 'LogicalExpression') return variableRead(expression)
  const [first, second] = [namesRead(expression.left), namesRead(expression.right)]
  return second === undefined ? undefined : first
}

/** Whether the text stands in places that nobody knows to be the same secret. */
function isWrittenElsewhere(sourceCode: SourceCode, text: string, known: readonly Node[]): boolean {
  const places = textsOf(sourceCode).get(text) ?? []
  const placesIn = byPlace(places, (place) => place)
  return new Set(known.flatMap(placesIn)).size < places.length
}

/** All texts of a file, and where they stand. */
const textsOf = onceForFile((sourceCode) => groupBy<string | undefined, Node>(nodesOf(sourceCode, 'Literal', 'TemplateLiteral'), textAt))

/** The constant of the module that is nothing but the secret. */
function declaratorOf(replaced: Node): (TSESTree.VariableDeclarator & { id: TSESTree.Identifier }) | undefined {
  const { parent } = wrapped(replaced)
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || parent.parent.declarations.length > 1) return undefined
  const list = parent.parent.parent
  return list.type === 'Program' || list.type === 'ExportNamedDeclaration' ? { ...parent, id: parent.id } : undefined
}

/** `const secret = process.env.SECRET`, and behind it what stops the program. */
function readInDeclaration(file: SessionFile, { id, parent }: { id: TSESTree.Identifier; parent: Node }, replaced: Node, { read, variable }: Plan): Edit {
  const { bindings, isTypeScript, sourceCode } = file.context
  const style = styleOf(sourceCode)
  const statement = parent.parent?.type === 'ExportNamedDeclaration' ? parent.parent : parent
  const uses = bindings.variable(id)?.references.map(({ identifier }) => identifier) ?? []
  const isText = isTypeScript && (statement !== parent || Boolean(id.typeAnnotation) || uses.some(isWithoutNarrowing))
  const place = endOfStatement(statement, sourceCode)
  const last = lastTokenOf(statement, sourceCode)
  const next = last && sourceCode.getTokenAfter(last)
  const end = endBefore(next?.value ?? '', style)
  return (fixer) => [
    fixer.replaceText(replaced, isText ? `${read} ?? ${quoted('', style)}` : read),
    fixer.insertTextAfterRange([place, place], `${style.lineBreak}${indentOf(statement, sourceCode)}${stop(id.name, variable, sourceCode)}${end}`),
  ]
}

/** The secret is read where the module starts, and used by its name where it was written. */
function readAtStart({ isTypeScript, sourceCode }: SessionFile['context'], { read, replaced, variable }: Plan): Edit | undefined {
  const style = styleOf(sourceCode)
  const [first] = replaced
  const known = first && constantWith(moduleStatements(first, sourceCode) ?? [], sourceCode, read)
  if (known !== undefined) return named(replaced, known)
  const name = freeName(sourceCode, variable)
  const start = placeAtStart(sourceCode, replaced)
  if (start === undefined) return undefined
  const isText = isTypeScript && replaced.some(isWithoutNarrowing)
  const declaration = `${declaringWord(sourceCode)} ${name} = ${read}${isText ? ` ?? ${quoted('', style)}` : ''}${style.semicolon}`
  const end = endBefore(tokenFrom(start, sourceCode)?.value ?? '', style)
  const indent = indentAt(start, sourceCode)
  const text = [declaration, `${indent}${stop(name, variable, sourceCode)}${end}`, '', indent].join(style.lineBreak)
  return together((fixer) => [fixer.insertTextBeforeRange([start, start], text)], named(replaced, name))
}

function named(replaced: readonly Node[], name: string): Edit {
  return (fixer) => replaced.map((node) => fixer.replaceText(node, name))
}

function stop(name: string, variable: string, sourceCode: SourceCode): string {
  return `if (!${name}) throw new Error(${quoted(`${variable} is not set`, styleOf(sourceCode))})`
}

/** Whether TypeScript forgets there that a constant was looked at: functions that are declared run at any time. */
function isWithoutNarrowing(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'ClassBody' || at.type === 'FunctionDeclaration') return true
  return false
}

/** A constant of the module that has what is read, and without which the module stops. */
function constantWith(body: readonly Node[], sourceCode: SourceCode, read: string): string | undefined {
  const getText = (node: Node) => sourceCode.getText(node)
  for (const [index, statement] of body.entries()) {
    const [declarator] = statement.type === 'VariableDeclaration' ? statement.declarations : []
    const next = body[index + 1]
    if (declarator?.id.type !== 'Identifier' || !declarator.init || next?.type !== 'IfStatement' || !exits(next.consequent)) continue
    const isSame = getText(declarator.init).replace(/ \?\? ''$| \?\? ""$/, '') === read
    if (isSame && getText(next.test) === `!${declarator.id.name}`) return declarator.id.name
  }
  return undefined
}

/** `sessionSecret` for `SESSION_SECRET`, or a name like it that nothing in the file has. */
function freeName(sourceCode: SourceCode, variable: string): string {
  const words = wordsOf(variable).split(' ')
  const name = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('')
  const taken = takenNames(sourceCode)
  const candidates = [name, `${name}Setting`, `${name}Value`, `${name}FromEnvironment`]
  return candidates.find((candidate) => !taken.has(candidate)) ?? `${name}2`
}

/** The names that anything in a file has; asked for each of its secrets. */
const takenNames = onceForFile(({ scopeManager }): ReadonlySet<string> => {
  const declared = (scopeManager?.scopes ?? []).flatMap((scope) => [...scope.set.keys()])
  const undeclared = (scopeManager?.globalScope?.through ?? []).map(({ identifier }) => String('name' in identifier ? identifier.name : ''))
  return new Set([...declared, ...undeclared])
})
