import type { TSESTree } from '@typescript-eslint/utils'
import { functionAround, isBranch, isInside, statementAround, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { textInParentheses } from '../ast/parentheses.js'
import { lineOfStatement } from '../ast/statement-end.js'
import { walk } from '../ast/walk.js'
import type { CookieCleared } from '../events/events.js'
import type { FileContext } from '../events/file-context.js'
import { isServerAction } from '../events/file-kind.js'
import type { SessionFile } from '../events/file.js'
import type { LeftRecord } from '../events/left-records.js'
import { importOf } from './add-import.js'
import { together, type Edit } from './edit.js'
import { repeated } from './repeat-expression.js'
import { isCaught } from './run-after.js'
import { failureAt, isAwaited, type OperationEdit } from './run-session-operation.js'
import { sessionIdAt, type SessionIdText } from './session-id-at.js'
import { endBefore, indentOf, styleOf, type Style } from './style.js'
import { isVisibleAt, variableAt } from './visible-at.js'

/** Statements with what they need elsewhere in the file. */
interface Deletion {
  readonly statements: readonly string[]
  readonly needs: Edit | undefined
}

/**
 * Takes the record of a session out of the program's own store, before its cookie is deleted. Undefined where the
 * file does not show how the logout gets at the ID, or where the record is used after that.
 */
export function deleteRecordBefore(file: SessionFile, cleared: CookieCleared, left: LeftRecord): OperationEdit | undefined {
  const { context, handlers } = file
  const { handler, write } = cleared
  const owner = functionAround(write)
  const id = left.isSame ? sessionIdAt(file, cleared, left, write) : undefined
  const deletion = id && deletionAt(file, left, id, write)
  if (!owner || !id || !deletion || isReadLater(context, left, write, owner)) return undefined
  const isPromise = left.record.store.deletion.ends === 'promise'
  if ((isPromise || id.isAwaited) && (!owner.async || owner.generator)) return undefined

  const isCalledByServer = owner === handler && (isServerAction(owner, context) || isAwaited(file, owner, handlers.callerOf(owner)))
  const isAnswered = !isPromise || isCaught(write, owner) || isCalledByServer
  const fail = isAnswered ? undefined : failureAt(file, write, handlers.serverOf(owner))
  const lines = fail ? attempted(context, deletion.statements, fail) : deletion.statements
  const from = statementAround(write)
  const insertion = from ? insertBefore(context, from, lines) : insertBeforeBody(context, owner, lines)
  const edit = insertion && together(deletion.needs ?? NOTHING, insertion)
  return edit && { edit, isSafe: (isAnswered || fail !== undefined) && left.record.certainty === 'proved' }
}

/** The deletion of the record as a message says it: `sessions.delete(…)`. */
export function deletionText(context: FileContext, { record }: LeftRecord): string {
  return record.store.deletion.named.replace(/\{(\w+)\}/g, (_, word: string) => partText(context, record, word) ?? record.name)
}

const NOTHING: Edit = () => []

/** The code that deletes the record; undefined where a part of it means something else at this place. */
function deletionAt(file: SessionFile, left: LeftRecord, id: SessionIdText, at: Node): Deletion | undefined {
  const { bindings, filename, sourceCode } = file.context
  const { record } = left
  const { code, ends, needs } = record.store.deletion
  const column = left.id?.column
  const leading = leadingAt(file, record, at)
  const key = code?.includes('{key}') === true ? keyAt(file.context, left, id, at) : ''
  if (code === undefined || key === undefined || !leading) return undefined
  if (code.includes('{column}') && (column === undefined || !/^[A-Za-z_$][\w$]*$/.test(column))) return undefined
  const needed = needs && importOf(sourceCode, bindings, at, needs, filename)
  if (needs && !needed) return undefined

  // An ID that is missing, or an object with operators in it, must not become a condition that fits other records.
  const name = id.isPlain ? id.code : freeName(sourceCode, at)
  const words = new Map([...leading, ['column', column], ['id', `String(${name})`], ['key', key]])
  const named = needs && needed ? code.replace(`${needs.name}(`, `${needed.code}(`) : code
  const text = named.replaceAll("'", styleOf(sourceCode).quote).replace(/\{(\w+)\}/g, (_, word: string) => words.get(word) ?? '')
  const call = ends === 'promise' ? `await ${text}` : text
  const declaration = id.isPlain ? [] : [`const ${name} = ${id.code}`]
  return { statements: code.includes('{id}') ? [...declaration, `if (${name}) ${call}`] : [call], needs: needed?.edit }
}

/** A name for the ID that nothing at a place has. */
function freeName(sourceCode: FileContext['sourceCode'], at: Node): string {
  return ['sessionId', 'sessionToken', 'oldSessionId'].find((name) => variableAt(sourceCode, at, name) === undefined) ?? 'endedSessionId'
}

/** By its word, what leads to the store, as it is written at this place; undefined where something does not lead there. */
function leadingAt(file: SessionFile, { parts, place }: LeftRecord['record'], at: Node): ReadonlyMap<string, string> | undefined {
  const leading = new Map<string, string>()
  const named = (['client', 'store', 'table'] as const).flatMap((word) => (parts.get(word) ?? []).map((part) => [word, part] as const))
  for (const [word, part] of [['place', place] as const, ...named]) {
    const text = isVisibleAt(file.context, part, at) ? file.context.sourceCode.getText(part) : repeated(file, part, at)
    if (text === undefined) return undefined
    leading.set(word, text)
  }
  return leading
}

function partText({ sourceCode }: FileContext, { parts, place }: LeftRecord['record'], word: string): string | undefined {
  const [part] = word === 'place' ? [place] : ([...parts].find(([name]) => name === word)?.[1] ?? [])
  return part && sourceCode.getText(part)
}

/** The key of the record, put together as where it was written, with the ID of this request. */
function keyAt(context: FileContext, { id, record }: LeftRecord, { code, isTyped }: SessionIdText, at: Node): string | undefined {
  const { isTypeScript, sourceCode } = context
  if (!id) return undefined
  const own = wrapped(id.expression)
  const whole = wholeKey(context, own)
  // A cookie may be missing, and TypeScript asks for a key that is a text.
  if (whole === own) return isTypeScript && !isTyped && record.knownBy === 'store' ? `String(${code})` : code
  if (!othersIn(context, whole, own).every((part) => isVisibleAt(context, part, at))) return undefined
  const [start] = whole.range
  const text = sourceCode.getText(whole)
  const isOperand = own.parent?.type === 'BinaryExpression' && /[\s?|]/.test(code)
  return `${text.slice(0, own.range[0] - start)}${isOperand ? `(${code})` : code}${text.slice(own.range[1] - start)}`
}

/** What puts a key together around an ID: a template, a sum, the call of a function of this file. */
function wholeKey(context: FileContext, part: Node): Node {
  const { parent } = wrapped(part)
  const isSum = parent?.type === 'TemplateLiteral' || (parent?.type === 'BinaryExpression' && parent.operator === '+')
  const isCall = parent?.type === 'CallExpression' && parent.callee !== part && context.bindings.function(parent.callee) !== undefined
  return parent && (isSum || isCall) ? wholeKey(context, parent) : part
}

function othersIn({ sourceCode }: FileContext, whole: Node, own: Node): readonly Node[] {
  const others: Node[] = []
  walk(whole, sourceCode.visitorKeys, (node) => {
    if (node.type === 'Identifier') others.push(node)
    return node !== own
  })
  return others.filter((node) => node !== own)
}

/** Whether the handler looks the record up once more, or calls a function that does. */
function isReadLater({ bindings, sourceCode }: FileContext, { reads }: LeftRecord, from: Node, owner: FunctionNode): boolean {
  const [start] = (statementAround(from) ?? owner.body).range
  let found = false
  walk(owner, sourceCode.visitorKeys, (node) => {
    if (node.range[0] < start) return node.range[1] > start
    const callable = node.type === 'CallExpression' ? bindings.function(node.callee) : undefined
    found ||= reads.includes(node) || (callable !== undefined && reads.some((read) => isInside(read, callable)))
    return !found
  })
  return found
}

/** Statements whose failure is answered, as nobody else does it. */
function attempted({ sourceCode }: FileContext, statements: readonly string[], fail: (error: string) => string): readonly string[] {
  const { indent, semicolon } = styleOf(sourceCode)
  const answer = fail('err')
  const head = /\berr\b/.test(answer) ? 'catch (err)' : 'catch'
  return ['try {', ...statements.map((statement) => `${indent}${statement}${semicolon}`), `} ${head} {`, `${indent}${answer}${semicolon}`, '}']
}

/** Statements get the file's semicolons; the lines of a block have them. */
function ended(lines: readonly string[], { semicolon }: Style, last: '' | ';'): readonly string[] {
  if (lines.at(-1) === '}') return lines
  return lines.map((line, index) => `${line}${index === lines.length - 1 ? last : semicolon}`)
}

function insertBefore({ sourceCode }: FileContext, from: TSESTree.Statement, lines: readonly string[]): Edit {
  const style = styleOf(sourceCode)
  const outer = `${style.lineBreak}${indentOf(from, sourceCode)}`
  const { start, text } = lineOfStatement(from, sourceCode)
  const statements = ended(lines, style, endBefore(text, style))
  if (!isBranch(from, from.parent)) return (fixer) => [fixer.insertTextBeforeRange([start, start], `${statements.join(outer)}${outer}`)]
  const inner = `${outer}${style.indent}`
  return (fixer) => [fixer.insertTextBefore(from, `{${inner}${statements.join(inner)}${inner}`), fixer.insertTextAfter(from, `${outer}}`)]
}

/** The same for an arrow function that consists of one expression. */
function insertBeforeBody({ sourceCode }: FileContext, owner: FunctionNode, lines: readonly string[]): Edit | undefined {
  const style = styleOf(sourceCode)
  const arrow = sourceCode.getTokenBefore(owner.body, (token) => token.value === '=>')
  if (owner.type !== 'ArrowFunctionExpression' || owner.body.type === 'BlockStatement' || !arrow) return undefined
  const range: [number, number] = [arrow.range[1], owner.range[1]]
  const outer = `${style.lineBreak}${indentOf(owner, sourceCode)}`
  const inner = `${outer}${style.indent}`
  const answer = textInParentheses(owner.body, sourceCode)
  const text = ` {${inner}${ended(lines, style, style.semicolon).join(inner)}${inner}return ${answer}${style.semicolon}${outer}}`
  return (fixer) => [fixer.replaceTextRange(range, text)]
}
