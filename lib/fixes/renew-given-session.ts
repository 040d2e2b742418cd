import { isBranch, statementAround, unwrap } from '../ast/nodes.js'
import type { UserLoggedIn } from '../events/events.js'
import type { SessionFile } from '../events/file.js'
import { carrierOf } from '../events/session-places.js'
import type { OperationEdit } from './run-session-operation.js'
import { endBefore, indentOf, styleOf } from './style.js'

/** Renews a session that a call gave, in the statement before its login: `session.regenerateId(true)`. */
export function renewGivenSession(file: SessionFile, { session: { facts }, write }: UserLoggedIn): OperationEdit | undefined {
  const { sourceCode } = file.context
  const { renew } = facts
  const [, method] = /^session\.(.+)$/.exec(renew?.code ?? '') ?? []
  if (carrierOf(facts) || method === undefined || renew?.ends !== 'at once' || !renew.keepsData) return undefined
  const callee = write.type === 'CallExpression' ? unwrap(write.callee) : undefined
  const receiver = callee?.type === 'MemberExpression' ? unwrap(callee.object) : undefined
  const statement = statementAround(write)
  const isAlone = statement?.type === 'ExpressionStatement' && statement.expression === write && !isBranch(statement, statement.parent)
  if (receiver?.type !== 'Identifier' || !isAlone) return undefined
  const style = styleOf(sourceCode)
  const end = endBefore(sourceCode.getText(statement), style)
  return {
    edit: (fixer) => [fixer.insertTextBefore(statement, `${receiver.name}.${method}${end}${style.lineBreak}${indentOf(statement, sourceCode)}`)],
    isSafe: true,
  }
}
