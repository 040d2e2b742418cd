import type { Node } from '../ast/nodes.js'
import { possibleValues } from '../ast/static-value.js'
import { defineRule } from '../define-rule.js'
import { breachesIn, nameOf } from '../events/cookie-contract.js'
import type { Cookie } from '../events/cookie.js'
import type { CookieWritten, SessionConfigured } from '../events/events.js'
import { removeOption } from '../fixes/remove-option.js'

interface Options {
  readonly maxLabels?: number
  readonly allowDomains?: readonly string[]
  readonly checkPath?: boolean
}

/** A cookie with a Domain goes to every host below it, and the weakest of them can read it, or set it. */
export default defineRule({
  name: 'no-broad-cookie-scope',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow a session-cookie `Domain` that shares it with sibling hosts' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          maxLabels: {
            type: 'integer',
            minimum: 1,
            description: 'Domains with at most this many parts are reported: 2 for `example.com`.',
          },
          allowDomains: {
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
            description: 'Domains whose hosts share their sessions on purpose.',
          },
          checkPath: { type: 'boolean', description: 'Whether a `Path` of `/` is reported too, for servers that share their host with others.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ maxLabels: 2, allowDomains: [], checkPath: false }],
    messages: {
      domain: 'Every host below {{domain}} gets this session cookie: leave `{{key}}` out, and only this host does.',
      path: 'Every program on this host gets this session cookie: give `{{key}}` the path of this one.',
      remove: 'Leave `{{key}}` out, so that only this host gets the cookie',
    },
  },
  create({ file, report }, [{ allowDomains = [], checkPath = false, maxLabels = 2 }]: readonly [Options]) {
    const allowed = new Set(allowDomains.map(bare))

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
      const domain = broadDomainOf(cookie)
      // Where browsers refuse the cookie because of it, another rule says so.
      if (domain && !breachesIn(event).includes('domain')) {
        const data = { key: cookie.nameOf('domain'), domain: bare(domain.value) }
        const place = cookie.placeOf('domain')
        const edit = place.kind === 'options' && !isDeletedWithDomain(event, domain.node) ? removeOption(file.context.sourceCode, place, cookie.keyOf('domain')) : undefined
        report({ node: domain.node, messageId: 'domain', data, repair: { edit, isProved: false, messageId: 'remove', data } })
      }
      const path = cookie.attribute('path')
      if (checkPath && path.state === 'known' && path.from === 'source' && path.value === '/') {
        report({ node: path.node, messageId: 'path', data: { key: cookie.nameOf('path') } })
      }
    }

    /** The domain that is written out, or one of those that a condition chooses from: what counts is where the program is in use. */
    function broadDomainOf(cookie: Cookie): { readonly node: Node; readonly value: string } | undefined {
      const domain = cookie.attribute('domain')
      if (domain.state === 'absent' || (domain.state === 'unknown' && domain.possible.length === 0)) return undefined
      const written = domain.state === 'known' ? [{ node: domain.node, values: [domain.value] }] : choicesOf(cookie)
      const [broad] = written.flatMap(({ node, values }) => values.flatMap((value) => (typeof value === 'string' && isBroad(value) ? [{ node, value }] : [])))
      return broad
    }

    function choicesOf(cookie: Cookie): readonly { readonly node: Node; readonly values: readonly unknown[] }[] {
      const { bindings, sourceCode } = file.context
      return (cookie.expressions('domain') ?? []).map((node) => ({ node, values: possibleValues(node, sourceCode, bindings).values }))
    }

    /** A deletion with a Domain of its own would no longer find the cookie. */
    function isDeletedWithDomain(event: CookieWritten | SessionConfigured, written: Node): boolean {
      return file.of('cookieCleared').some((cleared) => {
        const domain = cleared.cookie.attribute('domain')
        const isItsOwn = (domain.state === 'unknown' && !cleared.cookie.facts.declaredApart) || (domain.state === 'known' && domain.node !== written)
        return isItsOwn && nameOf(cleared) === nameOf(event)
      })
    }

    function isBroad(domain: string): boolean {
      const name = bare(domain)
      if (allowed.has(name) || !name.includes('.') || /^[\d.]+$|:/.test(name)) return false
      return domain.startsWith('.') || name.split('.').length <= maxLabels
    }
  },
})

/** The domain without the dot in front, which browsers ignore (RFC 6265, section 5.2.3). */
function bare(domain: string): string {
  return domain.replace(/^\./, '').toLowerCase()
}
