// Counts what the rules do for programs: how often V8 runs each block of their code. node count-steps.js <file>…
// No clock is asked, so the same program takes the same number each time. Writes a JSON array.
import { Session } from 'node:inspector/promises'
import { readFileSync } from 'node:fs'
import { Linter } from 'eslint'
import { configOf } from './configs.js'

const linter = new Linter({ cwd: '/' })
const config = [configOf('strict'), { linterOptions: { reportUnusedDisableDirectives: 'off' } }]
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

const steps = []
for (const file of process.argv.slice(2)) {
  lint(readFileSync(file, 'utf8'))
  steps.push(await stepsTaken())
}
console.log(JSON.stringify(steps))

function lint(text) {
  const [problem] = linter.verify(text, config, { filename: '/fixed/program.js' }).filter(({ ruleId }) => !ruleId)
  if (problem) throw new Error(problem.message)
}

/** Since they were asked for last. */
async function stepsTaken() {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const ranges = result.filter(({ url }) => url.includes('/dist/lib/')).flatMap(({ functions }) => functions.flatMap((callable) => callable.ranges))
  return ranges.reduce((sum, { count }) => sum + count, 0)
}
