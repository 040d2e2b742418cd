import type { Linter } from 'eslint'
import type { LIMITS } from '../lib/events/settings.js'
import type { Manifest, ManifestRow } from '../lib/manifest.js'
import { NAMESPACE } from '../lib/package.js'
import { optionsTable } from './render-options.js'
import { referencesOf } from './render-references.js'
import { table } from './render-table.js'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Writes each part between its markers: `<!-- generated:name -->` and `<!-- /generated:name -->`. */
export function fill(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [start, end] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`]
    const [before, after] = [text.indexOf(start), text.indexOf(end)]
    if (before < 0 || after < before) throw new Error(`The page has no ${start} … ${end}.`)
    return `${text.slice(0, before + start.length)}\n\n${part}\n\n${text.slice(after)}`
  }, page)
}

/** The table of all rules in the README. */
export function renderRules(manifest: Manifest): string {
  return table(
    ['rule', 'what it asks', 'severity', '`recommended`', '`strict`', 'repair'],
    Object.entries(manifest).map(([name, row]) => [
      `[\`${name}\`](docs/rules/${name}.md)`,
      descriptionOf(row),
      row.severity,
      levelOf(row.recommended),
      levelOf(row.strict),
      repairOf(row),
    ]),
  )
}

/** What is generated on the page of a rule. */
export function renderPage(name: string, row: ManifestRow): Readonly<Record<'header' | 'options' | 'references', string>> {
  return {
    header: renderHeader(name, row),
    options: renderOptions(name, row),
    references: renderReferences(name, row),
  }
}

/** The table of the profiles and their limits in `docs/settings.md`. */
export function renderProfiles(limits: typeof LIMITS): string {
  return table(
    ['profile', 'idle', 'in all'],
    Object.entries(limits).map(([name, { absolute, idle }]) => [`\`${name}\``, durationOf(idle), durationOf(absolute)]),
  )
}

function renderHeader(name: string, row: ManifestRow): string {
  const levels = `\`recommended\` (${levelOf(row.recommended)}), \`strict\` (${levelOf(row.strict)})`
  return [
    `# ${name}`,
    `${descriptionOf(row)}.`,
    table(
      ['severity', 'configs', 'repair'],
      [[row.severity, row.tests === 'off' ? `${levels}, off in test files` : levels, repairOf(row)]],
    ),
  ].join('\n\n')
}

function renderOptions(name: string, row: ManifestRow): string {
  const { defaultOptions, schema } = row.rule.meta ?? {}
  const options = optionsTable(schema, defaultOptions)
  if (!options) return `## Options\n\nThis rule has no options. It obeys the plugin's [settings](../settings.md).`
  const strict = typeof row.strict === 'object' ? `In \`strict\`: \`${JSON.stringify(row.strict[1])}\`.` : ''
  const example = `'${NAMESPACE}/${name}': ['error', ${objectOf(defaultOptions?.[0])}]`
  return ['## Options', table(options.head, options.rows), strict, `\`\`\`js\n${example}\n\`\`\``]
    .filter((part) => part !== '')
    .join('\n\n')
}

function renderReferences(name: string, row: ManifestRow): string {
  const sources = [`[the rule](../../lib/rules/${name}.ts)`, `[its test](../../tests/rules/${name}.test.ts)`]
  const lines = [...referencesOf(row), ['Source', sources] as const]
  return ['## References', lines.map(([source, links]) => `- ${source}: ${links.join(', ')}`).join('\n')].join('\n\n')
}

function descriptionOf({ rule }: ManifestRow): string {
  return rule.meta?.docs?.description ?? ''
}

function repairOf({ rule }: ManifestRow): string {
  if (rule.meta?.fixable) return rule.meta.hasSuggestions ? 'fix or suggestion' : 'fix'
  return rule.meta?.hasSuggestions ? 'suggestion' : 'none'
}

function levelOf(entry: ManifestRow['recommended'] | ManifestRow['strict']): string {
  return nameOf(typeof entry === 'object' ? entry[0] : entry)
}

function nameOf(level: Linter.RuleSeverity): string {
  return typeof level === 'number' ? (['off', 'warn', 'error'][level] ?? '') : level
}

/** An options object as people write it in a config. */
function objectOf(value: unknown): string {
  return JSON.stringify(value, undefined, 1)
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/"([a-z]\w*)":/gi, '$1:')
    .replaceAll('"', "'")
}

function durationOf(seconds: number): string {
  if (seconds <= HOUR) return `${seconds / MINUTE} minutes`
  return seconds < 2 * DAY ? `${seconds / HOUR} hours` : `${seconds / DAY} days`
}
