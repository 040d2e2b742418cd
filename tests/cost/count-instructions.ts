import { execFile, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * The same instructions in each run, nearly: no compiler that decides by the clock, no random hashes,
 * and memory enough to do without the garbage collector, which takes more than the rules and comes when it likes.
 */
const NODE = [
  ...['--jitless', '--single-threaded', '--predictable', '--hash-seed=1'],
  ...['--min-semi-space-size=2048', '--max-semi-space-size=2048', '--initial-old-space-size=8192'],
]
const VALGRIND = ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null']

const SCRIPT = fileURLToPath(new URL('lint-files.js', import.meta.url))

/** The version of valgrind; undefined where it is not installed. */
export function valgrindVersion(): string | undefined {
  const { stdout } = spawnSync('valgrind', ['--version'], { encoding: 'utf8' })
  return stdout ? stdout.trim() : undefined
}

/** The instructions that Node takes to start, and to lint files once each. */
export async function instructions(config: string, files: readonly string[]): Promise<number> {
  const { stderr } = await promisify(execFile)('valgrind', [...VALGRIND, process.execPath, ...NODE, SCRIPT, config, ...files])
  const [, count] = /I\s+refs:\s+([\d,]+)/.exec(stderr) ?? []
  if (count === undefined) throw new Error(`valgrind counted nothing:\n${stderr}`)
  return Number(count.replaceAll(',', ''))
}

/** As many at once as there are processors. */
export async function inTurns<Result>(tasks: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const results: Result[] = []
  const queue = [...tasks.entries()]
  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await next[1]()
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return results
}
