import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { equalitiesIn } from '../ast/equalities.js'
import { returnedBy } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { functionAround, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import { textAt } from '../ast/text-at.js'
import type { TokensCompared } from './events.js'
import type { FileContext } from './file-context.js'
import { isAboutOtherSessions, isPage } from './file-kind.js'
import type { Handlers } from './handlers.js'
import { wordsOf } from './names.js'
import { createRequestInput } from './request-input.js'

type Sides = readonly [left: Node, right: Node]

const DEEPEST = 6

/** Reads where a token is compared with what a request brings, in a way that stops at the first difference. */
export function readComparisons(context: FileContext, handlers: Handlers): TokensCompared[] {
  const { bindings, sourceCode } = context
  if (isPage(context) || isAboutOtherSessions(context)) return []
  const input = createRequestInput(context, handlers)

  return [
    ...equalitiesIn(sourceCode).flatMap((node) => read(node, [node.left, node.right], node.operator)),
    ...callsNamed(sourceCode, (name) => COMPARING.has(name)).flatMap((node) => {
      const sides = sidesOf(node)
      return sides ? read(node, sides, lastName(node.callee) ?? '') : []
    }),
  ]

  function read(node: TokensCompared['comparison'], [left, right]: Sides, by: string): TokensCompared[] {
    // Most comparisons have no side that is called a token.
    if (!namesToken(left) && !namesToken(right) && !mayBeDigest(left) && !mayBeDigest(right)) return []
    if (isSelection(node) || !isOpen(left) || !isOpen(right)) return []
    const secret = isSecretFor(left, right) ? left : isSecretFor(right, left) ? right : undefined
    return secret ? [{ type: 'tokensCompared', node, certainty: 'likely', comparison: node, sides: [left, right], secret, by }] : []
  }

  /** Whether one side is what the other, which a stranger may have sent, must be. */
  function isSecretFor(secret: Node, given: Node): boolean {
    const isKeyed = isDigest(secret, 'createHmac', DEEPEST)
    // Who compares two digests tells nothing about what was given.
    if (isKeyed && isDigest(given, 'createHmac', DEEPEST)) return false
    if (isFromRequest(secret) || VERSION.test(wordsOf(nameOf(unwrap(given))))) return false
    if (!isFromRequest(given)) return isKeyed && namesToken(given)
    // Anybody makes the digest of a text that needs no key.
    return isKeyed || namesToken(given) || (namesToken(secret) && !isDigest(secret, 'createHash', DEEPEST))
  }

  function isFromRequest(side: Node): boolean {
    return input.wayOf(formerOf(unwrap(side))) !== undefined
  }

  /** Whether what an expression gives is not for everybody to read: no text of the source, no type, no length. */
  function isOpen(side: Node): boolean {
    const expression = unwrap(side)
    if (!OPEN.has(expression.type) || (expression.type === 'Identifier' && expression.name === 'undefined')) return false
    return staticValue(expression, sourceCode, bindings) === undefined
  }

  /** `createHmac('sha256', key).update(text).digest('hex')`, under a name, from a function of the file, behind a prefix. */
  function isDigest(node: Node, maker: string, depth: number): boolean {
    const expression = formerOf(unwrap(node))
    if (depth === 0) return false
    const read = (inner: Node) => isDigest(inner, maker, depth - 1)
    switch (expression.type) {
      case 'Identifier': {
        const variable = bindings.variable(expression)
        const held = variable && bindings.value(variable)
        return held !== undefined && read(held)
      }
      case 'AwaitExpression':
        return read(expression.argument)
      case 'TemplateLiteral':
        return expression.expressions.some(read)
      case 'BinaryExpression':
        return read(expression.left) || read(expression.right)
      case 'CallExpression': {
        const callable = bindings.function(expression.callee)
        if (callable) return returnedBy(callable, sourceCode.visitorKeys).some((returned) => returned !== undefined && read(returned))
        const steps = lastName(expression.callee) === 'digest' ? (bindings.resolve(expression)?.steps ?? []) : []
        return steps.includes(maker)
      }
      default:
        return false
    }
  }
}

/** Methods that compare. */
const COMPARING: ReadonlySet<string> = new Set(['localeCompare', 'equals', 'compare'])

/** `a.localeCompare(b)`, `a.equals(b)`, `Buffer.compare(a, b)` */
function sidesOf({ arguments: [first, second], callee }: TSESTree.CallExpression): Sides | undefined {
  const method = unwrap(callee)
  if (method.type !== 'MemberExpression' || !first) return undefined
  const name = memberName(method)
  if (name === 'localeCompare' || name === 'equals') return [method.object, first]
  return name === 'compare' && second && lastName(method.object) === 'Buffer' ? [first, second] : undefined
}

const OPEN = new Set(['AwaitExpression', 'BinaryExpression', 'CallExpression', 'Identifier', 'LogicalExpression', 'MemberExpression', 'TemplateLiteral'])

function mayBeDigest(node: Node): boolean {
  return /\b(?:hmac|digest|signature|sig|mac|hash|checksum|computed|expected|calculated|actual|sign)\b/.test(wordsOf(nameOf(unwrap(node))))
}

/** Whether an expression is called a token, or a part of the text is that it makes: `sha256=${signature}`. */
function namesToken(node: Node): boolean {
  const expression = unwrap(node)
  if (expression.type === 'TemplateLiteral') return expression.expressions.some(namesToken)
  if (expression.type === 'BinaryExpression') return expression.operator === '+' && (namesToken(expression.left) || namesToken(expression.right))
  if (expression.type === 'LogicalExpression') return namesToken(expression.left)
  if (expression.type === 'AwaitExpression') return namesToken(expression.argument)
  const words = wordsOf(nameOf(expression))
  return TOKEN.test(words) && !OTHER.test(words)
}

/** The name of an expression, through what only changes its form; of a header, the name of that: `req.get('x-csrf-token')`. */
function nameOf(node: Node): string {
  const expression = formerOf(node)
  if (expression.type === 'CallExpression') {
    const [first] = expression.arguments
    const isReading = /^(?:get|header|param|cookie)$/.test(lastName(expression.callee) ?? '')
    return (isReading ? textAt(first) : undefined) ?? lastName(expression) ?? ''
  }
  // `cookies.get('sid')?.value` is called by what it is the value of.
  if (expression.type === 'MemberExpression' && memberName(expression) === 'value') return nameOf(unwrap(expression.object))
  return lastName(expression) ?? ''
}

/** What an expression was before it was given another form: `token` in `Buffer.from(String(token))`. */
function formerOf(expression: Node): Node {
  if (expression.type !== 'CallExpression') return expression
  const callee = unwrap(expression.callee)
  const [first] = expression.arguments
  const name = lastName(callee) ?? ''
  const isMethod = callee.type === 'MemberExpression' && /^(?:toString|to(?:Lower|Upper)Case|trim(?:Start|End)?)$/.test(name)
  const former = isMethod ? callee.object : /^(?:String|from|decodeURIComponent|encodeURIComponent|trim)$/.test(name) ? first : undefined
  return former ? formerOf(unwrap(former)) : expression
}

const TOKEN = /\b(?:token|csrf|_csrf|xsrf|sid|session id|sessionid|hmac|signature|digest|jwt)(?: \d+| value)?$/

/** Tokens and IDs that many may know, or that stand for something else than a right. */
const OTHER =
  /\b(?:page|next|previous|prev|old|last|encrypted|hashed|cursor|continuation|sync|push|fcm|apns|device|contract|nft|mint|design|lexer|parser|account|message|call|service|twilio|idempotency|cancel|cancellation|trace|type)\b/

/** What tells the version of a text, which everybody may know. */
const VERSION = /\b(?:if none match|if match|etag|checksum|integrity|content md5)\b/

/** What an array is searched or sorted by: `tokens.filter((token) => token !== given)`. */
function isSelection(node: Node): boolean {
  const callable = functionAround(node)
  const call = callable && wrapped(callable).parent
  return call?.type === 'CallExpression' && SELECTIONS.has(lastName(call.callee) ?? '')
}

const SELECTIONS = new Set([
  'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'some', 'every', 'sort', 'toSorted', 'map', 'reduce', 'forEach', 'flatMap', 'where', 'useMemo', 'remove', 'partition',
])
