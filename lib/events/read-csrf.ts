import { staticValue } from '../ast/static-value.js'
import { unwrap, type Node } from '../ast/nodes.js'
import type { CsrfChecked } from './events.js'
import type { FileContext } from './file-context.js'
import type { Match } from './match.js'

/** Reads where a library checks that requests come from the program's own pages. */
export function readCsrf({ bindings, sourceCode }: FileContext, matches: readonly Match[]): CsrfChecked[] {
  return matches.flatMap((match): CsrfChecked[] => {
    const { certainty, node, pattern } = match
    if (pattern.emits !== 'csrfChecked' || isTurnedOff(match.argument(pattern.roles.options))) return []
    const option = pattern.framework.csrf?.ignoredMethods
    const list = option === undefined ? undefined : match.options(pattern.roles.options).options.expressions(option)
    return [{ type: 'csrfChecked', node: calleeOf(node), framework: pattern.framework, certainty, ignored: list?.flatMap(textsIn) ?? [] }]
  })

  function textsIn(list: Node): string[] {
    const expression = unwrap(list)
    const elements = expression.type === 'ArrayExpression' ? expression.elements : []
    return elements.flatMap((element) => {
      const text = element && staticValue(element, sourceCode, bindings)?.value
      return typeof text === 'string' ? [text.toLowerCase()] : []
    })
  }

  /** `lusca({ csrf: false })` */
  function isTurnedOff(options: Node | undefined): boolean {
    return options !== undefined && staticValue(options, sourceCode, bindings)?.value === false
  }
}

function calleeOf(node: Node): Node {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : node
  return callee.type === 'MemberExpression' ? callee.property : callee
}
