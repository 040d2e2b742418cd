import type { Linter } from 'eslint'
import { defineConfig, globalIgnores } from 'eslint/config'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import tseslint from 'typescript-eslint'
import { frameworks } from './lib/frameworks/index.js'
import plugin from './lib/index.js'

/** Where types meet strings; a cast there has its reason beside it. */
const CASTS = ['lib/ast/nodes-of.ts', 'lib/define-rule.ts', 'lib/frameworks/signature.ts', 'lib/ast/eslint-utils.ts', 'lib/ast/once-for-each.ts']

/** The layers of lib, from the top; each imports from those below it only. */
const LAYERS = [['audit'], ['rules'], ['fixes', 'define-rule'], ['events'], ['frameworks'], ['ast']]

export default defineConfig([
  globalIgnores(['dist', 'coverage', 'docs/examples/*/', 'tests/clients/workspace', 'tests/proofs/programs', 'tests/programs/*/program', 'tests/samples', '**/fixtures']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,ts}'], plugins: { 'session-security': plugin }, extends: ['session-security/strict'] },
  { files: ['**/*.ts'], extends: [tseslint.configs.strict] },
  {
    files: ['lib/**/*.ts', 'docs/*.ts', '*.ts'],
    ignores: CASTS,
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['lib/rules/*.ts'],
    plugins: { 'eslint-plugin': eslintPlugin },
    extends: ['eslint-plugin/recommended'],
    rules: {
      // `defineRule` makes suggestions of repairs, and wants defaults from every rule; tests/manifest.test.ts asks for both.
      'eslint-plugin/require-meta-has-suggestions': 'off',
      'eslint-plugin/require-meta-default-options': 'off',
      'no-restricted-syntax': ['error', ...frameworks.map(({ name }) => noPackage(name))],
      'no-restricted-imports': refuseImports('^\\./|/frameworks/', 'A rule knows no other rule and no library.'),
    },
  },
  LAYERS.map((layer, index) => oneWay(layer, LAYERS.slice(0, index).flat())).slice(1),
])

function noPackage(name: string) {
  const message = 'A rule knows no library: what is special about one is said by its table in lib/frameworks.'
  return { selector: `Literal[value="${name}"]`, message }
}

function oneWay(layer: readonly string[], above: readonly string[]): Linter.Config {
  const message = 'Imports point one way: from rules to fixes and define-rule, to events, to frameworks, to ast.'
  return {
    files: layer.flatMap((name) => [`lib/${name}.ts`, `lib/${name}/**/*.ts`]),
    rules: { 'no-restricted-imports': refuseImports(`/(?:${above.join('|')})(?:/|\\.js$)`, message) },
  }
}

function refuseImports(regex: string, message: string): Linter.RuleEntry {
  return ['error', { patterns: [{ regex, message }] }]
}
