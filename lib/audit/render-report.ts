import { REPOSITORY_PAGES } from '../package.js'
import type { Format } from './read-arguments.js'
import { renderHtml } from './render-html.js'
import { renderMarkdown } from './render-markdown.js'
import { renderSarif } from './render-sarif.js'
import type { Report } from './report.js'

/** The report in the format that its reader wants. */
export function renderReport(report: Report, format: Format): string {
  switch (format) {
    case 'markdown':
      return renderMarkdown(report)
    case 'html':
      return renderHtml(report)
    case 'sarif':
      return jsonOf(renderSarif(report))
    case 'json':
      return jsonOf({ $schema: `${REPOSITORY_PAGES}/docs/audit.schema.json`, ...report })
  }
}

/** JSON whose text has nothing in it that a terminal or an editor would obey; its values are the same. */
function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped)}\n`
}

function escaped(character: string): string {
  if (character === '\n') return character
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
}
