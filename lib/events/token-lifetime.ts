import { unwrap, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import type { Setting } from '../ast/setting.js'
import { staticValue } from '../ast/static-value.js'
import type { TokenExpiry } from '../frameworks/framework.js'
import { isInSeconds, secondsIn } from './duration.js'
import type { JwtSigned } from './events.js'
import type { FileContext } from './file-context.js'
import { NOTHING, type Lifetime } from './lifetime.js'

export interface TokenLifetimes {
  /** What an option says about the end of a token. */
  ofOption(setting: Setting<unknown>, facts: TokenExpiry): Lifetime
  /** What a moment says that a token is given as its end: `'2h'`, a date, or seconds since 1970. */
  ofMoment(node: Node | undefined): Lifetime
  /** What ends tokens: an option, or `exp` in what they say. Without payloads in sight, nobody knows what is in them. */
  earliest(option: Lifetime | undefined, payloads: readonly Node[] | undefined): Lifetime
}

export function createTokenLifetimes(context: FileContext): TokenLifetimes {
  const { bindings, instantOf, options, sourceCode } = context
  return { ofOption, ofMoment, earliest }

  function ofOption(setting: Setting<unknown>, { digits, unit }: TokenExpiry): Lifetime {
    if (setting.state === 'unknown') return { state: 'unknown' }
    if (setting.state === 'absent' || setting.value === undefined || setting.value === null) return NOTHING
    const { node, value } = setting
    if (value === Infinity) return { state: 'endless', node, isOnPurpose: true }
    if (typeof value === 'string') return { state: 'ends', seconds: secondsIn(value) ?? amount(Number(value), digits), node }
    return { state: 'ends', seconds: amount(Number(value), unit), node }
  }

  function ofMoment(node: Node | undefined): Lifetime {
    if (!node) return NOTHING
    const value = staticValue(node, sourceCode, bindings)?.value
    if (typeof value === 'string') return { state: 'ends', seconds: secondsIn(value), node }
    const instant = instantOf(node)
    const seconds = instant?.from === 'now' && instant.milliseconds !== undefined ? instant.milliseconds / 1000 : undefined
    return { state: 'ends', seconds, node }
  }

  function earliest(option: Lifetime | undefined, payloads: readonly Node[] | undefined): Lifetime {
    if (option?.state === 'ends' || (option?.state === 'endless' && option.isOnPurpose)) return option
    const ofPayloads = payloads === undefined ? [UNKNOWN] : payloads.map(ofPayload)
    // One token without an end is enough.
    const inPayloads = ofPayloads.find(({ state }) => state === 'endless') ?? ofPayloads.find(({ state }) => state === 'unknown') ?? ofPayloads[0]
    const answers = [option ?? NOTHING, inPayloads ?? NOTHING]
    return answers.find(({ state }) => state === 'ends') ?? answers.find(({ state }) => state === 'unknown') ?? NOTHING
  }

  function ofPayload(payload: Node): Lifetime {
    const said = options.read(payload)
    const [exp] = said.expressions('exp') ?? [payload]
    if (exp === payload) return UNKNOWN
    const setting = said.get('exp')
    const isNothing = setting.state === 'known' && (setting.value === undefined || setting.value === null)
    return !exp || isNothing ? NOTHING : { state: 'ends', seconds: secondsFromNow(exp), node: exp }
  }

  /** `Math.floor(Date.now() / 1000) + 60 * 60` */
  function secondsFromNow(exp: Node): number | undefined {
    const sum = unwrap(exp)
    if (sum.type !== 'BinaryExpression' || sum.operator !== '+') return undefined
    const [other, another] = [sum.left, sum.right].filter((side) => !NOW.test(plainText(side, sourceCode)))
    const value = other && !another ? staticValue(other, sourceCode, bindings)?.value : undefined
    return typeof value === 'number' ? value : undefined
  }
}

const NOW = /^(?:~~|Math\.(?:floor|round|trunc|ceil)\()?\(?(?:Date\.now\(\)|\+?new Date\(\)(?:\.(?:getTime|valueOf)\(\))?) *\/ *(?:1_?000|1e3)\)*$/

const UNKNOWN: Lifetime = { state: 'unknown' }

function amount(value: number, unit: TokenExpiry['unit'] | undefined): number | undefined {
  if (!Number.isFinite(value) || unit === undefined || unit === 'since 1970') return undefined
  return unit === 'milliseconds' ? value / 1000 : value
}

/**
 * A number that counts something else than it reads: digits in quotes, milliseconds among seconds, or the milliseconds
 * since 1970 where a token says its end in seconds.
 */
export interface Slip {
  readonly kind: 'digits' | 'milliseconds' | 'moment'
  readonly node: Node
  /** The digits without their quotes. */
  readonly digits: string | undefined
  /** What is added to the present, where that is an amount of seconds already. */
  readonly ahead?: Ahead | undefined
}

interface Ahead {
  readonly seconds: number
  /** Where the amount stands, if it stands by itself. */
  readonly node: Node | undefined
}

export function slipIn({ expiry, lifetime, payloads }: JwtSigned, context: FileContext): Slip | undefined {
  if (lifetime.state !== 'ends' || !lifetime.node) return undefined
  const { node } = lifetime
  if (payloads.some((payload) => context.options.read(payload).expressions('exp')?.includes(node))) {
    const isMoment = context.instantOf(node)?.from === 'now' && unwrap(node).type !== 'NewExpression'
    return isMoment ? { kind: 'moment', node, digits: undefined, ahead: secondsAhead(node, context) } : undefined
  }
  if (expiry?.kind !== 'option' || expiry.facts.unit !== 'seconds') return undefined
  const digits = digitsIn(node, context)
  if (digits !== undefined) return { kind: 'digits', node, digits }
  return isInMilliseconds(node, context) ? { kind: 'milliseconds', node, digits } : undefined
}

/** `3600` in `Date.now() + 3600` */
function secondsAhead(node: Node, { bindings, instantOf }: FileContext): Ahead | undefined {
  const seconds = instantOf(node)?.milliseconds
  if (seconds === undefined || !isInSeconds(seconds)) return undefined
  const sum = bindings.held(node)
  const sides = sum.type === 'BinaryExpression' ? [sum.left, sum.right] : []
  return { seconds, node: sides.find((_, index) => instantOf(sides[1 - index] ?? sum)?.milliseconds === 0) }
}

/** The digits of a text of nothing else: `'3600'`, which is no number. */
function digitsIn(node: Node, { bindings, sourceCode }: FileContext): string | undefined {
  const value = staticValue(node, sourceCode, bindings)?.value
  return typeof value === 'string' ? /^\s*(\d+)\s*$/.exec(value)?.[1] : undefined
}

/** The 400 days after which browsers forget every cookie: no token of a session is meant to live longer. */
const LONGEST = 400 * 24 * 60 * 60

/** Whether a number that is taken for seconds is meant to be milliseconds: it is too large, or it is multiplied by 1000. */
function isInMilliseconds(node: Node, context: FileContext): boolean {
  const value = staticValue(node, context.sourceCode, context.bindings)?.value
  return typeof value === 'number' && (value > LONGEST || isTimesThousand(node, context, DEEPEST))
}

const DEEPEST = 6

/** `60 * 60 * 1000`, itself or in constants that are multiplied. */
function isTimesThousand(node: Node, context: FileContext, depth: number): boolean {
  const product = unwrap(node)
  if (depth === 0) return false
  if (product.type === 'BinaryExpression') {
    return product.operator === '*' && [product.left, product.right].some((side) => isThousand(side) || isTimesThousand(side, context, depth - 1))
  }
  const variable = product.type === 'Identifier' ? context.bindings.variable(product) : undefined
  const held = variable && context.bindings.value(variable)
  return held !== undefined && isTimesThousand(held, context, depth - 1)
}

function isThousand(node: Node): boolean {
  return node.type === 'Literal' && node.value === 1000
}
