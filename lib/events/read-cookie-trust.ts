import { textHas } from '../ast/code-text.js'
import { functionsAround, type Node } from '../ast/nodes.js'
import { meaningsIn } from '../frameworks/framework.js'
import { isVerified, trustIn } from './cookie-claims.js'
import type { CookieTrusted, SessionConfigured, SessionUnsigned } from './events.js'
import { isPage } from './file-kind.js'
import type { FileContext } from './file-context.js'
import { propertyAt, settingAt } from './given.js'
import type { Match } from './match.js'
import { wordsOf } from './names.js'
import type { Purposes } from './purposes.js'
import type { CookieRead } from './request-cookies.js'
import type { Sessions } from './sessions.js'

/** Reads where a program believes a cookie that nobody has signed. */
export function readCookieTrust(context: FileContext, purposes: Purposes, matches: readonly Match[], reads: readonly CookieRead[]): CookieTrusted[] {
  if (isPage(context)) return []
  const verified = new Set(reads.filter(({ node }) => isVerified(node, context)).map(({ name }) => name))
  const told = new Set<string>()
  const canBeSigned = matches.some(({ pattern }) => pattern.emits === 'cookiesParsed')

  return reads.flatMap((read): CookieTrusted[] => {
    const { certainty, framework, name, node } = read
    if (verified.has(name) || context.settings.cookies.other.some((pattern) => pattern.test(name)) || isVerifiedBefore(node)) return []
    const as = trustIn(node, name, context)
    const key = `${name} ${functionsAround(node)[0]?.range[0] ?? ''}`
    if (as === undefined || told.has(key)) return []
    // Once for each cookie and function.
    told.add(key)
    return [{ type: 'cookieTrusted', node, framework, certainty, name, as, reads: reads.filter((other) => other.name === name), canBeSigned }]
  })

  function isVerifiedBefore(node: Node): boolean {
    return functionsAround(node).some((callable) =>
      purposes.registeredWith(callable).middlewares.some((middleware) => /\b(?:verif\w*|unsign\w*|signed|signature)\b/.test(wordsOf(middleware))),
    )
  }
}

/** Reads the sessions of users that are inside their cookie, without a signature. */
export function readUnsignedSessions(
  { sourceCode }: FileContext,
  sessions: Sessions,
  matches: readonly Match[],
  configured: readonly SessionConfigured[],
): SessionUnsigned[] {
  // A program that hashes something here may look by itself at whether the session is its own.
  if (textHas(['createh', 'timingsafe', 'verify'], sourceCode) && /\b(?:createHmac|createHash|timingSafeEqual|verify\w*(?:hash|signature|session))\b/i.test(sourceCode.text)) return []
  const ofUsers = new Set(configured.map(({ options }) => options.node))
  return matches.flatMap((match): SessionUnsigned[] => {
    const { certainty, pattern } = match
    const unsigned = pattern.framework.session?.unsigned
    if (!unsigned || !ofUsers.has(match.node) || sessions.sessionAt(match)?.kind !== 'client') return []
    const place = match.options(pattern.roles.options)
    const secrets = [pattern.roles.secret ?? []].flat()
    const hasKeys = secrets.some((secret) => match.argument(secret)) || matches.some((other) => other.pattern.emits === 'secretGiven' && isOfSameServer(other, match))
    const base = { type: 'sessionUnsigned', framework: pattern.framework, certainty, hasKeys } as const
    if ('option' in unsigned) {
      const setting = settingAt(place, unsigned.option)
      if (setting.state !== 'known' || setting.value !== unsigned.value) return []
      return [{ ...base, node: setting.node, option: { name: unsigned.option, place: propertyAt(place, unsigned.option).place } }]
    }
    const { name, place: inner } = propertyAt(place, unsigned.without)
    const given = inner.options.expressions(name)
    return given?.length === 0 ? [{ ...base, node: calleeOf(match.node), missing: unsigned.without }] : []
  })
}

/** `app.keys = […]` of Koa, beside a session for Koa. */
function isOfSameServer(given: Match, configured: Match): boolean {
  return meaningsIn(configured.pattern.framework).some((meaning) => meaning.kind === 'object' && meaning.servers.includes(given.pattern.framework.name))
}

function calleeOf(node: Node): Node {
  return node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : node
}
