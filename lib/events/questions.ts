import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { isEquality } from '../ast/equalities.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { walk } from '../ast/walk.js'
import { namesLoginTime } from './login-times.js'
import { wordsOf } from './names.js'
import { checksPassword } from './password-checks.js'
import { usersTable } from './users-table.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** Whether an expression asks for what only the owner of an account has, or how long ago he has logged in. */
export function isQuestion(node: Node, sourceCode: SourceCode): boolean {
  if (node.type === 'BinaryExpression') return isEquality(node) ? comparesSecret(node) : ORDERING.test(node.operator) && [node.left, node.right].some((side) => mentionsLoginTime(side, sourceCode))
  return node.type === 'CallExpression' && (checksPassword(node) || checksCode(node) || (OF_TIME.test(wordsOf(lastName(node.callee) ?? '')) && mentionsLoginTime(node, sourceCode)))
}

const ORDERING = /^(?:[<>]=?|-)$/

/** `differenceInMinutes(now, session.createdAt)`, `dayjs(session.loggedInAt).isBefore(limit)` */
const OF_TIME = /^(?:difference in|diff|is|was|age|since|older|newer|minutes|seconds|add)\b/

/** `hashPassword(given, user.salt) === user.passwordHash`, `pending.code !== form.get('code')` */
function comparesSecret({ left, right }: TSESTree.BinaryExpression): boolean {
  return [[left, right], [right, left]].some(([stored, given]) => stored !== undefined && given !== undefined && !isNothing(given) && ((isStoredPassword(stored) && !isNew(given)) || isCode(stored)))
}

function isNothing(node: Node): boolean {
  const value = unwrap(node)
  return value.type === 'Literal' || (value.type === 'Identifier' && value.name === 'undefined')
}

/** `user.password`, `passwordHash` */
function isStoredPassword(node: Node): boolean {
  const value = unwrap(node)
  const words = wordsOf(value.type === 'CallExpression' ? '' : (lastName(value) ?? ''))
  if (!/\b(?:password|passwd|pwd)\b/.test(words)) return false
  return /\b(?:hash|hashed|digest|encrypted|stored)\b/.test(words) || (value.type === 'MemberExpression' && usersTable(lastName(value.object)) !== undefined)
}

/** The new password, alone or as it would be stored: a question whether it is another one than before. */
function isNew(node: Node): boolean {
  const value = unwrap(node)
  if (value.type === 'AwaitExpression') return isNew(value.argument)
  if (value.type === 'CallExpression') return value.arguments.some(isNew)
  return /\b(?:new|next|confirm\w*|repeat\w*)\b/.test(wordsOf(lastName(value) ?? ''))
}

/** A code that was sent to the owner, or that his device shows. */
function isCode(node: Node): boolean {
  const value = unwrap(node)
  if (value.type === 'MemberExpression' && /\b(?:e|err|error|exception|country|currency|response|res|result)$/.test(wordsOf(lastName(value.object) ?? ''))) return false
  return value.type !== 'CallExpression' && CODE.test(wordsOf(lastName(value) ?? ''))
}

const CODE = /^(?:(?:verification|confirmation|security|e ?mail|stored|expected|pending|one time|login|backup|recovery|user|hashed) )*(?:code|otp|pin)(?: hash)?$/

/** `totp.check(code, user.totpSecret)` */
function checksCode({ arguments: given, callee }: TSESTree.CallExpression): boolean {
  if (!/^(?:check|validate|is valid|consume|use|redeem|match\w*)\b/.test(wordsOf(lastName(callee) ?? ''))) return false
  const target = unwrap(callee)
  const involved = [target.type === 'MemberExpression' ? target.object : target, ...given]
  return involved.some((part) => FACTOR.test(wordsOf(lastName(part) ?? '')))
}

const FACTOR = /\b(?:totp|hotp|otp|mfa|2fa|two factor|authenticator|speakeasy|backup codes?|recovery codes?)\b/

function mentionsLoginTime(node: Node, { visitorKeys }: SourceCode): boolean {
  let isFound = false
  walk(node, visitorKeys, (part) => {
    isFound ||= isLoginTime(part)
    return !isFound
  })
  return isFound
}

function isLoginTime(node: Node): boolean {
  if (node.type === 'MemberExpression') return namesLoginTime(memberName(node) ?? '', lastName(node.object))
  return node.type === 'Identifier' && namesLoginTime(node.name, undefined)
}
