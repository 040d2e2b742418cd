import { memberName, propertyName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { classAround, isFunction, wrapped, type Node } from '../ast/nodes.js'
import { textAt } from '../ast/text-at.js'
import { baseName } from './base-name.js'
import type { JwtSigned } from './events.js'
import type { SessionFile } from './file.js'
import { isAboutOtherSessions, isMadeUp } from './file-kind.js'
import { nameGiven } from './id-naming.js'
import { wordsOf } from './names.js'

/** Whether a token says who is logged in, as far as the file shows: not one for another server, for a link, or for a machine. */
export function isForUsers(signed: JwtSigned, file: SessionFile): boolean {
  const { node, secret } = signed
  if (isTrial(file) || isSentElsewhere(node, file)) return false
  const names = [...namesAround(node, file), ...(secret ? [lastName(secret) ?? ''] : [])]
  return !names.some((name) => OF_OTHERS.test(wordsOf(name)))
}

/** Whether what is signed says itself how long it counts, or names a record that does: the program looks at that. */
export function hasEndOfItsOwn({ payloads }: JwtSigned, { context }: SessionFile): boolean {
  return payloads.some((payload) => context.options.read(payload).names.seen.some((name) => OWN_END.test(wordsOf(name))))
}

const OWN_END = /\b(?:\w*exp|expires?|expired|expiry|expiration|valid until|valid till|ttl|max age|lifetime|created(?: at| on)?|issued at|timestamp|sid|session|session id)\b/

/** Tokens that are no logins: links that are used once, keys of machines and of other services. */
const OF_OTHERS =
  /\b(?:reset|forgot|verification|verify (?:e ?mail|account|address|phone)|confirm|confirmation|activate|activation|invite|invitation|unsubscribe|download|upload|share|embed|preview|api ?keys?|api token|personal access|service (?:token|account)|machine|m2m|client secret|client assertion|assertion|webhook|push|vapid|apns?|app store|licen[cs]e|device token|csrf|xsrf|state token|oauth state|nonce|captcha|bot token|mock|fake|dummy|fixture)\b|^(?:state|nonce)$/

/** Whether a file shows tokens, or tries out what to do with them, rather than letting users in. */
export function isTrial({ context }: SessionFile): boolean {
  const path = context.filename.replaceAll('\\', '/')
  const base = baseName(path)
  return isMadeUp(context) || isAboutOtherSessions(context) || OF_TOOLS.test(wordsOf(base)) || /\/(?:scripts?|bin|cli|tools?|playground|debug|devtools|sdk)\/[^/]*$|\/emulators?\//.test(path)
}

const OF_TOOLS = /\b(?:cli|sdk|debug|debugger|inspector|inspect|playground|tool|tools|demo)\b/

/** The names of functions, classes, routes, variables and files around a node. */
export function namesAround(node: Node, { context, purposes }: SessionFile): readonly string[] {
  const owner = classAround(node)
  const extended = owner?.superClass?.type === 'CallExpression' ? owner.superClass.arguments : []
  return [
    ...purposes.namesAround(node),
    ...holders(node),
    ...(owner?.id ? [owner.id.name] : []),
    ...extended.flatMap((argument) => textAt(argument) ?? []),
    baseName(context.filename).replace(/\.\w+$/, ''),
  ]
}

/** What a value is called: `const resetToken = await sign(…)`, `{ inviteToken: sign(…) }`. */
function holders(node: Node): readonly string[] {
  const names: string[] = []
  for (let at = node.parent; at && !isFunction(at); at = at.parent) {
    const name = nameGiven(at)
    if (name !== undefined) names.push(name)
  }
  return names
}

/** Whether a token goes into the header by which a program logs in to another one. */
function isSentElsewhere(node: Node, { context, handlers }: SessionFile): boolean {
  const { bindings } = context
  return [node, ...referencesOf(node)].some(isInRequest)

  function referencesOf(made: Node): readonly Node[] {
    for (let at = made.parent; at && !isFunction(at); at = at.parent) {
      if (at.type !== 'VariableDeclarator' || at.id.type !== 'Identifier') continue
      return bindings.variable(at.id)?.references.filter((reference) => !reference.isWrite()).map(({ identifier }) => identifier) ?? []
    }
    return []
  }

  /** `headers: { Authorization: token }`, `.set('Authorization', token)`, unless it is the answer that has the header. */
  function isInRequest(value: Node): boolean {
    let isHeader = false
    for (let at = wrapped(value); at.parent && !isFunction(at.parent); at = at.parent) {
      const { parent }: Node = at
      if (parent.type === 'Property' && parent.value === at) isHeader ||= propertyName(parent)?.toLowerCase() === 'authorization'
      if (parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression') {
        return memberName(parent.left)?.toLowerCase() === 'authorization' && !isAnswer(parent.left)
      }
      if (parent.type !== 'CallExpression' || parent.callee === at) continue
      const [name] = parent.arguments
      const isNamed = textAt(name)?.toLowerCase() === 'authorization'
      if ((isHeader || isNamed) && !isAnswer(parent.callee)) return true
    }
    return isHeader
  }

  function isAnswer(callee: Node): boolean {
    const path = bindings.resolve(callee)
    const object = path && handlers.objectOf(path)?.object
    return object === 'response' || object === 'context'
  }
}
