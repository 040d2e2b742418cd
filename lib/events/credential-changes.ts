import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { codeHas } from '../ast/code-text.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import type { Options } from '../ast/object-options.js'
import { plainText } from '../ast/plain-text.js'
import { staticValue } from '../ast/static-value.js'
import { walk } from '../ast/walk.js'
import { columnsOf, credentialNamed, isUpdateOfUsers, isUserName, objectsWritten, placeWritten, readAccountChanges, underlined, UPDATING } from './account-changes.js'
import { isOfDatabase } from './database-functions.js'
import type { SessionFile } from './file.js'
import { namesDeletion, wordsOf } from './names.js'
import { replacesTokens } from './replaced-tokens.js'
import type { Route } from './routes.js'
import { isSessionPlace } from './session-places.js'
import { isSending, sqlIn, type Sending } from './sql.js'

/** A change after which nobody who was logged in before should be. */
export interface CredentialChange {
  readonly what: 'disabled' | 'factor' | 'password'
  /** What to underline. */
  readonly node: Node
  readonly route: Route
}

/** Reads where routes of a file change what users log in with, or close accounts, and end none of their sessions. */
export function readCredentialChanges(file: SessionFile): readonly CredentialChange[] {
  if (!codeHas(WORDS, file.context.sourceCode)) return []
  const routes = file.routes.filter(({ method }) => method !== 'get' && method !== 'head')
  const own = readAccountChanges(file).flatMap(({ node, route, what }): CredentialChange[] => (what === 'password' || what === 'factor' ? [{ node, route, what }] : []))
  const found = [...own, ...routes.flatMap((route) => changesIn(route, file))]
  // Several words of a route may say the same.
  const first = found.filter(({ route, what }, index) => found.findIndex((other) => other.route.handler === route.handler && other.what === what) === index)
  return first.filter(({ route }) => !mayRevoke(route, file))
}

/** Without any of these there is nothing to read. */
const WORDS = ['passw', 'pwd', 'mfa', 'otp', 'twofa', 'two_fa', '2fa', 'disable', 'banned', 'locked', 'suspend', 'activ', 'enabled']

const OF_PASSWORDS = /\b(?:change|reset|update|set|new|forgot|recover)\b.*\b(?:password|passwd|pwd)\b|\b(?:password|passwd|pwd)\b.*\b(?:change|reset|update|recover(?:y)?)\b/
const OF_FACTORS = /\b(?:mfa|totp|2fa|two factor)\b/
const OF_CLOSING = /\b(?:disable|ban|block|suspend|deactivate|lock)\b/

function changesIn(route: Route, file: SessionFile): CredentialChange[] {
  const { bindings, options, sourceCode } = file.context
  const names = route.names.map(wordsOf)
  const isAbout: Readonly<Record<CredentialChange['what'], boolean>> = {
    password: names.some((name) => OF_PASSWORDS.test(name)),
    factor: names.some((name) => OF_FACTORS.test(name)),
    disabled: names.some((name) => OF_CLOSING.test(name)),
  }
  if (!Object.values(isAbout).includes(true)) return []
  const found: CredentialChange[] = []
  walk(route.handler, sourceCode.visitorKeys, (node) => {
    const what = node.type === 'AssignmentExpression' ? byAssignment(node) : isSending(node) ? bySending(node) : undefined
    if (what !== undefined && isAbout[what]) found.push({ node: underlined(node), route, what })
    return true
  })
  return found

  /** `user.passwordHash = await hash(password)`, `user.disabled = true` */
  function byAssignment({ left, right }: TSESTree.AssignmentExpression): CredentialChange['what'] | undefined {
    if (left.type !== 'MemberExpression' || !isUserName(lastName(left.object))) return undefined
    return changeOf(memberName(left), right)
  }

  /** `User.updateOne({ _id }, { password })`, `prisma.user.update({ where, data: { password } })`, `UPDATE users SET password = ?` */
  function bySending(sending: Sending): CredentialChange['what'] | undefined {
    const sql = sqlIn(sending, bindings)
    if (isUpdateOfUsers(sql)) return columnsOf(sql).map((column) => changeOf(column, undefined)).find((what) => what !== undefined)
    return sending.type === 'CallExpression' ? byCall(sending) : undefined
  }

  function byCall(call: TSESTree.CallExpression): CredentialChange['what'] | undefined {
    const callee = unwrap(call.callee)
    if (callee.type !== 'MemberExpression' || !UPDATING.test(wordsOf(memberName(callee) ?? '')) || !isUserName(placeWritten(callee.object))) return undefined
    return objectsWritten(call, options).flatMap(writtenIn).map(({ name, value }) => changeOf(name, value)).find((what) => what !== undefined)
  }

  function writtenIn(object: Options): { name: string; value: Node | undefined }[] {
    return object.names.seen.map((name) => ({ name, value: object.expressions(name)?.[0] }))
  }

  function changeOf(name: string | undefined, value: Node | undefined): CredentialChange['what'] | undefined {
    const credential = credentialNamed(name)
    if (credential === 'password' || credential === 'factor') return credential
    const words = wordsOf(name ?? '').replace(/^is /, '')
    const said = value && staticValue(value, sourceCode, bindings)?.value
    if (/^(?:disabled|banned|blocked|suspended|locked|deactivated)$/.test(words)) return said === true ? 'disabled' : undefined
    if (/^(?:active|enabled)$/.test(words)) return said === false ? 'disabled' : undefined
    return words === 'status' && typeof said === 'string' && CLOSED.test(said) ? 'disabled' : undefined
  }
}

const LONGEST = 64
const CLOSED = /^(?:disabled|banned|blocked|suspended|locked|deactivated|inactive)$/i

/** Whether something in a route, before it, or in what it calls may end the sessions of the user. */
function mayRevoke({ before, handler }: Route, file: SessionFile): boolean {
  const { context, handlers } = file
  const { bindings, settings, sourceCode } = context
  if (before.some((part) => namesDeletion(lastName(part) ?? ''))) return true
  return [handler, ...helpersOf(handler)].some((callable) => revokes(callable))

  function helpersOf(callable: FunctionNode): FunctionNode[] {
    return callsIn(callable).flatMap(({ callee }) => bindings.function(callee) ?? [])
  }

  function revokes(callable: FunctionNode): boolean {
    if (sourceCode.getTokens(callable).some(({ value }) => CUT_OFF.test(wordsOf(value.slice(0, LONGEST))))) return true
    if (replacesTokens(callable, file)) return true
    return callsIn(callable).some((call) => {
      const name = lastName(call.callee) ?? ''
      if (settings.functions.revoke.includes(name) || settings.functions.destroy.includes(name)) return true
      if (namesDeletion(name)) return !isOfOwnSession(call) && !isOfResetToken(call)
      return isUnknown(call, name)
    })
  }

  function callsIn(callable: FunctionNode): TSESTree.CallExpression[] {
    const calls: TSESTree.CallExpression[] = []
    walk(callable.body, sourceCode.visitorKeys, (node) => {
      if (node.type === 'CallExpression') calls.push(node)
      return true
    })
    return calls
  }

  /** `req.session.destroy()` ends the one session that has asked. */
  function isOfOwnSession({ callee }: TSESTree.CallExpression): boolean {
    const path = bindings.resolve(callee)
    const handed = path && handlers.objectOf(path)
    return handed !== undefined && (isSessionPlace(handed.steps.slice(0, -1)) || handed.object === 'response')
  }

  /** `PasswordReset.deleteOne({ token })` */
  function isOfResetToken(call: TSESTree.CallExpression): boolean {
    return /reset|verif|otp|code|invite/i.test(plainText(call, sourceCode)) && !/session|refresh/i.test(plainText(call, sourceCode))
  }

  /** What is given a user, or the whole request, and does not say that it does something else; no condition of a query does. */
  function isUnknown(call: TSESTree.CallExpression, name: string): boolean {
    if (bindings.function(call.callee) || HARMLESS.test(wordsOf(name)) || isOfDatabase(bindings.resolve(call.callee))) return false
    return call.arguments.some((argument) => {
      const given = unwrap(argument)
      if (given.type === 'Identifier') return isUserName(given.name) || isRequest(given)
      return given.type === 'MemberExpression' && /^(?:id|_id|userId|user)$/.test(memberName(given) ?? '') && isUserName(lastName(given.object))
    })
  }

  function isRequest(node: Node): boolean {
    const path = bindings.resolve(node)
    const handed = path && handlers.objectOf(path)
    return handed?.steps.length === 0 && (handed.object === 'request' || handed.object === 'context')
  }
}

/** What stands in a record, so that sessions from before count no longer; and what says that sessions end. */
const CUT_OFF =
  /\b(?:(?:token|session|credentials?|security) (?:version|stamp|epoch|generation)|(?:tokens?|sessions?) (?:valid|invalid|not) (?:from|after|since|before)|(?:password|pwd) (?:last )?(?:change|changed|updated|reset) (?:at|date|time|timestamp)|last (?:password|pwd) (?:change|reset|update)|valid (?:from|after|since)|revok\w*|(?:log ?out|sign ?out|end|kill|clear|drop|purge|delete|remove|destroy|invalidate) (?:from )?(?:all|every|other|others|everywhere|user|sessions?|refresh|tokens?)\b.*|black ?list\w*|deny ?list\w*)\b/

/** What only finds something out, writes the change down, tells about it, or answers. */
const HARMLESS =
  /^(?:find|get|fetch|load|read|select|where|query|hash|compare|verify|check|validate|is|has|save|update|set|create|insert|send|mail|email|notify|publish|emit|log|info|warn|error|debug|audit|record|render|json|redirect|status|next|string|number|stringify|log in|login|sign in)\b/
