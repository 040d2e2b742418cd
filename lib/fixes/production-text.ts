import { isWithoutNode } from '../events/file-kind.js'
import type { SessionFile } from '../events/file.js'
import { quoted, styleOf } from './style.js'

/**
 * The code that asks whether a program runs in production, as programs of its kind ask: by Vite's constant where the
 * file uses Vite, else by Node's environment. Undefined where there may be no such thing.
 */
export function productionText({ context }: SessionFile): string | undefined {
  const { sourceCode } = context
  if (/\bimport\.meta\.env\b/.test(sourceCode.text)) return 'import.meta.env.PROD'
  if (isWithoutNode(context) && !/\bprocess\.env\b/.test(sourceCode.text)) return undefined
  return `process.env.NODE_ENV === ${quoted('production', styleOf(sourceCode))}`
}
