import { defineRule } from '../define-rule.js'
import { removeOption } from '../fixes/remove-option.js'
import { signCookie } from '../fixes/sign-cookie.js'

/** Cookies are kept by whoever they are about, who can write into them what he likes (ASVS v5.0.0-7.2.1). */
export default defineRule({
  name: 'no-auth-from-unsigned-cookie',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow authentication or authorization decisions on unsigned cookie values' },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      permission: 'Visitors write their own cookies, so anyone may do what `{{name}}` allows: keep it in the session, or sign the cookie.',
      login: 'Visitors write their own cookies, so anyone is logged in: keep `{{name}}` in the session, or sign the cookie.',
      identity: 'Visitors write their own cookies, so anyone can be any user: keep `{{name}}` in the session, or sign the cookie.',
      unsigned: 'Nobody signs these sessions, so visitors can write into them what they like: leave out `{{option}}`.',
      missing: 'Nobody signs these sessions, so visitors can write into them what they like: give `{{option}}`.',
      sign: 'Sign `{{name}}` where it is written, and read it from `{{member}}`',
      turnOn: 'Sign the sessions',
    },
  },
  create({ file, report }) {
    const { sourceCode } = file.context
    return {
      cookieTrusted(event) {
        const { as, framework, name, node } = event
        report({
          node,
          messageId: as,
          data: { name },
          repair: {
            edit: signCookie(sourceCode, event, file.of('cookieWritten')),
            isProved: false,
            messageId: 'sign',
            data: { name, member: framework.requestCookies?.signed?.member ?? '' },
          },
        })
      },
      sessionUnsigned({ hasKeys, missing, node, option }) {
        if (!option) return report({ node, messageId: 'missing', data: { option: missing ?? '' } })
        report({
          node,
          messageId: 'unsigned',
          data: { option: option.name },
          // Without a key the library would refuse to sign, and the program to start.
          repair: hasKeys ? { edit: removeOption(sourceCode, option.place, option.name), isProved: false, messageId: 'turnOn' } : undefined,
        })
      },
    }
  },
})
