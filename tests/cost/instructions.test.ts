import { execFile, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { expectBuilt, root } from '../project.js'
import { withoutSessions, withSessions } from './files.js'

/**
 * The same instructions in each run, nearly: no compiler that decides by the clock, no random hashes,
 * and memory enough to do without the garbage collector, which takes more than the rules and comes when it likes.
 */
const NODE = [
  ...['--jitless', '--single-threaded', '--predictable', '--hash-seed=1'],
  ...['--min-semi-space-size=256', '--max-semi-space-size=256', '--initial-old-space-size=2048'],
]
const VALGRIND = ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null']

/** How much `recommended` may add to what linting with an empty rule takes. */
const LIMITS = [
  { set: withoutSessions, percent: 2 },
  { set: withSessions, percent: 65 },
]

const NOT_RUN = 'Instructions: not counted, as valgrind is not installed. On Debian and Ubuntu: apt-get install valgrind'

/** ESLint, Node and the rules load and compile much of themselves with the first files; that is told apart. */
const start = withSessions.files

test('the instructions of `recommended`, beside those of an empty rule', async ({ skip }) => {
  const { stdout: version } = spawnSync('valgrind', ['--version'], { encoding: 'utf8' })
  if (!version) {
    console.warn(NOT_RUN)
    skip(NOT_RUN)
  }
  expectBuilt()

  const [started, ...linted] = await inTurns([[], ...LIMITS.map(({ set }) => set.files)].map((files) => () => pairOf(files)))
  if (!started) throw new Error('Nothing was counted.')
  const shares = linted.map((pair) => (100 * (added(pair) - added(started))) / (pair.empty - started.empty))

  console.log(
    [
      `Instructions (${version.trim()}, node ${process.version}, eslint ${ESLint.version}):`,
      `  start and first ${start.length} files: ${millions(started.empty)} with an empty rule, ${millions(added(started))} more with \`recommended\`, once`,
      ...linted.map(({ empty, recommended }, index) => {
        const { files, lines, name } = LIMITS[index]?.set ?? withSessions
        return `  ${files.length} ${name} (${lines} lines): ${millions(empty - started.empty)} with an empty rule, ${millions(recommended - started.recommended)} with \`recommended\`: ${shares[index]?.toFixed(1)} % more`
      }),
    ].join('\n'),
  )
  for (const [index, { percent }] of LIMITS.entries()) expect(shares[index]).toBeLessThan(percent)
}, 300_000)

interface Pair {
  readonly empty: number
  readonly recommended: number
}

async function pairOf(files: readonly string[]): Promise<Pair> {
  const linted = [...start, ...files]
  return { empty: await instructions('empty', linted), recommended: await instructions('recommended', linted) }
}

function added({ empty, recommended }: Pair): number {
  return recommended - empty
}

function millions(count: number): string {
  return `${Math.round(count / 1e6)} million`
}

async function instructions(rules: 'empty' | 'recommended', files: readonly string[]): Promise<number> {
  const script = join(root, 'tests', 'cost', 'lint-files.js')
  const { stderr } = await promisify(execFile)('valgrind', [...VALGRIND, process.execPath, ...NODE, script, rules, ...files])
  const [, count] = /I\s+refs:\s+([\d,]+)/.exec(stderr) ?? []
  if (count === undefined) throw new Error(`valgrind counted nothing:\n${stderr}`)
  return Number(count.replaceAll(',', ''))
}

/** As many at once as there are processors. */
async function inTurns<Result>(tasks: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const results: Result[] = []
  const queue = [...tasks.entries()]
  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await next[1]()
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return results
}
