import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName, type Bindings } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { classAround, isFunction, memberStart, unwrap, unwrapAwait, wrapped, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { textAt } from '../ast/text-at.js'
import { usesOf } from '../ast/variables.js'
import { baseName } from './base-name.js'
import { namesOtherToken } from './cookie-role.js'
import { spelled } from './cookie-values.js'
import type { JwtSigned } from './events.js'
import type { SessionFile } from './file.js'
import { isAboutOtherSessions, isMadeUp } from './file-kind.js'
import { nameGiven } from './id-naming.js'
import { isIdentity, namesRemembered, wordsOf } from './names.js'

/** Whether a token says who is logged in, as far as the file shows: not one for another server, for a link, or for a machine. */
export function isForUsers(signed: JwtSigned, file: SessionFile): boolean {
  if (isTrial(file) || isSentElsewhere(signed.node, file) || isMailed([signed.node, ...handedOn(signed, file)], file.context.bindings)) return false
  return !namesOf(signed, file).some((name) => OF_OTHERS.test(wordsOf(name)))
}

/** Whether a token gets others, or remembers a user, and so may live longer. */
export function mayOutliveSession(signed: JwtSigned, file: SessionFile): boolean {
  return namesOf(signed, file).some(namesRemembered)
}

/** What tells what a token is for: the names around it, its key, what it says itself, and what a callback calls it. */
function namesOf({ made, node, payloads, secret, signer = '' }: JwtSigned, file: SessionFile): readonly string[] {
  const { bindings, options, sourceCode } = file.context
  const keys = secret ? [secret, bindings.held(secret)].flatMap((key) => settingOf(key) ?? []) : []
  return [signer, ...namesAround(node, file), ...keys.map((key) => plainText(key, sourceCode)), ...payloads.flatMap(kindsIn), ...made.flatMap((call) => tokensOfCallback(call).map(({ name }) => name))]

  /** `{ sub, type: 'refresh' }`, `{ sub, type: TokenType.REFRESH }` */
  function kindsIn(payload: Node): string[] {
    const said = options.read(payload)
    return said.names.seen.filter((name) => KIND.test(wordsOf(name))).flatMap((name) => (said.expressions(name) ?? []).flatMap((value) => textAt(value) ?? lastName(value) ?? []))
  }
}

/** Where a key is read; a text, in its place or behind `||`, doesn't say what the key is for. */
function settingOf(key: Node): Node | undefined {
  const expression = unwrap(key)
  if (expression.type === 'LogicalExpression') return settingOf(expression.left)
  return textAt(expression) === undefined ? expression : undefined
}

const KIND = /^(?:token )?(?:type|typ|use|kind|purpose|scope)$/

/** `token` in `jwt.sign(payload, key, (err, token) => …)`. */
export function tokensOfCallback(call: Node): TSESTree.Identifier[] {
  const last = call.type === 'CallExpression' ? call.arguments.at(-1) : undefined
  const token = isFunction(last) ? last.params[1] : undefined
  return token?.type === 'Identifier' ? [token] : []
}

/** Whether a value is a token for something else than for users: the file signs it for a file or a room, or it is one of a link. */
export function isForSomethingElse(value: Node, file: SessionFile): boolean {
  const { bindings, options } = file.context
  const made = unwrapAwait(bindings.held(value))
  const signed = file.of('jwtSigned').find((event) => event.made.includes(made))
  if (!signed) return isOfLink(value, file)
  return !isForUsers(signed, file) || (signed.payloads.length > 0 && signed.payloads.every(saysNoUser))

  function saysNoUser(payload: Node): boolean {
    const { complete, seen } = options.read(payload).names
    return complete && seen.length > 0 && !seen.some((name) => isIdentity(name) || OF_USER.test(wordsOf(name)))
  }
}

/** Whether a token that nobody sees signed is for a link: by its name, by what makes it, by the functions around it, or as it is mailed. */
function isOfLink(value: Node, { context: { bindings }, purposes }: SessionFile): boolean {
  const token = spelled(value)
  const names = [token, bindings.held(token)].flatMap(namesInChain)
  return names.some((name) => namesOtherToken(name) || namesLink(name)) || purposes.hasNameAround(value, namesLink) || isMailed([value], bindings)
}

/** Claims that say who somebody is, or what he may do. */
const OF_USER = /^(?:id|uuid|sub|subject|name|login|sid|owner)$|\b(?:user\w*|account|e ?mail|session|roles?|scopes?|permissions?|customer|member|person|profile|admin|phone)\b/

/** Whether what is signed says itself how long it counts, or names a record that does: the program looks at that. */
export function hasEndOfItsOwn({ payloads }: JwtSigned, { context }: SessionFile): boolean {
  return payloads.some((payload) => context.options.read(payload).names.seen.some((name) => OWN_END.test(wordsOf(name))))
}

const OWN_END = /\b(?:\w*exp|expires?|expired|expiry|expiration|valid until|valid till|ttl|max age|lifetime|created(?: at| on)?|issued at|timestamp|sid|session|session id)\b/

/** What is done with links that are used once. */
const LINKS = 'reset|forgot|verification|verify (?:e ?mail|account|address|phone)|confirm|confirmation|activate|activation|invite|invitation|unsubscribe'

/** Tokens that are no logins: links that are used once, keys of machines and of other services. */
const OF_OTHERS = new RegExp(
  String.raw`\b(?:${LINKS}|download|upload|share|embed|preview|api ?keys?|api token|personal access|service (?:token|account)|machine|m2m|client secret|client assertion|assertion|webhook|push|vapid|apns?|app store|licen[cs]e|device token|csrf|xsrf|state token|oauth state|e ?mail (?:jwt )?(?:secret|key|token)|nonce|captcha|bot token|mock|fake|dummy|fixture)\b|^(?:state|nonce)$`,
)

/** Whether a name says that a link is made: `forgotPassword`, `invitation`, `mailLoginLink`. */
function namesLink(name: string): boolean {
  return OF_LINKS.test(wordsOf(name))
}

const OF_LINKS = new RegExp(String.raw`\b(?:${LINKS}|forgotten|recovery|(?:log|sign) ?in (?:link|url|e ?mail))\b`)

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

/** What a value is called: `const resetToken = await sign(…)`, `{ inviteToken: sign(…) }`, `[, refreshToken] = [sign(…), sign(…)]`. */
function holders(node: Node): readonly string[] {
  const names: string[] = []
  let index: number | undefined
  for (let at = node; at.parent && !isFunction(at.parent); at = at.parent) {
    const { parent }: Node = at
    if (parent.type === 'ArrayExpression') index ??= parent.elements.findIndex((element) => element === at)
    const name = nameGiven(parent) ?? nameInPattern(parent, index)
    if (name !== undefined) names.push(name)
  }
  return names
}

/** `refreshToken` in `const [accessToken, refreshToken] = await Promise.all([sign(…), sign(…)])`. */
function nameInPattern(holder: Node, index: number | undefined): string | undefined {
  const target = holder.type === 'VariableDeclarator' ? holder.id : holder.type === 'AssignmentExpression' ? holder.left : undefined
  const element = target?.type === 'ArrayPattern' && index !== undefined ? target.elements[index] : undefined
  return element ? lastName(element) : undefined
}

/** Whether a token goes into the header by which a program logs in to another one. */
function isSentElsewhere(node: Node, { context, handlers }: SessionFile): boolean {
  const { bindings } = context
  return [node, ...usesOfHolder(node, bindings)].some(isInRequest)

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

/** Where a token is used that a callback is given. */
function handedOn({ made }: JwtSigned, { context: { bindings } }: SessionFile): readonly Node[] {
  return made.flatMap(tokensOfCallback).flatMap((token) => usesOf(bindings.variable(token)))
}

/** Whether a token is sent in a mail, itself or in a link: `await sendVerificationEmail(user.email, token)`. */
function isMailed(tokens: readonly Node[], bindings: Bindings): boolean {
  const seen = new Set<Node>()
  return tokens.some((token) => isGivenToMail(token, LONGEST_WAY))

  function isGivenToMail(value: Node, depth: number): boolean {
    if (seen.has(value)) return false
    seen.add(value)
    for (let at = value; at.parent && !isFunction(at.parent); at = at.parent) {
      const { parent }: Node = at
      if ((parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee !== at && MAILING.test(wordsOf(calleeName(parent)))) return true
    }
    return depth > 0 && usesOfHolder(value, bindings).some((use) => isGivenToMail(use, depth - 1))
  }
}

/** From the token to a link, from the link to a text, from that to a message, and to the objects that these are handed on in. */
const LONGEST_WAY = 6

/** `sendMail`, `mailer.send`, `sendVerificationLink` */
const MAILING = /\b\w*mail(?:s|er)?\b|\bsend\b.*\b(?:verif\w*|reset|confirm\w*|activat\w*|invit\w*|link)\b/

function calleeName({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const called = unwrap(callee)
  return [called.type === 'MemberExpression' ? lastName(called.object) : undefined, lastName(called)].join(' ')
}

/** Where the variable is read that holds a value, or something that it is in. */
function usesOfHolder(value: Node, bindings: Bindings): readonly Node[] {
  for (let at = value; at.parent && !isFunction(at.parent); at = at.parent) {
    const name = holderIn(at.parent, at)
    if (name) return usesOf(bindings.variable(name))
  }
  return []
}

/** `link` in `const link = …`, `link = …`, `message.html = …` and `link.searchParams.set('token', …)`. */
function holderIn(parent: Node, part: Node): TSESTree.Identifier | undefined {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id : undefined
    case 'AssignmentExpression':
      return parent.right === part ? nameAtStart(parent.left) : undefined
    case 'CallExpression':
      return parent.callee !== part && /^(?:set|append|push)$/.test(lastName(parent.callee) ?? '') ? nameAtStart(parent.callee) : undefined
    default:
      return undefined
  }
}

function nameAtStart(node: Node): TSESTree.Identifier | undefined {
  const start = memberStart(node)
  return start.type === 'Identifier' ? start : undefined
}
