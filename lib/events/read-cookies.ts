import { unwrap, type Node } from '../ast/nodes.js'
import { ABSENT, UNKNOWN, type Setting } from '../ast/setting.js'
import { staticValue } from '../ast/static-value.js'
import type { Attribute, CookieFacts, Framework } from '../frameworks/framework.js'
import { cookieOfHeader, cookieOfOptions, type Cookie } from './cookie.js'
import { roleOf } from './cookie-role.js'
import type { BrowserCookieWritten, CookieCleared, CookieRole, CookieWritten } from './events.js'
import { versionOf } from './evidence.js'
import type { FileContext } from './file-context.js'
import { readHeaderCookie } from './header-cookie.js'
import { cookieLifetime, hasExpired, type Lifetime } from './lifetime.js'
import type { Match } from './match.js'
import { createSessionCookieNames } from './session-cookie-names.js'
import type { Sessions } from './sessions.js'
import { mayExpire } from './token-expiry.js'
import { isInRange } from './versions.js'

type CookieEvent = BrowserCookieWritten | CookieCleared | CookieWritten

/** Reads the cookies that a file writes and deletes. */
export function readCookies(context: FileContext, matches: readonly Match[], sessions: Sessions): CookieEvent[] {
  const { bindings, settings, sourceCode } = context
  const isOfSession = createSessionCookieNames(context, matches)
  const readAlready = new Set<Node>()
  const defaults = matches.filter(({ pattern }) => pattern.emits === 'cookieDefaultsSet')

  return matches.flatMap((match): CookieEvent[] => {
    switch (match.pattern.emits) {
      case 'cookieWritten':
        return [readWritten(match)]
      case 'cookieDeclared':
        return [readDeclared(match)]
      case 'browserCookieWritten':
        return [inBrowser(readWritten(match))]
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
    const nameNode = match.argument(roles.name)
    const value = match.argument(roles.value)
    const cookie = cookieOf(match, match.pattern.framework.cookie?.declaredApart === true ? () => UNKNOWN : () => ABSENT)
    return written(match, match.text(roles.name), nameNode, value, cookie, isDeletion(value, cookie))
  }

  /** The attributes of a cookie that is written somewhere else, with whatever value. */
  function readDeclared(match: Match): CookieCleared | CookieWritten {
    const { roles } = match.pattern
    return written(match, match.text(roles.name), match.argument(roles.name), undefined, cookieOf(match, () => ABSENT), false)
  }

  function inBrowser(event: CookieCleared | CookieWritten): CookieEvent {
    return event.type === 'cookieCleared' ? event : { ...event, type: 'browserCookieWritten' }
  }

  function cookieOf(match: Match, otherwise: (name: Attribute) => Setting<unknown>): Cookie {
    const { framework, roles } = match.pattern
    const facts = framework.cookie ?? NO_FACTS
    const fallback = fallbackOf(framework)
    return cookieOfOptions(match.options(roles.cookie), facts, defaultsOf(framework, facts), (name) => {
      const setting = fallback(name)
      return setting.state === 'absent' ? otherwise(name) : setting
    })
  }

  function readCleared(match: Match): CookieCleared {
    const nameNode = match.argument(match.pattern.roles.name)
    return cleared(match, match.text(match.pattern.roles.name), nameNode)
  }

  function written(
    match: Match,
    name: Setting<string>,
    nameNode: Node | undefined,
    value: Node | undefined,
    cookie: Cookie,
    isDeleted: boolean,
  ): CookieCleared | CookieWritten {
    if (isDeleted) return cleared(match, name, nameNode)
    return {
      type: 'cookieWritten',
      node: calleeOf(match.node),
      framework: match.pattern.framework,
      certainty: match.certainty,
      name,
      value,
      cookie,
      role: roleIn(name, nameNode, value),
      lifetime: lifetimeOf(value, cookie),
    }
  }

  /** A token may end by itself, whatever the cookie says; for a session ID the cookie must say it. */
  function lifetimeOf(value: Node | undefined, cookie: Cookie): Lifetime {
    const lifetime = cookieLifetime(cookie, undefined, context.instantOf)
    if (lifetime.state !== 'endless' || lifetime.isOnPurpose || !mayExpire(value, context)) return lifetime
    return { state: 'unknown' }
  }

  function cleared(match: Match, name: Setting<string>, nameNode: Node | undefined): CookieCleared {
    return {
      type: 'cookieCleared',
      node: calleeOf(match.node),
      framework: match.pattern.framework,
      certainty: match.certainty,
      name,
      role: roleIn(name, nameNode, undefined),
      write: match.node,
      session: sessions.sessionAt(match),
    }
  }

  function roleIn(name: Setting<string>, nameNode: Node | undefined, value: Node | undefined): CookieRole {
    return isOfSession(name, nameNode) ? 'session' : roleOf(name, nameNode, value, settings)
  }

  function readHeaders(match: Match): (CookieCleared | CookieWritten)[] {
    const { roles } = match.pattern
    return headerValues(match, roles.header, roles.value, roles.headers).flatMap((node) => {
      // `res.writeHead(200, { 'Set-Cookie': value })` is a call of the response, and an object of headers.
      const header = readAlready.has(node) ? undefined : readHeaderCookie(node, bindings)
      if (!header) return []
      readAlready.add(node)
      const cookie = cookieOfHeader(header, node)
      const isDeleted = header.text === '' || hasExpired(cookie, context.instantOf)
      return [{ ...written(match, header.name, header.nameNode, header.value, cookie, isDeleted), node }]
    })
  }

  /** The texts that a call gives to the header `Set-Cookie`. */
  function headerValues(match: Match, header: string | undefined, value: string | undefined, headers: string | undefined): readonly Node[] {
    const name = match.argument(header)
    if (name) {
      const text = staticValue(name, sourceCode, bindings)?.value
      const node = match.argument(value)
      return node && isSetCookie(text) ? eachText(node) : []
    }
    const options = context.options.read(match.argument(headers))
    return options.names.seen.filter(isSetCookie).flatMap((seen) => (options.expressions(seen) ?? []).flatMap(eachText))
  }

  /** The texts of an array, also when a constant holds it and nothing adds to it. */
  function eachText(node: Node): readonly Node[] {
    const value = unwrap(node)
    if (value.type === 'Identifier') {
      const variable = bindings.variable(value)
      const held = variable && bindings.value(variable)
      const isUntouched = variable?.references.filter((reference) => !reference.isWrite()).length === 1
      return held?.type === 'ArrayExpression' && isUntouched ? eachText(held) : [value]
    }
    if (value.type !== 'ArrayExpression') return [value]
    return value.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? eachText(element) : []))
  }

  function defaultsOf(framework: Framework, facts: CookieFacts): CookieFacts['defaults'] {
    const { defaultsBefore } = facts
    const isOlder = defaultsBefore !== undefined && isInRange(versionOf(context, framework), defaultsBefore.version)
    return isOlder ? defaultsBefore.defaults : facts.defaults
  }

  /** What a plugin of this file sets for every cookie: `register(cookie, { parseOptions: { httpOnly: true } })`. */
  function fallbackOf(framework: Framework): (name: Attribute) => Setting<unknown> {
    const match = defaults.find(({ pattern }) => pattern.framework === framework)
    if (!match) return () => ABSENT
    const { options } = match.options(match.pattern.roles.cookie)
    return (name) => options.get(name)
  }

  function isDeletion(value: Node | undefined, cookie: Cookie): boolean {
    if (!value) return true
    const found = staticValue(value, sourceCode, bindings)
    return (found !== undefined && (found.value === '' || found.value === null || found.value === undefined)) || hasExpired(cookie, context.instantOf)
  }
}

function isSetCookie(name: unknown): boolean {
  return typeof name === 'string' && name.toLowerCase() === 'set-cookie'
}

/** `res.cookie` of `res.status(200).cookie(…)`: the part of a call that says what it does. */
function calleeOf(node: Node): Node {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return node
  const callee = unwrap(node.callee)
  return callee.type === 'MemberExpression' ? callee.property : callee
}

const NO_FACTS: CookieFacts = { defaults: {}, maxAge: 'seconds', zeroDeletes: true }
