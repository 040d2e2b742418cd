import type { TSESTree } from '@typescript-eslint/utils'
import { codeHas } from '../ast/code-text.js'
import { lastName } from '../ast/last-name.js'
import { memberName } from '../ast/bindings.js'
import { isInside, unwrap, wrapped, type Node } from '../ast/nodes.js'
import type { Options, OptionsReader } from '../ast/object-options.js'
import { textAt } from '../ast/text-at.js'
import { walk } from '../ast/walk.js'
import { isAskingUser } from './asking-user.js'
import type { SessionFile } from './file.js'
import { wordsOf } from './names.js'
import type { Route } from './routes.js'
import { isSending, sqlIn, valuesIn, type Sending } from './sql.js'

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
  const found: AccountChange[] = []
  walk(route.handler, sourceCode.visitorKeys, (node) => {
    const what = node.type === 'AssignmentExpression' ? byAssignment(node) : isSending(node) ? bySending(node) : undefined
    if (what !== undefined && found.every((other) => other.what !== what)) found.push({ what, node: underlined(node), route })
    return true
  })
  return found

  /** `user.password = hash`, where the user is the one who asks. */
  function byAssignment({ left }: TSESTree.AssignmentExpression): AccountChange['what'] | undefined {
    if (left.type !== 'MemberExpression' || !isOwn(left.object)) return undefined
    return credentialNamed(memberName(left))
  }

  function bySending(sending: Sending): AccountChange['what'] | undefined {
    const what = changedBySql(sqlIn(sending, bindings)) ?? (sending.type === 'CallExpression' ? changedByCall(sending) : undefined)
    return what !== undefined && isAboutOwner(sending) ? what : undefined
  }

  function changedBySql(sql: string): AccountChange['what'] | undefined {
    if (/^\s*delete\s+from\s+\W?(?:users?|accounts?|members?)\b/i.test(sql)) return 'account'
    return isUpdateOfUsers(sql) ? credentialIn(columnsOf(sql)) : undefined
  }

  function changedByCall(call: TSESTree.CallExpression): AccountChange['what'] | undefined {
    const name = wordsOf(lastName(call.callee) ?? '')
    if (/^(?:set|change|update) password$/.test(name)) return 'password'
    if (DELETING.test(name)) return isOfUsers(call) ? 'account' : undefined
    return UPDATING.test(name) && isOfUsers(call) ? credentialIn(objectsWritten(call, options).flatMap(({ names }) => names.seen)) : undefined
  }

  /** `User.deleteOne(…)`, `db.user.update(…)`, `req.user.destroy()`, `deleteUser(…)`, `db.delete(users).where(…)` */
  function isOfUsers(call: TSESTree.CallExpression): boolean {
    const target = unwrap(call.callee)
    const [table] = conditionsBehind(call).length > 0 ? call.arguments : []
    return isUserName(target.type === 'MemberExpression' ? placeWritten(target.object) : lastName(target)) || (table !== undefined && isUserName(lastName(table)))
  }

  function isAboutOwner(sending: Sending): boolean {
    const callee = sending.type === 'CallExpression' ? sending.callee : undefined
    const receiver = callee?.type === 'MemberExpression' ? chainOf(callee.object) : []
    return [...receiver, ...valuesIn(sending), ...conditionsBehind(sending)].some((part) => isOwn(part) || mentionsOwner(part) || mentionsRecord(part))
  }

  /** `{ _id: user.id }`, where the user is the one who asks. */
  function mentionsRecord(node: Node): boolean {
    return mentions(node, (part) => part.type === 'Identifier' && isUserName(part.name) && isOwn(part))
  }

  /** `knex('users').where({ id: req.user.id })` in front of `.update(…)`. */
  function chainOf(node: Node): readonly Node[] {
    const expression = unwrap(node)
    if (expression.type === 'MemberExpression') return [expression, ...chainOf(expression.object)]
    return expression.type === 'CallExpression' ? [...expression.arguments, ...chainOf(expression.callee)] : [expression]
  }

  function mentionsOwner(node: Node): boolean {
    return mentions(node, (part) => isAskingUser(part, file))
  }

  function mentions(node: Node, isWanted: (part: Node) => boolean): boolean {
    let mentioned = false
    walk(node, sourceCode.visitorKeys, (part) => {
      mentioned ||= isWanted(part)
      return !mentioned
    })
    return mentioned
  }

  /** The one who asks, or the record of him: `req.user`, `await User.findById(req.session.userId)`. */
  function isOwn(node: Node): boolean {
    const expression = unwrap(node)
    if (isAskingUser(expression, file)) return true
    const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
    const held = variable && bindings.value(variable)
    return held !== undefined && isInside(held, route.handler) && mentionsOwner(held)
  }
}

/** What writes to a record that is there. */
export const UPDATING = /^(?:update|update one|update by id|find by id and update|find one and update|set|patch|modify|change)\b/
const DELETING = /^(?:delete|delete one|destroy|remove|find by id and delete|find by id and remove|find one and delete|delete user|remove user|delete account)$/

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

const OF_PLACES = /^(?:from|into|table|collection|model|update|insert|delete|\w*Repository)$/

/** What is said behind a call about whose record is meant: `eq(users.id, id)` in `db.delete(users).where(eq(users.id, id))`. */
function conditionsBehind(sending: Node): readonly Node[] {
  const member = wrapped(sending).parent
  const condition = member?.type === 'MemberExpression' && memberName(member) === 'where' ? member.parent : undefined
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

function credentialIn(names: readonly string[]): AccountChange['what'] | undefined {
  return names.map(credentialNamed).find((what) => what !== undefined)
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
