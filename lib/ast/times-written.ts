import type { TSESLint } from '@typescript-eslint/utils'
import { onceForFile } from './once-for-each.js'

/** How often some text stands in a file, be it in code, in other texts or in comments. Each session of a file may ask about the same name. */
export function timesWritten(text: string, sourceCode: Readonly<TSESLint.SourceCode>): number {
  const known = times(sourceCode)
  const count = known.get(text) ?? sourceCode.text.split(text).length - 1
  known.set(text, count)
  return count
}

const times = onceForFile(() => new Map<string, number>())
