import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/bindings.js'
import { codeHas } from '../ast/code-text.js'
import { lastName } from '../ast/last-name.js'
import { nodesOf } from '../ast/nodes-of.js'
import { functionsAround, isInside, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import type { SessionEvent, TokenRefreshed } from './events.js'
import type { FileContext } from './file-context.js'
import { isPage } from './file-kind.js'
import type { Handlers } from './handlers.js'
import { nameOfRoute } from './name-of-route.js'
import { namesDeletion, wordsOf } from './names.js'
import type { Purposes } from './purposes.js'
import { createRequestInput } from './request-input.js'

type Call = TSESTree.CallExpression

const DEEPEST = 3

/** Reads the functions that exchange a refresh token for an access token and leave the refresh token as it was. */
export function readRefreshes(
  context: FileContext,
  handlers: Handlers,
  purposes: Purposes,
  events: readonly SessionEvent[],
): TokenRefreshed[] {
  const { bindings, settings, sourceCode } = context
  if (isPage(context) || !codeHas(['refresh'], sourceCode)) return []
  const input = createRequestInput(context, handlers)
  const calls = nodesOf(sourceCode, 'CallExpression')
  const seen = new Set<FunctionNode>()

  return calls.flatMap((call) => {
    const owner = VERIFYING.test(nameOf(call)) ? functionsAround(call).findLast(isRefresh) : undefined
    const token = owner && call.arguments.map((argument) => refreshTokenIn(argument)).find((found) => found !== undefined)
    if (!owner || !token || seen.has(owner)) return []
    seen.add(owner)
    return read(owner, token)
  })

  /** By its own name or that of its route, which may be the name of the file. */
  function isRefresh(callable: FunctionNode): boolean {
    return purposes.namesOf(callable).some(namesRefresh) || (namesRefresh(nameOfRoute(context.filename)) && handlers.isHandler(callable))
  }

  function read(owner: FunctionNode, token: Node): TokenRefreshed[] {
    const places = [owner, ...calledBy(owner, DEEPEST)]
    const inside = calls.filter((call) => places.some((place) => isInside(call, place)))
    const issued = inside.filter(isIssuing)
    const [issuing, another] = issued
    // One of two tokens may be the next refresh token.
    if (!issuing || another || inside.some((call) => mayRotate(call, token)) || places.some(saysItRotates) || writesRefreshToken(places)) return []
    const { callee } = issuing
    const node = callee.type === 'MemberExpression' ? callee.property : callee
    return [{ type: 'tokenRefreshed', node, certainty: 'likely', token }]
  }

  /** The functions of the file that a function calls. */
  function calledBy(callable: FunctionNode, depth: number): FunctionNode[] {
    if (depth === 0) return []
    return calls.flatMap((call) => {
      const called = isInside(call, callable) ? bindings.function(call.callee) : undefined
      return !called || isInside(called, callable) ? [] : [called, ...calledBy(called, depth - 1)]
    })
  }

  function isIssuing(call: Call): boolean {
    const isSigned = events.some(({ node, type }) => type === 'jwtSigned' && isInside(node, call.callee))
    // A function of the file that signs is seen where it does.
    return isSigned || (ISSUING.test(nameOf(call)) && bindings.function(call.callee) === undefined)
  }

  /** Whether a call may give out another refresh token, or do something with this one. */
  function mayRotate(call: Call, token: Node): boolean {
    const name = nameOf(call)
    // Which cookies are written is asked about by their names.
    if (events.some(({ node, type }) => type === 'cookieWritten' && isInside(node, call.callee))) return false
    if (namesDeletion(name) || settings.functions.revoke.includes(lastName(call.callee) ?? '')) return true
    if (ROTATING.test(name)) return !isAnswering(call)
    const isGiven = call.arguments.some((argument) => plainText(unwrap(argument), sourceCode) === plainText(token, sourceCode))
    return isGiven && !VERIFYING.test(name) && !READING.test(name)
  }

  /** `res.set('Cache-Control', 'no-store')` */
  function isAnswering({ callee }: Call): boolean {
    const path = callee.type === 'MemberExpression' ? bindings.resolve(callee.object) : undefined
    const object = path && handlers.objectOf(path)?.object
    return object === 'response' || object === 'context'
  }

  function writesRefreshToken(places: readonly Node[]): boolean {
    return events.some((event) => {
      if (event.type !== 'cookieWritten' || !places.some((place) => isInside(event.node, place))) return false
      return event.name.state !== 'known' || /\brefresh\b/.test(wordsOf(event.name.value))
    })
  }

  function saysItRotates(place: Node): boolean {
    return ROTATION.test(plainText(place, sourceCode))
  }

  /** The refresh token in what a call is given: itself, or in a condition for the search. */
  function refreshTokenIn(argument: Node): Node | undefined {
    const expression = unwrap(argument)
    if (expression.type === 'ObjectExpression') {
      for (const property of expression.properties) {
        if (property.type !== 'Property') continue
        const found = refreshTokenIn(property.value)
        if (found) return found
        if (namesRefreshToken(propertyName(property) ?? '') && isOpen(property.value)) return property.value
      }
      return undefined
    }
    if (expression.type === 'ArrayExpression') return expression.elements.flatMap((element) => (element ? (refreshTokenIn(element) ?? []) : []))[0]
    if (!isOpen(expression)) return undefined
    const name = lastName(expression) ?? ''
    return namesRefreshToken(name) || (/\b(?:token|jwt)$/.test(wordsOf(name)) && input.wayOf(expression) !== undefined) ? expression : undefined
  }
}

function isOpen(node: Node): boolean {
  const { type } = unwrap(node)
  return type === 'Identifier' || type === 'MemberExpression'
}

function nameOf({ callee }: Call): string {
  return wordsOf(lastName(callee) ?? '')
}

/** `refresh`, `/auth/refresh-token`, `renewAccessToken`; not `refreshCache` or `forceRefresh`. */
function namesRefresh(name: string): boolean {
  return REFRESH.test(wordsOf(name))
}

const REFRESH = /(?:^|\b(?:auth|token|tokens|api|jwt|v\d+|handle|do|on|post|use|user|users) )(?:refresh|renew)(?: (?:access|auth|jwt|id|the|a|user))*(?: tokens?| jwt)?(?: (?:handler|controller|route|async))?$/

function namesRefreshToken(name: string): boolean {
  return /\brefresh(?: ?tokens?)?(?: cookie| value| jwt)?$/.test(wordsOf(name))
}

/** Functions that look at a token, or look it up. */
const VERIFYING = /^(?:verify|jwt verify|validate|check|decode|find|lookup|look up|select|query|has|includes|is valid|get|read|fetch)(?: .*)?$/

/** Functions that make one token. */
const ISSUING = /^(?:sign|(?:sign|generate|create|issue|make|new|build|gen|mint) (?:new |an? )?(?:(?:access|auth|jwt|id|bearer|user) ?)*(?:token|jwt)|sign (?:async|sync))$/

/** Functions after which the refresh token may be another one, or none: what stores, replaces and exchanges. */
const ROTATING =
  /\brefresh\b|\btokens\b|\bpair\b|^(?:update|save|set|insert|upsert|put|add|push|pull|store|persist|replace|incr|expire|hset|setex|transaction|commit|merge|patch|unset|append|find one and|find by id and)\b|\bupdate\b|\bdelete\b/

/** Functions that only read what they are given. */
const READING = /^(?:parse|trim|split|hash|digest|sha\d*|string|json|log|debug|info|warn|error|async handler|compare|from|encode|update)\b/

/** Words by which a function says that a refresh token is used once, or is bound to who has it. */
const ROTATION = /\b(?:new|next|rotated?)_?refresh|refresh_?token_?(?:new|next)|token_?version|token_?family|\bfamily\b|\bjti\b|\bdpop\b|\b(?:update|delete from|insert into)\s|\bcnf\b/i
