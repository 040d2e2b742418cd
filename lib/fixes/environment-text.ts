import type { FileContext } from '../events/file-context.js'
import { isOfBun, isOfDeno, isPage, isWithoutNode } from '../events/file-kind.js'
import { quoted, styleOf } from './style.js'

/**
 * The code that reads a variable of the environment, as the file does it or as its runtime does. Undefined where there
 * may be no such thing: in a page, in a worker that is handed its variables with each request, and where only Vite's
 * object is read, which has the variables of the page.
 */
export function environmentText(context: FileContext, variable: string): string | undefined {
  const { text } = context.sourceCode
  if (isPage(context)) return undefined
  if (/\bprocess\.env\b/.test(text)) return `process.env.${variable}`
  if (isOfDeno(context)) return `Deno.env.get(${quoted(variable, styleOf(context.sourceCode))})`
  if (/\bBun\.env\b/.test(text)) return `Bun.env.${variable}`
  if (/\bimport\.meta\.env\b/.test(text)) return undefined
  return isWithoutNode(context) && !isOfBun(context) ? undefined : `process.env.${variable}`
}
