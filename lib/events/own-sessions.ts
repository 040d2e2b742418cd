import { memberName, propertyName } from '../ast/bindings.js'
import { chainAround } from '../ast/chain-around.js'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { isFunction, unwrap, type Node } from '../ast/nodes.js'
import { isCallStep } from '../ast/paths.js'
import { walk } from '../ast/walk.js'
import type { SessionFile } from './file.js'
import { namesLogout, wordsOf } from './names.js'
import { isSessionPlace } from './session-places.js'
import type { Sending } from './sql.js'

/** Whether what ends a session ends the one that asks, and no other: `req.session.destroy()`, `invalidateSession(locals.session.id)`, `cookies.delete('sid')`, `signOut()`. */
export function endsOwnSession(sending: Sending, { context, handlers }: SessionFile): boolean {
  const { bindings, sourceCode } = context
  const callee = unwrap(sending.type === 'CallExpression' ? sending.callee : sending.tag)
  const names = namesInChain(callee).map(wordsOf)
  const name = names.at(-1) ?? ''
  if (isOfRequest(callee) || isOfCookies(callee, names)) return true
  const said = mentionsIn(argumentsAround(chainAround(sending)))
  if (SEVERAL.test(name) || said.includes('user') || said.includes('others')) return false
  return said.includes('own') || (isForAskingUser(callee, name) && !said.includes('unknown'))

  /** `req.session.destroy`, `res.clearCookie` */
  function isOfRequest(node: Node): boolean {
    const handed = handedAt(node)
    return handed !== undefined && (isSessionPlace(handed.steps.slice(0, -1)) || handed.object === 'response')
  }

  /** `cookies.delete('sid')`, `deleteSessionCookie(event)`, also through `const jar = await cookies()` */
  function isOfCookies(node: Node, written: readonly string[]): boolean {
    const path = bindings.resolve(node)
    const start = path && 'name' in path.root ? path.root.name : ''
    return [...written, start, ...(path?.steps ?? [])].some((part) => /\bcookies?\b/.test(wordsOf(part)))
  }

  /** `signOut()`, `deleteSession()`, `req.logout()`; what else has the method may know whom it is about. */
  function isForAskingUser(node: Node, words: string): boolean {
    return node.type === 'Identifier' || (handedAt(node) !== undefined && namesLogout(words))
  }

  function mentionsIn(nodes: readonly Node[]): readonly Mention[] {
    const mentions: Mention[] = []
    for (const part of nodes) {
      walk(part, sourceCode.visitorKeys, (node) => {
        const mention = mentionAt(node)
        if (mention !== undefined) mentions.push(mention)
        return !isFunction(node) && node.type !== 'MemberExpression' && !(node.type === 'CallExpression' && mention === 'own')
      })
    }
    return mentions
  }

  function mentionAt(node: Node): Mention | undefined {
    switch (node.type) {
      case 'Property':
        return mentionNamed(propertyName(node))
      case 'BinaryExpression':
        return /^[!<>]/.test(node.operator) ? 'others' : undefined
      case 'CallExpression':
        return EXCEPT.test(lastName(node) ?? '') ? 'others' : isOwn(node) ? 'own' : undefined
      case 'MemberExpression':
        return mentionNamed(isId(memberName(node)) ? lastName(node.object) : memberName(node)) ?? mentionOf(node)
      case 'Identifier':
        return isKey(node) ? undefined : (mentionNamed(node.name) ?? mentionOf(node))
      default:
        return undefined
    }
  }

  function mentionOf(value: Node): Mention {
    return isOwn(value) ? 'own' : 'unknown'
  }

  /** What the request brings along, and what is got from that: `req.sessionID`, `locals.session.id`, `(await auth()).id`. */
  function isOwn(node: Node): boolean {
    const handed = handedAt(node)
    if (handed) return handed.steps.length === 0 || (!INPUT.test(handed.steps[0] ?? '') && handed.steps.some((step) => OWN.test(step)))
    const path = bindings.resolve(node)
    const call = path?.steps.findIndex(isCallStep) ?? -1
    if (!path || call === -1) return false
    const given = path.steps[call - 1] ?? ('name' in path.root ? path.root.name : '')
    return GIVING.test(wordsOf(given))
  }

  function handedAt(node: Node) {
    const path = bindings.resolve(node)
    return path && handlers.objectOf(path)
  }
}

/** Of which sessions something in a call tells: the one that asks, those of a user, others than the one. */
type Mention = 'others' | 'own' | 'unknown' | 'user'

/** What stands in a call, and in those before it in its chain: `eq(…)` and `sessions` of `db.delete(sessions).where(eq(…))`. */
function argumentsAround(sending: Node): readonly Node[] {
  const call = unwrap(sending)
  switch (call.type) {
    case 'CallExpression':
      return [...argumentsAround(call.callee), ...call.arguments]
    case 'MemberExpression':
      return argumentsAround(call.object)
    case 'TaggedTemplateExpression':
      return call.quasi.expressions
    default:
      return []
  }
}

/** `userId`, `$ne` */
function mentionNamed(name = ''): Mention | undefined {
  if (OF_USER.test(wordsOf(name))) return 'user'
  return EXCEPT.test(name) ? 'others' : undefined
}

function isId(name: string | undefined): boolean {
  return name === 'id' || name === '_id'
}

/** The `id` of `{ id: session.id }`, which says nothing about whose it is. */
function isKey(node: Node): boolean {
  return node.parent?.type === 'Property' && node.parent.key === node && !node.parent.shorthand
}

const OF_USER = /(?:^| )(?:user|account|member|customer|owner)s?(?: id)?$/
const SEVERAL = /\b(?:all|every|everywhere|others?|sessions|tokens|devices|logins)\b/
const EXCEPT = /^(?:not|ne|neq|\$ne|\$nin|notIn|notInArray|whereNot|Not)$/i
const OWN = /^(?:session|sessionID|sessionId|sid|cookies?|headers?|\('(?:session|sid)'\))$/
const INPUT = /^(?:body|params?|query|json|formData)$/

/** Functions that give the session of a request, or what it is known by. */
const GIVING = /^(?!(?:create|find|delete|destroy|make|new|set|save)\b)(?:.* )?session(?: data| id| token)?$|^(?:auth|validate request|cookies|headers)$/
