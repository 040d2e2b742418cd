import { defineRule } from '../define-rule.js'
import type { Cookie } from '../events/cookie.js'
import type { CookieWritten, SessionConfigured } from '../events/events.js'
import { readsCookies } from '../events/file-kind.js'
import { isReadableHalf } from '../events/split-tokens.js'
import { setCookieFlag } from '../fixes/set-cookie-attribute.js'

/** A script that an attacker gets into the page reads `document.cookie`, unless the cookie is HttpOnly. */
export default defineRule({
  name: 'require-http-only',
  meta: {
    type: 'problem',
    docs: { description: 'Require the `HttpOnly` attribute on session cookies' },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      off: 'Scripts in the page can read this session cookie: set `{{key}}` to true.',
      missing: 'Scripts in the page can read this session cookie: add `{{key}}`.',
      set: 'Set `{{key}}`, so that scripts can no longer read the cookie',
    },
  },
  create({ file, report, settings }) {
    function check(event: CookieWritten | SessionConfigured, cookie: Cookie): void {
      const { httpOnly } = cookie
      if (httpOnly.state === 'unknown' || (httpOnly.state === 'known' && httpOnly.value)) return
      const data = { key: cookie.nameOf('httpOnly') }
      report({
        node: httpOnly.state === 'known' ? httpOnly.node : event.node,
        messageId: httpOnly.state === 'known' ? 'off' : 'missing',
        data,
        repair: { edit: setCookieFlag(file.context, cookie, 'httpOnly'), isProved: !readsCookies(file.context), messageId: 'set', data },
      })
    }

    return {
      sessionConfigured(session) {
        check(session, session.cookie)
      },
      cookieWritten(cookie) {
        if (cookie.role === 'session' && !isReadable(cookie)) check(cookie, cookie.cookie)
      },
    }

    /** Whether the settings say that scripts must read the cookie, or it is the half of a token that they may read. */
    function isReadable(cookie: CookieWritten): boolean {
      const { name } = cookie
      return (name.state === 'known' && settings.cookies.readable.some((pattern) => pattern.test(name.value))) || isReadableHalf(cookie, file)
    }
  },
})
