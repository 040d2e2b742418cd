import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { GrowthRow } from '../../docs/render-performance.js'
import { PROGRAMS } from '../cost/growing-programs.js'

const TIMES = [1, 2, 4, 8, 16, 32, 64]

const SCRIPT = fileURLToPath(new URL('../cost/count-steps.js', import.meta.url))

/** What the rules do for a line, in programs that grow to 64 times their length. */
export function measureGrowth(folder: string): GrowthRow[] {
  mkdirSync(folder, { recursive: true })
  return PROGRAMS.map(([title, program]) => {
    const texts = TIMES.map((times) => program(times))
    const files = texts.map((text, index) => {
      const file = join(folder, `${title.replaceAll(' ', '-')}-${String(TIMES[index])}.js`)
      writeFileSync(file, text)
      return file
    })
    // The first file is linted twice: what is compiled and remembered once is no cost of a line.
    const steps = (JSON.parse(execFileSync(process.execPath, [SCRIPT, ...files.slice(0, 1), ...files], { encoding: 'utf8' })) as number[]).slice(1)
    return { program: title, lines: texts.map((text) => text.split('\n').length), steps }
  })
}
