import type { TSESTree } from '@typescript-eslint/utils'
import { codeHas } from '../ast/code-text.js'
import { lastName } from '../ast/last-name.js'
import { memberName } from '../ast/bindings.js'
import { isEquality } from '../ast/equalities.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import type { Options, OptionsReader } from '../ast/object-options.js'
import { textAt } from '../ast/text-at.js'
import { walk } from '../ast/walk.js'
import type { SessionFile } from './file.js'
import { wordsOf } from './names.js'
import { createOwnAccount } from './own-account.js'
import type { Route } from './routes.js'
import { isSending, sqlIn, valuesIn, type Sending } from './sql.js'
import { isByKey, OF_PLACES, placeOf, tableIn, usersTable, type UsersTable } from './users-table.js'

/** A change after which an account is no longer its owner's, if somebody else has made it. */
export interface AccountChange {
  readonly what: 'account' | 'email' | 'factor' | 'password'
  /** What to underline. */
  readonly node: Node
  readonly route: Route
}

/** Reads where routes of a file change the password, the e-mail address or the second factor of whoever asks, or delete the account. */
export function readAccountChanges(file: SessionFile): readonly AccountChange[] {
  if (!codeHas(WORDS, file.context.sourceCode)) return []
  return file.routes.flatMap((route) => (route.method === 'get' || route.method === 'head' ? [] : changesIn(route, file)))
}

/** Without any of these there is nothing to read. */
const WORDS = ['passw', 'pwd', 'email', 'e-mail', 'mfa', 'otp', 'twofa', 'two_fa', '2fa', 'delete', 'destroy', 'remove']

function changesIn(route: Route, file: SessionFile): AccountChange[] {
  const { bindings, options, sourceCode } = file.context
  const own = createOwnAccount(file, route.handler)
  const found: AccountChange[] = []
  walk(route.handler, sourceCode.visitorKeys, (node) => {
    const what = node.type === 'AssignmentExpression' ? byAssignment(node) : isSending(node) ? bySending(node) : undefined
    if (what !== undefined && found.every((other) => other.what !== what)) found.push({ what, node: underlined(node), route })
    return true
  })
  return found

  /** `user.password = hash`, where the user is the one who asks. */
  function byAssignment({ left, right }: TSESTree.AssignmentExpression): AccountChange['what'] | undefined {
    if (left.type !== 'MemberExpression' || !own.is(left.object)) return undefined
    return changeOf(memberName(left), [right])
  }

  function bySending(sending: Sending): AccountChange['what'] | undefined {
    return bySql(sending, sqlIn(sending, bindings)) ?? (sending.type === 'CallExpression' ? byCall(sending) : undefined)
  }

  function bySql(sending: Sending, sql: string): AccountChange['what'] | undefined {
    const { isDeleted, table } = tableIn(sql) ?? {}
    if (table === undefined || !isByKey(sql, table)) return undefined
    const what = isDeleted === true ? 'account' : columnsOf(sql).map(credentialNamed).find((credential) => credential !== undefined)
    return what !== undefined && valuesIn(sending).some((value) => own.isMeantBy(value, table)) ? what : undefined
  }

  function byCall(call: TSESTree.CallExpression): AccountChange['what'] | undefined {
    const what = changedBy(call)
    const table = what && (what.isAboutUsers ? 'users' : tableOf(call))
    return table && isOfOwner(call, table) ? what.credential : undefined
  }

  /** What a call changes of whatever record it is about, or of a user, where its name says so. */
  function changedBy(call: TSESTree.CallExpression): { readonly credential: AccountChange['what']; readonly isAboutUsers: boolean } | undefined {
    const name = wordsOf(lastName(call.callee) ?? '')
    if (/^(?:set|change|update) password$/.test(name)) return { credential: 'password', isAboutUsers: true }
    if (DELETING.test(name)) return { credential: 'account', isAboutUsers: false }
    const credential = UPDATING.test(name) ? objectsWritten(call, options).map(changeIn).find((found) => found !== undefined) : undefined
    return credential && { credential, isAboutUsers: false }
  }

  function changeIn(written: Options): AccountChange['what'] | undefined {
    return written.names.seen.map((name) => changeOf(name, written.expressions(name) ?? [])).find((what) => what !== undefined)
  }

  /** What is written to a column; `email: form.get('email') === 'on'` and `email: user.email` are no new address. */
  function changeOf(column: string | undefined, values: readonly Node[]): AccountChange['what'] | undefined {
    const what = credentialNamed(column)
    return what === 'email' && values.length > 0 && values.every((value) => isSwitch(value) || isOwnAddress(value)) ? undefined : what
  }

  /** `user.email`, `session.user.email.toLowerCase()` */
  function isOwnAddress(node: Node): boolean {
    const value = unwrap(node)
    if (value.type === 'CallExpression') return value.arguments.length === 0 && value.callee.type === 'MemberExpression' && isOwnAddress(value.callee.object)
    return value.type === 'MemberExpression' && credentialNamed(memberName(value)) === 'email' && own.is(value.object)
  }

  /** `User.deleteOne(…)`, `db.user.update(…)`, `req.user.destroy()`, `deleteUser(…)`, `db.delete(users).where(…)` */
  function tableOf(call: TSESTree.CallExpression): UsersTable | undefined {
    const callee = unwrap(call.callee)
    const [place] = conditionsBehind(call).length > 0 ? call.arguments : []
    const named = place && usersTable(textAt(place) ?? lastName(place))
    if (named) return named
    if (callee.type !== 'MemberExpression') return usersTable((lastName(callee) ?? '').replace(CHANGING, ''))
    if (own.is(callee.object)) return 'users'
    return usersTable(placeOf(callee.object)) ?? (memberName(callee) === 'deleteUser' ? 'users' : undefined)
  }

  function isOfOwner(call: TSESTree.CallExpression, table: UsersTable): boolean {
    const callee = unwrap(call.callee)
    const receiver = callee.type === 'MemberExpression' ? chainOf(callee.object) : []
    return [...receiver, ...call.arguments, ...conditionsBehind(call)].some((part) => own.isMeantBy(part, table))
  }

  /** `knex('users').where({ id: req.user.id })` in front of `.update(…)`. */
  function chainOf(node: Node): readonly Node[] {
    const expression = unwrap(node)
    if (expression.type === 'MemberExpression') return [expression, ...chainOf(expression.object)]
    return expression.type === 'CallExpression' ? [...expression.arguments, ...chainOf(expression.callee)] : [expression]
  }
}

/** `true`, `!!on`, `form.get('email') === 'on'`: whether somebody wants mail. */
function isSwitch(node: Node): boolean {
  const value = unwrap(node)
  if (value.type === 'Literal') return typeof value.value === 'boolean'
  if (value.type === 'BinaryExpression') return isEquality(value)
  return value.type === 'UnaryExpression' ? value.operator === '!' : value.type === 'CallExpression' && lastName(value.callee) === 'Boolean'
}

/** What writes to a record that is there. */
export const UPDATING = /^(?:update|update one|update by id|find by id and update|find one and update|set|patch|modify|change)\b/
const CHANGING = /^(?:delete|remove|update|set|patch|modify|change)(?=[A-Z_])/
const DELETING = /^(?:delete|delete one|delete many|delete from|destroy|remove|find by id and delete|find by id and remove|find one and delete|delete user|remove user|delete account)$/

/** The objects in which a call says what it writes: not the first of two, nor `where`, which say whose. */
export function objectsWritten(call: TSESTree.CallExpression, options: OptionsReader): readonly Options[] {
  const [first, second] = call.arguments
  const isFollowedByOptions = second === undefined || options.read(second).names.seen.some((name) => /^(?:where|transaction|returning|fields|hooks)$/.test(name))
  const read = options.read(isFollowedByOptions ? first : second)
  const inner = ['data', '$set', 'set', 'values'].filter((name) => read.names.seen.includes(name))
  return inner.length > 0 ? inner.map((name) => read.nested(name)) : [read]
}

/** What says where a call writes to: `users` of `db.users`, of `knex('users').where({ … })` and of `db.update(users)`. */
export function placeWritten(receiver: Node): string {
  const node = unwrap(receiver)
  if (node.type === 'MemberExpression') return `${placeWritten(node.object)} ${memberName(node) ?? ''}`
  if (node.type !== 'CallExpression') return lastName(node) ?? ''
  const callee = unwrap(node.callee)
  const isNamingPlace = callee.type !== 'MemberExpression' || OF_PLACES.test(memberName(callee) ?? '')
  const places = isNamingPlace ? node.arguments.map((argument) => textAt(argument) ?? lastName(argument)) : []
  return [placeWritten(callee), ...places].join(' ')
}

/** What is said behind a call about whose record is meant: `eq(users.id, id)` in `db.delete(users).where(eq(users.id, id))`, `id` in `.eq('id', id)`. */
function conditionsBehind(sending: Node): readonly Node[] {
  const member = wrapped(sending).parent
  const condition = member?.type === 'MemberExpression' && /^(?:where|eq|match)$/.test(memberName(member) ?? '') ? member.parent : undefined
  return condition?.type === 'CallExpression' ? condition.arguments : []
}

/** Whether a name is that of users, one or all. */
export function isUserName(name: string | undefined): boolean {
  return /\b(?:users?|accounts?|members?|customers?|admins?)\b/.test(wordsOf(name ?? ''))
}

/** `UPDATE users SET …` */
export function isUpdateOfUsers(sql: string): boolean {
  return /^\s*update\s+\W?(?:users?|accounts?|members?)\b/i.test(sql)
}

/** The columns that an update of SQL sets. */
export function columnsOf(text: string): string[] {
  const [, list = ''] = /\bset\b(.*?)(?:\bwhere\b|$)/is.exec(text) ?? []
  return [...list.matchAll(/(?<!\w)(\w+)["`\]]?\s*=/g)].map(([, name = '']) => name)
}

/** What a column holds, by its name. */
export function credentialNamed(name: string | undefined): AccountChange['what'] | undefined {
  const words = wordsOf(name ?? '')
  if (/^(?:hashed |encrypted )?(?:password|passwd|pwd)(?: hash| digest)?$/.test(words)) return 'password'
  if (/^e ?mail(?: address)?$/.test(words)) return 'email'
  return /^(?:is )?(?:totp|mfa|otp|two factor|twofa|2fa)(?: (?:secret|enabled|key|active))?$/.test(words) ? 'factor' : undefined
}

/** The part of a change that says what it does: `password` in `user.password = hash`, `updateOne` in `User.updateOne(…)`. */
export function underlined(node: Node): Node {
  const target = targetOf(node)
  return target.type === 'MemberExpression' ? target.property : target
}

function targetOf(node: Node): Node {
  switch (node.type) {
    case 'AssignmentExpression':
      return node.left
    case 'CallExpression':
      return unwrap(node.callee)
    case 'TaggedTemplateExpression':
      return node.tag
    default:
      return node
  }
}
