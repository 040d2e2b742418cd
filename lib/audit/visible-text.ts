/**
 * Text of an audited project as a reader may see it: what moves the cursor of a terminal, turns the direction of a line
 * around or can't be seen at all is spelled out, as `\u{1b}`.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, (character) =>
    character === '\t' ? character : spelled(character),
  )
}

/** The same as one line. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\t', ' ')
}

function spelled(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
