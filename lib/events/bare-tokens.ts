import { codeHas } from '../ast/code-text.js'
import { constantMember } from '../ast/constant-member.js'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { isFunction, unwrap, unwrapAwait, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { textAt } from '../ast/text-at.js'
import { usesOf } from '../ast/variables.js'
import { walk } from '../ast/walk.js'
import { spelled } from './cookie-values.js'
import { variableRead } from './environment.js'
import type { FileContext } from './file-context.js'
import { namesTokenOfOther } from './id-names.js'
import { wordsOf } from './names.js'
import type { Purposes } from './purposes.js'

/** Tells of what a URL only calls a token what it is of. */
export interface BareTokens {
  /** Whether it is of something that the program shares, pages through or trades, or is a signature of the URL, and not of a user. */
  isOfOther(value: Node, path: string): boolean
  /** Whether a value is a setting of the program, as the key to another server is. */
  isSetting(value: Node): boolean
}

/** From a text to the bytes that it spells, to the signature that they are, to what is signed. */
const LONGEST_WAY = 4

export function createBareTokens({ bindings, sourceCode }: FileContext, purposes: Purposes): BareTokens {
  const maySign = onDemand(() => codeHas(SIGNING_OR_PUSHING, sourceCode))

  return { isOfOther, isSetting }

  function isOfOther(given: Node, path: string): boolean {
    const value = spelled(given)
    if (value.type === 'LogicalExpression') return isOfOther(value.left, path)
    if (value.type === 'ConditionalExpression') return isOfOther(value.consequent, path) && isOfOther(value.alternate, path)
    if (!NAMED.has(value.type)) return false
    const made = bindings.held(value)
    return !isCalledToken(value, made) || isOfThing(value) || isMadeForFile(made) || isSignatureOrAddress(value) || (!isStored(made) && isPathOfOther(path)) || purposes.hasNameAround(given, namesShare)
  }

  function isSetting(given: Node): boolean {
    const value = spelled(given)
    const path = bindings.resolve(value)
    if (path?.root.kind === 'global' && path.root.name === 'process' && path.steps[0] === 'env') return true
    const made = unwrap((value.type === 'MemberExpression' ? constantMember(value, bindings) : undefined) ?? bindings.held(value))
    return made.type === 'LogicalExpression' ? isSetting(made.left) : variableRead(made) !== undefined
  }

  /** `guest.token`, `calendarToken`, `db.shares.insert({ token })` */
  function isOfThing(value: Node): boolean {
    const names = namesInChain(value)
    if (value.type !== 'CallExpression' && names.slice(-1).some(namesTokenOfOther)) return true
    return names.slice(0, -1).some((name) => THING.test(wordsOf(name))) || (value.type === 'Identifier' && usesOf(bindings.variable(value)).some(isKeptAsShare))
  }

  /** Whether what a value is made of says that it signs a URL, or that messages are pushed to it. */
  function isSignatureOrAddress(value: Node): boolean {
    if (!maySign()) return false
    const words = wordsWithin(value, LONGEST_WAY)
    return (words.some((text) => SIGNATURE.test(text)) && !words.some((text) => USER.test(text))) || words.some((text) => PUSH.test(text))
  }

  /** The words in what a value is made of, through variables. */
  function wordsWithin(value: Node, way: number): readonly string[] {
    const words: string[] = []
    walk(bindings.held(value), sourceCode.visitorKeys, (node) => {
      const name = node.type === 'Identifier' ? node.name : textAt(node)
      if (name !== undefined) words.push(wordsOf(name))
      if (node.type === 'Identifier' && way > 0 && bindings.held(node) !== node) words.push(...wordsWithin(node, way - 1))
      return !isFunction(node)
    })
    return words
  }
}

const NAMED = new Set(['AwaitExpression', 'CallExpression', 'Identifier', 'MemberExpression'])

/** Whether a value is called a token, or comes from something that is: `localStorage.getItem('token')`, `session.id`, `jwt.sign(…)`. */
function isCalledToken(value: Node, made: Node): boolean {
  return [value, made].some((node) => {
    const called = unwrapAwait(node)
    const texts = called.type === 'CallExpression' ? called.arguments.flatMap((argument) => textAt(argument) ?? []) : []
    const names = namesInChain(called)
    const isWhole = called.type === 'CallExpression' || PART.test(wordsOf(names.at(-1) ?? ''))
    return [...(isWhole ? names : names.slice(-1)), ...texts].some((name) => TOKEN.test(wordsOf(name)))
  })
}

const TOKEN = /token|jwt|bearer|\bs?sid\b|session|auth|login|credential|cookie/

/** What of a token or a session is itself one: `session.id`, `cookie.value`, `tokenRef.current`. */
const PART = /^(?:id|value|key|raw|data|current)$/

/** `await signDownload({ userId, file })` */
function isMadeForFile(made: Node): boolean {
  const call = unwrapAwait(made)
  return call.type === 'CallExpression' && /\b(?:downloads?|exports?|uploads?|assets?|attachments?|media|previews?|thumbnails?)\b/.test(wordsOf(lastName(call.callee) ?? ''))
}

/** What is shown to whoever has a link, or is done by link. */
const THING =
  /\b(?:guests?|signers?|signator(?:y|ies)|invitees?|attendees?|recipients?|respondents?|reviewers?|orders?|invoices?|bookings?|reservations?|quotes?|proposals?|contracts?|shares?|doc|documents?|files?|albums?|gifts?|coupons?|vouchers?|calendars?|feeds?|surveys?|polls?|ballots?|reviews?)\b/

/** `/share`, `createShareLink`, `calendarFeed`, `/captcha` */
function namesShare(name: string): boolean {
  return /\b(?:shares?|shared|sharing|embeds?|captcha|rsvp|surveys?|ical|ics|rss|calendar feed)\b/.test(wordsOf(name))
}

/** `/calendar.ics`, `/rsvp`, `/documents/1/sign`, `/push/subscribe`, and the pages of coins. */
function isPathOfOther(path: string): boolean {
  return /\.(?:ics|xml|rss|atom)$/.test(path) || path.split('/').some((part) => OF_LINKS.test(part.toLowerCase()))
}

const OF_LINKS = /^(?:captcha|shares?|shared|rsvp|survey|poll|vote|embed|review|redeem|gift|ical|webcal|rss|sign|push|swap|mint|stake|bridge|explore)$/

/** Where a page keeps the token of its user. */
function isStored(made: Node): boolean {
  return lastName(made) === 'getItem'
}

/** `db.shares.insert({ token })`, `shares.set(token, …)` */
function isKeptAsShare(use: Node): boolean {
  for (let at = use.parent; at && !isFunction(at); at = at.parent) {
    if (at.type === 'CallExpression' && namesInChain(at).slice(0, -1).some((name) => /\bshares?\b/.test(wordsOf(name)))) return true
  }
  return false
}

/** Without any of these no value is a signature, or for pushing. */
const SIGNING_OR_PUSHING = ['hmac', 'vapid', 'getmessaging']

const SIGNATURE = /\b(?:create )?hmac\b/

const USER = /\b(?:users?|accounts?|sessions?|e ?mails?|members?|customers?)\b/

const PUSH = /\bvapid\b|^get messaging$/
