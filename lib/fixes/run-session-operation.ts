import type { TSESTree } from '@typescript-eslint/utils'
import { decoratorsOf, isBranch, statementsOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onceForEach } from '../ast/once-for-each.js'
import type { SessionInHandler } from '../events/events.js'
import { versionOf } from '../events/evidence.js'
import type { SessionFile } from '../events/file.js'
import { writesOtherData } from '../events/session-accesses.js'
import { isInRange } from '../events/versions.js'
import type { Framework, Operation, SessionFacts } from '../frameworks/framework.js'
import { declareMember } from './declare-member.js'
import { together, type Edit } from './edit.js'
import { operationCode } from './operation-text.js'
import { runBodyAfter } from './run-after-body.js'
import { runAfter, type RunAfter } from './run-after.js'
import { styleOf } from './style.js'

/** An edit that puts an operation on the session before the rest of a block. */
export interface OperationEdit {
  readonly edit: Edit
  /** Whether the file shows that the program still works, and nobody's data is lost. */
  readonly isSafe: boolean
}

/**
 * Renews the session before a statement. Not safe where data that the program put into the session
 * before would be missed afterwards, or where a variable still holds the old session.
 */
export function renewSessionBefore(file: SessionFile, session: SessionInHandler, from: TSESTree.Statement): OperationEdit | undefined {
  const operation = session.facts.renew
  const start = firstWriteInARow(file, from)
  const edit = operation && run(file, session, operation, start, new Set())
  if (!operation || !edit) return undefined
  const isMissed = !operation.keepsData && losesData(file, session, start)
  const isStale = operation.keepsObject !== true && aliasUses(file, session.handler).length > 0
  return { edit: edit.edit, isSafe: edit.isSafe && !isMissed && !isStale }
}

/**
 * Ends the session before a statement.
 *
 * @param without statements that change the session, which would fail once it has ended; they are dropped
 */
export function endSessionBefore(
  file: SessionFile,
  session: SessionInHandler,
  from: TSESTree.Statement,
  without: ReadonlySet<Node>,
): OperationEdit | undefined {
  const operation = session.facts.end
  const rest = restFrom(from)
  const isUsed = rest.some((statement) => !without.has(statement) && file.accessesIn(statement).length > 0)
  if (!operation || isUsed || rest.some((statement) => usesFlash(file, statement))) return undefined
  return run(file, session, operation, from, without)
}

/** Ends the session before the one expression that an arrow function consists of. */
export function endSessionBeforeBody(
  file: SessionFile,
  session: SessionInHandler,
  callable: TSESTree.ArrowFunctionExpression,
): OperationEdit | undefined {
  const operation = session.facts.end
  const isUsed = file.accessesIn(callable).length > 0
  const plan = operation && !isUsed ? planFor(file, session, operation, callable.body) : undefined
  return plan && runBodyAfter(plan, callable)
}

function run(
  file: SessionFile,
  session: SessionInHandler,
  operation: Operation,
  from: TSESTree.Statement,
  without: ReadonlySet<Node>,
): OperationEdit | undefined {
  const plan = planFor(file, session, operation, from)
  const made = plan && runAfter({ ...plan, from, without })
  const edit = made && together(made.edit, declareMember(file.context, operation.declares))
  return made && edit && { ...made, edit }
}

function planFor(
  file: SessionFile,
  session: SessionInHandler,
  operation: Operation,
  at: Node,
): Omit<RunAfter, 'from' | 'without'> | undefined {
  const { context, handlers } = file
  const { carrier, facts, framework, handler, holder } = session
  const owner = carrier ?? holder
  const code = operationCode(session, operation)
  if (!handler) return undefined
  const server = handlers.serverOf(handler)
  const caller = handlers.callerOf(handler)
  const [place] = facts.places
  if (owner === undefined || code === undefined || place === undefined || !isInRange(operation.versions && versionOf(context, framework), operation.versions)) return undefined
  return {
    sourceCode: context.sourceCode,
    isTypeScript: context.isTypeScript,
    operation,
    code: code.replace(`${place}.`, `${place}${jointAt(file, at, facts)}`).replaceAll("'", styleOf(context.sourceCode).quote),
    ...(operation.keepsObject !== true && { stale: { uses: aliasUses(file, handler), session: `${owner}.${place}` } }),
    handler,
    awaitsHandlers: isAwaited(file, handler, caller),
    sendsReturnValue: caller?.server?.sendsReturnValue === true,
    // Without a statement for failures nothing moves into a callback.
    fail: isAnsweredAtOnce(handler, caller) ? undefined : failureAt(file, at, server),
    errorType: context.isTypeScript && !isTypedByLibrary(owner, handler, server) ? ': unknown' : '',
    carrier: owner,
    responders: (['next', 'response'] as const).flatMap((object) => file.handlers.nameAround(at, object) ?? []),
  }
}

/**
 * Whether a framework on top of the server answers as soon as the handler returns, before a callback has run: Nest
 * does, unless the handler asks for the response without `passthrough`, or for `next`.
 */
export function isAnsweredAtOnce(handler: FunctionNode, caller: Framework | undefined): boolean {
  const decorators = caller?.server?.decorators
  if (!decorators) return isHandedByDecorators(handler)
  return !handler.params.flatMap(decoratorsOf).some(({ expression }) => {
    if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier' || expression.arguments.length > 0) return false
    return ['next', 'response'].includes(decorators[expression.callee.name] ?? '')
  })
}

/**
 * `login(@request() req: Request)`: whoever reads the decorators calls the method, waits for its promise, and answers
 * with what that gives, or that there is nothing.
 */
function isHandedByDecorators({ params }: FunctionNode): boolean {
  return params.some((parameter) => decoratorsOf(parameter).length > 0)
}

/** Whether the type of the request says what its session calls back with; without a type, its place says it. */
export function isTypedByLibrary(carrier: string, { params }: FunctionNode, server: Framework | undefined): boolean {
  const parameter = params.find((candidate) => candidate.type === 'Identifier' && candidate.name === carrier.split('.')[0])
  const type = parameter?.type === 'Identifier' ? parameter.typeAnnotation?.typeAnnotation : undefined
  if (!type) return true
  const name = type.type === 'TSTypeReference' ? type.typeName : undefined
  const last = name?.type === 'TSQualifiedName' ? name.right : name
  return last?.type === 'Identifier' && Object.hasOwn(server?.server?.types ?? {}, last.name)
}

/**
 * What stands between the session and the operation. Where its type says that there may be none, a statement may
 * assert that there is one: `ctx.session!.user = user`.
 */
function jointAt(file: SessionFile, statement: Node, { mayBeMissing }: SessionFacts): '!.' | '.' | '?.' {
  if (file.accessesIn(statement).some(({ session }) => session.parent?.type === 'TSNonNullExpression')) return '!.'
  return mayBeMissing === true ? '?.' : '.'
}

/** Whether someone waits for the promise of a handler and answers when it is rejected. */
export function isAwaited({ context }: SessionFile, handler: FunctionNode, server: Framework | undefined): boolean {
  const { parent } = wrapped(handler)
  const isWrapped = parent?.type === 'CallExpression' && parent.callee.type === 'Identifier'
  if (isWrapped || isHandedByDecorators(handler) || context.modules.has('express-async-errors')) return true
  const awaits = server?.server?.awaitsHandlers ?? false
  if (typeof awaits === 'boolean' || !server) return awaits === true
  const version = versionOf(context, server)
  return version !== undefined && isInRange(version, awaits)
}

/** The statement that answers with a failure at some place, given the name of the error. */
export function failureAt(file: SessionFile, node: Node, server: Framework | undefined): ((error: string) => string) | undefined {
  const answer = server?.server?.fail
  // Koa takes errors from promises only: its `next(error)` goes on as if there were none.
  if (server && answer === undefined) return undefined
  const next = file.handlers.nameAround(node, 'next')
  if (next !== undefined) return (error) => `return ${next}(${error})`
  const response = file.handlers.nameAround(node, 'response')
  if (response === undefined || answer === undefined) return undefined
  return (error) => `return ${response}.${answer.replace('{error}', error)}`
}

/** Statements in a row that all write to the session are one login: the first of them. */
function firstWriteInARow(file: SessionFile, from: TSESTree.Statement): TSESTree.Statement {
  const list = statementsOf(from.parent)
  let index = list.findIndex((statement) => statement === from)
  while (index > 0 && isSessionWrite(file, list[index - 1])) index--
  return list[index] ?? from
}

/** Whether a statement does nothing but write to the session. */
export function isSessionWrite(file: SessionFile, statement: Node | undefined): boolean {
  if (statement?.type !== 'ExpressionStatement') return false
  const expression = unwrap(statement.expression.type === 'AwaitExpression' ? statement.expression.argument : statement.expression)
  const target = targetOf(expression)
  const access = target && file.accessesIn(target).find(({ node }) => node === target)
  if (!access) return false
  // `session.forget('userId')`: by its table, as each library has a word of its own.
  return access.kind === 'write' || access.kind === 'replace' || file.of('identityUnset').some(({ write }) => write === expression)
}

/** What an assignment, a deletion or a call such as `session.set('userId', id)` changes. */
function targetOf(expression: Node): Node | undefined {
  switch (expression.type) {
    case 'AssignmentExpression':
      return expression.left
    case 'UnaryExpression':
      return expression.argument
    case 'CallExpression':
      return unwrap(expression.callee)
    default:
      return undefined
  }
}

/** Whether the handler reads, or the file writes elsewhere, what a new session would not have. */
function losesData(file: SessionFile, session: SessionInHandler, start: TSESTree.Statement): boolean {
  const moved = file.accessesIn({ range: [start.range[0], (restFrom(start).at(-1) ?? start).range[1]] })
  const written = new Set<string | undefined>()
  for (const { kind, property } of moved) {
    if (kind === 'write') written.add(property)
    if (kind === 'whole' || (kind === 'read' && !written.has(property))) return true
  }
  const isOtherElsewhere = moved.filter(writesOtherData).length < timesOfOtherData(file)
  return isOtherElsewhere || (session.handler !== undefined && usesFlash(file, session.handler))
}

/** How often the file writes something else into sessions than who is logged in. */
const timesOfOtherData = onceForEach(({ sessionAccesses }: SessionFile) => sessionAccesses.filter(writesOtherData).length)

/** `req.flash()` keeps its messages in the session. */
function usesFlash({ context }: SessionFile, node: Node): boolean {
  return /\.flash\(/.test(context.sourceCode.getText(node))
}

/** Uses of a variable that holds the session of a handler. */
function aliasUses(file: SessionFile, handler: FunctionNode | undefined): readonly Node[] {
  return handler ? file.aliasesIn(handler) : []
}

function restFrom(from: TSESTree.Statement): readonly Node[] {
  if (isBranch(from, from.parent)) return [from]
  return statementsOf(from.parent).filter((statement) => statement.range[0] >= from.range[0])
}
