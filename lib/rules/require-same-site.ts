import { defineRule } from '../define-rule.js'
import type { CookieWritten, SessionConfigured } from '../events/events.js'
import { isLoggedInFromElsewhere } from '../events/cross-site.js'
import { setCookieAttribute } from '../fixes/set-cookie-attribute.js'
import { quoted, styleOf } from '../fixes/style.js'

/** Without SameSite a form on any site sends the cookie along, and acts in the user's name. */
export default defineRule({
  name: 'require-same-site',
  meta: {
    type: 'problem',
    docs: { description: 'Require an explicit `SameSite=Lax` or `Strict` on session cookies' },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          allowNone: { type: 'boolean', description: "Whether `'none'` is allowed, for pages that other sites embed." },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allowNone: false }],
    messages: {
      missing: 'Forms on other sites can send this session cookie: add `{{written}}`.',
      off: 'Forms on other sites can send this session cookie: set `{{key}}` to {{lax}}.',
      none: 'This session cookie is sent with every request from any site: set `{{key}}` to {{lax}}, or protect each form by a token.',
      set: 'Set `{{key}}` to {{lax}}',
    },
  },
  create({ file, report }, [{ allowNone }]: readonly [{ readonly allowNone?: boolean }]) {
    return {
      sessionConfigured(session) {
        check(session)
      },
      cookieWritten(cookie) {
        if (cookie.role === 'session') check(cookie)
      },
    }

    function check(event: CookieWritten | SessionConfigured): void {
      const { cookie } = event
      const sameSite = cookie.attribute('sameSite')
      if (sameSite.state === 'unknown') return
      const value = sameSite.state === 'known' ? sameSite.value : undefined
      const isForAll = typeof value === 'string' && ['none', 'auto'].includes(value.toLowerCase())
      if ((value && !isForAll) || (isForAll && allowNone)) return
      const lax = quoted(cookie.facts.lax ?? 'lax', styleOf(file.context.sourceCode))
      const key = cookie.nameOf('sameSite')
      const written = cookie.place.kind === 'header' ? `${key}=${cookie.facts.lax ?? 'lax'}` : `${key}: ${lax}`
      const data = { key, lax, written }
      report({
        node: sameSite.state === 'known' ? sameSite.node : event.node,
        messageId: sameSite.state === 'absent' ? 'missing' : isForAll ? 'none' : 'off',
        data,
        repair: isForAll
          ? undefined
          : {
              edit: setCookieAttribute(file.context, cookie, 'sameSite', lax),
              isProved: !isLoggedInFromElsewhere(file.context),
              messageId: 'set',
              data,
            },
      })
    }
  },
})
