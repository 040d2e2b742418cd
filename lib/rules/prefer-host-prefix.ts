import type { Node } from '../ast/nodes.js'
import { timesWritten } from '../ast/times-written.js'
import { defineRule } from '../define-rule.js'
import { nameOf } from '../events/cookie-contract.js'
import type { CookieWritten, SessionConfigured } from '../events/events.js'
import { settingAt } from '../events/given.js'
import type { Edit } from '../fixes/edit.js'
import { quoted, styleOf } from '../fixes/style.js'

/** A host that shares the domain can set a cookie of the same name; the browser refuses it where the name says `__Host-`. */
export default defineRule({
  name: 'prefer-host-prefix',
  meta: {
    type: 'suggestion',
    docs: { description: 'Require the `__Host-` prefix on session-cookie names' },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      host: 'Another host of this domain can set the cookie `{{name}}`: call it `__Host-{{name}}`, which browsers accept from this host alone.',
      rename: 'Call the cookie `__Host-{{name}}` (everybody has to log in again)',
    },
  },
  create({ file, report }) {
    const { sourceCode } = file.context

    return {
      sessionConfigured(session) {
        check(session, nameNodeOf(session))
      },
      cookieWritten(cookie) {
        if (cookie.role === 'session') check(cookie, cookie.name.state === 'known' ? cookie.name.node : undefined)
      },
    }

    function check(event: CookieWritten | SessionConfigured, node: Node | undefined): void {
      const name = nameOf(event)
      if (!node || name === undefined || /^__(?:host|secure)-/i.test(name) || !mayHavePrefix(event)) return
      // A session library reads the name where it writes it; who reads another cookie stands anywhere.
      const isOnlyHere = event.type === 'sessionConfigured' && timesWritten(name, sourceCode) === 1
      const edit = isOnlyHere && node.type === 'Literal' ? renamed(node, name) : undefined
      report({ node, messageId: 'host', data: { name }, repair: { edit, isProved: false, messageId: 'rename', data: { name } } })
    }

    function renamed(node: Node, name: string): Edit {
      return (fixer) => [fixer.replaceText(node, quoted(`__Host-${name}`, styleOf(sourceCode)))]
    }

    /** The name in the source; a default name is another rule's business. */
    function nameNodeOf({ facts, options }: SessionConfigured): Node | undefined {
      for (const option of facts.name.options) {
        const setting = settingAt(options, option)
        if (setting.state === 'known') return setting.node
      }
      return undefined
    }
  },
})

/** Whether the cookie is, or can be, what browsers ask of the prefix: Secure, for the whole of this host, without a Domain. */
function mayHavePrefix({ cookie }: CookieWritten | SessionConfigured): boolean {
  if (cookie.facts.prefixesItself) return false
  const secure = cookie.attribute('secure')
  const path = cookie.attribute('path')
  return secure.state === 'known' && secure.value === true && cookie.attribute('domain').state === 'absent' && path.state === 'known' && path.value === '/'
}
