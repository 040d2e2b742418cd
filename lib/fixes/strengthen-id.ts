import { lastName } from '../ast/last-name.js'
import { isFunction, isInside, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { onceForFile } from '../ast/once-for-each.js'
import { textAt } from '../ast/text-at.js'
import { timesWritten } from '../ast/times-written.js'
import type { Worth } from '../events/entropy.js'
import type { SessionIdGenerated } from '../events/events.js'
import type { FileContext } from '../events/file-context.js'
import { wordsOf } from '../events/names.js'
import { isDrawnBefore, placeToDraw, type PlaceToDraw } from './draw-once.js'
import { together, type Edit } from './edit.js'
import { raiseLength } from './raise-length.js'
import { filledVariable, removeStatements, unusedWithout, variablesIn } from './remove-loop.js'
import { styleOf } from './style.js'
import { secretFor, type Secret } from './write-secret.js'

/** How a session ID becomes one that nobody guesses. */
export interface Strengthening {
  readonly edit: Edit | undefined
  /** Whether the program takes the longer text: it is no number, and no field in sight is too narrow. */
  readonly isProved: boolean
  /** What to write, as a message says it. */
  readonly instead: string
}

/** Draws an ID of 256 bits: where it was too short, by drawing more; else instead of the whole expression. */
export function strengthenId(context: FileContext, event: SessionIdGenerated): Strengthening {
  const raised = raiseLength(context, event.worth)
  if (raised) return { edit: raised.edit, isProved: !isFixedWidth(context, event), instead: raised.name }
  const place = isFoundAgain(context, event) ? undefined : placeToDraw(context, event)
  const { value } = place ?? event
  const secret = secretFor(context, value, place?.form === 'bytes' ? 'bytes' : 'text')
  if (!secret || !place || !isTypeKept(context, value)) return { edit: undefined, isProved: false, instead: secret?.name ?? 'a cryptographic generator' }
  return draw(context, { ...event, ...place }, secret)
}

function draw(context: FileContext, event: SessionIdGenerated & PlaceToDraw, secret: Secret): Strengthening {
  const { form, isText, worth } = event
  const replaced = replace(context, event, secret)
  const isSameForm = (form === 'text' && !isObjectId(worth)) || form === 'bytes' || isText
  const isProved = isSameForm && replaced.isClean && !isFixedWidth(context, event) && !isCountedElsewhere(context, event)
  return { edit: together(secret.edit ?? NOTHING, replaced.edit), isProved, instead: secret.name }
}

/**
 * What is made of the user alone is made again to be compared, and what is encoded is turned back:
 * a value from a generator would never match. A library that asks for IDs stores what it gets.
 */
function isFoundAgain(context: FileContext, { told, worth }: SessionIdGenerated): boolean {
  if (told === 'library') return false
  return worth.sources.every((source) => source.weakness === 'user' || (source.weakness === 'encoding' && !source.isHashed) || isDrawnBefore(context, source))
}

/** Its text is read back into an object by the database. */
function isObjectId({ sources }: Worth): boolean {
  return sources.some(({ use }) => use?.gives.form === 'object' && use.gives.weakness === 'counter')
}

/** Whether a counter is used in other places too, which would no longer have the same number. */
function isCountedElsewhere({ bindings, sourceCode }: FileContext, { value, worth }: SessionIdGenerated): boolean {
  return worth.sources.some(({ nodes: [node], use, weakness }) => {
    if (weakness !== 'counter' || use) return false
    const counter = node.type === 'UpdateExpression' ? node.argument : node
    const variable = counter.type === 'Identifier' ? bindings.variable(counter) : undefined
    if (!variable) return timesWritten(sourceCode.getText(counter), sourceCode) > 1
    return variable.references.some(({ identifier, init }) => !init && !isInside(identifier, value))
  })
}

const NOTHING: Edit = () => []

interface Replacement {
  readonly edit: Edit | undefined
  /** Whether nothing of the old way stays behind. */
  readonly isClean: boolean
}

function replace(context: FileContext, { isFunction: isHandedOn, value }: SessionIdGenerated, secret: Secret): Replacement {
  if (isHandedOn) return { edit: replaceText(propertyOf(value) ?? value, functionText(context, value, secret)), isClean: true }
  const filled = variablesIn(context, value)
  if (filled.length === 0) {
    const unused = unusedWithout(context, [value])
    return { edit: together(replaceText(wrapped(value), withAffixes(context, value, secret)), removeStatements(context, unused)), isClean: true }
  }
  return replaceFilled(context, value, filled, secret)
}

/** A text that loops put together: the loops go, and the text is drawn where it was begun. */
function replaceFilled(context: FileContext, value: Node, filled: ReturnType<typeof variablesIn>, secret: Secret): Replacement {
  const [variable] = filled
  const found = variable && filled.length === 1 ? filledVariable(variable) : undefined
  const whole = replaceText(wrapped(value), withAffixes(context, value, secret))
  if (!found?.declarator.init) return { edit: whole, isClean: false }
  const uses = found.variable.references.map(({ identifier }) => identifier).filter((use) => !found.statements.some((statement) => isInside(use, statement)))
  const isOnlyHere = uses.every((use) => isInside(use, value) || isInside(use, found.declarator))
  // Others that read the text shall have the same.
  if (unwrap(value).type === 'Identifier' || (!isOnlyHere && textAt(found.declarator.init) !== undefined)) {
    const gone = [...found.statements, ...unusedWithout(context, found.statements)]
    const begun = replaceText(found.declarator.init, secret.code)
    return { edit: together(begun, declareConstant(context, found.declarator), removeStatements(context, gone)), isClean: true }
  }
  if (!isOnlyHere) return { edit: undefined, isClean: false }
  const gone = [found.declarator.parent, ...found.statements]
  return { edit: together(whole, removeStatements(context, [...gone, ...unusedWithout(context, [value, ...gone])])), isClean: true }
}

/** `let id = ''` becomes a `const`: it is written once now. */
function declareConstant({ sourceCode }: FileContext, declarator: Node): Edit {
  const keyword = declarator.parent && sourceCode.getFirstToken(declarator.parent)
  return keyword?.value === 'let' ? (fixer) => [fixer.replaceText(keyword, 'const')] : NOTHING
}

function replaceText(node: Node, text: string): Edit {
  return (fixer) => [fixer.replaceText(node, text)]
}

/** `{ genid }` is a property without a value of its own. */
function propertyOf(value: Node): Node | undefined {
  return value.parent?.type === 'Property' && value.parent.shorthand ? value.parent : undefined
}

function functionText({ sourceCode }: FileContext, value: Node, { code }: Secret): string {
  const { callbacks, semicolon } = styleOf(sourceCode)
  const text = callbacks === 'arrow' ? `() => ${code}` : `function () { return ${code}${semicolon} }`
  return value.parent?.type === 'Property' && value.parent.shorthand ? `${sourceCode.getText(value)}: ${text}` : text
}

/** What is written out before and behind the guessable parts stays: `sess_` in `sess_${Date.now()}`. */
function withAffixes({ sourceCode }: FileContext, value: Node, { code }: Secret): string {
  const node = unwrap(value)
  if (node.type === 'TemplateLiteral') {
    const [first, last] = [node.quasis[0]?.value.raw ?? '', node.quasis.at(-1)?.value.raw ?? '']
    return first === '' && last === '' ? code : `\`${first}\${${code}}${last}\``
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return code
  const operands = operandsOf(node)
  const isWritten = (operand: Node | undefined): operand is Node => operand?.type === 'Literal' && typeof operand.value === 'string' && operand.value !== ''
  const [first, last] = [operands[0], operands.at(-1)]
  const parts = [...(isWritten(first) ? [sourceCode.getText(first)] : []), code, ...(isWritten(last) ? [sourceCode.getText(last)] : [])]
  return parts.join(' + ')
}

function operandsOf(node: Node): Node[] {
  return node.type === 'BinaryExpression' && node.operator === '+' ? [...operandsOf(node.left), ...operandsOf(node.right)] : [node]
}

/** Whether a type that is written there, if one is, takes any text. */
function isTypeKept({ sourceCode }: FileContext, value: Node): boolean {
  // Parsers disagree: where no type is written, the field is null, undefined or missing.
  const type = declaredType(value)
  return !type || /^:\s*(?:Promise<)?(?:string|any|unknown|Buffer|Uint8Array)\b/.test(sourceCode.getText(type))
}

function declaredType(value: Node): Node | null | undefined {
  for (let at: Node | undefined = value; at; at = at.parent) {
    if (isFunction(at)) return at.returnType
    if (at.type === 'VariableDeclarator') return at.id.typeAnnotation
    if (at.type === 'PropertyDefinition') return at.typeAnnotation
    if (at.type === 'AssignmentPattern') return at.left.type === 'Identifier' ? at.left.typeAnnotation : undefined
    if (at.type.endsWith('Statement')) return at.type === 'ReturnStatement' ? declaredTypeOfReturn(at) : undefined
  }
  return undefined
}

function declaredTypeOfReturn(statement: Node): Node | null | undefined {
  for (let at = statement.parent; at; at = at.parent) if (isFunction(at)) return at.returnType
  return undefined
}

/** Whether the file shows a place that a longer text does not fit into: a column, a length that is asked for, padding. */
function isFixedWidth(context: FileContext, { sink, value }: SessionIdGenerated): boolean {
  if (isPadded(value) || isDecorated(context, value)) return true
  return [sink, holderOf(value)].some((name) => name !== undefined && hasWidth(name, value, context.sourceCode))
}

/** Whether a file says outside of a value how long the text of a name is. */
function hasWidth(name: string, { range: [start, end] }: Node, sourceCode: FileContext['sourceCode']): boolean {
  const { text } = sourceCode
  const known = widthsOf(sourceCode)
  const patterns = known.get(name) ?? widthPatterns(name).filter((pattern) => pattern.test(text))
  known.set(name, patterns)
  if (patterns.length === 0) return false
  const others = text.slice(0, start) + text.slice(end)
  return patterns.some((pattern) => pattern.test(others))
}

/** How a file says the lengths of names: it may give a thousand IDs the same one. */
const widthsOf = onceForFile(() => new Map<string, readonly RegExp[]>())

function widthPatterns(name: string): readonly RegExp[] {
  const names = spellingsOf(name).join('|')
  if (names === '') return []
  return [
    new RegExp(`(?<![\\w$])(?:${names})\\??\\.length\\s*(?:[!=]==?|[<>])`, 'i'),
    new RegExp(`(?<![\\w$])(?:${names})\\b[^\\n]{0,100}?(?:\\b(?:var)?char(?:acter)?(?: varying)?\\s*\\(\\s*\\d|\\bstring\\s*\\(\\s*\\d|length\\s*[:(]\\s*\\d|type\\s*:\\s*['"]uuid|\\(\\s*['"]uuid['"]|\\bDataTypes\\.UUID|\\buuid (?:primary|not|default|references))`, 'i'),
  ]
}

/** A name as code and as columns spell it, for a pattern. */
function spellingsOf(name: string): string[] {
  const own = /(?<![\w$])[\w$]+$/.exec(name)?.[0]
  if (own === undefined || own.length < 3) return []
  return [...new Set([own, wordsOf(own).replaceAll(' ', '_')])].map((spelling) => spelling.replaceAll('$', '\\$'))
}

/** The name of the variable or property that holds a value. */
function holderOf(value: Node): string | undefined {
  const { parent } = wrapped(value)
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name
  const isProperty = parent?.type === 'Property' || parent?.type === 'PropertyDefinition'
  return isProperty && parent.key.type === 'Identifier' ? parent.key.name : undefined
}

/** `….padStart(12, '0')` */
function isPadded(value: Node): boolean {
  const node = unwrap(value)
  return node.type === 'CallExpression' && /^pad(?:Start|End)$/.test(lastName(node.callee) ?? '')
}

/** `@Column({ length: 16 })`, `@Length(8)`, `@IsUUID()` */
function isDecorated({ sourceCode }: FileContext, value: Node): boolean {
  const { parent } = wrapped(value)
  if (parent?.type !== 'PropertyDefinition') return false
  return (parent.decorators ?? []).some((decorator) => /\d|uuid/i.test(sourceCode.getText(decorator)))
}
