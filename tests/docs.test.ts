import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter, type Rule } from 'eslint'
import { builtinRules } from 'eslint/use-at-your-own-risk'
import { existsSync, readdirSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderAsvs, undecided } from '../docs/render-asvs.js'
import { EXAMPLE, renderEditor } from '../docs/render-editor.js'
import { reasonFor, renderFixes, staleReasons, TRIALS, unproved } from '../docs/render-fixes.js'
import { renderFrameworks } from '../docs/render-frameworks.js'
import { renderOxlint } from '../docs/render-oxlint.js'
import { renderPerformance, type Results } from '../docs/render-performance.js'
import { renderQuality } from '../docs/render-quality.js'
import { renderStart } from '../docs/render-start.js'
import { fill, renderPage, renderProfiles, renderRules } from '../docs/render.js'
import manifest from '../eslint-plugin.config.js'
import { audit } from '../lib/audit/audit.js'
import { renderMarkdown } from '../lib/audit/render-markdown.js'
import { frameworks } from '../lib/frameworks/index.js'
import { LIMITS, readSettings } from '../lib/events/settings.js'
import plugin from '../lib/index.js'
import type { Manifest } from '../lib/manifest.js'
import { NAMESPACE } from '../lib/package.js'
import packageJson from '../package.json' with { type: 'json' }
import startCosts from './cost/start.json' with { type: 'json' }
import { anchorsOf, codeSpansOf, examplesOf, fencesOf, linksOf, pageAt, pages, pathOf, withOutcomes } from './pages.js'
import type { Example, Outcome, Page } from './pages.js'
import benchResults from './bench/results.json' with { type: 'json' }
import equivalentChanges from './mutation/equivalent.json' with { type: 'json' }
import mutationResults from './mutation/results.json' with { type: 'json' }
import { provedRepairs } from './proofs/records.js'
import { findingsIn, repairsIn } from './samples.js'

const rows: Manifest = manifest

const measured: Results = benchResults

describe('the generated parts are up to date (npm run docs writes them)', () => {
  test.each(pages.map((page) => [page.path, page] as const))('%s', async (path, page) => {
    await expect(fill(withOutcomes(page, outcomeOf), partsOf(page))).toMatchFileSnapshot(pathOf(path))
    // The table of libraries lints the samples of all of them.
  }, 60_000)

  function outcomeOf({ code, language, page }: Example): Outcome {
    const messages = linter().verify(code, configOf(rulesOf(page)), fileOf(language))
    const { output } = linter().verifyAndFix(code, configOf(rulesOf(page)), fileOf(language))
    const lines = messages.map(({ column, line, message }) => `${`${line}:${column}`.padStart(5)}  ${message}\n`)
    return { reported: lines.join(''), fixed: output }
  }

  function partsOf({ path }: Page): Readonly<Record<string, string>> {
    const name = ruleOf(path)
    const row = name === undefined ? undefined : rows[name]
    if (name !== undefined && row) return renderPage(name, row)
    if (path === 'README.md') return { rules: renderRules(rows) }
    if (path === 'docs/frameworks.md') return { frameworks: renderFrameworks(frameworks, Object.keys(rows), (framework) => findingsIn(framework, 'weak')) }
    if (path === 'docs/oxlint.md') return { oxlint: renderOxlint(plugin.configs.recommended) }
    if (path === 'docs/asvs.md') return renderAsvs(rows)
    if (path === 'docs/quality.md') return { ...renderQuality(measuredFiles(), mutationResults, equivalentChanges), start: renderStart(startCosts) }
    if (path === 'docs/performance.md') return renderPerformance(measured)
    if (path === 'docs/fixes.md') return renderFixes(repairs(), provedRepairs())
    return path === 'docs/settings.md' ? { profiles: renderProfiles(LIMITS) } : {}
  }
})

test('the example of an audit is up to date', async () => {
  const folder = pathOf('docs/examples/express-shop')
  const report = await audit({ paths: [folder], cwd: folder, config: 'recommended', now: new Date('2026-01-01T12:00:00Z'), progress: () => undefined })
  // The suite runs on several versions of ESLint, and the example stays the same.
  const tool = { ...report.tool, eslint: packageJson.devDependencies.eslint }
  await expect(renderMarkdown({ ...report, tool })).toMatchFileSnapshot(pathOf('docs/examples/audit.md'))
})

test('the picture of an editor is up to date', async () => {
  const messages = linter().verify(EXAMPLE, configOf(plugin.configs.recommended[0]?.rules), fileOf('js'))
  expect(messages.map(({ suggestions }) => suggestions?.length)).toEqual([undefined, 1])
  await expect(renderEditor(EXAMPLE, messages)).toMatchFileSnapshot(pathOf('docs/images/editor.svg'))
})

describe('the linter says of every example what its page says', () => {
  const examples = pages.flatMap(examplesOf).map((example) => [`${example.page.path}:${example.line}`, example] as const)

  test.each(examples.filter(([, { kind }]) => kind === 'incorrect'))('%s is reported', (_place, example) => {
    const messages = linter().verify(example.code, configOf(rulesOf(example.page)), fileOf(example.language))
    expect(messages.filter(({ fatal }) => fatal)).toEqual([])
    expect(messages.map(({ ruleId }) => ruleId)).not.toEqual([])
  })

  test.each(examples.filter(([, { kind }]) => kind === 'correct'))('%s is correct by every rule', (_place, example) => {
    expect(linter().verify(example.code, configOf(rulesOf(example.page)), fileOf(example.language))).toEqual([])
    expect(linter().verify(example.code, configOf(plugin.configs.strict[0]?.rules), fileOf(example.language))).toEqual([])
  })
})

test('each requirement of the ASVS about sessions has a rule, or a reason why there is none', () => {
  expect(undecided(rows)).toEqual([])
})

test('each repair is proved, or has a reason why it is not', () => {
  const open = unproved(repairs(), provedRepairs())
  expect(open.filter((repair) => reasonFor(repair) === undefined)).toEqual([])
  expect(staleReasons(open)).toEqual([])
  expect(provedRepairs().filter(({ rule }) => TRIALS[rule] === undefined)).toEqual([])
}, 60_000)

describe('the pages speak of what exists', () => {
  test.each(pages.map((page) => [page.path, page] as const))('%s', (_path, page) => {
    expect(linksOf(page).filter((link) => !isAlive(page, link))).toEqual([])
    expect(rulesNamedOn(page).filter((name) => !isRule(name))).toEqual([])
    expect(scriptsNamedOn(page).filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([])
  })

  test('docs/settings.md has every setting, and the settings it shows are valid', async () => {
    const page = pageAt('docs/settings.md')
    const { cookies, functions, ...others } = readSettings({})
    const keys = [...Object.keys(others), ...Object.keys(cookies), ...Object.keys(functions)]
    const described = [...anchorsOf(page), ...codeSpansOf(page).map((span) => span.split('.').at(-1))]
    expect(keys.filter((key) => !described.includes(key))).toEqual([])

    const shown = fencesOf(page).filter(({ info }) => info === 'js settings')
    expect(shown).not.toEqual([])
    for (const { code } of shown) expect(readSettings(await evaluate(code))).toBeDefined()
  })
})

/** What the samples of all libraries show. */
function repairs() {
  return frameworks.flatMap(repairsIn)
}

/** What `npm run mutate` is for, as paths of the project. */
function measuredFiles(): readonly string[] {
  return ['lib/ast', 'lib/events', 'lib/fixes', 'lib/rules'].flatMap((folder) => readdirSync(pathOf(folder)).map((file) => posix.join(folder, file)))
}

/** On the page of a rule that rule speaks, on others all that are recommended. */
function rulesOf({ path }: Page): Linter.Config['rules'] {
  const name = ruleOf(path)
  return name === undefined ? plugin.configs.recommended[0]?.rules : { [`${NAMESPACE}/${name}`]: 'error' }
}

function ruleOf(path: string): string | undefined {
  return /^docs\/rules\/(.+)\.md$/.exec(path)?.[1]
}

function configOf(rules: Linter.Config['rules'] = {}): Linter.Config[] {
  const plugins = { [NAMESPACE]: plugin }
  return [
    { files: ['**/*.{js,ts}'], plugins, rules },
    { files: ['**/*.ts'], languageOptions: { parser: typeScriptParser } },
  ]
}

function linter(): Linter {
  return new Linter({ cwd: '/' })
}

/** A file of no project, so that nothing but the example itself says which libraries are used. */
function fileOf(language: Example['language']): string {
  return `/example/server.${language}`
}

function isAlive({ path }: Page, link: string): boolean {
  if (/^https?:/.test(link)) return URL.canParse(link)
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? path : posix.join(posix.dirname(path), file)
  if (!existsSync(pathOf(target))) return false
  return anchor === undefined || anchorsOf(pageAt(target)).includes(anchor)
}

function rulesNamedOn(page: Page): string[] {
  const inSpans = codeSpansOf(page).filter((span) => /^(?:require|no|prefer|valid)-[a-z-]+$/.test(span))
  const inConfigs = [...page.text.matchAll(/(?<![\w-])session-security\/([\w-]+)/g)].map((match) => match[1] ?? '')
  return [...inSpans, ...inConfigs.filter((name) => !Object.hasOwn(plugin.configs, name))]
}

function isRule(name: string): boolean {
  const ofESLint: ReadonlyMap<string, Rule.RuleModule> = builtinRules
  return Object.hasOwn(rows, name) || ofESLint.has(name)
}

function scriptsNamedOn({ text }: Page): string[] {
  return [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '')
}

async function evaluate(object: string): Promise<Record<string, unknown>> {
  const source = encodeURIComponent(`export default {${object}}.settings`)
  const module: { default: Record<string, unknown> } = await import(`data:text/javascript,${source}`)
  return module.default
}
