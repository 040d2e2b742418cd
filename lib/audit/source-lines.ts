/** The lines of a text, however they end. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/)
}

/** The text with dots for what stands at some places, each in its line: what a report shows of a secret. */
export function blotOut(text: string, places: readonly (readonly [start: number, end: number])[]): string {
  return places.reduce((shown, [start, end]) => {
    const inner = shown.slice(start + 1, end - 1).replace(/[^\s]/g, '•')
    return shown.slice(0, start + 1) + inner + shown.slice(Math.max(start + 1, end - 1))
  }, text)
}
