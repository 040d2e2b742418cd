import type { Format } from './read-arguments.js'
import { renderMarkdown } from './render-markdown.js'
import type { Report } from './report.js'

/** The report in the format that its reader wants. */
export function renderReport(report: Report, format: Format): string {
  switch (format) {
    case 'markdown':
      return renderMarkdown(report)
    default:
      return `${JSON.stringify(report, undefined, 2)}\n`
  }
}
