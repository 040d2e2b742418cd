import { ESLint, type Linter } from 'eslint'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { NAME, NAMESPACE, VERSION } from '../package.js'
import type { AuditedFile } from './audit-files.js'
import { coverageOf } from './coverage.js'
import { relativeName } from './find-files.js'
import { NOTHING_OBSERVED } from './observe-file.js'
import { readFindings } from './read-findings.js'
import { renderMarkdown } from './render-markdown.js'

/** The report as a formatter of ESLint, for teams that run it themselves: `eslint --format <this file>`. */
export default function format(results: readonly ESLint.LintResult[], { cwd }: { readonly cwd: string }): string {
  const files = results.map((result) => fileOf(result, cwd))
  const findings = readFindings(files)
  return renderMarkdown({
    version: 1,
    tool: { name: NAME, version: VERSION, eslint: ESLint.version },
    created: new Date().toISOString(),
    project: basename(cwd),
    config: 'own config',
    files: {
      audited: results.length,
      withSessionCode: files.filter(({ messages, suppressed }) => messages.length + suppressed.length > 0).length,
      notAudited: results.flatMap((result) => failureIn(result, cwd)),
      otherLanguages: {},
    },
    libraries: [],
    ...findings,
    // A formatter is told what was reported, and nothing of what is sound or was not asked.
    inventory: null,
    asked: [],
    seen: [],
    coverage: coverageOf(findings.findings, [], [])
      .filter(({ status }) => status === 'broken')
      .map((covered) => ({ ...covered, note: '' })),
    baseline: null,
  })
}

function fileOf({ filePath, messages, output, source, suppressedMessages }: ESLint.LintResult, cwd: string): AuditedFile {
  const isOwn = ({ ruleId }: Linter.LintMessage) => ruleId?.startsWith(`${NAMESPACE}/`) === true
  const own = messages.filter(isOwn)
  // ESLint hands over the source only where it is what the messages are about.
  const text = output ?? source ?? (own.length > 0 ? readFileSync(filePath, 'utf8') : '')
  return {
    file: relativeName(cwd, filePath),
    path: filePath,
    text,
    messages: own,
    suppressed: suppressedMessages.filter(isOwn),
    observed: NOTHING_OBSERVED,
  }
}

function failureIn({ filePath, messages }: ESLint.LintResult, cwd: string) {
  const fatal = messages.find((message) => message.fatal)
  return fatal
    ? [{ file: relativeName(cwd, filePath), reason: 'syntax' as const, detail: `line ${fatal.line}: ${fatal.message}` }]
    : []
}
