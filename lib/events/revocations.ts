import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { chainAround } from '../ast/chain-around.js'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { textAt } from '../ast/text-at.js'
import { walk } from '../ast/walk.js'
import { columnsOf, isUserName, objectsWritten, placeWritten, UPDATING } from './account-changes.js'
import { isOfDatabase } from './database-functions.js'
import type { SessionFile } from './file.js'
import { namesDeletion, namesGuard, wordsOf } from './names.js'
import { endsOwnSession } from './own-sessions.js'
import { replacesTokens } from './replaced-tokens.js'
import type { Route } from './routes.js'
import { endsSessions, isSending, sqlIn, type Sending } from './sql.js'

/** Whether something in a route, before it, or in what it calls may end the sessions of the user. */
export function mayRevoke({ before, handler }: Route, file: SessionFile): boolean {
  const { context, handlers } = file
  const { bindings, options, settings, sourceCode } = context
  if (before.some((part) => namesDeletion(lastName(part) ?? ''))) return true
  return [handler, ...helpersOf(handler)].some((callable) => revokes(callable))

  function helpersOf(callable: FunctionNode): FunctionNode[] {
    return sendingsIn(callable).flatMap((sending) => (sending.type === 'CallExpression' ? (bindings.function(sending.callee) ?? []) : []))
  }

  function revokes(callable: FunctionNode): boolean {
    if (sourceCode.getTokens(callable).some(({ value }) => !SQL.test(value) && CUT_OFF.test(wordsOf(value.slice(0, LONGEST))))) return true
    if (replacesTokens(callable, file)) return true
    return sendingsIn(callable).some((sending) => endsRecords(sending) || (sending.type === 'CallExpression' && byCall(sending)))
  }

  function byCall(call: TSESTree.CallExpression): boolean {
    const name = lastName(call.callee) ?? ''
    if (settings.functions.revoke.includes(name) || settings.functions.destroy.includes(name)) return true
    if (namesDeletion(name)) return !endsOwnSession(call, file) && !isOfOneUse(call) && !isOfForm(call)
    return marksRecords(call, name) || isUnknown(call, name)
  }

  function sendingsIn(callable: FunctionNode): readonly Sending[] {
    const sendings: Sending[] = []
    walk(callable.body, sourceCode.visitorKeys, (node) => {
      if (isSending(node)) sendings.push(node)
      return true
    })
    return sendings
  }

  /** `DELETE FROM auth_sessions WHERE user_id = $1`, `UPDATE sessions SET expires_at = now()` */
  function endsRecords(sending: Sending): boolean {
    const sql = sqlIn(sending, bindings)
    if (!endsSessions(sql) || OF_ONE_USE.test(wordsOf(tableIn(sql))) || endsOwnSession(sending, file)) return false
    return !/^\s*update\b/i.test(sql) || columnsOf(sql).some(isEnding)
  }

  /** `prisma.session.updateMany({ where: { userId }, data: { expires: new Date() } })` */
  function marksRecords(call: TSESTree.CallExpression, name: string): boolean {
    const callee = unwrap(call.callee)
    if (callee.type !== 'MemberExpression' || !UPDATING.test(wordsOf(name)) || endsOwnSession(call, file)) return false
    const place = wordsOf(placeWritten(callee.object))
    if (!OF_SESSIONS.test(place) || OF_ONE_USE.test(place)) return false
    return objectsWritten(call, options).some(({ names }) => !names.complete || names.seen.some(isEnding))
  }

  /** `PasswordReset.deleteOne({ token })`, `db.delete(tokens).where(eq(tokens.id, reset.id))`; not `tokens.deleteMany({ userId: reset.userId })` */
  function isOfOneUse(call: TSESTree.CallExpression): boolean {
    const names = namesIn(chainAround(call))
    return names.some((name) => OF_ONE_USE.test(name)) && !names.some((name) => /\b(?:sessions?|refresh)\b/.test(name))
  }

  /** `data.delete('next')` */
  function isOfForm({ arguments: [first, another], callee }: TSESTree.CallExpression): boolean {
    const text = textAt(first)
    return callee.type === 'MemberExpression' && !another && text !== undefined && !OF_SESSIONS.test(wordsOf(text))
  }

  /** What is said in a call, but for what says who the user is. */
  function namesIn(said: Node): readonly string[] {
    const names: string[] = []
    walk(said, sourceCode.visitorKeys, (node) => {
      const name = node.type === 'TemplateElement' ? node.value.raw : (textAt(node) ?? lastName(node) ?? '')
      const isOfUser = (node.type === 'MemberExpression' || node.type === 'Identifier') && OF_USER.test(wordsOf(name))
      if (!isOfUser) names.push(wordsOf(name.slice(0, LONGEST)))
      return !isOfUser
    })
    return names
  }

  /** What is given a user, or the whole request, and does not say that it does something else; no condition of a query does. */
  function isUnknown(call: TSESTree.CallExpression, name: string): boolean {
    if (bindings.function(call.callee) || isOfDatabase(bindings.resolve(call.callee))) return false
    if (((HARMLESS.test(wordsOf(name)) || namesGuard(name)) && !isEvent(call)) || isAboutMail(call)) return false
    return call.arguments.some((argument) => isUser(argument) || isRequest(argument))
  }

  /** `inngest.send({ name: 'user/password.changed', data: { userId } })`: whoever hears of it may end the sessions. */
  function isEvent({ arguments: [first], callee }: TSESTree.CallExpression): boolean {
    if (!/^(?:send|emit|publish|dispatch)$/.test(lastName(callee) ?? '') || !first) return false
    const { names } = options.read(first)
    const said = [first, ...names.seen.flatMap((name) => (/^(?:name|type|event|topic)$/.test(name) ? (options.read(first).expressions(name) ?? []) : []))]
    return said.some((text) => OF_EVENTS.test(wordsOf(textAt(text) ?? '')))
  }

  /** `mailQueue.add('changed', { userId })`, `queue.add('send-email', { userId })` */
  function isAboutMail({ arguments: [first], callee }: TSESTree.CallExpression): boolean {
    return [...namesInChain(callee), textAt(first) ?? ''].some((name) => OF_MAIL.test(wordsOf(name)))
  }

  /** `user`, `user.id`, `reset.userId`, `{ userId }`; a text that tells of a user is none. */
  function isUser(argument: Node): boolean {
    const given = unwrap(argument)
    switch (given.type) {
      case 'Identifier':
        return isUserName(given.name)
      case 'MemberExpression':
        return NUMBER_OF_USER.test(memberName(given) ?? '') || (/^_?id$/.test(memberName(given) ?? '') && isUserName(lastName(given.object)))
      case 'ObjectExpression':
        return given.properties.some((property) => property.type === 'Property' && (isUser(property.value) || (property.value.type !== 'ObjectExpression' && NUMBER_OF_USER.test(propertyName(property) ?? ''))))
      default:
        return false
    }
  }

  function isRequest(node: Node): boolean {
    const path = bindings.resolve(node)
    const handed = path && handlers.objectOf(path)
    return handed?.steps.length === 0 && (handed.object === 'request' || handed.object === 'context')
  }
}

/** What SQL is about: `public.sessions` in `DELETE FROM public.sessions WHERE …`. */
function tableIn(sql: string): string {
  return sql.split(/\b(?:where|set)\b/i)[0] ?? ''
}

function isEnding(column: string): boolean {
  return ENDING.test(wordsOf(column))
}

/** What says in the record of a session that it counts no longer. */
const ENDING = /\b(?:expir\w*|revok\w*|(?:in)?valid\w*|(?:in)?active|ended|closed|deleted|terminated|disabled|blocked|killed|logged out|signed out|status|state)\b/

/** Where sessions are kept, and what stands for them. */
const OF_SESSIONS = /\b(?:sess|sessions?|tokens?|jwts?|logins?|devices?)\b/

/** What is in a mail and for one use, and what else is kept about users and lets nobody in. */
const OF_ONE_USE = /\b(?:reset\w*|forgot\w*|verif(?:y|ier|ication)\w*|otp|codes?|invit\w*|history|histories|attempts?|challenges?|lockouts?|avatars?)\b/

/** What says who a user is: `userId` of `reset.userId`. */
const OF_USER = /(?:^| )(?:user|account|member|customer|owner|email)(?: id)?$/

const NUMBER_OF_USER = /^(?:user|user_?id|account_?id)$/i

/** Longer texts than this are no names. */
const LONGEST = 64

/** What a statement does is told by what it is about. */
const SQL = /^\W*(?:delete\s+from|update|truncate)\s/i

/** What stands in a record, so that sessions from before count no longer; and what says that sessions end. */
const CUT_OFF =
  /\b(?:(?:token|session|credentials?|security|password|pwd|auth|login|jwt) (?:version|stamp|epoch|generation)|(?:tokens?|sessions?) (?:valid|invalid|not) (?:from|after|since|before)|(?:password|pwd|credentials?) (?:last )?(?:change|changed|updated|reset) (?:at|date|time|timestamp)|last (?:password|pwd) (?:change|reset|update)|valid (?:from|after|since)|min(?:imum)? iat|iat (?:min|minimum|after)|issued (?:after|since)|revok\w*|(?:log ?out|sign ?out|end|kill|clear|drop|purge|delete|remove|destroy|invalidate) (?:from )?(?:(?:user|auth) )*(?:all|every|other|others|everywhere|sessions|refresh|tokens)\b|black ?list\w*|deny ?list\w*)\b/

/** What has happened, where it is told to whoever wants to know. */
const OF_EVENTS = /\b(?:password|credentials?|mfa|2fa|totp|two factor|disabled|banned|blocked|suspended|locked|deactivated)\b/

const OF_MAIL = /\b(?:mail|mailer|mails|e ?mails?|smtp|sms|notify|notifier|notifications?|audit|analytics|telemetry|posthog|logger)\b/

/** What only finds something out, writes the change down, tells about it, makes something else of it, or answers. */
const HARMLESS =
  /^(?:find|get|fetch|load|read|select|where|query|hash|compare|verify|check|validate|is|has|save|update|set|create|insert|send|mail|email|notify|publish|emit|log|info|warn|error|debug|audit|record|render|json|redirect|status|next|string|number|stringify|sign|(?:generate|issue)(?!.* (?:refresh|tokens)\b)|encode|encrypt|serialize|format|pick|omit|assign|values|parse|require|ensure|assert|protect|authorize|authenticate|limit|rate limit|throttle|use|count|exists|upsert|push|track|capture|identify|object id|big int|log in|login|sign in)\b/
