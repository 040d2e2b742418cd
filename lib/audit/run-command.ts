import { resolve } from 'node:path'
import { VERSION } from '../package.js'
import { audit } from './audit.js'
import { isCannotAudit } from './cannot-audit.js'
import { compareReports, renderComparison } from './compare-reports.js'
import { mergeReports } from './merge-reports.js'
import { createProgressBar } from './progress-bar.js'
import { HELP, readArguments, type Arguments } from './read-arguments.js'
import { readReport } from './read-report.js'
import { renderReport } from './render-report.js'
import type { Report } from './report.js'
import { visible } from './visible-text.js'
import { baselineOf, conclusionOf, counted, isFailure, isIncomplete } from './words.js'
import { writeReport } from './write-report.js'

/** Where the command runs, and whom it tells. */
export interface Surroundings {
  readonly cwd: string
  readonly now: Date
  readonly stdout: { write(text: string): unknown }
  readonly stderr: Parameters<typeof createProgressBar>[0]
}

const CLEAN = 0
const FOUND = 1
const IMPOSSIBLE = 2

/** Runs `npx eslint-plugin-session-security …`, and answers with its exit code. */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const given = readArguments(words)
    switch (given.asks) {
      case 'help':
        surroundings.stdout.write(HELP)
        return CLEAN
      case 'version':
        surroundings.stdout.write(`${VERSION}\n`)
        return CLEAN
      case 'merge':
        return runMerge(given, surroundings)
      case 'diff':
        return runDiff(given, surroundings)
      case 'audit':
        return await runAudit(given, surroundings)
    }
  } catch (error) {
    if (!isCannotAudit(error)) throw error
    surroundings.stderr.write(`${visible(error.message)}\n`)
    return IMPOSSIBLE
  }
}

async function runAudit(given: Arguments, surroundings: Surroundings): Promise<number> {
  const { cwd, now, stderr } = surroundings
  const old = baselineFor(given, cwd)
  const bar = createProgressBar(stderr)
  const report = await audit({
    paths: given.paths.map((path) => resolve(cwd, path)),
    cwd,
    config: typeof given.config === 'string' ? given.config : { file: resolve(cwd, given.config.file) },
    now,
    progress: (done, of, file) => bar.show(done, of, file),
  }).finally(() => bar.clear())

  return finish(report, old, given, surroundings)
}

/** Makes one report of several. */
function runMerge(given: Arguments, surroundings: Surroundings): number {
  const [first, ...others] = given.paths.map((path) => readReport(resolve(surroundings.cwd, path)))
  if (!first) return IMPOSSIBLE
  return finish(mergeReports([first, ...others]), baselineFor(given, surroundings.cwd), given, surroundings)
}

/** Shows what has changed, and fails on what is new. */
function runDiff({ output = '-', paths: [old = '', current = ''] }: Arguments, { cwd, stdout }: Surroundings): number {
  const report = readReport(resolve(cwd, current))
  const comparison = compareReports(readReport(resolve(cwd, old)), report)
  const text = renderComparison(comparison, report)
  if (output === '-') stdout.write(text)
  else writeReport(resolve(cwd, output), text)
  return comparison.added.length > 0 ? FOUND : CLEAN
}

function baselineFor({ baseline }: Arguments, cwd: string): Report | undefined {
  return baseline === undefined ? undefined : readReport(resolve(cwd, baseline))
}

function finish(found: Report, old: Report | undefined, given: Arguments, { cwd, now, stderr, stdout }: Surroundings): number {
  const report = old ? { ...found, baseline: { added: compareReports(old, found).added.map(({ id }) => id) } } : found
  const text = renderReport(report, given.format)
  if (given.output === '-') stdout.write(text)
  else {
    const file = given.output ?? `session-security-${dayOf(now)}.${ENDINGS[given.format]}`
    writeReport(resolve(cwd, file), text)
    stdout.write(
      `${visible(`${report.project}: ${conclusionOf(report)} ${baselineOf(report)}`.trimEnd())}\nReport: ${visible(file)}\n`,
    )
  }
  for (const line of warningsFor(report)) stderr.write(`${visible(line)}\n`)
  return given.reportOnly ? CLEAN : exitCode(report, given)
}

const ENDINGS: Readonly<Record<Arguments['format'], string>> = { markdown: 'md', html: 'html', json: 'json', sarif: 'sarif' }

/** Today, where the reader is. */
function dayOf(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('')
}

/** What keeps the report from being whole. */
function warningsFor({ files }: Report): string[] {
  const others = files.notAudited.filter((file) => isFailure(file) && file.reason !== 'parser')
  const unread = files.notAudited.filter(({ reason }) => reason === 'parser').length
  return [
    ...others.map(({ detail, file }) => `Not audited: ${file}: ${detail}.`),
    ...(unread === 0
      ? []
      : [
          `Not audited: ${counted(unread, 'TypeScript file')}, as the parser for TypeScript is not installed beside this package.`,
          'Install it: npm install --save-dev @typescript-eslint/parser typescript',
          'Or once: npx -p eslint-plugin-session-security -p @typescript-eslint/parser -p typescript eslint-plugin-session-security',
        ]),
  ]
}

function exitCode(report: Report, { maxWarnings }: Arguments): number {
  const { baseline, files } = report
  const findings = baseline ? report.findings.filter(({ id }) => baseline.added.includes(id)) : report.findings
  if (files.notAudited.some(({ reason }) => reason === 'parser') || files.audited === 0) return IMPOSSIBLE
  const warnings = findings.filter(({ level }) => level === 'warning').length
  return findings.length > warnings || warnings > maxWarnings || isIncomplete(files) ? FOUND : CLEAN
}
