import { defineRule } from '../define-rule.js'
import { staticValue } from '../ast/static-value.js'
import { breachesIn, nameOf, secureOtherwise, type Breach } from '../events/cookie-contract.js'
import { mistakesIn, type Mistake } from '../events/cookie-mistakes.js'
import { isLoggedInFromElsewhere } from '../events/cross-site.js'
import type { CookieWritten, SessionConfigured } from '../events/events.js'
import { readsCookies } from '../events/file-kind.js'
import type { StrayOption } from '../events/stray-options.js'
import type { Edit } from '../fixes/edit.js'
import { inUnit } from '../fixes/in-unit.js'
import { removeOption } from '../fixes/remove-option.js'
import { renameKey } from '../fixes/rename-key.js'
import { setCookieAttribute } from '../fixes/set-cookie-attribute.js'
import { quoted, styleOf } from '../fixes/style.js'

/** An option that nobody reads protects nobody; a cookie that browsers refuse logs nobody in. */
export default defineRule({
  name: 'valid-cookie-options',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow session-cookie options that the library ignores or browsers reject' },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      prefix: 'Browsers refuse a cookie `{{name}}` that is not Secure: set `{{key}}` to true.',
      none: 'Browsers refuse a cookie with `SameSite=None` that is not Secure: set `{{key}}` to true.',
      followed: 'Browsers refuse this cookie, as it is not Secure: leave `{{key}}` out, and it {{otherwise}}.',
      domain: 'Browsers refuse a cookie `{{name}}` that has a Domain: leave `{{key}}` out.',
      path: "Browsers refuse a cookie `{{name}}` without the path of the whole host: set `{{key}}` to '/'.",
      misspelt: 'The option `{{key}}` means nothing to {{library}}: write `{{right}}`.',
      misplaced: 'The option `{{key}}` means nothing to {{library}} here: write `{{right}}`.',
      tooShort: '`{{key}}` counts in milliseconds, so this is less than a minute: write `{{right}}`.',
      tooLong: '`{{key}}` counts in seconds, so this is more than the 400 days that browsers keep a cookie: write `{{right}}`.',
      noNumber: '`{{key}}` must be a number of {{unit}}.',
      set: 'Set `{{key}}`, so that browsers accept the cookie',
      remove: 'Leave `{{key}}` out, so that browsers accept the cookie',
      rename: 'Write `{{right}}`',
    },
  },
  create({ file, report }) {
    const { sourceCode } = file.context

    return {
      sessionConfigured: check,
      cookieWritten(cookie) {
        if (cookie.role === 'session') check(cookie)
      },
    }

    function check(event: CookieWritten | SessionConfigured): void {
      for (const breach of breachesIn(event)) reportBreach(event, breach)
      for (const mistake of mistakesIn(event)) reportMistake(event, mistake)
    }

    /** No browser keeps the cookie as it is, so no working program depends on it. */
    function reportBreach(event: CookieWritten | SessionConfigured, breach: Breach): void {
      const { cookie } = event
      const attribute = breach === 'domain' || breach === 'path' ? breach : 'secure'
      const setting = cookie.attribute(attribute)
      const otherwise = attribute === 'secure' ? secureOtherwise(cookie) : undefined
      const data = { key: cookie.nameOf(attribute), name: nameOf(event) ?? '', ...(otherwise !== undefined && { otherwise }) }
      report({
        node: setting.state === 'known' && setting.from === 'source' ? setting.node : event.node,
        messageId: otherwise === undefined ? breach : 'followed',
        data,
        repair: { edit: editFor(event, attribute), isProved: true, messageId: attribute === 'domain' || otherwise !== undefined ? 'remove' : 'set', data },
      })
    }

    function editFor({ cookie }: CookieWritten | SessionConfigured, attribute: 'domain' | 'path' | 'secure'): Edit | undefined {
      if (attribute === 'path') return setCookieAttribute(file.context, cookie, attribute, quoted('/', styleOf(sourceCode)))
      if (attribute === 'secure' && secureOtherwise(cookie) === undefined) return setCookieAttribute(file.context, cookie, attribute, 'true')
      const place = cookie.placeOf(attribute)
      return place.kind === 'options' ? removeOption(sourceCode, place, cookie.keyOf(attribute)) : undefined
    }

    /** Whether no program can do without an attribute that has had no effect so far: as the rules for it say. */
    function isMissed({ attribute, property }: StrayOption): boolean {
      if (attribute === 'httpOnly') return !readsCookies(file.context)
      const value = staticValue(property.value, sourceCode, file.context.bindings)
      return attribute === 'sameSite' && /^(?:lax|strict)$/i.test(String(value?.value)) && !isLoggedInFromElsewhere(file.context)
    }

    function reportMistake(event: CookieWritten | SessionConfigured, mistake: Mistake): void {
      const { framework } = event
      const library = framework.name
      switch (mistake.kind) {
        case 'misspelt':
        case 'misplaced': {
          const { key, kind, property, right } = mistake
          const edit = kind === 'misspelt' ? renameKey(sourceCode, property, right) : undefined
          const data = { library, key, right }
          return report({ node: property.key, messageId: kind, data, repair: { edit, isProved: isMissed(mistake), messageId: 'rename', data } })
        }
        case 'tooLong':
        case 'tooShort': {
          const { key, node } = mistake
          const right = inUnit(sourceCode, node, mistake.kind === 'tooShort' ? 'milliseconds' : 'seconds')
          const edit: Edit = (fixer) => [fixer.replaceText(node, right)]
          return report({ node, messageId: mistake.kind, data: { key, right }, repair: { edit, isProved: false, messageId: 'rename', data: { right } } })
        }
        case 'noNumber':
          return report({ node: mistake.node, messageId: 'noNumber', data: { key: mistake.key, unit: mistake.unit } })
      }
    }
  },
})
