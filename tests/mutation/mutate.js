// Changes the code at many places, one at a time, and asks which changes no test notices:
// node tests/mutation/mutate.js [file or folder of lib …]
//
// What is measured is kept in results.json, from which docs/quality.md is written (npm run docs).
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const report = fileURLToPath(new URL('../../coverage/mutation.json', import.meta.url))
const kept = fileURLToPath(new URL('results.json', import.meta.url))
const stryker = fileURLToPath(new URL('node_modules/.bin/stryker', import.meta.url))

const places = process.argv.slice(2)
const asked = (places.length > 0 ? places : ['lib']).map((place) => relative(root, place))
for (const place of asked) mutate(place)

function mutate(place) {
  const pattern = statSync(place).isDirectory() ? `${place}/**/*.ts` : place
  rmSync(report, { force: true })
  // On Windows, npm's programs are scripts of the shell.
  const { error, status } = spawnSync(stryker, ['run', 'tests/mutation/stryker.config.js', '--mutate', pattern], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
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
  for (const [file, { mutants }] of Object.entries(files)) {
    const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length
    const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    results[file] = { date: new Date().toISOString().slice(0, 10), killed: count('Killed', 'Timeout'), survived: survivors.length }
    for (const { location, mutatorName, replacement, status } of survivors) {
      console.log(`${file}:${location.start.line}:${location.start.column} ${status === 'Survived' ? '' : 'untested '}${mutatorName}: ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 120)}`)
    }
    const { killed, survived } = results[file]
    console.log(`${file}: ${killed} of ${killed + survived} changes are noticed`)
  }
  const inOrder = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(kept, `${JSON.stringify(inOrder, null, 2)}\n`)
}
