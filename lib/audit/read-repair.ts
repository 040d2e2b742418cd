import { structuredPatch } from 'diff'
import type { Linter, Rule } from 'eslint'
import type { Hunk, Repair } from './report.js'

const CONTEXT = 2

/** The repair that comes with a finding: the fix, else the first suggestion. */
export function readRepair({ fix, suggestions }: Linter.LintMessage, shown: string): Repair | null {
  const [suggestion] = suggestions ?? []
  const edit = fix ?? suggestion?.fix
  if (!edit) return null
  return {
    kind: fix ? 'fix' : 'suggestion',
    // A sentence, as it stands in a text; lines of the editor's menu have no full stop.
    title: fix ? 'Made by `eslint --fix`.' : `${suggestion?.desc ?? ''}.`,
    hunks: hunksOf(edit, shown),
    edit: { start: edit.range[0], end: edit.range[1], text: edit.text },
  }
}

/** What the edit changes, with a few lines around it. */
function hunksOf({ range: [from, to], text: replacement }: Rule.Fix, text: string): Hunk[] {
  const start = lineStart(text, from, CONTEXT)
  const end = lineEnd(text, to, CONTEXT)
  const before = text.slice(start, end)
  const after = text.slice(start, from) + replacement + text.slice(to, end)
  const offset = text.slice(0, start).split('\n').length - 1
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: CONTEXT, stripTrailingCr: true })
  return hunks.map(({ lines, oldStart }) => ({ start: oldStart + offset, lines: lines.filter((line) => !line.startsWith('\\')) }))
}

function lineStart(text: string, at: number, linesBefore: number): number {
  let start = text.lastIndexOf('\n', at - 1) + 1
  for (let line = 0; line < linesBefore && start > 0; line++) start = text.lastIndexOf('\n', start - 2) + 1
  return start
}

function lineEnd(text: string, at: number, linesBehind: number): number {
  let end = at
  for (let line = 0; line <= linesBehind && end < text.length; line++) end = indexBehind(text, end)
  return end
}

function indexBehind(text: string, at: number): number {
  const next = text.indexOf('\n', at)
  return next === -1 ? text.length : next + 1
}
