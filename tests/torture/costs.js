// What the rules cost for one file, beside its parsing.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { timesFor } from './lint.js'

const run = promisify(execFile)

/** Smaller files cost next to nothing. */
const LARGE = 50_000

/** So often a file is linted before its instructions are counted, which takes minutes. */
const MOST_TRIES = 12

/** As `npm run bench` counts: garbage is not collected, which takes what it likes, and mostly from what the parser has made. */
const NODE = ['--jitless', '--single-threaded', '--predictable', '--hash-seed=1', '--stack-size=4000', '--initial-old-space-size=8192']

/** Megabytes for what is young. Valgrind gives up where there are too many pages; then half of them have to do. */
const YOUNG = [2048, 1024]
const VALGRIND = ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null', '--main-stacksize=16000000']

/** The times that a large file takes in the rules and in its parsing, if the rules take more time after time: by the clock, which is quick and errs. */
export function suspectedCosts(source, parser, first) {
  if (source.text.length < LARGE) return undefined
  const least = { ...first }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (least.rules < least.parse) return undefined
    const times = timesFor(source, parser) ?? first
    least.parse = Math.min(least.parse, times.parse)
    least.rules = Math.min(least.rules, times.rules)
  }
  return least
}

/** What such a file costs by the count of instructions, which decides, where valgrind is there for it; nothing if that is less than its parsing. */
export async function costs(source, parser, { mode, parse, rules }) {
  const counted = await instructions(source, parser, mode)
  if (!counted) return `${rules.toFixed(0)} ms in the rules, ${parse.toFixed(0)} ms in parsing, by the clock: valgrind is missing, or gave no count`
  if (counted.rules < counted.parse) return undefined
  return `${millions(counted.rules)} instructions in the rules, ${millions(counted.parse)} in parsing`
}

/** What it takes to start, by the parser, the kind of file and the memory: the same whatever is linted then. */
const starts = new Map()

async function instructions({ filename, text }, parser, mode) {
  const folder = mkdtempSync(join(tmpdir(), 'session-security-torture-'))
  const file = join(folder, 'source')
  writeFileSync(file, text)
  let counted
  for (const young of YOUNG) counted ??= await countWith(young, file, filename, parser, mode)
  rmSync(folder, { recursive: true })
  return counted
}

async function countWith(young, file, filename, parser, mode) {
  const count = async (what) => {
    const script = fileURLToPath(new URL('lint-once.js', import.meta.url))
    const memory = [`--min-semi-space-size=${young}`, `--max-semi-space-size=${young}`]
    const { stderr } = await run('valgrind', [...VALGRIND, process.execPath, ...NODE, ...memory, script, what, file, filename, parser, mode]).catch(() => ({ stderr: '' }))
    return Number(/I\s+refs:\s+([\d,]+)/.exec(stderr)?.[1]?.replaceAll(',', ''))
  }
  const start = `${parser} ${extname(filename)} ${young}`
  starts.set(start, starts.get(start) ?? count('nothing'))
  const [nothing, parse, empty, strict] = await Promise.all([starts.get(start), ...['parse', 'empty', 'strict'].map(count)])
  return Number.isNaN(nothing + parse + empty + strict) ? undefined : { parse: parse - nothing, rules: strict - empty }
}

function millions(count) {
  return `${Math.round(count / 1e6)} million`
}
