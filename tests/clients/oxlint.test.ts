import { spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { Linter } from 'eslint'
import { afterAll, describe, expect, test } from 'vitest'
import plugin from '../../lib/index.js'
import { fencesOf, pageAt } from '../pages.js'
import { createLinkedProject } from '../project.js'
import { cases } from './cases.js'
import { allRules, fixedOnce, judge, type Verdict } from './judge.js'
import { createOxlint, type Finding } from './oxlint.js'
import { examples, manifests, programs, samples, type Source } from './sources.js'
import { versionOf } from './version-of.js'

afterAll(() => console.log(`Oxlint: drove oxlint ${versionOf('oxlint')} beside eslint ${versionOf('eslint')}`))

/** The cases of the rules' tests too, but for those that need a project or settings around them. */
const tested: Source[] = cases
  .filter(({ filename, options, settings }) => filename === undefined && options === undefined && settings === undefined)
  .map(({ code, language, rule }, index) => ({ name: `${rule.replace('/', '-')}-case-${index}.${language}`, code }))

const sources = [...examples, ...programs, ...samples, ...tested]
const verdicts: readonly (Source & Verdict)[] = sources.map((source) => ({ ...source, ...judge(source.code, source.filename ?? `/shop/${source.name}`, allRules) }))

describe('Oxlint', () => {
  test('reports what ESLint reports, at the same places, in the same words', () => {
    const found = createOxlint(sources, allRules, manifests).lint()
    expect(byName(sources, ({ name }) => linesOf(found.get(name) ?? []))).toEqual(byName(verdicts, (verdict) => linesOf(findingsOf(verdict))))

    const reported = new Set(verdicts.flatMap(findingsOf).map(({ rule }) => rule))
    expect([...reported].sort()).toEqual(Object.keys(allRules).sort())
  }, 120_000)

  test('repairs in one run what ESLint repairs in one pass, and the rest in a few more', () => {
    const oxlint = createOxlint(sources, allRules, manifests)
    const once = oxlint.fix()
    expect(byName(sources, ({ name }) => once.get(name))).toEqual(byName(verdicts, (verdict) => fixedOnce(verdict.code, verdict)))

    // Edits at one place wait for each other: four rules may add an attribute to the same cookie.
    for (let run = 2; run < RUNS; run++) oxlint.fix()
    const atLast = oxlint.fix()
    expect(byName(sources, ({ name }) => atLast.get(name))).toEqual(byName(verdicts, ({ repaired }) => repaired))
    expect(verdicts.filter(({ code, repaired }) => repaired !== code).length).toBeGreaterThan(0)
  }, 120_000)
})

test('Oxlint takes the config of the page, which asks what `recommended` asks', () => {
  const [config = ''] = fencesOf(pageAt('docs/oxlint.md')).flatMap(({ code, info }) => (info.endsWith('.oxlintrc.json') ? [code] : []))
  const weak = programs.find(({ name }) => name === 'program-express-router.js')?.code ?? ''
  const { folder } = createLinkedProject({ '.oxlintrc.json': config, 'src/app.js': weak, 'src/app.test.js': weak })
  const { stdout } = spawnSync(process.execPath, [join(folder, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', 'src'], { cwd: folder, encoding: 'utf8' })
  const { diagnostics }: { diagnostics: readonly { readonly code: string; readonly filename: string }[] } = JSON.parse(stdout)

  const expected = ['app.js', 'app.test.js'].map((file) => new Linter({ cwd: '/' }).verify(weak, plugin.configs.recommended, `/shop/${file}`).map(({ ruleId }) => ruleId))
  const found = ['app.js', 'app.test.js'].map((file) => diagnostics.filter(({ filename }) => basename(filename) === file).map(({ code }) => code.replace(/^(.*)\((.*)\)$/, '$1/$2')))
  expect(found.map((rules) => rules.filter((rule) => rule.startsWith('session-security/')).sort())).toEqual(expected.map((rules) => rules.sort()))
  expect(expected[0]?.length).toBeGreaterThan(expected[1]?.length ?? 0)
}, 60_000)

const RUNS = 3

function findingsOf({ messages }: Verdict): Finding[] {
  return messages.map(({ column, line, message, ruleId }) => ({ rule: ruleId ?? message, line, column, message }))
}

/** Each linter has an order of its own. */
function linesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ column, line, message, rule }) => `${line}:${column} ${rule}: ${message}`).sort()
}

function byName<Named extends Source>(list: readonly Named[], of: (one: Named) => unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(list.map((one) => [one.name, of(one)]))
}
