import type { Linter, Rule } from 'eslint'
import manifest from '../eslint-plugin.config.js'
import type { Manifest, ManifestRow } from './manifest.js'
import { NAME, NAMESPACE, VERSION } from './package.js'

/** The plugin, as ESLint's configs take it. */
export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string }
  readonly rules: Record<string, Rule.RuleModule>
  readonly configs: {
    /** Every rule that finds more than it disturbs: severe flaws are errors, others warnings. */
    readonly recommended: Linter.Config[]
    /** Every rule. */
    readonly strict: Linter.Config[]
  }
}

/** Where tests and stories are, and what they need: secrets, tokens and cookies there are made up. */
const TEST_FILES = [
  '**/*.{test,spec,e2e-spec,e2e,cy,stories,story,mock}.*',
  ...['setupTests', 'setup-tests', 'test-setup', 'testSetup', '{jest,vitest}.setup', '{jest,vitest}-setup', 'setup-{jest,vitest}', 'test-{utils,helpers}', 'test{Utils,Helpers}'].map((name) => `**/${name}.*`),
  ...[
    ...['test', 'tests', '__tests__', 'testing', 'test-utils', 'e2e', '*-e2e', 'e2e-tests', 'cypress', 'playwright', '.storybook', 'fixtures', '__fixtures__'],
    ...['mock', 'mocks', '__mocks__', 'mock-server', 'mock-api', 'mock-backend'],
  ].map((folder) => `**/${folder}/**`),
]

const rows: Manifest = manifest

const plugin: Plugin = {
  meta: { name: NAME, version: VERSION, namespace: NAMESPACE },
  rules: Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, documented(row)])),
  configs: { recommended: [], strict: [] },
}

plugin.configs.recommended.push(...config('recommended', ({ recommended }) => recommended))
plugin.configs.strict.push(...config('strict', ({ strict }) => (typeof strict === 'object' ? [strict[0], strict[1]] : strict)))

function config(name: string, levelOf: (row: ManifestRow) => Linter.RuleEntry): Linter.Config[] {
  const plugins = { [NAMESPACE]: plugin }
  const levels = Object.entries(rows).map(([rule, row]) => [`${NAMESPACE}/${rule}`, levelOf(row)] as const)
  const offInTests = Object.entries(rows).filter(([, row]) => row.tests === 'off').map(([rule]) => [`${NAMESPACE}/${rule}`, 'off'] as const)
  return [
    { name: `${NAMESPACE}/${name}`, plugins, rules: Object.fromEntries(levels) },
    { name: `${NAMESPACE}/${name}/tests`, files: TEST_FILES, plugins, rules: Object.fromEntries(offInTests) },
  ]
}

/** The rule, with what the manifest says about it: formatters and reports read it from `meta.docs`. */
function documented({ rule, ...facts }: ManifestRow): Rule.RuleModule {
  return { ...rule, meta: { ...rule.meta, docs: { ...rule.meta?.docs, ...facts } } }
}

export default plugin
