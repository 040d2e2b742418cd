import { lastName } from '../ast/last-name.js'
import type { Node } from '../ast/nodes.js'
import { defineRule } from '../define-rule.js'
import { nameOf } from '../events/cookie-contract.js'
import { mistakesIn } from '../events/cookie-mistakes.js'
import { nameOfValue } from '../events/cookie-values.js'
import type { CookieWritten, JwtSigned, SessionConfigured } from '../events/events.js'
import { expressionsAt, propertyAt } from '../events/given.js'
import { namesRemembered, namesRememberedValue } from '../events/names.js'
import { LIMITS } from '../events/settings.js'
import { slidesIn, waitIn } from '../events/sliding.js'
import { slipIn } from '../events/token-lifetime.js'
import { isForUsers, mayOutliveSession } from '../events/token-purposes.js'
import { durationText } from '../fixes/duration-text.js'
import { together, type Edit } from '../fixes/edit.js'
import { replaceValue } from '../fixes/replace-value.js'
import { setOptions } from '../fixes/set-options.js'
import { tokenTimeText } from '../fixes/set-token-expiry.js'

interface Options {
  readonly idleMinutes?: number
  readonly absoluteHours?: number
  readonly rememberDays?: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MANY = 100

/**
 * The longer a session lives, the longer a stolen one is worth something. The limits are those of the profile in the
 * settings (ASVS v4.0.3-3.3.2, NIST SP 800-63B); where visits move the end, the lifetime is an idle timeout.
 */
export default defineRule({
  name: 'no-excessive-lifetime',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow session and token lifetimes above the configured maximum' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          idleMinutes: { type: 'integer', minimum: 1, description: 'Longest idle timeout, in minutes. That of `settings.profile` if left out.' },
          absoluteHours: { type: 'integer', minimum: 1, description: 'Longest lifetime in all, in hours. That of `settings.profile` if left out.' },
          rememberDays: {
            type: 'integer',
            minimum: 1,
            description: 'Longest lifetime of refresh tokens and of cookies that remember a user, in days.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ rememberDays: 30 }],
    messages: {
      idle: 'This session lives {{actual}} without a visit; the limit is {{limit}}.',
      absolute: 'This session lives {{actual}}; the limit is {{limit}}.',
      token: 'This token lets its owner in for {{actual}}; the limit is {{limit}}.',
      shorten: 'Shorten the lifetime to {{limit}}',
    },
  },
  create({ file, report, settings }, [{ absoluteHours, idleMinutes, rememberDays = 30 }]: readonly [Options]) {
    const profile = LIMITS[settings.profile]
    const idle = idleMinutes === undefined ? profile.idle : idleMinutes * MINUTE
    const absolute = absoluteHours === undefined ? profile.absolute : absoluteHours * HOUR
    const remembered = Math.max(absolute, rememberDays * DAY)
    /** What has been said about: the end that a plugin gives all of its tokens is one. */
    const reported = new Set<Node>()

    return {
      sessionConfigured(session) {
        const isSliding = slidesIn(session)
        if (isSliding === undefined) return
        check(session, isSliding ? 'idle' : 'absolute', isSliding ? idle : absolute)
      },
      cookieWritten(cookie) {
        if (cookie.role !== 'session') return
        check(cookie, 'absolute', isRemembered(cookie) ? remembered : absolute)
      },
      sessionLifetimeGiven({ seconds, unit, value }) {
        // Whoever gives one session more time than the others remembers its user.
        if (seconds <= remembered || !Number.isFinite(seconds)) return
        const data = { actual: durationOf(seconds), limit: durationOf(remembered) }
        const edit = unit ? replaceValue(value, durationText(remembered, unit)) : undefined
        report({ node: value, messageId: 'absolute', data, repair: { edit, isProved: false, messageId: 'shorten', data } })
      },
      jwtSigned(token) {
        // As with cookies, below.
        if (token.protection === 'none' || slipIn(token, file.context) || !isForUsers(token, file)) return
        checkToken(token, mayOutliveSession(token, file) ? remembered : absolute)
      },
    }

    function check(event: CookieWritten | SessionConfigured, messageId: 'absolute' | 'idle', limit: number): void {
      const { lifetime } = event
      if (lifetime.state !== 'ends' || !lifetime.node || lifetime.seconds === undefined || lifetime.seconds <= limit) return
      // A number in the wrong unit is no decision, and of that another rule speaks.
      if (mistakesIn(event).some(({ kind }) => kind === 'tooLong')) return
      const { node, seconds } = lifetime
      const data = { actual: durationOf(seconds), limit: durationOf(limit) }
      const unit = unitOf(event, node)
      const shorter = unit && replaceValue(node, durationText(limit, unit))
      const edit = event.type === 'sessionConfigured' && messageId === 'idle' ? together(shorter, ...renewSooner(event, limit)) : shorter
      report({ node, messageId, data, repair: { edit, isProved: false, messageId: 'shorten', data } })
    }

    /** A visit that comes too soon to move the end leaves active users to be logged out. */
    function renewSooner(session: SessionConfigured, limit: number): readonly (Edit | undefined)[] {
      const { renewedAfter } = session.facts.lifetime
      const wait = waitIn(session)
      if (!renewedAfter || typeof wait !== 'number' || wait < limit) return []
      return [setOptions(file.context.sourceCode, { ...propertyAt(session.options, renewedAfter.option), text: String(MINUTE) })]
    }

    function checkToken({ expiry, lifetime }: JwtSigned, limit: number): void {
      if (lifetime.state !== 'ends' || !lifetime.node || lifetime.seconds === undefined || lifetime.seconds <= limit) return
      const { node, seconds } = lifetime
      if (reported.has(node)) return
      reported.add(node)
      const data = { actual: durationOf(seconds), limit: durationOf(limit) }
      const text = tokenTimeText(file.context, expiry, node, limit)
      report({ node, messageId: 'token', data, repair: { edit: replaceValue(node, text), isProved: false, messageId: 'shorten', data } })
    }
  },
})

/** The unit of the number that a lifetime is; a date, or an object, has none to write the limit in. */
function unitOf(event: CookieWritten | SessionConfigured, node: Node): 'milliseconds' | 'seconds' | undefined {
  const { cookie } = event
  if (cookie.expressions('maxAge')?.includes(node)) return cookie.facts.maxAge
  const units = event.type === 'sessionConfigured' ? Object.entries(event.facts.lifetime.options ?? {}) : []
  return units.find(([name]) => event.type === 'sessionConfigured' && expressionsAt(event.options, name)?.includes(node))?.[1]
}

/** Whether a cookie outlives sessions: by its name, by the name of the constant that holds its name, or by its value. */
function isRemembered(cookie: CookieWritten): boolean {
  const { nameNode, value } = cookie
  const names = [nameOf(cookie) ?? '', nameNode ? (lastName(nameNode) ?? '') : '']
  return names.some(namesRemembered) || (value !== undefined && namesRememberedValue(nameOfValue(value)))
}

/** A duration in words: the largest unit of which it is a whole number, or so much that the rest doesn't matter: a year has 365 days. */
function durationOf(seconds: number): string {
  const units = [['day', DAY], ['hour', HOUR], ['minute', MINUTE], ['second', 1]] as const
  const [name, length] = units.find(([, unit]) => seconds >= unit && (Number.isInteger(seconds / unit) || seconds >= MANY * unit)) ?? ['second', 1]
  const amount = Math.round(seconds / length)
  return `${amount} ${name}${amount === 1 ? '' : 's'}`
}
