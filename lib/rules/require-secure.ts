import { defineRule } from '../define-rule.js'
import { breachesIn, secureOtherwise } from '../events/cookie-contract.js'
import type { Cookie } from '../events/cookie.js'
import type { CookieWritten, SessionConfigured } from '../events/events.js'
import { productionText } from '../fixes/production-text.js'
import { removeOption } from '../fixes/remove-option.js'
import { setCookieAttribute } from '../fixes/set-cookie-attribute.js'
import { quoted, styleOf } from '../fixes/style.js'

/** Without Secure the browser sends the cookie over plain HTTP too, where everybody on the way can read it. */
export default defineRule({
  name: 'require-secure',
  meta: {
    type: 'problem',
    docs: { description: 'Require the `Secure` attribute on session cookies' },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      off: 'This session cookie also travels over plain HTTP: set `{{key}}` to {{value}}.',
      missing: 'This session cookie also travels over plain HTTP: add `{{key}}`.',
      followed: 'This session cookie also travels over plain HTTP: leave `{{key}}` out, and it {{otherwise}}.',
      set: 'Set `{{key}}` to {{value}}',
      remove: 'Leave `{{key}}` out, so that it {{otherwise}}',
    },
  },
  create({ file, report }) {
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
      const secure = cookie.attribute('secure')
      if (secure.state === 'unknown' || (secure.state === 'known' && secure.value)) return
      // A browser refuses such a cookie: another rule says so.
      if (breachesIn(event).some((breach) => breach === 'prefix' || breach === 'none')) return
      const { sourceCode } = file.context
      const key = cookie.nameOf('secure')
      const node = secure.state === 'known' ? secure.node : event.node
      const place = cookie.placeOf('secure')
      const otherwise = secureOtherwise(cookie)
      if (otherwise !== undefined && place.kind === 'options') {
        const edit = removeOption(sourceCode, place, cookie.keyOf('secure'))
        const data = { key, otherwise }
        return report({ node, messageId: 'followed', data, repair: { edit, isProved: true, messageId: 'remove', data } })
      }

      // A header can't ask how it is sent.
      const text = place.kind === 'header' ? undefined : askingText(cookie)
      const data = { key, value: `\`${text ?? 'true'}\`` }
      report({
        node,
        messageId: secure.state === 'known' ? 'off' : 'missing',
        data,
        repair: {
          edit: setCookieAttribute(file.context, cookie, 'secure', text ?? 'true'),
          // Where nobody asks, the cookie would be lost on http://localhost.
          isProved: text !== undefined,
          messageId: 'set',
          data,
        },
      })
    }

    /** What makes the attribute follow the connection, or the environment. */
    function askingText({ facts: { secureByConnection } }: Cookie): string | undefined {
      return secureByConnection === undefined ? productionText(file) : quoted(secureByConnection, styleOf(file.context.sourceCode))
    }
  },
})
