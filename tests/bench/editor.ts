import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { application } from '../cost/application.js'

const SCRIPT = fileURLToPath(new URL('time-files.js', import.meta.url))

interface Times {
  readonly lines: number
  readonly empty: number
  readonly recommended: number
  readonly loading: number
}

/** How long an editor waits for a file of 2,000 lines, and for the plugin. */
export function measureEditor(folder: string): Times {
  const file = join(folder, 'application.js')
  writeFileSync(file, application(100))
  const runs = Array.from({ length: 5 }, () => JSON.parse(execFileSync(process.execPath, [SCRIPT, file], { encoding: 'utf8' })) as Times)
  const least = (what: keyof Times) => Math.min(...runs.map((run) => run[what]))
  return { lines: least('lines'), empty: least('empty'), recommended: least('recommended'), loading: least('loading') }
}
