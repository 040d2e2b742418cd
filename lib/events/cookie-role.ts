import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import type { Setting } from '../ast/setting.js'
import type { CookieRole } from './events.js'
import { LONGEST_NAME, wordsOf } from './names.js'
import type { Settings } from './settings.js'

/**
 * What a cookie is for: by its name, else by the name of the constant that holds its name, else by
 * its value. Settings come first.
 */
export function roleOf(
  name: Setting<string>,
  nameNode: Node | undefined,
  value: Node | undefined,
  settings: Settings,
): CookieRole {
  if (name.state === 'known') {
    const text = name.value.slice(0, LONGEST_NAME)
    if (settings.cookies.other.some((pattern) => pattern.test(text))) return 'other'
    if (settings.cookies.session.some((pattern) => pattern.test(text))) return 'session'
  }
  if (value && isHint(value)) return 'other'
  const words = name.state === 'known' ? wordsOf(name.value.replace(/^__(?:Host|Secure)-/, '')) : wordsOfConstant(nameNode)
  if (OTHER.test(words)) return 'other'
  if (SESSION.test(words)) return 'session'
  return value && isToken(value) ? 'session' : 'unknown'
}

/** Whether a name is that of a session ID; tokens such as JWTs have none on the server. */
export function isSessionIdName(name: string): boolean {
  return /\b(?:sid|sess|session|sessionid|session id)\b/.test(wordsOf(name))
}

/** Names that contain a bait word, and still are no session: measured on real code. */
const OTHER =
  /\b(?:csrf|xsrf|theme|dark|locale|lang|language|i18n|consent|gdpr|flash|redirect|return|returnto|callback|experiment|variant|ab|state|nonce|pkce|verifier|challenge|last|hint|pref|prefs|preference|preferences|sidebar|timezone|tz|currency|captcha|recaptcha|analytics|tracking|ga|logged|banner|seen|dismissed|expiry|expires|expiration|timeout|count|counter|message|notice|error|cart|referrer|utm|sessions|loginstate|tab|layout|view|filter|sort|name|email|avatar)\b/

const SESSION =
  /\b(?:sid|sess|session|sessionid|sessid|phpsessid|jsessionid|auth|authn|token|jwt|bearer|authtoken|accesstoken|refreshtoken|idtoken|sessiontoken|remember|rememberme|ssid)\b/

function wordsOfConstant(node: Node | undefined): string {
  const name = node && lastName(node)
  // `SESSION_COOKIE_NAME` is the constant for a name, not a cookie with a user's name.
  return name === undefined ? '' : wordsOf(name).replace(/\b(?:name|key|cookie)\b/g, ' ').trim()
}

/** `res.cookie('session_active', true)`: a flag, not a credential. */
function isHint(value: Node): boolean {
  const expression = unwrap(value)
  if (expression.type !== 'Literal') return false
  return typeof expression.value === 'boolean' || /^(?:true|false|yes|no|on|off|[01])$/.test(String(expression.value))
}

function isToken(value: Node): boolean {
  const expression = unwrap(value)
  if (expression.type === 'AwaitExpression') return isToken(expression.argument)
  if (expression.type === 'CallExpression' && isSigning(expression.callee)) return true
  const words = wordsOf(lastName(expression) ?? '')
  return !OTHER.test(words) && TOKEN.test(words)
}

/** `jwt.sign(…)`, `this.jwtService.signAsync(…)` */
function isSigning(callee: Node): boolean {
  const expression = unwrap(callee)
  if (expression.type !== 'MemberExpression' || !/^sign/.test(memberName(expression) ?? '')) return false
  return /\b(?:jwt|jsonwebtoken|token)\b/.test(wordsOf(lastName(expression.object) ?? ''))
}

const TOKEN = /\b(?:token|jwt|session id|sessionid|sid)$/
