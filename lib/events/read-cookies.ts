import { functionAround, isInside, unwrap, type Node } from '../ast/nodes.js'
import { ABSENT, UNKNOWN, type Setting } from '../ast/setting.js'
import { staticValue } from '../ast/static-value.js'
import type { Attribute, CookieFacts, Framework } from '../frameworks/framework.js'
import { createAmendments } from './amendments.js'
import { cookieOfHeader, cookieOfOptions, type Cookie } from './cookie.js'
import { cookieDefaults } from './cookie-defaults.js'
import { roleOf } from './cookie-role.js'
import { cookieValue, namesEnd, type CookieValue } from './cookie-values.js'
import { callsOfHelper } from './cookie-helpers.js'
import { createDeclaredCookies } from './declared-cookies.js'
import type { BrowserCookieWritten, CookieCleared, CookieRole, CookieWritten } from './events.js'
import type { FileContext } from './file-context.js'
import { settingAt } from './given.js'
import type { HandMadeStores } from './hand-made-stores.js'
import { readHeaderCookie } from './header-cookie.js'
import { headerTexts } from './header-texts.js'
import { cookieLifetime, hasExpired, type Lifetime } from './lifetime.js'
import type { Match } from './match.js'
import type { JwtEvent } from './read-jwts.js'
import { createSessionCookieNames } from './session-cookie-names.js'
import { isSentBack } from './sent-back.js'
import type { Sessions } from './sessions.js'
import { createTokenExpiry } from './token-expiry.js'

type CookieEvent = BrowserCookieWritten | CookieCleared | CookieWritten
type ReadAttribute = (name: Attribute) => Setting<unknown>

/** Reads the cookies that a file writes and deletes. */
export function readCookies(
  context: FileContext,
  matches: readonly Match[],
  sessions: Sessions,
  stores: HandMadeStores,
  jwts: readonly JwtEvent[],
): CookieEvent[] {
  const { bindings, settings, sourceCode } = context
  const isOfSession = createSessionCookieNames(context, matches)
  const declared = createDeclaredCookies(context, matches)
  const mayExpire = createTokenExpiry(context, jwts)
  const readAlready = new Set<Node>()
  const isAmended = createAmendments(matches)
  const defaults = matches.filter(({ pattern }) => pattern.emits === 'cookieDefaultsSet')
  // `document.cookie = serialize(name, value)`: what makes a text for a page makes no cookie of the server.
  const inPage = matches.flatMap((match) => (match.pattern.emits === 'browserCookieWritten' ? headerTexts(context, match).map(valueOf) : []))

  return matches.flatMap((match): CookieEvent[] => {
    switch (match.pattern.emits) {
      case 'cookieWritten':
        if (isSentBack(match.node, bindings)) return []
        return [inPage.some((text) => isInside(match.node, text)) ? inBrowser(readWritten(match)) : readWritten(match)]
      case 'cookieDeclared':
        return [readDeclared(match)]
      case 'cookieAmended':
        return match.pattern.roles.cookie === undefined ? [] : [readAmended(match)]
      case 'browserCookieWritten':
        return (match.pattern.roles.text === undefined ? [readWritten(match)] : [...readHeaders(match), ...readHelpers(match)]).map(inBrowser)
      case 'cookieCleared':
        return [readCleared(match)]
      case 'headerWritten':
        return readHeaders(match)
      default:
        return []
    }
  })

  function readWritten(match: Match): CookieCleared | CookieWritten {
    const { roles } = match.pattern
    // What is written through an object has the name of its declaration.
    const named = roles.name === undefined ? (declared.declarationOf(match) ?? match) : match
    const nameNode = named.argument(named.pattern.roles.name)
    const value = valueIn(match)
    // What is declared under its name counts before what is set for every cookie.
    const isDeclaredApart = match.pattern.framework.cookie?.declaredApart === true
    const cookie = isDeclaredApart ? cookieOf(match, () => UNKNOWN, () => ABSENT) : cookieOf(match, isAmended(match) ? () => UNKNOWN : () => ABSENT)
    return writtenOrCleared(match, named.text(named.pattern.roles.name), nameNode, value, cookie, !isOutOfSight(match, roles.value) && isDeletion(value, cookie))
  }

  /** Attributes that a cookie gets beside those that it is written with, or has already. */
  function readAmended(match: Match): CookieCleared | CookieWritten {
    const { roles } = match.pattern
    const cookie = cookieOf(match, () => UNKNOWN)
    return writtenOrCleared(match, match.text(roles.name), match.argument(roles.name), undefined, cookie, hasExpired(cookie, context.instantOf))
  }

  /** The attributes of a cookie that is written somewhere else, with whatever value. */
  function readDeclared(match: Match): CookieWritten {
    const { roles } = match.pattern
    const cookie = cookieOf(match, (name) => declared.saidWhereWritten(match, name, isDeletionAt))
    const event = written(match, match.text(roles.name), match.argument(roles.name), undefined, cookie)
    const isOfSession = event.role === 'unknown' && declared.isOfSession(match)
    // `server.state('sid', { ttl: null })` and then `h.state('sid', id, { ttl })`: the write has the last word.
    const isEndedApart = event.lifetime.state === 'endless' && declared.saidWhereWritten(match, 'maxAge', isDeletionAt).state === 'unknown'
    return { ...event, ...(isOfSession && { role: 'session' }), ...(isEndedApart && { lifetime: { state: 'unknown' } }) }
  }

  function valueOf(node: Node): Node {
    const variable = node.type === 'Identifier' ? bindings.variable(node) : undefined
    const held = variable && bindings.value(variable)
    return held ? unwrap(held) : node
  }

  function inBrowser(event: CookieCleared | CookieWritten): CookieEvent {
    return event.type === 'cookieCleared' ? event : { ...event, type: 'browserCookieWritten' }
  }

  function cookieOf(match: Match, otherwise: ReadAttribute, fallback = fallbackOf(match.pattern.framework)): Cookie {
    const { framework, roles } = match.pattern
    const facts = framework.cookie ?? NO_FACTS
    return cookieOfOptions({
      place: match.options(roles.cookie),
      facts,
      defaults: cookieDefaults(context, framework, facts),
      fallback: (name) => {
        const setting = fallback(name)
        return setting.state === 'absent' ? otherwise(name) : setting
      },
    })
  }

  function readCleared(match: Match): CookieCleared {
    const { framework, roles } = match.pattern
    const own = framework.session?.name.default
    // A session library that is told no name deletes its own cookie.
    if (roles.name === undefined && own !== undefined) return cleared(match, { state: 'known', value: own, node: match.node, from: 'default' }, undefined, deletedCookie(match))
    return cleared(match, match.text(roles.name), match.argument(roles.name), deletedCookie(match))
  }

  function writtenOrCleared(
    match: Match,
    name: Setting<string>,
    nameNode: Node | undefined,
    value: CookieValue | undefined,
    cookie: Cookie,
    isDeleted: boolean,
  ): CookieCleared | CookieWritten {
    const isOver = isDeleted || (value !== undefined && isOverwritten(value, cookie) && roleIn(name, nameNode, undefined) === 'session')
    return isOver ? cleared(match, name, nameNode, cookie) : written(match, name, nameNode, value, cookie)
  }

  /** `res.cookie('token', 'none')`: a word in the place of a session, or any text that is gone in seconds. */
  function isOverwritten({ written }: CookieValue, cookie: Cookie): boolean {
    if (written?.every((text) => typeof text === 'string') !== true) return false
    return written.every(namesEnd) || isGoneSoon(cookieLifetime(cookie, undefined, context.instantOf))
  }

  function written(match: Match, name: Setting<string>, nameNode: Node | undefined, value: CookieValue | undefined, cookie: Cookie): CookieWritten {
    return {
      type: 'cookieWritten',
      node: calleeOf(match.node),
      framework: match.pattern.framework,
      certainty: match.certainty,
      name,
      nameNode,
      value: value?.node,
      cookie,
      role: roleIn(name, nameNode, value),
      lifetime: lifetimeOf(value?.node, cookie),
    }
  }

  /** A token may end by itself, and so may the record behind an ID, whatever the cookie says; else the cookie must say it. */
  function lifetimeOf(value: Node | undefined, cookie: Cookie): Lifetime {
    const lifetime = cookieLifetime(cookie, { default: cookie.facts.defaults.maxAge }, context.instantOf)
    if (lifetime.state !== 'endless' || lifetime.isOnPurpose || !value) return lifetime
    return mayExpire(value) || stores.mayEnd(value) ? { state: 'unknown' } : lifetime
  }

  /** What a call that is made for it deletes, which may have a path of its own where it is told none. */
  function deletedCookie(match: Match): Cookie {
    const { declaredApart, deletedPath } = match.pattern.framework.cookie ?? NO_FACTS
    // What is declared under the name of a cookie counts for its deletion, too.
    if (declaredApart) return cookieOf(match, () => UNKNOWN)
    return cookieOf(match, (name): Setting<unknown> => {
      return name === 'path' && deletedPath !== undefined ? { state: 'known', value: deletedPath, node: match.node, from: 'default' } : ABSENT
    })
  }

  function cleared(match: Match, name: Setting<string>, nameNode: Node | undefined, cookie: Cookie): CookieCleared {
    return {
      type: 'cookieCleared',
      node: calleeOf(match.node),
      framework: match.pattern.framework,
      certainty: match.certainty,
      name,
      nameNode,
      role: roleIn(name, nameNode, undefined),
      cookie,
      write: match.node,
      handler: match.handed?.handler ?? functionAround(match.node),
      session: sessions.sessionAt(match),
    }
  }

  function roleIn(name: Setting<string>, nameNode: Node | undefined, value: CookieValue | undefined): CookieRole {
    return isOfSession(name, nameNode) ? 'session' : roleOf(name, nameNode, value, settings)
  }

  function readHeaders(match: Match): (CookieCleared | CookieWritten)[] {
    return headerTexts(context, match).flatMap((node) => {
      // `res.writeHead(200, { 'Set-Cookie': value })` is a call of the response, and an object of headers.
      const header = readAlready.has(node) ? undefined : readHeaderCookie(node, bindings)
      if (!header || (isToldByForm(match) && header.text !== undefined)) return []
      readAlready.add(node)
      const cookie = cookieOfHeader(header, node)
      const value = header.value ? cookieValue(header.value, context) : { node: undefined, written: header.text === undefined ? undefined : [header.text] }
      const isDeleted = header.text === '' || hasExpired(cookie, context.instantOf)
      return [{ ...writtenOrCleared(match, header.name, header.nameNode, value, cookie, isDeleted), node }]
    })
  }

  /** `setCookie('token', token, 7)`, where this file has a function that writes cookies of any name. */
  function readHelpers(match: Match): (CookieCleared | CookieWritten)[] {
    return headerTexts(context, match).flatMap((text) => {
      const header = readHeaderCookie(text, bindings)
      if (!header) return []
      return callsOfHelper(header, context).map(({ name, node, value }) => {
        const given = cookieValue(value, context)
        const cookie = cookieOfHeader(header, text)
        return { ...writtenOrCleared(match, textOf(name), name, given, cookie, isDeletion(given, cookie)), node: calleeOf(node) }
      })
    })
  }

  function textOf(node: Node): Setting<string> {
    const value = staticValue(node, sourceCode, bindings)?.value
    return typeof value === 'string' ? { state: 'known', value, node, from: 'source' } : UNKNOWN
  }

  /** What a plugin of this file sets for every cookie: `register(cookie, { parseOptions: { httpOnly: true } })`. */
  function fallbackOf(framework: Framework): ReadAttribute {
    const sets = defaults.flatMap(({ options, pattern }) => (pattern.framework === framework ? [options(pattern.roles.cookie).options] : []))
    return (name) => {
      const [first = ABSENT, ...others] = sets.map((options) => options.get(framework.cookie?.keys?.[name] ?? name)).filter(({ state }) => state !== 'absent')
      const isSame = (other: Setting<unknown>) => other.state === 'known' && first.state === 'known' && other.value === first.value
      return others.every(isSame) ? first : UNKNOWN
    }
  }

  /** `cookies.set({ name, ...rest })` may well have a value. */
  function isOutOfSight(match: Match, place: string | undefined): boolean {
    const [outer, ...path] = place?.split('.') ?? []
    return path.length > 0 && settingAt(match.options(outer), path.join('.')).state === 'unknown' && !match.argument(place)
  }

  function isDeletionAt(match: Match): boolean {
    return isDeletion(valueIn(match), cookieOf(match, () => UNKNOWN))
  }

  function isDeletion(value: CookieValue | undefined, cookie: Cookie): boolean {
    return !value || value.written?.every(isNothing) === true || hasExpired(cookie, context.instantOf)
  }

  function valueIn(match: Match): CookieValue | undefined {
    const value = match.argument(match.pattern.roles.value)
    return value && cookieValue(value, context)
  }
}

/** Longer than that somebody may be logged in. */
const SECONDS_OF_A_LOGOUT = 30

function isGoneSoon(lifetime: Lifetime): boolean {
  return lifetime.state === 'ends' && lifetime.seconds !== undefined && lifetime.seconds <= SECONDS_OF_A_LOGOUT
}

function isNothing(value: unknown): boolean {
  return value === '' || value === null || value === undefined
}

/** Whether only the form tells what it is: with a value that is written out, it is rather an example. */
function isToldByForm({ pattern: { form, roots } }: Match): boolean {
  return form === 'object' || form === 'array' || (form === 'assignment' && roots.every(({ kind }) => kind === 'anything'))
}

/** `res.cookie` of `res.status(200).cookie(…)`: the part of a call that says what it does. */
function calleeOf(node: Node): Node {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return node
  const callee = unwrap(node.callee)
  return callee.type === 'MemberExpression' ? callee.property : callee
}

const NO_FACTS: CookieFacts = { defaults: {}, maxAge: 'seconds', zeroDeletes: true }
