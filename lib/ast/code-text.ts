import type { TSESLint } from '@typescript-eslint/utils'
import { onceForFile } from './once-for-each.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/**
 * The text of a file without its comments, for quick looks at whether some code may be in it at all: a comment tells
 * nothing about that, and may be longer than the code. Places in it are other ones than in the file.
 */
export const codeText = onceForFile((sourceCode): string => {
  const { text } = sourceCode
  const parts: string[] = []
  let at = 0
  for (const { range: [start, end] } of sourceCode.getAllComments()) {
    if (start < at) continue
    parts.push(text.slice(at, start))
    at = end
  }
  // What two pieces of code made one word of would be no word of the code.
  return at === 0 ? text : [...parts, text.slice(at)].join(' ')
})

/** Whether the code of a file has one of some words in it, which are given in small letters: a look that is quicker than any expression. */
export function codeHas(words: readonly string[], sourceCode: SourceCode): boolean {
  const code = lowerCode(sourceCode)
  return words.some((word) => code.includes(word))
}

/** The same for the whole text: what a comment says may be a reason to say nothing. */
export function textHas(words: readonly string[], sourceCode: SourceCode): boolean {
  const text = lowerText(sourceCode)
  return words.some((word) => text.includes(word))
}

const lowerCode = onceForFile((sourceCode) => codeText(sourceCode).toLowerCase())
const lowerText = onceForFile(({ text }) => text.toLowerCase())
