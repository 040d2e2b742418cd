import { defineRule } from '../define-rule.js'
import { nameOf } from '../events/cookie-contract.js'
import type { CookieWritten, SessionConfigured } from '../events/events.js'
import { settingAt } from '../events/given.js'
import { namesRemembered } from '../events/names.js'
import { LIMITS } from '../events/settings.js'
import { durationText } from '../fixes/duration-text.js'
import type { Edit } from '../fixes/edit.js'

interface Options {
  readonly idleMinutes?: number
  readonly absoluteHours?: number
  readonly rememberDays?: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

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
      shorten: 'Shorten it to {{limit}}.',
    },
  },
  create({ report, settings }, [{ absoluteHours, idleMinutes, rememberDays = 30 }]: readonly [Options]) {
    const profile = LIMITS[settings.profile]
    const idle = idleMinutes === undefined ? profile.idle : idleMinutes * MINUTE
    const absolute = absoluteHours === undefined ? profile.absolute : absoluteHours * HOUR

    return {
      sessionConfigured(session) {
        const { slides } = session.facts.lifetime
        const sliding = typeof slides === 'string' ? slides === 'always' : slidesBy(session, slides)
        if (sliding === undefined) return
        check(session, sliding ? 'idle' : 'absolute', sliding ? idle : absolute)
      },
      cookieWritten(cookie) {
        if (cookie.role !== 'session') return
        check(cookie, 'absolute', namesRemembered(nameOf(cookie) ?? '') ? Math.max(absolute, rememberDays * DAY) : absolute)
      },
    }

    /** Whether visits move the end of a session; undefined where an option decides that nobody can see. */
    function slidesBy({ options }: SessionConfigured, { default: isDefault, option }: { readonly option: string; readonly default: boolean }): boolean | undefined {
      const setting = settingAt(options, option)
      if (setting.state === 'absent') return isDefault
      return setting.state === 'known' ? Boolean(setting.value) : undefined
    }

    function check({ cookie, lifetime }: CookieWritten | SessionConfigured, messageId: 'absolute' | 'idle', limit: number): void {
      if (lifetime.state !== 'ends' || !lifetime.node || lifetime.seconds === undefined || lifetime.seconds <= limit) return
      const { node, seconds } = lifetime
      const data = { actual: durationOf(seconds), limit: durationOf(limit) }
      // A date has no unit to write the limit in.
      const isAge = cookie.expressions('maxAge')?.includes(node) === true
      const edit: Edit | undefined = isAge ? (fixer) => [fixer.replaceText(node, durationText(limit, cookie.facts.maxAge))] : undefined
      report({ node, messageId, data, repair: { edit, isProved: false, messageId: 'shorten', data } })
    }
  },
})

/** A duration in words: the largest unit of which it is a whole number. */
function durationOf(seconds: number): string {
  const units = [['day', DAY], ['hour', HOUR], ['minute', MINUTE], ['second', 1]] as const
  const [name, length] = units.find(([, unit]) => seconds >= unit && Number.isInteger(seconds / unit)) ?? ['second', 1]
  const amount = Math.round(seconds / length)
  return `${amount} ${name}${amount === 1 ? '' : 's'}`
}
