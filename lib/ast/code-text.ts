import { onceForFile } from './once-for-each.js'

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
