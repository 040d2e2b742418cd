import { wayTo } from '../ast/made-by.js'
import type { Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { textWritten } from '../ast/text-parts.js'
import { nameOfValue, spelled } from './cookie-values.js'
import { createEntropy } from './entropy-reader.js'
import type { FileContext } from './file-context.js'
import { createGeneratorMatcher } from './generators.js'
import { createOrigins } from './id-origins.js'
import { wordsOf } from './names.js'
import { leadsToOther } from './read-urls.js'

/** Tells which values of a page log nobody in, whatever they are called. */
export interface OwnValues {
  /** Whether the file makes a value itself, be it in one of several runs: a random ID, a time. No server knows it for a login. */
  isMadeHere(node: Node): boolean
  /** Whether an ID came from an address that speaks of other sessions: `(await api.post('/chat/sessions')).id`. */
  isOfOtherSession(node: Node): boolean
}

export function createOwnValues(context: FileContext): OwnValues {
  const { bindings } = context
  const origins = onDemand(() => {
    const generators = createGeneratorMatcher(context)
    return createOrigins(context, createEntropy(context, generators), generators)
  })

  return {
    isMadeHere: (node) => origins().of(spelled(node)).some(({ worth }) => worth.sources.some(({ weakness }) => weakness !== 'user' && weakness !== 'encoding')),
    isOfOtherSession: (node) => !/\b(?:token|jwt)\b/.test(wordsOf(nameOfValue(node))) && wayTo(spelled(node), bindings).some(asksForOther),
  }

  function asksForOther(node: Node): boolean {
    return node.type === 'CallExpression' && node.arguments.some((argument) => leadsToOther(textWritten(argument, bindings)))
  }
}
