import { unwrap, type Node } from '../ast/nodes.js'
import type { Options } from '../ast/object-options.js'
import { staticValue } from '../ast/static-value.js'
import { cookieValue, namesEnd, spelled } from './cookie-values.js'
import type { StoredValue, WebStorageWritten } from './events.js'
import type { FileContext } from './file-context.js'
import type { Match } from './match.js'
import { createOwnValues } from './own-values.js'

/** Objects in the object that is written. */
const DEEPEST = 2

/** Reads what a file writes into the storage of a page; writing nothing is taking away. */
export function readWebStorage(context: FileContext, matches: readonly Match[]): WebStorageWritten[] {
  const { bindings, options, sourceCode } = context
  const ownValues = createOwnValues(context)
  return matches.flatMap((match): WebStorageWritten[] => {
    const { argument, certainty, node, pattern, text } = match
    const { emits, framework, roles } = pattern
    const value = emits === 'webStorageWritten' ? argument(roles.value) : undefined
    if (!value || isNothing(value)) return []
    const underlined = node.type === 'AssignmentExpression' ? node.left : node.type === 'CallExpression' ? unwrap(node.callee) : node
    const object = options.read(spelled(value))
    return [
      {
        type: 'webStorageWritten',
        node: underlined,
        framework,
        certainty,
        name: text(roles.name),
        nameNode: argument(roles.name),
        value: stored(value),
        properties: propertiesOf(object, DEEPEST),
        isSeenWhole: object.names.complete,
      },
    ]
  })

  function propertiesOf(object: Options, depth: number): WebStorageWritten['properties'] {
    return object.names.seen.flatMap((name) => {
      const own = (object.expressions(name) ?? []).filter((value) => !isNothing(value)).map((value) => ({ name, value: stored(value) }))
      return depth > 0 ? [...own, ...propertiesOf(object.nested(name), depth - 1)] : own
    })
  }

  function stored(node: Node): StoredValue {
    const value = cookieValue(node, context)
    return {
      node,
      written: value.written,
      get isTime() {
        return value.isTime === true
      },
      get isOfNobody() {
        return ownValues.isMadeHere(node) || ownValues.isOfOtherSession(node)
      },
    }
  }

  /** `''`, `null`, and the words for them, as which a storage gives them back. */
  function isNothing(value: Node): boolean {
    const found = staticValue(value, sourceCode, bindings)
    return found !== undefined && (found.value === '' || found.value === null || found.value === undefined || namesEnd(String(found.value)))
  }
}
