import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { expectBuilt } from '../project.js'
import { inTurns, instructions, valgrindVersion } from './count-instructions.js'
import { withoutSessions, withSessions } from './files.js'

/**
 * What `recommended` adds to the instructions of an empty rule, in percent, as it was measured when a line here was last
 * changed. Lower it when it falls.
 */
const STORED = [
  { set: withoutSessions, percent: 1.3 },
  { set: withSessions, percent: 46 },
]

/** How much more than stored is too much. */
const TOLERANCE = 1.15

const NOT_RUN = 'Instructions: not counted, as valgrind is not installed. On Debian and Ubuntu: apt-get install valgrind'

/** ESLint, Node and the rules load and compile much of themselves with the first files; that is told apart. */
const start = withSessions.files

test('the instructions of `recommended`, beside those of an empty rule', async ({ skip }) => {
  const version = valgrindVersion()
  if (version === undefined) {
    console.warn(NOT_RUN)
    skip(NOT_RUN)
  }
  expectBuilt()

  const [started, ...linted] = await inTurns([[], ...STORED.map(({ set }) => set.files)].map((files) => () => pairOf(files)))
  if (!started) throw new Error('Nothing was counted.')
  const shares = linted.map((pair) => (100 * (added(pair) - added(started))) / (pair.empty - started.empty))

  console.log(
    [
      `Instructions (${version}, node ${process.version}, eslint ${ESLint.version}):`,
      `  start and first ${start.length} files: ${millions(started.empty)} with an empty rule, ${millions(added(started))} more with \`recommended\`, once`,
      ...linted.map(({ empty, recommended }, index) => {
        const { files, lines, name } = STORED[index]?.set ?? withSessions
        return `  ${files.length} ${name} (${lines} lines): ${millions(empty - started.empty)} with an empty rule, ${millions(recommended - started.recommended)} with \`recommended\`: ${shares[index]?.toFixed(1)} % more`
      }),
    ].join('\n'),
  )
  for (const [index, { percent }] of STORED.entries()) expect(shares[index]).toBeLessThan(TOLERANCE * percent)
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
