import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import type { Options } from '../ast/object-options.js'
import { textAt } from '../ast/text-at.js'
import { walk } from '../ast/walk.js'
import { columnsOf, isUserName, objectsWritten, placeWritten, UPDATING } from './account-changes.js'
import type { SessionFile } from './file.js'
import { wordsOf } from './names.js'
import { isSending, sqlIn } from './sql.js'

/** Whether a function takes away, or replaces, the tokens or sessions that stand in the record of a user: `user.refreshTokens = []`. */
export function replacesTokens(callable: FunctionNode, { context, handlers }: SessionFile): boolean {
  const { bindings, options, sourceCode } = context
  let isFound = false
  walk(callable.body, sourceCode.visitorKeys, (node) => {
    isFound ||= isReplacing(node)
    return !isFound
  })
  return isFound

  function isReplacing(node: Node): boolean {
    if (node.type === 'AssignmentExpression') return node.operator === '=' && isOfRecord(unwrap(node.left)) && !keeps(node.right)
    if (node.type === 'UnaryExpression') return node.operator === 'delete' && isOfRecord(unwrap(node.argument))
    if (!isSending(node)) return false
    if (columnsOf(sqlIn(node, bindings)).some(isOfLogins)) return true
    return node.type === 'CallExpression' && byCall(node)
  }

  /** `user.refreshToken`, `user.tokens.length`; not `req.sessionId`, which is the request's own. */
  function isOfRecord(target: Node): boolean {
    if (target.type !== 'MemberExpression') return false
    const object = unwrap(target.object)
    if (memberName(target) === 'length') return isOfRecord(object)
    const path = bindings.resolve(object)
    const handed = path && handlers.objectOf(path)
    return isOfLogins(memberName(target)) && (!handed || isUserName(lastName(object)))
  }

  /** `user.tokens.splice(0)`, `user.set('refreshToken', null)`, `User.updateOne({ _id }, { password, tokens: [] })` */
  function byCall(call: TSESTree.CallExpression): boolean {
    const callee = unwrap(call.callee)
    if (callee.type !== 'MemberExpression') return false
    const name = memberName(callee) ?? ''
    if (EMPTYING.has(name)) return isOfRecord(unwrap(callee.object))
    if (!UPDATING.test(wordsOf(name)) || !isUserName(placeWritten(callee.object))) return false
    return isOfLogins(textAt(call.arguments[0])) || objectsWritten(call, options).some(saysSo) || call.arguments.some(takesAway)
  }

  function saysSo(written: Options): boolean {
    return written.names.seen.some((name) => isOfLogins(name) && written.expressions(name)?.every((value) => !keeps(value)) !== false)
  }

  /** `{ $unset: { refreshToken: 1 } }` */
  function takesAway(argument: Node): boolean {
    const said = options.read(argument)
    return TAKING.some((name) => said.nested(name).names.seen.some(isOfLogins))
  }
}

const EMPTYING = new Set(['splice', 'clear', 'pull'])
const TAKING = ['$unset', '$pull', '$pullAll']

/** Whether a value has the old tokens in it too: `[...user.tokens, token]`, `user.tokens.concat(token)`, `{ create: token }`. */
function keeps(value: Node): boolean {
  const given = unwrap(value)
  switch (given.type) {
    case 'ArrayExpression':
      return given.elements.some((element) => element?.type === 'SpreadElement')
    case 'CallExpression':
      return lastName(given.callee) === 'concat'
    case 'ObjectExpression':
      return given.properties.every((property) => property.type === 'Property' && ADDING.test(propertyName(property) ?? ''))
    default:
      return false
  }
}

const ADDING = /^(?:push|create|createMany|connect|connectOrCreate|upsert)$/

function isOfLogins(name: string | undefined): boolean {
  return name !== undefined && OF_LOGINS.test(wordsOf(name))
}

/** What lets a user in who has logged in before, and not who has a link in a mail, or what that is signed with: `hashedRefreshToken`, `tokens`, `sessionSecret`; not `resetToken`. */
const OF_LOGINS =
  /^(?:jwt|refresh|session|token|auth) ?(?:secret|salt|key|seed|nonce)$|^(?:(?:current|active|hashed|encrypted|user) )*(?:(?:refresh|auth|access|session|login|bearer|jwt|remember(?: me)?) ?tokens?|tokens|jwts?|rt|sessions|session ids?)(?: (?:hash(?:es)?|digests?))?$/
