import { defineRule } from '../define-rule.js'
import { timesWritten } from '../ast/times-written.js'
import type { OptionsPlace, SessionConfigured } from '../events/events.js'
import { expressionsAt, propertyAt, settingAt } from '../events/given.js'
import { tellsLibrary } from '../events/names.js'
import { setOptions } from '../fixes/set-options.js'
import { quoted, styleOf } from '../fixes/style.js'

/** The name of the cookie tells which software is behind a site, and with it which of its flaws to try. */
export default defineRule({
  name: 'no-default-session-name',
  meta: {
    type: 'suggestion',
    docs: { description: "Disallow the framework's default session-cookie name" },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      missing: 'The cookie `{{name}}` tells what runs here: give `{{key}}` a name that says nothing, such as `id`.',
      written: '`{{name}}` tells what runs here: take a name that says nothing, such as `id`.',
      set: 'Call the cookie `id` (everybody has to log in again)',
    },
  },
  create({ file, report }) {
    const { sourceCode } = file.context

    return {
      sessionConfigured(session) {
        const { default: name, options: keys, prefix } = session.facts.name
        if (prefix !== undefined && settingAt(session.options, prefix).state !== 'absent') return
        const [first] = keys
        const written = keys.filter((key) => isWritten(session.options, key))
        const [key = first, another] = written
        if (key === undefined || another !== undefined || name === '' || !tellsLibrary(name)) return
        const setting = settingAt(session.options, key)
        if (setting.state === 'unknown' || (setting.state === 'absent' && session.isPart) || (setting.state === 'known' && setting.value !== name)) return
        report({
          node: setting.state === 'known' ? setting.node : session.node,
          messageId: setting.state === 'known' ? 'written' : 'missing',
          data: { key, name },
          // Other code of the file may use the name: a logout that clears the cookie.
          repair: { edit: timesWritten(name, sourceCode) > written.length ? undefined : renamed(session, key), isProved: false, messageId: 'set' },
        })
      },
    }

    /** Whether an option is there; where it may be the name alone, or an object with the name in it, an object is no name. */
    function isWritten(options: OptionsPlace, key: string): boolean {
      const expressions = expressionsAt(options, key)
      return expressions === undefined || expressions.some(({ type }) => type !== 'ObjectExpression')
    }

    function renamed({ framework, options }: SessionConfigured, key: string) {
      // An object around the attributes that is there for the name alone would do away with all of them.
      const lost = framework.cookie?.defaultsLostWith?.option
      if (lost !== undefined && key.startsWith(`${lost}.`) && settingAt(options, lost).state === 'absent') return undefined
      return setOptions(sourceCode, { ...propertyAt(options, key), text: quoted('id', styleOf(sourceCode)) })
    }
  },
})
