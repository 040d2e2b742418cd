import { defineRule } from '../define-rule.js'
import { onceForEach } from '../ast/once-for-each.js'
import type { CookieWritten, SessionConfigured } from '../events/events.js'
import { overrulingAge } from '../events/lifetime.js'
import { LIMITS } from '../events/settings.js'
import { setCookieLifetime, setSessionLifetime } from '../fixes/set-cookie-attribute.js'
import type { Wanted } from '../fixes/set-options.js'

/**
 * A session that never ends is open to whoever finds the browser, or the cookie, next year.
 *
 * What counts is that something ends it: a `maxAge`, a store with a lifetime of its own, a library's
 * default, an expiry inside the token (ASVS v4.0.3-3.3.2, v5.0.0-7.3.1 and 7.3.2).
 */
export default defineRule({
  name: 'require-max-age',
  meta: {
    type: 'problem',
    docs: { description: 'Require an expiry on session configuration' },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          idleMinutes: {
            type: 'integer',
            minimum: 1,
            description: 'Idle timeout that fixes write, in minutes. The limit of `settings.profile` if left out: 30 minutes.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{}],
    messages: {
      missing: 'Nothing ends this session: add `{{key}}`.',
      endless: 'This session never ends: give `{{key}}` a number of {{unit}}.',
      idle: 'End sessions after {{minutes}} minutes without a request',
      absolute: 'End sessions after {{hours}} hours',
    },
  },
  create({ file, report, settings }, [{ idleMinutes }]: readonly [{ readonly idleMinutes?: number }]) {
    const limits = LIMITS[settings.profile]
    const idle = idleMinutes === undefined ? limits.idle : idleMinutes * 60

    /**
     * Whether a logout only deletes the cookie. Where the cookie is sent with each answer, it is sent with that
     * one too, and nobody is logged out: the logout must be repaired before.
     */
    const isLogoutByCookie = onceForEach((framework: SessionConfigured['framework']): boolean =>
      file.of('cookieCleared').some(({ name, session, write }) => {
        if (session?.framework !== framework || !session.handler || !file.isLogout(write) || file.endsSession(session.handler, write)) return false
        return name.state === 'known' && file.isSessionCookieName(name.value, session)
      }),
    )

    return {
      sessionConfigured(session) {
        const { slides } = session.facts.lifetime
        if (slides === 'never') return check(session, 'absolute')
        if (slides === 'always') return check(session, 'idle')

        const { options } = session
        const sliding = options.options.get(slides.option)
        if (sliding.state === 'known') return check(session, sliding.value ? 'idle' : 'absolute')
        if (sliding.state === 'unknown') return check(session, 'absolute')
        // Where the cookie is sent only once, an idle timeout alone would log active users out.
        return check(session, 'idle', slides.default ? [] : [{ place: options, name: slides.option, text: 'true' }])
      },
      cookieWritten(cookie) {
        if (cookie.role === 'session') check(cookie, 'absolute')
      },
    }

    function check(event: CookieWritten | SessionConfigured, end: 'absolute' | 'idle', also: readonly Wanted[] = []): void {
      const { certainty, cookie, lifetime, node } = event
      if (lifetime.state !== 'endless') return
      const seconds = end === 'idle' ? idle : limits.absolute
      const wanted = lifetime.keptBy ? [...also, { ...lifetime.keptBy, text: 'false' }] : also
      const { sourceCode } = file.context
      report({
        node: lifetime.node ?? node,
        messageId: lifetime.node ? 'endless' : 'missing',
        data: event.type === 'sessionConfigured' ? namesIn(event) : { key: cookie.nameOf('maxAge'), unit: cookie.facts.maxAge },
        repair: {
          edit:
            event.type === 'sessionConfigured'
              ? setSessionLifetime(sourceCode, event, seconds, ...wanted)
              : setCookieLifetime(sourceCode, cookie, seconds),
          isProved: certainty === 'proved' && (also.length === 0 || !isLogoutByCookie(event.framework)),
          messageId: end,
          data: end === 'idle' ? { minutes: seconds / 60 } : { hours: seconds / 3600 },
        },
      })
    }
  },
})

/** The library's own words for the end of a session. */
function namesIn(session: SessionConfigured): { key: string; unit: string } {
  const { cookie, facts } = session
  const { enforced, options } = facts.lifetime
  const unit = enforced === undefined || overrulingAge(session) ? undefined : options?.[enforced]
  return enforced !== undefined && unit ? { key: enforced, unit } : { key: cookie.nameOf('maxAge'), unit: cookie.facts.maxAge }
}
