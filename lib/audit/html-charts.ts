import { html, type Markup } from './html-text.js'
import { COVERAGE_STATUSES, countBySeverity, SEVERITIES, type Covered, type CoverageStatus, type Report } from './report.js'
import { counted } from './words.js'

const WIDTH = 480
const ROW = 26
const LABEL = 90

/** How many findings there are of each severity, as bars. */
export function severityChart({ findings }: Report): Markup {
  const counts = countBySeverity(findings)
  const most = Math.max(1, ...Object.values(counts))
  const text = SEVERITIES.map((severity) => `${counts[severity]} ${severity}`).join(', ')
  const bars = SEVERITIES.map((severity, index) => {
    const width = Math.round((counts[severity] / most) * (WIDTH - LABEL - 50))
    const top = index * ROW
    return html`<text x="0" y="${top + 17}">${severity}</text><rect class="fill-${severity}" x="${LABEL}" y="${top + 4}" width="${width}" height="${ROW - 9}" rx="2"/><text x="${LABEL + width + 8}" y="${top + 17}">${counts[severity]}</text>`
  })
  return html`<figure><figcaption>Findings by severity</figcaption><svg viewBox="0 0 ${WIDTH} ${SEVERITIES.length * ROW}" role="img" aria-label="${text}">${bars}</svg></figure>`
}

/** What is known of the requirements of one version of the ASVS, as one bar and its legend. */
export function coverageChart(version: string, requirements: readonly Covered[]): Markup {
  const counts = COVERAGE_STATUSES.map((status) => ({
    status,
    count: requirements.filter((requirement) => requirement.status === status).length,
  })).filter(({ count }) => count > 0)
  const text = counts.map(({ count, status }) => `${count} ${status}`).join(', ')
  let left = 0
  const parts = counts.map(({ count, status }, index) => {
    const width = (count / Math.max(1, requirements.length)) * WIDTH
    const x = Math.round(left)
    left += width
    const [legendX, legendY] = [(index % 3) * 160, 46 + Math.floor(index / 3) * 22]
    return html`<rect class="${FILLS[status]}" x="${x}" y="4" width="${Math.max(1, Math.round(width) - 2)}" height="22"/><rect class="${FILLS[status]}" x="${legendX}" y="${legendY}" width="12" height="12"/><text x="${legendX + 18}" y="${legendY + 11}">${count} ${status}</text>`
  })
  return html`<figure><figcaption>ASVS ${version}: ${counted(requirements.length, 'requirement')} about sessions</figcaption><svg viewBox="0 0 ${WIDTH} 90" role="img" aria-label="${text}">${parts}</svg></figure>`
}

const FILLS: Readonly<Record<CoverageStatus, string>> = {
  broken: 'fill-critical',
  'nothing found': 'fill-none',
  'not applicable': 'fill-soft',
  'not asked': 'fill-medium',
  'by hand': 'fill-hand',
}
