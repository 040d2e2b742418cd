import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const FILES = 5000
const SCRIPT = fileURLToPath(new URL('../cost/keep-memory.js', import.meta.url))

/** What stays in memory after many files were linted, in bytes. */
export function measureMemory(files: readonly string[]): { files: number; empty: number; strict: number } {
  const kept = (config: string) => Number(execFileSync(process.execPath, ['--jitless', '--expose-gc', SCRIPT, config, String(FILES), ...files], { encoding: 'utf8' }))
  return { files: FILES, empty: kept('empty'), strict: kept('strict') }
}
