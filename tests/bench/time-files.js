// Lints one file again and again with two configs in turns, as an editor does: node time-files.js <file>. Writes JSON.
import { readFileSync } from 'node:fs'
import { Linter } from 'eslint'

const before = performance.now()
await import('../../dist/lib/index.js')
const loading = performance.now() - before

const { configOf } = await import('../cost/configs.js')
const text = readFileSync(process.argv[2], 'utf8')
const linter = new Linter({ cwd: '/' })
const configs = ['empty', 'recommended'].map((name) => [configOf(name)])
const best = [Infinity, Infinity]

const ROUNDS = 40

for (let round = 0; round < ROUNDS; round++) configs.forEach((config, index) => (best[index] = Math.min(best[index], timeOf(config, round))))
console.log(JSON.stringify({ lines: text.split('\n').length, empty: best[0], recommended: best[1], loading }))

/** Another text each time, as after a key was pressed. */
function timeOf(config, round) {
  const start = performance.now()
  linter.verify(`${text}\n// ${round}`, config, { filename: '/fixed/program.js' })
  return performance.now() - start
}
