import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { textAt } from '../ast/text-at.js'
import { wordsOf } from './names.js'

/** A table with those who log in, or one that may hold them, and in other programs something that they have: the accounts of Auth.js, customers of a shop. */
export type UsersTable = 'perhaps' | 'users'

/** Whether a name is that of such a table, or of a record in it: `users`, `UserModel`, `currentUser`; not `teamMember`, `userSettings`, `bankAccount`. */
export function usersTable(name: string | undefined): UsersTable | undefined {
  const words = wordsOf(name ?? '').replace(KEEPING, '')
  if (USERS.test(words)) return 'users'
  return PERHAPS.test(words) ? 'perhaps' : undefined
}

const KEEPING = /(?: (?:table|model|schema|entity|repository|repo|service|collection|store|dao|manager|mapper|api|client|db|record|row|doc|document|by id))+$/

const USERS = /^(?:(?:get|find|fetch|load|read|use|the|this|my|own|current|logged in|signed in|session|existing|found|old|new|updated|app|application|auth|authenticated|db|tbl|site|web|core|public|registered|full) )*users?$/

const PERHAPS = /^(?:(?:get|find|fetch|load|read|use|the|this|my|own|current|user|app|db|tbl|existing|found|delete|remove|update) )*(?:accounts?|members?|customers?|admins?)$/

/** Whether a column of such a table says whose record it is, and not who owns it: `id`, not `ownerId`. */
export function isKeyOf(table: UsersTable, column: string): boolean {
  return (table === 'users' ? KEYS_OF_USERS : KEYS_OF_OTHERS).test(wordsOf(column))
}

const KEYS_OF_USERS = /^(?:(?:users?|clerk|auth\d?|external|firebase|supabase|public|login|object) )*(?:id|uid|uuid|guid|sub|e ?mail(?: address)?|user ?name|login|name)$/
const KEYS_OF_OTHERS = /^(?:(?:accounts?|members?|customers?|admins?|public|object) )*(?:id|uid|uuid|guid|sub|e ?mail(?: address)?|user ?name|login)$/

/** Whether a member of the user who asks says who that is: `user.id`, not `user.teamId`. */
export function saysWho(member: string): boolean {
  return usersTable(member) !== undefined || isKeyOf('users', member) || isKeyOf('perhaps', member) || /^(?:(?:current|session|logged in) )*(?:me|self|viewer|user id|uid)$/.test(wordsOf(member))
}

/** The name of what a call is made on: `users` of `db.users`, of `knex('users').where({ … })` and of `db.update(users)`. */
export function placeOf(receiver: Node): string | undefined {
  const node = unwrap(receiver)
  if (node.type !== 'CallExpression') return lastName(node)
  const callee = unwrap(node.callee)
  const isNamingPlace = callee.type !== 'MemberExpression' || OF_PLACES.test(memberName(callee) ?? '')
  const [place] = isNamingPlace ? node.arguments.flatMap((argument) => textAt(argument) ?? lastName(argument) ?? []) : []
  return place ?? (callee.type === 'MemberExpression' ? placeOf(callee.object) : lastName(callee))
}

/** What is given the place that is meant. */
export const OF_PLACES = /^(?:from|into|table|collection|model|update|updateTable|insert|delete|deleteFrom|\w*Repository)$/

/** The table that SQL deletes from, or updates. */
export function tableIn(sql: string): { readonly table: UsersTable; readonly isDeleted: boolean } | undefined {
  const [, verb = '', name] = /^\s*(delete\s+from|update)\s+(?:["`[]?\w+["`\]]?\.)?["`[]?(\w+)/i.exec(sql) ?? []
  const table = usersTable(name)
  return table && { table, isDeleted: /^delete/i.test(verb) }
}

/** Whether SQL says whose record it means by a column that tells it: `WHERE id = ?`, not `WHERE team_id = ?`. */
export function isByKey(sql: string, table: UsersTable): boolean {
  const [, conditions = ''] = /\bwhere\b(.*)/is.exec(sql) ?? []
  const columns = [...conditions.matchAll(/(?<!\w)(\w+)["`\]]?\s*(?:=|in\b)/gi)].map(([, name = '']) => name)
  return columns.length === 0 || columns.some((column) => isKeyOf(table, column))
}
