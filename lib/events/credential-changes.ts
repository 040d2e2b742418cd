import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { codeHas } from '../ast/code-text.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import type { Options } from '../ast/object-options.js'
import { staticValue } from '../ast/static-value.js'
import { walk } from '../ast/walk.js'
import { columnsOf, credentialNamed, isUpdateOfUsers, isUserName, objectsWritten, placeWritten, readAccountChanges, underlined, UPDATING } from './account-changes.js'
import type { SessionFile } from './file.js'
import { isFirstCredential } from './first-credentials.js'
import { wordsOf } from './names.js'
import { mayRevoke } from './revocations.js'
import type { Route } from './routes.js'
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
  const found = [...own, ...routes.flatMap((route) => changesIn(route, file))].filter((change) => !isFirstCredential(change, file))
  // Several words of a route may say the same.
  const first = found.filter(({ route, what }, index) => found.findIndex((other) => other.route.handler === route.handler && other.what === what) === index)
  return first.filter(({ route }) => !mayRevoke(route, file))
}

/** Without any of these there is nothing to read. */
const WORDS = ['passw', 'pwd', 'mfa', 'otp', 'twofa', 'two_fa', '2fa', 'disable', 'banned', 'locked', 'suspend', 'activ', 'enabled']

/** A route for nothing but a password says no more than that: `/password/:token`, `/reset/:token`. */
const OF_PASSWORDS =
  /\b(?:change|update|set|new)\b.*\b(?:password|passwd|pwd)\b|\b(?:password|passwd|pwd)\b.*\b(?:change|update)\b|\b(?:reset|forgot|forgotten|recover|recovery)\b|^(?:(?:users?|accounts?|auth|api|v\d|me|id|profile|settings) )*(?:password|passwd|pwd)(?: (?:token|id))*$/
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

const CLOSED = /^(?:disabled|banned|blocked|suspended|locked|deactivated|inactive)$/i
