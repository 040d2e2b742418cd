// Lints and repairs whatever the machine has, with all rules, and says what went wrong: node torture.js [--sample] [set]…
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { costs } from './costs.js'
import { edges } from './edges.js'
import { installedFiles, test262Files } from './files.js'
import { programOf } from './grammar.js'
import { nestings } from './nesting.js'
import { embedded, parsersFor } from './parsers.js'

const isSample = process.argv.includes('--sample')
const wanted = process.argv.slice(2).filter((argument) => argument !== '--sample')

const NODE = ['--max-old-space-size=6144']

/**
 * V8 ends the process where a regular expression is to be compiled at the very end of the stack. Parsers get there while
 * the deepest nesting is looked for, now and then; that is tried again.
 */
const MOST_TRIES = 5

const inAllFrames = (source) => [source, ...embedded(source)]
const numbers = (count) => Array.from({ length: count }, (_, index) => index)

const SETS = {
  // Node itself may give up where the stack ends, whatever is linted: that is for a run by hand.
  nestings: () => (isSample ? [] : nestings.map(({ name }) => ({ name, isNesting: true }))),
  'installed files': () => (isSample ? [] : installedFiles()),
  'programs of test262': () => sampled(test262Files(), 80).flatMap(inAllFrames),
  'programs by grammar': () => numbers(isSample ? 60 : 5000).map(programOf).flatMap(inAllFrames),
  'files with syntax at its edges': () => sampled(edges({ isSample }), 5),
}

const totals = { files: 0, runs: 0, unparsed: 0, findings: 0, repaired: 0, failures: [], suspects: [], slow: [] }
const runsByParser = {}

/** The names of the sources that a parser takes. */
const taken = new Set()

for (const [set, sources] of Object.entries(SETS)) if (isWanted(set)) await torture(set, sources())
await countInstructions()
summary()

/** Every set where none is named. */
function isWanted(set) {
  return wanted.length === 0 || wanted.some((name) => set.includes(name))
}

function sampled(list, step) {
  return isSample ? list.filter((_, index) => index % step === 0) : list
}

async function torture(set, sources) {
  if (sources.length === 0) return
  const before = { ...totals, failures: totals.failures.length }
  const queue = sources.map((source) => ({ ...source, parsers: source.parsers ?? (source.isNesting ? nestingParsers() : parsersFor(source.filename)) }))
  await Promise.all(Array.from({ length: availableParallelism() }, () => workOn(queue)))
  totals.files += sources.length
  for (const { name, isNesting } of sources) if (isNesting && !taken.has(name)) fail(`${name}: no parser takes it`)
  console.log(`${set}: ${sources.length}, ${totals.runs - before.runs} runs, ${totals.failures.length - before.failures} failures`)
}

function nestingParsers() {
  return isSample ? ['espree'] : ['espree', 'typescript-eslint', 'babel']
}

/**
 * One process, which takes one source after the other from the queue until that is empty, the last ones first: the largest
 * are among them, and take minutes. Another one takes over where it dies or hangs.
 */
function workOn(queue) {
  return new Promise((resolve) => {
    const stdio = ['ignore', 'inherit', 'pipe', 'ipc']
    const worker = fork(fileURLToPath(new URL('worker.js', import.meta.url)), { execArgv: NODE, stdio })
    let source
    let parser
    let isProbing = false
    let said = ''
    const more = () => {
      source = queue.pop()
      parser = source?.parsers[0]
      if (source) worker.send(source)
      else worker.disconnect()
    }
    worker.stderr.on('data', (data) => (said += String(data)))
    worker.on('message', ({ begins, done, found, outcome }) => {
      if (begins) {
        parser = begins
        isProbing = source.isNesting === true
      }
      if (found) isProbing = false
      if (outcome) count(outcome, source, parser)
      if (done) more()
    })
    worker.on('exit', (code, signal) => {
      if (!source) {
        if (code !== 0) fail(`a process ended with ${signal ?? code}\n${said.slice(-2000)}`)
        return resolve()
      }
      const { name, parsers, tries = 0 } = source
      const isAgain = isProbing && signal === 'SIGABRT' && tries < MOST_TRIES
      if (!isAgain) fail(`${name} (${parser}): the process ended with ${signal ?? code}\n${said.slice(-2000)}`)
      const left = parsers.slice(parsers.indexOf(parser) + (isAgain ? 0 : 1))
      if (left.length > 0) queue.push({ ...source, parsers: left, tries: tries + 1 })
      resolve(workOn(queue))
    })
    more()
  })
}

function count({ parsed, failures, findings, repaired, suspected }, source, parser) {
  const { name } = source
  if (!parsed) {
    totals.unparsed += 1
    return
  }
  taken.add(name)
  totals.runs += 1
  runsByParser[parser] = (runsByParser[parser] ?? 0) + 1
  totals.findings += findings
  totals.repaired += repaired
  for (const failure of failures) fail(`${name} (${parser}): ${failure}`)
  if (!suspected) return
  totals.suspects.push({ source, parser, suspected })
  console.log(`\n${name} (${parser}): ${Math.round(suspected.rules)} ms in the rules, ${Math.round(suspected.parse)} ms in parsing; its instructions are counted in the end`)
}

/** One after the other, in the end: counting takes minutes for each. */
async function countInstructions() {
  for (const { parser, source, suspected } of totals.suspects) {
    const { filename, name, text = readFileSync(filename, 'utf8') } = source
    const slow = await costs({ filename, text }, parser, suspected)
    if (!slow) continue
    totals.slow.push(name)
    console.log(`\n${name} (${parser}): ${slow}`)
  }
}

/** Said at once, as a whole run takes long. */
function fail(failure) {
  totals.failures.push(failure)
  console.log(`\n${failure}`)
}

function summary() {
  const { failures, files, findings, repaired, runs, slow, unparsed } = totals
  const exceptions = failures.filter((failure) => failure.includes(': throws ')).length
  const broken = failures.filter((failure) => failure.includes(': does not parse ')).length
  console.log(
    [
      '',
      `files: ${files}`,
      `parsers: ${Object.entries(runsByParser).map(([parser, count]) => `${parser} ${count}`).join(', ')} (${runs} runs; ${unparsed} more do not parse)`,
      `findings: ${findings}`,
      `exceptions: ${exceptions}`,
      `repaired files that parse: ${repaired - broken} of ${repaired}`,
      `files over 50 kB that cost more in the rules than in their parsing: ${slow.length}`,
    ].join('\n'),
  )
  if (failures.length + slow.length > 0) process.exitCode = 1
}
