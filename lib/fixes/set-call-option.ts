import { rangeWithParentheses } from '../ast/parentheses.js'
import type { FileContext } from '../events/file-context.js'
import type { Edit } from './edit.js'
import { setOptions, type Wanted } from './set-options.js'

/** Gives an option of a call a value; options that are left out come before the callback. */
export function setCallOption({ bindings, sourceCode }: FileContext, wanted: Wanted): Edit | undefined {
  const { name, place, text } = wanted
  const { argument, call, path } = place
  const callback = call?.arguments[argument]
  const isLeftOut = callback !== undefined && path.length === 0 && call?.arguments.length === argument + 1 && bindings.function(callback) !== undefined
  return isLeftOut ? (fixer) => [fixer.insertTextBeforeRange(rangeWithParentheses(callback, sourceCode), `{ ${name}: ${text} }, `)] : setOptions(sourceCode, wanted)
}
