import type { Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import type { Setting } from '../ast/setting.js'
import { staticValue } from '../ast/static-value.js'
import type { FileContext } from './file-context.js'
import { expressionsAt } from './given.js'
import type { Match } from './match.js'

/** Tells whether a cookie is the one of a session that this file sets up, by its name or by the expression for it. */
export function createSessionCookieNames(
  context: FileContext,
  matches: readonly Match[],
): (name: Setting<string>, nameNode: Node | undefined) => boolean {
  const { bindings, sourceCode } = context
  const expressions = matches.flatMap((match) => {
    const { emits, framework, roles } = match.pattern
    if (emits !== 'sessionConfigured' || !framework.session) return []
    const place = match.options(roles.options)
    return framework.session.name.options.flatMap((option) => expressionsAt(place, option) ?? [])
  })
  const names = new Set(expressions.map((expression) => staticValue(expression, sourceCode, bindings)?.value))
  const texts = new Set(expressions.map((expression) => plainText(expression, sourceCode)))

  return (name, nameNode) => (name.state === 'known' ? names.has(name.value) : nameNode !== undefined && texts.has(plainText(nameNode, sourceCode)))
}
