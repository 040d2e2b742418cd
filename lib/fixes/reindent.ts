import type { TSESLint } from '@typescript-eslint/utils'
import { nodesOf } from '../ast/nodes-of.js'
import { onceForFile } from '../ast/once-for-each.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** A piece of text that replaces another, by offsets in the file. */
export interface Replacement {
  readonly range: readonly [number, number]
  readonly text: string
}

/**
 * The text of a range, one level deeper and with pieces replaced. Lines that continue a template
 * literal stay as they are: their white space is part of the value.
 */
export function indented(
  sourceCode: SourceCode,
  [start, end]: readonly [number, number],
  indent: string,
  replacements: readonly Replacement[] = [],
): string {
  const fixed = linesInsideTemplates(sourceCode)
  const inserts = [...replacements, ...lineStarts(sourceCode, start, end, fixed).map((at) => ({ range: [at, at] as const, text: indent }))]
  inserts.sort((a, b) => a.range[0] - b.range[0])
  let text = ''
  let at = start
  for (const insert of inserts) {
    if (insert.range[0] < at) continue
    text += sourceCode.text.slice(at, insert.range[0]) + insert.text
    at = insert.range[1]
  }
  return text + sourceCode.text.slice(at, end)
}

/** Offsets at which the lines of a range begin, without the first, empty ones and those inside templates. */
function lineStarts(sourceCode: SourceCode, start: number, end: number, fixed: ReadonlySet<number>): number[] {
  const first = sourceCode.getLocFromIndex(start).line + 1
  const last = sourceCode.getLocFromIndex(end).line
  const starts: number[] = []
  for (let line = first; line <= last; line++) {
    const text = sourceCode.lines[line - 1] ?? ''
    if (text.trim() !== '' && !fixed.has(line)) starts.push(sourceCode.getIndexFromLoc({ line, column: 0 }))
  }
  return starts
}

/** Every repair of a file asks for them. */
const linesInsideTemplates = onceForFile((sourceCode): ReadonlySet<number> => {
  const lines = new Set<number>()
  for (const { loc } of nodesOf(sourceCode, 'TemplateElement')) {
    for (let line = loc.start.line + 1; line <= loc.end.line; line++) lines.add(line)
  }
  return lines
})
