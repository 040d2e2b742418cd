// Runs the tests that ESLint has a say in, in a copy of the project, with other versions of Node and ESLint:
// node tests/clients/versions/run-suite.js [--node 22] [--eslint 9.22] [--reports FOLDER] [what Vitest takes]
//
// `--node` and `--eslint` may be given several times, or be `all`: each Node then runs with each ESLint.
// In FOLDER, Vitest's own report of each run is kept.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { createCopy } from './copy-project.js'
import { eslints, nodes, versionsFor } from './versions.js'

/** Tests of libraries, browsers, the package and the tools that make it, tests that run programs, and those that measure or compare versions. */
const NO_CONCERN = /^tests\/(?:(?:libraries|proofs|programs|package|cost|torture|properties)\/.*|audit\/page|new-rule|clients\/(?:versions|oxlint))\.test\.ts$/

/** What `npm test` says to Vitest. */
const [, ...OF_NPM_TEST] = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).scripts.test.split(' ')

const { asked, options, reports } = readArguments(process.argv.slice(2))
const combinations = versionsFor(eslints, asked.eslint).flatMap((eslint) => versionsFor(nodes, asked.node).map((node) => ({ eslint, node })))

const copy = createCopy((path) => NO_CONCERN.test(path))
try {
  const rows = combinations.map(({ eslint, node }) => {
    copy.useESLint(eslint.folder)
    return runSuite(node)
  })
  console.table(rows)
  if (rows.some(({ outcome }) => outcome !== 'passed')) process.exitCode = 1
} finally {
  copy.remove()
}

function runSuite({ executable }) {
  const start = performance.now()
  // Asked of what runs, not of what was wished for.
  const [node, eslint] = output(executable, '--print', '[process.versions.node, require("eslint").Linter.version].join()').split(',')
  console.log(`\nThe suite on node ${node} with eslint ${eslint}:`)

  const name = `node-${node}-eslint-${eslint}.json`
  const report = join(reports ?? copy.folder, name)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = join('node_modules', 'vitest', 'vitest.mjs')
  const { status } = spawnSync(executable, [vitest, ...OF_NPM_TEST, ...reporters, ...options], { ...place(executable), stdio: 'inherit' })

  return { node, eslint, ...countsIn(report), outcome: status === 0 ? 'passed' : 'failed', seconds: Math.round((performance.now() - start) / 1000) }
}

function output(executable, ...argumentsOfNode) {
  const { error, stderr, stdout } = spawnSync(executable, argumentsOfNode, { ...place(executable), encoding: 'utf8' })
  if (error ?? stderr) throw error ?? new Error(stderr)
  return stdout.trim()
}

/** Programs that a test starts by their name run on the same Node. */
function place(executable) {
  return { cwd: copy.folder, env: { ...process.env, PATH: [dirname(executable), process.env.PATH].join(delimiter) } }
}

function countsIn(report) {
  try {
    const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    // Vitest has said why it wrote none.
    return { passed: 0, failed: 0 }
  }
}

function readArguments(list) {
  const asked = { node: [], eslint: [] }
  const options = []
  let reports
  for (let index = 0; index < list.length; index++) {
    const [, name] = /^--(node|eslint|reports)$/.exec(list[index]) ?? []
    if (!name) options.push(list[index])
    else if (name === 'reports') reports = list[++index]
    else asked[name].push(list[++index])
  }
  if (reports) mkdirSync(reports, { recursive: true })
  return { asked, options, reports }
}
