// A test runner for Stryker that loads the code and its tests once, and then calls a test as what it is: a function.
// A change is switched on in the loaded code, so that it costs the tests that reach it and nothing else.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, parse, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import { RuleTester as TypeScriptRuleTester } from '@typescript-eslint/rule-tester'
import { collectTests, getFn, getHooks } from '@vitest/runner'
import { RuleTester } from 'eslint'
import * as vitest from 'vitest'

/** The tests that may notice a change: those that run in a second or two, and reach everything. */
const FOLDERS = ['ast', 'events', 'fixes', 'frameworks', 'rules']

/** What the names of cases have that are run once more with the other parser. */
const PARSER = ' (TypeScript parser)'

/** The tests that noticed the last changes and are asked first about the next one. */
const MOST_KILLERS = 20

/** Milliseconds after which tests run in circles. */
const LONGEST_RUN = 10_000

/** Of so many changes one is made. */
const EVERY = Number(process.env.MUTATE_EVERY ?? 1)

/** Where changed code asks which change is on, and says what is reached. */
const stryker = (globalThis.__stryker__ ??= {})

/** What vitest's collector asks of who runs it. */
const collector = {
  config: { root: process.cwd(), testTimeout: 0, hookTimeout: 0, tags: [], setupFiles: [], sequence: { hooks: 'list' }, includeTaskLocation: false, allowOnly: false },
  importFile: (path) => import(pathToFileURL(path).href),
  trace: (_name, attributes, run = attributes) => run(),
}

// The testers of rules refuse a case that they have seen, unless it has a function.
for (const { prototype } of [RuleTester, TypeScriptRuleTester]) {
  const { run } = prototype
  const repeatable = (example) => ({ ...example, before() {} })
  prototype.run = function (name, rule, { invalid, valid }) {
    run.call(this, name, rule, { valid: valid.map(repeatable), invalid: invalid.map(repeatable) })
  }
}

// What vitest does with a record where nothing is to be written.
vitest.chai.use(({ Assertion }, { overwriteMethod }) => {
  overwriteMethod(Assertion.prototype, 'toMatchFileSnapshot', () => function (path) {
    if (this._obj !== readFileSync(path, 'utf8')) throw new Error(`${path} is another`)
  })
})

class InProcessRunner {
  tests = new Map()
  /** Tests by their names. */
  ids = new Map()
  /** The tests that noticed the last changes, the last one first: what is close in the code is often noticed by the same. */
  killers = []

  capabilities() {
    return { reloadEnvironment: false }
  }

  async init() {
    Object.assign(globalThis, vitest)
    const files = FOLDERS.flatMap((folder) => readdirSync(resolve('tests', folder)).map((name) => resolve('tests', folder, name)))
    for (const suite of await collectTests(files.filter((file) => file.endsWith('.test.js')), collector)) {
      if (suite.result?.state === 'fail') throw new Error(`${suite.filepath}: ${suite.result.errors[0].stack}`)
      await this.add(suite, relative('tests', suite.filepath).replaceAll('\\', '/'), [])
    }
  }

  async add(task, file, outerHooks) {
    const { beforeAll, beforeEach } = task.type === 'test' ? {} : getHooks(task)
    for (const hook of beforeAll ?? []) await hook()
    for (const inner of task.tasks ?? []) await this.add(inner, file, [...outerHooks, ...beforeEach])
    if (task.type !== 'test') return

    const id = `${this.tests.size} ${file} ${task.fullTestName}`
    const name = `${file} ${task.fullTestName}`
    this.ids.set(name, id)
    this.tests.set(id, {
      id,
      file,
      // The same case under the other parser.
      first: name.includes(PARSER) ? this.ids.get(name.replace(PARSER, '')) : undefined,
      run() {
        for (const hook of outerHooks) hook(task.context)
        return getFn(task)(task.context)
      },
    })
  }

  async dryRun() {
    const tests = []
    for (const test of this.tests.values()) {
      stryker.currentTestId = test.id
      const start = performance.now()
      const [result] = await runAll([test])
      stryker.currentTestId = undefined
      // Tests with a folder of their own start programs, and take seconds.
      if (!result.failureMessage?.includes('onTestFinished()')) tests.push({ ...result, timeSpentMs: performance.now() - start })
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage }
  }

  async mutantRun({ activeMutant, hitLimit, testFilter, sandboxFileName }) {
    if (Number(activeMutant.id) % EVERY !== 0) return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' }

    const chosen = this.choose(testFilter, sandboxFileName).map((id) => this.tests.get(id))
    for (let from = 0, count = 2; from < chosen.length; from += count, count = Math.min(2 * count, 32)) {
      Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit })
      const tests = await runAll(chosen.slice(from, from + count))
      const limit = determineHitLimitReached(stryker.hitCount, hitLimit)
      stryker.activeMutant = undefined
      const noticed = tests.find(({ status }) => status === TestStatus.Failed)
      if (!noticed) continue

      // A change that has left something behind would fail this test for good, and others after it: Stryker begins anew after an error.
      const [again] = await runAll([this.tests.get(noticed.id)])
      if (again.status === TestStatus.Failed) throw new Error(`${noticed.id} fails without the change: ${again.failureMessage}`)
      this.killers = [noticed.id, ...this.killers.filter((killer) => killer !== noticed.id)].slice(0, MOST_KILLERS)
      return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests })
    }
    return { status: MutantRunStatus.Survived, nrOfTests: chosen.length }
  }

  /**
   * All tests that reach a change, in the order in which they are likely to notice it: those that noticed the last ones,
   * those of the file that is named like the changed one, others of its folder, others from everywhere, whole programs.
   */
  choose(reaching, changedFile) {
    const { dir, name } = parse(changedFile)
    const folder = basename(dir)
    const reached = new Set(reaching)
    const groups = { killers: this.killers.filter((id) => reached.has(id)), own: [], neighbours: [], others: [], programs: [] }
    for (const id of reaching) {
      const { file, first } = this.tests.get(id)
      if (first && reached.has(first)) continue
      if (file === `${folder}/${name}.test.js`) groups.own.push(id)
      else if (file === 'fixes/repaired.test.js') groups.programs.push(id)
      else if (file.startsWith(`${folder}/`)) groups.neighbours.push(id)
      else groups.others.push(id)
    }
    return [...new Set(Object.values(groups).flat())]
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]

/** Only a script can be stopped from outside, should it run in circles. */
const RUN = new Script('runTests()')

async function runAll(tests) {
  const runs = []
  globalThis.runTests = () => {
    for (const { run } of tests) runs.push(settle(run))
  }
  try {
    RUN.runInThisContext({ timeout: LONGEST_RUN })
  } catch (error) {
    runs.push(Promise.resolve(String(error)))
  }
  const failures = await Promise.all(runs)
  return failures.map((failureMessage, index) => ({
    id: tests[index].id,
    name: tests[index].id,
    status: failureMessage === undefined ? TestStatus.Success : TestStatus.Failed,
    failureMessage,
    timeSpentMs: 0,
  }))
}

async function settle(run) {
  try {
    await run()
    return undefined
  } catch (error) {
    return String(error?.message ?? error)
  }
}
