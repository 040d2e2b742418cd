import { codeText } from '../ast/code-text.js'
import type { FileContext } from '../events/file-context.js'
import { isOfBun, isOfDeno, isPage, isWithoutNode } from '../events/file-kind.js'
import { quoted, styleOf } from './style.js'

/**
 * The code that reads a variable of the environment, as the file does it or as its runtime does. Undefined where there
 * may be no such thing: in a page, in a worker that is handed its variables with each request, where only Vite's object
 * is read, which has the variables of the page, and in what is run to build a program, which would carry what is read.
 */
export function environmentText(context: FileContext, variable: string): string | undefined {
  const { modules, sourceCode } = context
  const code = codeText(sourceCode)
  if (isPage(context) || /\.config\.[cm]?[jt]s$/.test(context.filename)) return undefined
  if (/\bprocess\.env\b/.test(code)) return `process.env.${variable}`
  if (isOfDeno(context)) return `Deno.env.get(${quoted(variable, styleOf(sourceCode))})`
  if (/\bBun\.env\b/.test(code)) return `Bun.env.${variable}`
  // Vite's own modules, `$env` and `$lib`, come with its own environment.
  if (/\bimport\.meta\.env\b/.test(code) || [...modules].some((module) => module.startsWith('$'))) return undefined
  return isWithoutNode(context) && !isOfBun(context) ? undefined : `process.env.${variable}`
}
