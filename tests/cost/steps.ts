import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('count-steps.js', import.meta.url))

/** How often V8 runs blocks of the built rules for each of some programs: the same numbers each time. */
export function stepsFor(programs: readonly string[]): readonly number[] {
  const folder = mkdtempSync(join(tmpdir(), 'session-security-steps-'))
  try {
    const files = programs.map((text, index) => {
      const file = join(folder, `${index}.js`)
      writeFileSync(file, text)
      return file
    })
    // The first one is linted twice: what is compiled and remembered once is no cost of a program.
    const steps: readonly number[] = JSON.parse(execFileSync(process.execPath, [SCRIPT, ...files.slice(0, 1), ...files], { encoding: 'utf8' }))
    return steps.slice(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
