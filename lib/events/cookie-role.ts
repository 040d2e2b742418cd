import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { chainStart, unwrap, type Node } from '../ast/nodes.js'
import type { Setting } from '../ast/setting.js'
import { textAt } from '../ast/text-at.js'
import { spelledBy, type CookieValue } from './cookie-values.js'
import type { CookieRole } from './events.js'
import { idNameOf, isOtherKind } from './id-names.js'
import { LONGEST_NAME, wordsOf } from './names.js'
import type { Settings } from './settings.js'

/**
 * What a cookie is for: by its name, by the name of the constant that holds its name, and else by its
 * value. Settings come first.
 */
export function roleOf(name: Setting<string>, nameNode: Node | undefined, value: CookieValue | undefined, settings: Settings): CookieRole {
  const text = name.state === 'known' ? name.value.slice(0, LONGEST_NAME) : undefined
  if (text !== undefined && settings.cookies.other.some((pattern) => pattern.test(text))) return 'other'
  if (text !== undefined && settings.cookies.session.some((pattern) => pattern.test(text))) return 'session'
  const bare = text?.replace(/^__(?:Host|Secure)-/, '')
  if (value && (isHint(value) || (bare !== undefined && !isExactly(bare) && isWord(value)))) return 'other'
  const byName = bare === undefined ? 'unknown' : roleOfWords(wordsOf(bare))
  if (byName !== 'unknown') return byName
  const byConstant = roleOfWords(wordsOfConstant(nameNode))
  if (byConstant !== 'unknown') return byConstant
  return value?.node ? roleOfValue(value.node, DEEPEST_VALUE) : 'unknown'
}

/** Whether a name is that of a session ID; tokens such as JWTs have none on the server. */
export function isSessionIdName(name: string): boolean {
  return /\b(?:sid|sess|session|sessionid|session id)\b/.test(wordsOf(name))
}

/** Whether an expression is a token that stands for the user, or a session ID: by what it is called, or by what signs it. */
export function isTokenValue(node: Node): boolean {
  return roleOfValue(node, DEEPEST_VALUE) === 'session'
}

/** Whether an expression is a token that stands for something else than a user: `csrf.token`, `nextToken`. */
export function isOtherToken(node: Node): boolean {
  return roleOfValue(node, DEEPEST_VALUE) === 'other'
}

/** Whether a name is that of a token that stands for the user: `access_token`, not `csrf-token` or `session`. */
export function isTokenName(name: string): boolean {
  const words = wordsOf(name.slice(0, LONGEST_NAME))
  return (CREDENTIAL.test(words) || PAIR.test(words)) && !isOther(words)
}

/** An access token and a refresh token together. */
const PAIR = /\b(?:auth|authentication|access|login|session|jwt|oauth) ?tokens$/

const CREDENTIAL = wholeWords('token jwt bearer authtoken accesstoken refreshtoken idtoken sessiontoken usertoken logintoken jwttoken sid sessionid ssid')

function roleOfWords(words: string): CookieRole {
  if (isOther(words)) return 'other'
  return SESSION.test(words) ? 'session' : 'unknown'
}

/** Words whose cookies are no sessions, although a bait word may stand beside them: measured on real code. */
const OTHER = wholeWords(
  // Defences and protocols that have tokens of their own.
  'csrf xsrf antiforgery forgery csrftoken xsrftoken state nonce pkce verifier challenge captcha recaptcha hcaptcha turnstile payment',
  // Tokens that are used once, or that stand for something else than a user.
  'reset verify verification verified confirm confirmation activate activation invite invitation unsubscribe cancel cancellation magic download upload share',
  'push device fcm apns mapbox nft erc20 page cursor continuation request form preview draft design',
  // What the browser shows or remembers.
  'theme themes color colour dark toast toasts onboarding locale lang language i18n consent gdpr flash redirect return returnto callback experiment variant ab',
  'pref prefs preference preferences sidebar timezone tz currency banner seen dismissed tab layout view filter sort',
  'message notice error cart referrer utm gclid analytics tracking ga visitor',
  // What is said about a session, and is none.
  'last hint logged loggedin loginstate expiry expires expiration timeout count counter type provider started start active has',
  'name username email avatar sessions',
)

const SESSION_NAMES = [
  'sid sess session sessionid sessid ssid phpsessid jsessionid usersession auth authn authentication authorization authcookie',
  'token jwt bearer authtoken accesstoken refreshtoken idtoken sessiontoken usertoken logintoken jwttoken remember rememberme',
]

const SESSION = wholeWords(...SESSION_NAMES)

/** What is said about a session behind its name, and is none: `session_exp`, but not `exp_session`. */
const TRAIT = new RegExp(`${SESSION.source}.*${wholeWords(
  'exp ttl age date timestamp issued created received refreshed renewed fetched updated',
  'method mode modal popup step version ui source landing duration length visits status role',
  'address symbol decimals balance price supply amount limit limits usage quota budget',
).source}(?!.*${SESSION.source})|${SESSION.source} (?:set|[a-z]+ed) at$`)

/** Whether a name says that a token stands for something else than a user: `resetToken`, `nextToken`. */
export function namesOtherToken(name: string): boolean {
  const words = wordsOf(name.slice(0, LONGEST_NAME))
  return /\btokens?\b/.test(words) && isOther(words)
}

/** Tokens that are money: what is paid with, and what for; or that lead from one page of a list to another. */
const TRADED = /^(?:from|to|base|quote|input|output|selected|native|next|previous|prev) tokens?$/

function isOther(words: string): boolean {
  return OTHER.test(words) || TRAIT.test(words) || TRADED.test(words) || (isSessionIdName(words) && !/\btoken\b/.test(words) && isOtherKind([words]))
}

function wholeWords(...lists: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${lists.join(' ').split(' ').join('|')})\\b`)
}

/** The words of `SESSION_COOKIE_NAME`, `config.auth_cookie_name`, `Names.Session` and `${prefix}_session`. */
function wordsOfConstant(node: Node | undefined): string {
  const name = node && textOfName(node)
  // `SESSION_COOKIE_NAME` is the constant for a name, not a cookie with a user's name.
  return name === undefined ? '' : wordsOf(name).replace(/\b(?:name|key|cookie)\b/g, ' ').trim()
}

function textOfName(node: Node): string | undefined {
  const expression = unwrap(node)
  if (expression.type === 'TemplateLiteral') return expression.quasis.map((quasi) => quasi.value.raw).join(' ')
  if (expression.type !== 'BinaryExpression') return lastName(expression)
  return textAt(expression) ?? textAt(expression.left) ?? textAt(expression.right)
}

/** `res.cookie('session_active', true)`, `res.cookie('auth_from', req.originalUrl)`, `String(Date.now() + HOUR)`: no credentials. */
function isHint(value: CookieValue): boolean {
  const expression = value.node && unwrap(value.node)
  if (expression?.type === 'MemberExpression') return /^(?:path|originalUrl|url|pathname|href)$/.test(memberName(expression) ?? '')
  return value.written ? value.written.every(isFlag) : value.isTime === true
}

/** A word or a small number, which the program itself has written: `'compact'`, `'2'`. */
function isWord({ written }: CookieValue): boolean {
  return written !== undefined && written.every((value) => /^(?:[a-z]+(?:[-_ ][a-z]+)*|\d{1,3})$/i.test(String(value).slice(0, LONGEST_NAME)))
}

/** Whether a name says nothing but that it is a session: with a made-up word for its ID, it is still one. */
function isExactly(name: string): boolean {
  return idNameOf(name) !== undefined || wordsOf(name) === 'jwt'
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || /^(?:true|false|yes|no|on|off|[01])$/.test(String(value))
}

const DEEPEST_VALUE = 6

/** A value is a credential where it is called one, signed as one, or contains one. */
function roleOfValue(value: Node, depth: number): CookieRole {
  const expression = unwrap(value)
  if (depth === 0) return 'unknown'
  switch (expression.type) {
    case 'AwaitExpression':
      return roleOfValue(expression.argument, depth - 1)
    case 'TemplateLiteral':
      return roleOfParts(expression.quasis[0]?.value.raw, expression.expressions, depth)
    case 'BinaryExpression':
      return expression.operator === '+' ? roleOfParts(textAt(expression.left), [expression.left, expression.right], depth) : 'unknown'
    case 'CallExpression': {
      if (isSigning(expression.callee)) return 'session'
      const inside = spelledBy(expression)
      return inside ? roleOfValue(inside, depth - 1) : roleOfValueWords(wordsOf(lastName(expression) ?? ''))
    }
    case 'MemberExpression':
      // `session.id` and `csrf.token` are told by both of their names.
      return roleOfValueWords(wordsOf(`${lastName(expression.object) ?? ''} ${memberName(expression) ?? ''}`))
    default:
      return roleOfValueWords(wordsOf(lastName(expression) ?? ''))
  }
}

/** `Bearer ${token}`, whatever the token is called, and what has a token in it. */
function roleOfParts(start: string | undefined, parts: readonly Node[], depth: number): CookieRole {
  return start === 'Bearer ' || parts.some((part) => roleOfValue(part, depth - 1) === 'session') ? 'session' : 'unknown'
}

function roleOfValueWords(words: string): CookieRole {
  if (!TOKEN.test(words)) return 'unknown'
  return isOther(words) ? 'other' : 'session'
}

/** `jwt.sign(…)`, `this.jwtService.signAsync(…)`, `new SignJWT(…).setExpirationTime('1h').sign(key)` */
function isSigning(callee: Node): boolean {
  const expression = unwrap(callee)
  if (expression.type !== 'MemberExpression' || memberName(expression)?.startsWith('sign') !== true) return false
  if (/\b(?:jwt|jsonwebtoken|token)\b/.test(wordsOf(lastName(expression.object) ?? ''))) return true
  const start = chainStart(expression.object)
  return start.type === 'NewExpression' && lastName(start.callee) === 'SignJWT'
}

const TOKEN = /\b(?:token|jwt|session id|sessionid|sid)$/
