import { ESLint } from 'eslint'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { NAME, VERSION } from '../package.js'
import { auditFiles, type Rules } from './audit-files.js'
import { cannotAudit } from './cannot-audit.js'
import { coverageOf } from './coverage.js'
import { findFiles } from './find-files.js'
import { readFindings } from './read-findings.js'
import { readInventory } from './read-inventory.js'
import { readLibraries } from './read-libraries.js'
import type { Report } from './report.js'
import { typeScriptParser } from './type-script-parser.js'

export interface Audit {
  /** Absolute. */
  readonly paths: readonly string[]
  readonly cwd: string
  readonly config: Rules['config']
  readonly now: Date
  readonly progress: (done: number, of: number, file: string) => void
}

/** Audits files and folders: finds the code, lets the rules speak, and gathers what they and their events tell. */
export async function audit({ config, cwd, now, paths, progress }: Audit): Promise<Report> {
  const found = findFiles(paths, cwd)
  const { base, files } = found
  if (files.length === 0) throw cannotAudit(`There is no JavaScript and no TypeScript in ${paths.join(', ')}.`)
  const parser = await typeScriptParser()
  const { asked, audited, notAudited } = await auditFiles(found, { config, parser }, (done, file) =>
    progress(done, files.length, file),
  )
  const findings = readFindings(audited)
  const seen = [...new Set(audited.flatMap(({ observed }) => observed.events))].sort()
  return {
    version: 1,
    tool: { name: NAME, version: VERSION, eslint: ESLint.version },
    created: now.toISOString(),
    project: nameOfProject(paths.length === 1 ? (paths[0] ?? base) : base),
    config: typeof config === 'string' ? config : basename(config.file),
    files: {
      audited: audited.length,
      withSessionCode: audited.filter(({ observed }) => observed.events.length > 0).length,
      notAudited: [...found.notAudited, ...notAudited],
      otherLanguages: found.otherLanguages,
    },
    libraries: readLibraries(
      audited,
      audited.map(({ path }) => path),
    ),
    ...findings,
    inventory: readInventory(audited, findings.findings),
    asked,
    seen,
    coverage: coverageOf(findings.findings, asked, seen),
    baseline: null,
  }
}

/** The name in the manifest of the folder, else that of the folder. */
function nameOfProject(folder: string): string {
  try {
    const json: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (typeof json === 'object' && json !== null && 'name' in json && typeof json.name === 'string' && json.name !== '')
      return json.name
  } catch {
    // Without a manifest that can be read, the folder has the name that people gave it.
  }
  return basename(folder)
}
