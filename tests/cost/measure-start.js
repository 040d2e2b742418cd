// Measures what loading the plugin costs, and keeps it in start.json, from which docs/quality.md is written (npm run docs):
// node tests/cost/measure-start.js
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Linter } from 'eslint'

/** Whatever else runs makes loading slower, never faster: of several runs the least counts. */
const RUNS = 15

const script = fileURLToPath(new URL('load-plugin.js', import.meta.url))
const loads = Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })))
const least = (part, unit) => Number(Math.min(...loads.map((load) => load[part][unit])).toFixed(1))
const of = (part) => ({ clock: least(part, 'clock'), processor: least(part, 'processor') })

const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  version: Linter.version,
  eslint: of('eslint'),
  plugin: of('plugin'),
  instructions: { eslint: instructions('eslint'), plugin: instructions('eslint', '../../dist/lib/index.js') - instructions('eslint') },
}
writeFileSync(new URL('start.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
console.log(results)

/** Millions, from the start of Node on. */
function instructions(...modules) {
  const code = modules.map((name) => `await import(${JSON.stringify(name.startsWith('.') ? new URL(name, import.meta.url).href : import.meta.resolve(name))})`).join('\n')
  const node = ['--single-threaded', '--predictable', '--hash-seed=1', '--input-type=module', '--eval', code]
  const { error, stderr } = spawnSync('valgrind', ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null', process.execPath, ...node], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  })
  if (error) throw error
  return Math.round(Number(/I\s+refs:\s+([\d,]+)/.exec(stderr)[1].replaceAll(',', '')) / 1e6)
}
