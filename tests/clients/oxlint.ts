import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Linter } from 'eslint'
import { NAME } from '../../lib/package.js'
import { createLinkedProject } from '../project.js'
import type { Source } from './sources.js'

/** What is said of a program, as far as both linters say it. */
export interface Finding {
  readonly rule: string
  readonly line: number
  readonly column: number
  readonly message: string
}

interface Output {
  readonly diagnostics: readonly {
    readonly filename: string
    readonly code?: string
    readonly message: string
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[]
  }[]
}

/** Oxlint in a project that consists of these programs. */
export interface Oxlint {
  /** Its findings, by the name of the program. */
  lint(): ReadonlyMap<string, readonly Finding[]>
  /** What one run of `--fix` makes of the programs. */
  fix(): ReadonlyMap<string, string>
}

/** @param surroundings what is not linted, and has a say: manifests */
export function createOxlint(sources: readonly Source[], rules: Partial<Linter.RulesRecord>, surroundings: readonly Source[] = []): Oxlint {
  const { folder } = createLinkedProject({
    '.oxlintrc.json': JSON.stringify({ jsPlugins: [NAME], plugins: [], categories: { correctness: 'off' }, rules }),
    ...Object.fromEntries([...sources, ...surroundings].map(({ code, name }) => [`src/${name}`, code])),
  })

  return {
    lint() {
      const findings = new Map<string, Finding[]>(sources.map(({ name }) => [name, []]))
      for (const { code = '', filename, labels, message } of run().diagnostics) {
        const [, namespace = 'oxlint', rule = code] = /^(.*)\((.*)\)$/.exec(code) ?? []
        const { column, line } = labels[0]?.span ?? { column: 0, line: 0 }
        const source = sources.find(({ name }) => join('src', name) === filename)
        if (!source) throw new Error(`Oxlint speaks of ${filename}: ${message}`)
        findings.get(source.name)?.push({ rule: `${namespace}/${rule}`, line, column: inCharacters(source.code, line, column), message })
      }
      return findings
    },
    fix() {
      run('--fix')
      return new Map(sources.map(({ name }) => [name, readFileSync(join(folder, 'src', name), 'utf8')]))
    },
  }

  function run(...options: readonly string[]): Output {
    const script = join(folder, 'node_modules', 'oxlint', 'bin', 'oxlint')
    const { error, status, stderr, stdout } = spawnSync(process.execPath, [script, '--format', 'json', ...options, 'src'], { cwd: folder, encoding: 'utf8', maxBuffer: LONGEST_OUTPUT })
    if (error) throw error
    // 1: there are findings.
    if (status !== 0 && status !== 1) throw new Error(`Oxlint ended with ${String(status)}:\n${stdout}\n${stderr}`)
    return JSON.parse(stdout) as Output
  }
}

/** In bytes: it says something about every case of every rule. */
const LONGEST_OUTPUT = 100_000_000

/** Oxlint counts a line's bytes, where ESLint counts what JavaScript calls characters. */
function inCharacters(text: string, line: number, column: number): number {
  const bytes = Buffer.from(text.split(/\r?\n/)[line - 1] ?? '')
  return bytes.subarray(0, column - 1).toString().length + 1
}
