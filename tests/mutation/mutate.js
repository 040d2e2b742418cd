// Changes the code at many places, one at a time, and asks which changes no test notices:
// node tests/mutation/mutate.js [--every <number>] [file or folder of lib …]
//
// What is measured is kept in results.json, from which docs/quality.md is written (npm run docs). Changes that no test
// can notice, as the program does the same with them, are in equivalent.json, each with its reason.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const report = fileURLToPath(new URL('../../coverage/mutation.json', import.meta.url))
const kept = fileURLToPath(new URL('results.json', import.meta.url))
const stryker = fileURLToPath(new URL('node_modules/.bin/stryker', import.meta.url))

/** Which tests reach which of twenty thousand changes fills more than V8 takes by itself. */
const MEMORY = '--max-old-space-size=8192'

const { positionals: places, values } = parseArgs({ allowPositionals: true, options: { every: { type: 'string', default: '1' } } })
const patterns = (places.length > 0 ? places : ['lib']).map((place) => relative(root, place)).map((place) => (statSync(place).isDirectory() ? `${place}/**/*.ts` : place))
mutate()

function mutate() {
  rmSync(report, { force: true })
  const env = { NODE_OPTIONS: MEMORY, ...process.env, MUTATE_EVERY: values.every }
  // On Windows, npm's programs are scripts of the shell.
  const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', env }
  const { error, status } = spawnSync(stryker, ['run', 'tests/mutation/stryker.config.js', '--mutate', patterns.join(',')], options)
  if (error) throw error
  if (status !== 0) {
    process.exitCode = 1
    return
  }
  keep(JSON.parse(readFileSync(report, 'utf8')).files)
}

/** Adds the results of files to those that are kept, and says which changes survived. */
function keep(files) {
  const results = JSON.parse(readFileSync(kept, 'utf8'))
  const date = new Date().toISOString().slice(0, 10)
  const every = Number(values.every)
  for (const [file, { mutants: all, source }] of Object.entries(files)) {
    const possible = all.filter(({ status }) => status !== 'Ignored')
    // Those that no test reaches never come to the runner, which leaves out the others of no sample.
    const mutants = possible.filter(({ id }) => Number(id) % every === 0)
    const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length
    const unnoticed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map((mutant) => changeOf(source, mutant))
    const equivalent = unnoticed.filter((change) => isEquivalent(file, change))
    const survivors = unnoticed.filter((change) => !isEquivalent(file, change))
    for (const { from, line, status, to } of survivors) console.log(`${file}:${line} ${status === 'Survived' ? '' : 'untested '}${from} → ${to}`)
    const noticed = count('Killed', 'Timeout')
    results[file] = { date, every, noticed, survived: survivors.length, equivalent: equivalent.length, left: possible.length - mutants.length }
    console.log(`${file}: ${noticed} of ${noticed + survivors.length} changes are noticed`)
  }
  const inOrder = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(kept, `${JSON.stringify(inOrder, null, 2)}\n`)
}

/** A change as one reads it: the text before and after, each on one line. */
function changeOf(source, { location: { end, start }, replacement, status }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1)
  lines[0] = lines[0].slice(start.column - 1)
  const plain = (text) => text.replace(/\s+/g, ' ')
  return { from: plain(lines.join(' ')), to: plain(replacement ?? ''), line: start.line, status }
}

function isEquivalent(file, { from, to }) {
  const known = JSON.parse(readFileSync(new URL('equivalent.json', import.meta.url), 'utf8'))
  return known.some((change) => change.file === file && change.from === from && change.to === to)
}
