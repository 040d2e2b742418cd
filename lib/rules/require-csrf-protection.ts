import { defineRule } from '../define-rule.js'
import type { SessionConfigured } from '../events/events.js'
import { createForgery } from '../events/request-forgery.js'
import { quoted, styleOf } from '../fixes/style.js'

/** A browser sends the cookie with every form, whoever wrote the page that the form is in (ASVS v5.0.0-3.5.1). */
export default defineRule({
  name: 'require-csrf-protection',
  meta: {
    type: 'problem',
    docs: { description: 'Require CSRF protection where cookie sessions guard state-changing routes' },
    schema: [
      {
        type: 'object',
        properties: {
          middlewareNames: {
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
            description: 'Names of functions that protect requests, where the names do not say it.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ middlewareNames: [] }],
    messages: {
      forged: 'A form on any site can send this request, and the session cookie goes along: set `{{key}}` to {{lax}}, or check a token or `Sec-Fetch-Site`.',
    },
  },
  create({ file, report }, [{ middlewareNames = [] }]: readonly [{ readonly middlewareNames?: readonly string[] }]) {
    const forgeableWith = createForgery(file, middlewareNames)
    let isTold = false
    let areAllOpen: boolean | undefined
    return {
      sessionConfigured(session) {
        areAllOpen ??= file.of('sessionConfigured').every(isSentFromAnywhere)
        if (isTold || !areAllOpen) return
        // One defence is missing, however many routes it would protect.
        const [route] = forgeableWith(session)
        if (!route) return
        isTold = true
        const { cookie } = session
        const lax = quoted(cookie.facts.lax ?? 'lax', styleOf(file.context.sourceCode))
        report({ node: route.node, messageId: 'forged', data: { key: cookie.nameOf('sameSite'), lax } })
      },
    }
  },
})

/** Whether the cookie goes along with requests of other sites, at least in some browsers. */
function isSentFromAnywhere({ cookie }: SessionConfigured): boolean {
  const sameSite = cookie.attribute('sameSite')
  if (sameSite.state === 'unknown') return false
  const value = sameSite.state === 'known' ? sameSite.value : undefined
  return !value || (typeof value === 'string' && ['none', 'auto'].includes(value.toLowerCase()))
}
