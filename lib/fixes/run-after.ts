import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { exits } from '../ast/flow.js'
import { ownNodesOf } from '../ast/nodes-of.js'
import {
  functionAround,
  isBranch,
  statementsOf,
  wrapped,
  type FunctionNode,
  type Node,
} from '../ast/nodes.js'
import { memberName } from '../ast/bindings.js'
import { commentsAbove } from '../ast/comments-above.js'
import { onDemand } from '../ast/on-demand.js'
import { commentBehind, endOfStatement, lineOfStatement } from '../ast/statement-end.js'
import { walk } from '../ast/walk.js'
import type { Operation } from '../frameworks/framework.js'
import { canMove, isFollowed, returnsNothing, type Answering } from './can-move.js'
import type { Edit } from './edit.js'
import { mayThrow } from './may-throw.js'
import { losesNarrowing } from './narrowing.js'
import { asCall } from './operation-text.js'
import { promisesValue } from './promised-value.js'
import { indented, type Replacement } from './reindent.js'
import { endBefore, indentOf, styleOf } from './style.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** What shall run first, and what shall wait for it. */
export interface RunAfter extends Answering {
  readonly isTypeScript: boolean
  /** The operation of the library, and the code that it is called on: `req.session.regenerate`. */
  readonly operation: Operation
  readonly code: string
  /** The first statement that must wait. It and those behind it in its list do. */
  readonly from: TSESTree.Statement
  /** Statements that the operation makes pointless; they are left out. */
  readonly without?: ReadonlySet<Node>
  /** Names for the session object of before, which is stale afterwards: replaced by `session`. */
  readonly stale?: { readonly uses: readonly Node[]; readonly session: string }
  /** The function that was handed the request. */
  readonly handler: FunctionNode
  /** Whether the server waits for an async handler and answers what it throws. */
  readonly awaitsHandlers: boolean
  /** The statement that answers when the operation fails, given the name of the error: `return next(err)`. */
  readonly fail: ((error: string) => string) | undefined
  /** What to write behind the error's name, where no type of a library says what it is: `: unknown`. */
  readonly errorType: string
  /** The name of the object that carries the session. */
  readonly carrier: string
}

export interface RunAfterEdit {
  readonly edit: Edit
  /** Whether what moves into a callback still behaves as before, as far as the file shows. */
  readonly isSafe: boolean
}

/**
 * Makes the rest of a block wait for an operation on the session. In an async function whose errors
 * are answered the operation is awaited; elsewhere the rest of the block moves into its callback, unless
 * a type says that the function returns something.
 * No function becomes async: a server that gets a promise where it got none answers twice.
 */
export function runAfter(plan: RunAfter): RunAfterEdit | undefined {
  const { from, operation } = plan
  const owner = functionAround(from)
  if (!owner || !reachesHandler(owner, plan.handler)) return undefined
  if (operation.ends === 'at once') return insertOperation(plan, [`${asCall(plan.code)}${endOf(plan)}`])
  if (owner.async && (plan.awaitsHandlers || isCaught(from, owner)) && owner === asyncOwner(owner, plan)) return insertOperation(plan, awaited(plan, endOf(plan)))
  if (operation.ends === 'promise') return undefined
  return promisesValue(owner) ? waitAllTheSame(plan, owner) : moveIntoCallback(plan, owner)
}

/** Where a callback has no place: an async handler may wait, though nobody answers when the operation fails. */
function waitAllTheSame(plan: RunAfter, owner: FunctionNode): RunAfterEdit | undefined {
  if (!owner.async || owner !== plan.handler) return undefined
  return { ...insertOperation(plan, awaited(plan, endOf(plan))), isSafe: false }
}

/** Whether everything between a function and the handler runs once, in a callback that is given on the spot. */
function reachesHandler(owner: FunctionNode, handler: FunctionNode): boolean {
  for (let at: FunctionNode | undefined = owner; at; at = functionAround(at)) {
    if (at === handler) return true
    const { parent } = wrapped(at)
    if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return false
    if (parent.callee === at || isIterator(parent.callee)) return false
  }
  return false
}

function isIterator(callee: Node): boolean {
  const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined
  return name !== undefined && ITERATORS.has(name)
}

const ITERATORS = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'reduce', 'flatMap', 'sort', 'replace'])

/** An async callback is awaited by whoever calls it only if it is the handler, or a `.then` that is itself awaited. */
function asyncOwner(owner: FunctionNode, plan: RunAfter): FunctionNode | undefined {
  if (owner === plan.handler || isCaught(plan.from, owner)) return owner
  return undefined
}

/** Whether a statement is in the block of a `try` that catches, within its function. */
export function isCaught(statement: Node, owner: FunctionNode): boolean {
  for (let at = statement; at.parent && at !== owner; at = at.parent) {
    if (at.parent.type === 'TryStatement' && at.parent.block === at && at.parent.handler) return true
  }
  return false
}

function insertOperation(plan: RunAfter, operation: readonly string[]): RunAfterEdit {
  const { from, sourceCode, stale, without = new Set() } = plan
  const { indent, lineBreak } = styleOf(sourceCode)
  const outer = indentOf(from, sourceCode)
  const text = operation.join(`${lineBreak}${outer}`)
  const dropped = restFrom(from).filter((statement) => without.has(statement))
  const replaced = replacementsOf(stale, from.range[0], Infinity)
  const isAlone = isBranch(from, from.parent) && !dropped.includes(from)
  const opening = isAlone ? `{${lineBreak}${outer}${indent}${operation.join(`${lineBreak}${outer}${indent}`)}${lineBreak}${outer}${indent}` : `${text}${lineBreak}${outer}`
  const start = Math.min(startWithComments(from, sourceCode), lineOfStatement(from, sourceCode).start)
  return {
    edit: (fixer) => [
      dropped[0] === from ? fixer.replaceTextRange([from.range[0], endOfStatement(from, sourceCode)], text) : fixer.replaceTextRange([start, start], opening),
      ...dropped.filter((statement) => statement !== from).map((statement) => fixer.removeRange(lineOf(statement, sourceCode))),
      ...replaced.map(({ range, text: session }) => fixer.replaceTextRange([...range], session)),
      ...(isAlone ? [fixer.insertTextAfter(from, `${lineBreak}${outer}}`)] : []),
    ],
    isSafe: replaced.length === 0,
  }
}

/**
 * The statement that awaits an operation; a callback is wrapped in a promise.
 *
 * @param end what ends the statement
 */
export function awaited(plan: Omit<RunAfter, 'from' | 'without'>, end: string): readonly string[] {
  const { code, errorType, isTypeScript, operation, sourceCode } = plan
  const { indent, semicolon } = styleOf(sourceCode)
  if (operation.ends !== 'callback') return [`await ${asCall(code)}${end}`]
  return [
    `await new Promise${isTypeScript ? '<void>' : ''}((resolve, reject) => {`,
    `${indent}${code}((err${errorType}) => (err ? reject(err) : resolve()))${semicolon}`,
    `})${end}`,
  ]
}

/** The end of a statement that comes to stand before the first one that waits. */
function endOf({ from, sourceCode }: RunAfter): string {
  return endBefore(lineOfStatement(from, sourceCode).text, styleOf(sourceCode))
}

function moveIntoCallback(plan: RunAfter, owner: FunctionNode): RunAfterEdit | undefined {
  const { code, errorType, fail, from, isTypeScript, sourceCode, stale, without = new Set() } = plan
  if (!fail || owner.generator) return undefined
  const all = restFrom(from)
  const last = all.at(-1)
  // The `break` of a case stays where it is.
  const stays = last?.type === 'BreakStatement' && last.label === null ? last : undefined
  const rest = all.filter((statement) => statement !== stays)
  const end = rest.at(-1)
  if (!end || !canMove(rest, plan, owner) || (isTypeScript && losesNarrowing(sourceCode, rest, owner))) return undefined

  const leaves = rest.some(exits)
  const isFollowedByCode = isFollowed(from, owner)
  if (isFollowedByCode && (!leaves || stays)) return undefined

  const style = styleOf(sourceCode)
  const { indent, lineBreak, semicolon } = style
  const outer = indentOf(from, sourceCode)
  const error = freeName(rest, sourceCode)
  const kept = rest.filter((statement) => !without.has(statement))
  // What is said about a statement goes with it; where the operation takes its place, it stays.
  const range: [number, number] = [kept[0] === from ? startWithComments(from, sourceCode) : from.range[0], endWithComment(end, sourceCode)]
  const isGuarded = isAnsweredWhenThrown(owner, plan.handler) && mayThrow(sourceCode, kept, plan.handler, [plan.carrier, ...plan.responders])
  const moved = bodyOf(rest, range, plan, isGuarded ? indent + indent : indent)
  const isAsync = rest.some((statement) => ownNodesOf(statement, sourceCode, 'AwaitExpression').length > 0)
  // In TypeScript the type of what `regenerate` gives may not be what the handler is declared to return.
  const leaving = !isFollowedByCode ? 'no' : isTypeScript ? 'after' : 'with'
  const text = [
    `${leaving === 'with' ? 'return ' : ''}${code}(${callbackHead(`${error}${errorType}`, rest, isAsync, sourceCode)}`,
    `${indent}if (${error}) ${fail(error)}${isGuarded ? semicolon : endBefore(kept[0] ? sourceCode.getText(kept[0]) : '', style)}`,
    ...(isGuarded ? guarded(moved, rest, fail, sourceCode) : moved === '' ? [] : [`${indent}${moved}`]),
    `})${semicolon}`,
    ...(leaving === 'after' ? [`return${semicolon}`] : []),
  ].join(`${lineBreak}${outer}`)

  const isCaughtHere = isCaught(from, owner)
  const hasStale = replacementsOf(stale, range[0], range[1]).length > 0
  return {
    edit: (fixer) => [fixer.replaceTextRange(range, text)],
    isSafe: !isAsync && !isCaughtHere && !hasStale && rest.every((statement) => without.has(statement) || returnsNothing(statement, plan)),
  }
}

/**
 * Whether the server answers what a function throws. It does so for the handler itself, and through
 * the `catch` of a promise; from a callback an error would end the process.
 */
function isAnsweredWhenThrown(owner: FunctionNode, handler: FunctionNode): boolean {
  if (owner === handler) return !owner.async
  const call = wrapped(owner).parent
  return call?.type === 'CallExpression' && call.callee.type === 'MemberExpression' && memberName(call.callee) === 'then'
}

/** The moved statements in a `try`, so that what they throw is answered as it was before. */
function guarded(moved: string, rest: readonly Node[], fail: (error: string) => string, sourceCode: SourceCode): readonly string[] {
  const { indent, semicolon } = styleOf(sourceCode)
  const error = freeName(rest, sourceCode, ['error', 'thrown'])
  return [
    `${indent}try {`,
    `${indent}${indent}${moved}`,
    `${indent}} catch (${error}) {`,
    `${indent}${indent}${fail(error).replace(/^return /, '')}${semicolon}`,
    `${indent}}`,
  ]
}

function callbackHead(error: string, rest: readonly Node[], isAsync: boolean, sourceCode: SourceCode): string {
  const asynchronous = isAsync ? 'async ' : ''
  const isArrow = styleOf(sourceCode).callbacks === 'arrow' || rest.some((statement) => refersToFunction(statement, sourceCode))
  return isArrow ? `${asynchronous}(${error}) => {` : `${asynchronous}function (${error}) {`
}

function refersToFunction(statement: Node, sourceCode: SourceCode): boolean {
  return ownNodesOf(statement, sourceCode, 'ThisExpression', 'Super').length > 0 || ownNodesOf(statement, sourceCode, 'Identifier').some(({ name }) => name === 'arguments')
}

/** The statements that move, one level deeper, without those that have become pointless. */
function bodyOf(rest: readonly Node[], range: readonly [number, number], plan: RunAfter, indent: string): string {
  const { sourceCode, stale, without = new Set() } = plan
  const kept = rest.filter((statement) => !without.has(statement))
  const [first] = kept
  if (!first) return ''
  const dropped = rest.filter((statement) => without.has(statement) && statement.range[0] > first.range[0])
  const removals = dropped.map((statement): Replacement => ({ range: lineOf(statement, sourceCode), text: '' }))
  return indented(sourceCode, [startWithComments(first, sourceCode), range[1]], indent, [...removals, ...replacementsOf(stale, range[0], range[1])]).trimEnd()
}

function restFrom(from: TSESTree.Statement): readonly TSESTree.Statement[] {
  if (isBranch(from, from.parent)) return [from]
  const list = statementsOf(from.parent)
  const index = list.findIndex((statement) => statement === from)
  return index === -1 ? [] : list.slice(index)
}

function replacementsOf(stale: RunAfter['stale'], start: number, end: number): Replacement[] {
  return (stale?.uses ?? [])
    .filter(({ range }) => range[0] >= start && range[1] <= end)
    .map((use) => ({ range: use.range, text: use.parent?.type === 'Property' && use.parent.shorthand ? `${nameOf(use)}: ${stale?.session ?? ''}` : (stale?.session ?? '') }))
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : ''
}

/** The first of some names that the moved statements don't use themselves. */
function freeName(rest: readonly Node[], sourceCode: SourceCode, names: readonly string[] = ['err', 'error', 'sessionError']): string {
  const used = onDemand(() => namesIn(rest, sourceCode))
  // What stands nowhere in the text is no name in it, unless a name is written with escapes.
  const text = rest.map((statement) => sourceCode.getText(statement)).join('\n')
  const isFree = (name: string) => (!text.includes(name) && !text.includes('\\u')) || !used().has(name)
  return names.find(isFree) ?? 'sessionFailure'
}

function namesIn(statements: readonly Node[], { visitorKeys }: SourceCode): ReadonlySet<string> {
  const found = new Set<string>()
  for (const statement of statements) {
    walk(statement, visitorKeys, (node) => {
      if (node.type === 'Identifier') found.add(node.name)
      return true
    })
  }
  return found
}

/** The start of a statement, or of the comments right above it. */
function startWithComments(statement: Node, sourceCode: SourceCode): number {
  return commentsAbove(statement, sourceCode).at(-1)?.range[0] ?? statement.range[0]
}

/** The end of a statement, or of the comment behind it on its line. */
function endWithComment(statement: Node, sourceCode: SourceCode): number {
  return commentBehind(statement, sourceCode)?.range[1] ?? endOfStatement(statement, sourceCode)
}

/** A statement with the line break and the white space before it. */
function lineOf(statement: Node, sourceCode: SourceCode): [number, number] {
  const before = sourceCode.text.slice(0, statement.range[0])
  return [statement.range[0] - (/\r?\n[^\S\n]*$/.exec(before)?.[0].length ?? 0), endOfStatement(statement, sourceCode)]
}
