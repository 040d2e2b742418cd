import { propertyName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import type { Options } from '../ast/object-options.js'
import { staticValue } from '../ast/static-value.js'
import type { CookieWritten, JwtSigned, ReadableDataWritten, SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import type { Match } from './match.js'
import type { Sessions } from './sessions.js'

type Where = ReadableDataWritten['where']
type Certainty = ReadableDataWritten['certainty']

const DEEPEST = 3

/** Reads what is written to where whoever holds it can read it: sessions inside their cookie, cookies, signed tokens. */
export function readReadableData(
  context: FileContext,
  sessions: Sessions,
  matches: readonly Match[],
  events: readonly SessionEvent[],
): ReadableDataWritten[] {
  const { bindings, sourceCode } = context
  const told = new Set<Node>()

  return [
    ...matches.flatMap(inSession),
    ...events.flatMap((event) => {
      if (event.type === 'jwtSigned') return inToken(event)
      return event.type === 'cookieWritten' || event.type === 'browserCookieWritten' ? inCookie(event) : []
    }),
  ].filter(({ node }) => isFirst(node))

  function inSession(match: Match): ReadableDataWritten[] {
    const { emits, roles } = match.pattern
    if (emits !== 'sessionWritten' && emits !== 'sessionReplaced') return []
    const session = sessions.sessionAt(match)
    if (session?.kind !== 'client' || session.facts.isReadable !== true) return []
    const value = match.argument(roles.value)
    const objects = [match.argument(roles.properties), emits === 'sessionReplaced' ? value : undefined]
    const inside = objects.flatMap((object) => (object ? inObject(object, 'session', match.certainty) : []))
    const property = match.text(roles.property)
    if (property.state !== 'known' || !value) return inside
    return [...inside, ...written(nameIn(match, value), property.value, value, 'session', match.certainty), ...inObject(value, 'session', match.certainty)]
  }

  function inToken(token: JwtSigned): ReadableDataWritten[] {
    const { certainty, payloads, protection } = token
    return protection === 'encrypted' ? [] : payloads.flatMap((payload) => inObject(payload, 'token', certainty)).map((data) => ({ ...data, token }))
  }

  /** The cookie by its name, or the object that is written into it; where attributes are declared apart, it may be sealed there. */
  function inCookie({ certainty, framework, name, role, value, ...event }: Omit<CookieWritten, 'type'>): ReadableDataWritten[] {
    if (!value) return []
    const byName = name.state === 'known' && role === 'unknown' ? written(event.node, name.value, value, 'cookie', certainty).map((whole) => ({ ...whole, isWhole: true })) : []
    const isSpelled = unwrap(value).type === 'CallExpression'
    return framework.cookie?.declaredApart === true && !isSpelled ? byName : [...byName, ...inObject(spelled(value), 'cookie', certainty)]
  }

  /** The object of `JSON.stringify(object)`, and of `Buffer.from(JSON.stringify(object)).toString('base64')`. */
  function spelled(node: Node): Node {
    const expression = unwrap(node)
    if (expression.type !== 'CallExpression') return expression
    const { callee } = expression
    const [argument] = expression.arguments
    const name = lastName(callee) ?? ''
    if (name === 'toString' && callee.type === 'MemberExpression') return spelled(callee.object)
    return SPELLINGS.has(name) && argument ? spelled(argument) : expression
  }

  function inObject(node: Node, where: Where, certainty: Certainty): ReadableDataWritten[] {
    return isSealed(node) ? [] : inOptions(context.options.read(node), where, certainty, DEEPEST)
  }

  function inOptions(options: Options, where: Where, certainty: Certainty, depth: number): ReadableDataWritten[] {
    return options.names.seen.flatMap((name) => {
      const [value] = options.expressions(name) ?? []
      const own = value ? written(keyOf(value), name, value, where, certainty) : []
      const inner = depth > 0 && value && !isSealed(value) ? inOptions(options.nested(name), where, certainty, depth - 1) : []
      return [...own, ...inner]
    })
  }

  function written(node: Node, key: string, value: Node, where: Where, certainty: Certainty): ReadableDataWritten[] {
    return isSealed(value) || isNothing(value) ? [] : [{ type: 'readableDataWritten', node, certainty, where, isWhole: false, key, value }]
  }

  /** What an encryption gives, nobody reads: by its own name, or by that of what made it. */
  function isSealed(value: Node): boolean {
    const expression = unwrap(value)
    const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
    const maker = variable && bindings.value(variable)
    return [expression, maker].some((node) => node && (isCall(node) ? SEALING : SEALED).test(lastName(node) ?? ''))
  }

  /** `null`, `''`, `true`: that there is none, or that there is one. */
  function isNothing(value: Node): boolean {
    const found = staticValue(value, sourceCode, bindings)
    return found !== undefined && (!found.value || found.value === true)
  }

  function nameIn({ argument, node, pattern }: Match, value: Node): Node {
    const target = node.type === 'AssignmentExpression' ? node.left : argument(pattern.roles.property)
    return target?.type === 'MemberExpression' ? target.property : (target ?? keyOf(value))
  }

  function isFirst(node: Node): boolean {
    const isNew = !told.has(node)
    told.add(node)
    return isNew
  }
}

/** Functions that write an object as text, which reads as well as before. */
const SPELLINGS = new Set(['stringify', 'from', 'encode', 'btoa', 'encodeURIComponent', 'serialize'])

const SEALING = /encrypt|seal|cipher|encode(?:Jwe|Secret)|redact|mask|omit|(?:^|_)sanitize/i

/** How that is called which an encryption gave; `encryptionKey` is what it was given. */
const SEALED = /encrypted|sealed|ciphertext|redacted|masked|sanitized/i

function isCall(node: Node): boolean {
  return node.type === 'CallExpression' || node.type === 'AwaitExpression'
}

/** The name in front of a value in an object. */
function keyOf(value: Node): Node {
  const { parent } = wrapped(value)
  if (parent?.type === 'Property' && propertyName(parent) !== undefined) return parent.key
  return parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression' ? parent.left.property : value
}
