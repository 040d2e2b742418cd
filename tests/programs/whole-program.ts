import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyProgram, type ProgramFolder, type Source } from '../proofs/program-folder.js'
import type { RunningProgram } from '../proofs/run-program.js'

const PROOFS = fileURLToPath(new URL('../proofs/programs', import.meta.url))

/** A program as a team may have written it, with flaws of many kinds. Its first file is `app`. */
export interface WholeProgram extends Pick<Source, 'libraries' | 'type'> {
  /** How many flaws `recommended` finds. */
  readonly finds: number
  /** What it still says after `--fix`: a rule, its message, and whether there is a suggestion. */
  readonly left: readonly string[]
  /** A server that the programs of proofs have too, which becomes one of its files. */
  readonly server?: string
  /** How its lines end; like all others if left out. */
  readonly lineBreak?: '\r\n'
  /** What its users do, and what they see. Holds before the repair and after it. */
  use(program: RunningProgram): Promise<void>
}

/** A copy of a program as a project of its own, which lives as long as the test. */
export function copyWhole(name: string, { libraries, lineBreak, server, type }: WholeProgram): ProgramFolder {
  const copy = copyProgram({ path: folderOf(name), libraries, ...(type && { type }) })
  if (server !== undefined) copyFileSync(join(PROOFS, server), join(copy.folder, basename(server)))
  if (lineBreak !== undefined) {
    for (const file of filesIn(folderOf(name))) writeFileSync(join(copy.folder, file), readFileSync(join(copy.folder, file), 'utf8').replaceAll('\n', lineBreak))
  }
  return copy
}

/** The paths of a program's own files. */
export function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.flatMap((entry) => {
    if (entry.name === 'node_modules') return []
    return entry.isDirectory() ? filesIn(join(folder, entry.name)).map((path) => join(entry.name, path)) : [entry.name]
  })
}

function folderOf(name: string): string {
  return fileURLToPath(new URL(`${name}/program`, import.meta.url))
}
