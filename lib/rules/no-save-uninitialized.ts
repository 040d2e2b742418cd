import { defineRule } from '../define-rule.js'
import { propertyAt, settingAt } from '../events/given.js'
import { setOptions } from '../fixes/set-options.js'

/** A session for every visitor is a record for every robot, and an ID before anybody has logged in. */
export default defineRule({
  name: 'no-save-uninitialized',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow saving uninitialized sessions' },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      missing: 'Every visitor gets a session, and a record in the store: set `{{key}}` to false.',
      on: 'Every visitor gets a session, and a record in the store: set `{{key}}` to false.',
      set: 'Set `{{key}}` to false, so that sessions begin with something to remember',
    },
  },
  create({ file, report }) {
    return {
      sessionConfigured({ facts: { uninitialized }, node, options }) {
        if (!uninitialized) return
        const { default: isDefault, option: key } = uninitialized
        const setting = settingAt(options, key)
        if (setting.state === 'unknown' || (setting.state === 'known' ? !setting.value : !isDefault)) return
        const edit = setOptions(file.context.sourceCode, { ...propertyAt(options, key), text: 'false' })
        report({
          node: setting.state === 'known' ? setting.node : node,
          messageId: setting.state === 'known' ? 'on' : 'missing',
          data: { key },
          repair: { edit, isProved: false, messageId: 'set', data: { key } },
        })
      },
    }
  },
})
