import type { FunctionNode, Node } from '../ast/nodes.js'
import { defineRule } from '../define-rule.js'
import { breachesIn, nameOf, type Breach } from '../events/cookie-contract.js'
import type { CookieCleared, SessionDestroyed } from '../events/events.js'
import { cookieKept } from '../events/kept-cookies.js'
import { missedBy, type MissedDeletion } from '../events/missed-deletions.js'
import { clearCookie, deletionOf } from '../fixes/clear-cookie.js'
import type { Edit } from '../fixes/edit.js'
import { removeOption } from '../fixes/remove-option.js'
import { setCookieAttribute } from '../fixes/set-cookie-attribute.js'
import { setOptions } from '../fixes/set-options.js'
import { quoted, styleOf } from '../fixes/style.js'

/** A browser forgets a cookie only if it is told to, by its name, its path and its Domain. */
export default defineRule({
  name: 'require-cookie-clear-on-logout',
  meta: {
    type: 'suggestion',
    docs: { description: 'Require logout handlers to clear the session cookie with matching attributes' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          clearSiteData: {
            type: 'boolean',
            description: 'Whether a logout must send the header `Clear-Site-Data` as well, with which browsers forget what pages have stored.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ clearSiteData: false }],
    messages: {
      missing: 'The browser keeps the cookie `{{name}}` of the session that ends here: delete it with `{{deletion}}`.',
      prefix: 'Browsers take no notice of a deletion of `{{name}}` that is not Secure: set `{{key}}` to true.',
      none: 'Browsers take no notice of a deletion with `SameSite=None` that is not Secure: set `{{key}}` to true.',
      wordless: 'Browsers take no notice of a deletion of `{{name}}` that is not Secure, for which this one has no word: write an empty cookie with `{{key}}`, and with a lifetime of 0.',
      path: "Browsers take no notice of a deletion of `{{name}}` without the path of the whole host: set `{{key}}` to '/'.",
      domain: 'Browsers take no notice of a deletion of `{{name}}` that has a Domain: leave `{{key}}` out.',
      otherPath: "The cookie `{{name}}` has another path, so that it stays: set `{{key}}` to '{{wanted}}'.",
      otherDomain: "The cookie `{{name}}` has another Domain, so that it stays: set `{{key}}` to '{{wanted}}'.",
      noDomain: 'The cookie `{{name}}` has no Domain, so that it stays: leave `{{key}}` out.',
      siteData: 'This logout leaves what the page has stored in the browser: send the header `Clear-Site-Data`.',
      clear: 'Delete the cookie with `{{deletion}}`',
      set: 'Set `{{key}}`, so that the cookie is deleted',
      remove: 'Leave `{{key}}` out, so that the cookie is deleted',
    },
  },
  create({ file, report }, [{ clearSiteData }]) {
    const { sourceCode } = file.context
    const asked = new Set<FunctionNode>()

    return {
      cookieCleared(event) {
        if (event.role !== 'session') return
        reportMissed(event)
        reportSiteData(event, event.write)
      },
      sessionDestroyed(event) {
        reportKept(event)
        reportSiteData(event, event.node)
      },
    }

    function reportKept(event: SessionDestroyed): void {
      const kept = cookieKept(file, event)
      const deletion = kept && deletionOf(file, event, kept)
      if (!kept || deletion === undefined || event.node.type !== 'CallExpression') return
      const data = { deletion, name: kept.name }
      const { callee } = event.node
      report({
        node: callee.type === 'MemberExpression' ? callee.property : callee,
        messageId: 'missing',
        data,
        repair: { edit: clearCookie(file, event, deletion), isProved: false, messageId: 'clear', data },
      })
    }

    function reportMissed(event: CookieCleared): void {
      const breaches = breachesIn(event)
      const [breach] = breaches
      if (breach) return reportRefused(event, breach, breaches)
      const missed = missedBy(file, event)
      const [first] = missed
      if (first) reportOther(event, first, missed)
    }

    function reportRefused(event: CookieCleared, breach: Breach, breaches: readonly Breach[]): void {
      const attribute = attributeOf(breach)
      const data = { key: event.cookie.nameOf(attribute), name: nameOf(event) ?? '', wanted: '' }
      if (event.cookie.facts.deletedWithout?.includes(attribute)) return report({ node: event.node, messageId: 'wordless', data })
      const edit = attribute === 'domain' ? withoutDomain(event) : setCookieAttribute(file.context, event.cookie, attribute, textFor(breach))
      const whole = breaches.length === 1 ? edit : withAll(event, breaches.map((one) => ({ attribute: attributeOf(one), text: one === 'domain' ? undefined : textFor(one) })))
      report({ node: event.node, messageId: breach, data, repair: { edit: whole, isProved: false, messageId: attribute === 'domain' ? 'remove' : 'set', data } })
    }

    function textFor(breach: Breach): string {
      return breach === 'path' ? quoted('/', styleOf(sourceCode)) : 'true'
    }

    function reportOther(event: CookieCleared, { attribute, wanted }: MissedDeletion, missed: readonly MissedDeletion[]): void {
      const data = { key: event.cookie.nameOf(attribute), name: nameOf(event) ?? '', wanted: wanted ?? '' }
      const messageId = attribute === 'path' ? 'otherPath' : wanted === undefined ? 'noDomain' : 'otherDomain'
      const written = missed.map((one) => ({ attribute: one.attribute, text: one.wanted === undefined ? undefined : quoted(one.wanted, styleOf(sourceCode)) }))
      const isOnlyPath = missed.length === 1 && attribute === 'path' && wanted !== undefined
      const edit = isOnlyPath ? setCookieAttribute(file.context, event.cookie, attribute, quoted(wanted, styleOf(sourceCode))) : withAll(event, written)
      report({ node: event.node, messageId, data, repair: { edit, isProved: false, messageId: wanted === undefined ? 'remove' : 'set', data } })
    }

    /** A deletion works with all of them, or not at all. */
    function withAll(event: CookieCleared, written: readonly Written[]): Edit | undefined {
      const { place } = event.cookie
      const set = written.flatMap(({ attribute, text }) => (text === undefined || place.kind !== 'options' ? [] : [{ place, name: event.cookie.keyOf(attribute), text }]))
      if (set.length === written.length) return setOptions(sourceCode, ...set)
      return written.length === 1 ? withoutDomain(event) : undefined
    }

    function withoutDomain({ cookie }: CookieCleared): Edit | undefined {
      const { place } = cookie
      return place.kind === 'options' ? removeOption(sourceCode, place, cookie.keyOf('domain')) : undefined
    }

    /** Once for each handler. */
    function reportSiteData({ handler }: CookieCleared | SessionDestroyed, node: Node): void {
      if (!clearSiteData || !handler || asked.has(handler) || !file.isLogout(node) || !file.handlers.isHandler(handler)) return
      asked.add(handler)
      if (!/clear-?site-?data/i.test(sourceCode.text)) report({ node: node.type === 'CallExpression' ? node.callee : node, messageId: 'siteData' })
    }
  },
})

/** An attribute of a deletion and the code of its value; without one it is left out. */
interface Written {
  readonly attribute: 'domain' | 'path' | 'secure'
  readonly text: string | undefined
}

function attributeOf(breach: Breach): Written['attribute'] {
  return breach === 'domain' || breach === 'path' ? breach : 'secure'
}
