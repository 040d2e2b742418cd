import { Linter } from 'eslint'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../eslint-plugin.config.js'
import plugin from '../lib/index.js'
import type { Manifest } from '../lib/manifest.js'
import packageJson from '../package.json' with { type: 'json' }
import { createLinkedProject, root, run } from './project.js'

const rows: Manifest = manifest
const WEAK = `const session = require('express-session')
app.use(session({ secret, rolling: true, cookie: { httpOnly: false, maxAge: 1800000 } }))
`

describe('the plugin', () => {
  test('has the names that ESLint and its caches know it by', () => {
    expect(plugin.meta).toEqual({ name: packageJson.name, version: packageJson.version, namespace: 'session-security' })
  })

  test('has the rules of the manifest, with what the manifest says about them', () => {
    expect(Object.keys(plugin.rules)).toEqual(Object.keys(rows))
    for (const [name, { cwe, severity }] of Object.entries(rows)) expect(plugin.rules[name]?.meta?.docs).toMatchObject({ cwe, severity })
  })
})

describe.each(['recommended', 'strict'] as const)('the config `%s`', (name) => {
  const [all, tests] = plugin.configs[name]

  test('is a list of two: all rules, and those that are off in test files', () => {
    expect(plugin.configs[name]).toHaveLength(2)
    expect(Object.keys(all?.rules ?? {})).toEqual(Object.keys(rows).map((rule) => `session-security/${rule}`))
    expect(all?.files).toBeUndefined()
    expect(Object.values(tests?.rules ?? {}).every((level) => level === 'off')).toBe(true)
  })

  test('turns on what the manifest turns on', () => {
    for (const [rule, row] of Object.entries(rows)) expect(all?.rules?.[`session-security/${rule}`]).toEqual(row[name])
  })

  test.each([
    ...['app.test.js', 'src/app.spec.ts', 'test/app.js', 'packages/a/tests/app.js', '__tests__/a.js'],
    ...['e2e/a.js', 'cypress/a.js', 'fixtures/a.js', 'a/mocks/b.js', '__mocks__/a.js'],
    ...['mock/a.js', 'mock-server/index.js', 'mock-server/src/a.js', 'tools/mock-api/a.js', 'mock-backend/a.js', '__fixtures__/a.js'],
    ...['src/setupTests.js', 'jest.setup.js', 'vitest.setup.ts', 'config/jest-setup.js', 'src/setup-jest.ts', 'src/test-setup.ts', 'src/testUtils.js'],
    ...['src/Login.cy.js', 'src/Profile.stories.ts', '.storybook/preview.ts', 'src/app.e2e-spec.ts', 'src/testing/render.ts', 'test-utils/a.js', 'src/auth.mock.ts'],
    ...['playwright/auth.setup.ts', 'apps/shop-e2e/src/a.ts', 'e2e-tests/a.ts'],
  ])(
    'asks nothing in %s of the rules that have no place in tests',
    (file) => {
      const messages = new Linter({ cwd: '/' }).verify(WEAK, [{ files: ['**/*.{js,ts}'] }, ...plugin.configs[name]], `/${file}`)
      expect(messages.filter(({ ruleId }) => rows[String(ruleId).replace('session-security/', '')]?.tests === 'off')).toEqual([])
    },
  )

  test.each(['app.js', 'src/latest/app.js', 'attest.js', 'contest/app.js', 'src/session.setup.js', 'src/setup.js', 'src/stories/app.js', 'src/mock.js', 'src/e2e.js', 'hammock/app.js', 'mock-ups/app.js'])('asks everything in %s', (file) => {
    const messages = new Linter({ cwd: '/' }).verify(WEAK, plugin.configs[name], `/${file}`)
    expect(messages.map(({ ruleId }) => ruleId)).toContain('session-security/require-http-only')
  })
})

/** Configs as the README and people write them, each as a real ESLint in a real project loads it. */
const CONFIGS = {
  'a list, in a module': {
    'eslint.config.mjs': `import sessionSecurity from 'eslint-plugin-session-security'
export default [...sessionSecurity.configs.recommended]`,
  },
  'a member of a list, in a module': {
    'eslint.config.mjs': `import { defineConfig } from 'eslint/config'
import sessionSecurity from 'eslint-plugin-session-security'
export default defineConfig([sessionSecurity.configs.recommended])`,
  },
  '`extends` by name, in a module': {
    'eslint.config.mjs': `import { defineConfig } from 'eslint/config'
import sessionSecurity from 'eslint-plugin-session-security'
export default defineConfig([{ files: ['**/*.js'], plugins: { 'session-security': sessionSecurity }, extends: ['session-security/recommended'] }])`,
  },
  'a list, in CommonJS': {
    'eslint.config.cjs': `const sessionSecurity = require('eslint-plugin-session-security')
module.exports = [...sessionSecurity.configs.recommended]`,
  },
  '`extends` by name, in CommonJS': {
    'eslint.config.cjs': `const { defineConfig } = require('eslint/config')
const sessionSecurity = require('eslint-plugin-session-security')
module.exports = defineConfig([{ plugins: { 'session-security': sessionSecurity }, extends: ['session-security/recommended'] }])`,
  },
  '`extends` by name, in TypeScript': {
    'eslint.config.ts': `import { defineConfig } from 'eslint/config'
import sessionSecurity from 'eslint-plugin-session-security'
export default defineConfig([{ plugins: { 'session-security': sessionSecurity }, extends: ['session-security/recommended'] }])`,
  },
  'a rule alone, with settings': {
    'eslint.config.mjs': `import sessionSecurity from 'eslint-plugin-session-security'
export default [{
  files: ['app.js'],
  plugins: { 'session-security': sessionSecurity },
  rules: { 'session-security/require-http-only': 'error' },
  settings: { 'session-security': { fixes: 'apply' } },
}]`,
  },
}

const VERSIONS = join(root, 'tests', 'clients', 'versions', 'node_modules')

const COMPILERS = {
  '5.4': join(VERSIONS, 'typescript-5.4'),
  '5.9': join(VERSIONS, 'typescript-5.9'),
  '6.0': join(root, 'node_modules', 'typescript'),
}

describe('a project that configures the plugin', () => {
  test.each(Object.entries(CONFIGS))('with %s, gets its files linted and repaired', (_how, config) => {
    const project = createLinkedProject({ ...config, 'app.js': WEAK, 'app.test.js': WEAK })
    const results: { filePath: string; output?: string }[] = JSON.parse(
      project.run('node_modules/eslint/bin/eslint.js', '--fix-dry-run', '--format', 'json', '.'),
    )
    const repaired = results.filter(({ output }) => output?.includes('httpOnly: true'))
    expect(repaired.map(({ filePath }) => basename(filePath))).toEqual(['app.js'])
  }, 60_000)

  // The types of another ESLint that is linked here would meet those of the project's own.
  test.runIf(Linter.version === packageJson.devDependencies.eslint).each(Object.entries(COMPILERS))('in TypeScript %s, needs no cast', (version, folder) => {
    const files = {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', target: 'es2022', strict: true, noEmit: true, types: [] } }),
      'define-config.ts': `import { defineConfig } from 'eslint/config'
import plugin from 'eslint-plugin-session-security'
export default defineConfig([
  { plugins: { 'session-security': plugin }, extends: ['session-security/recommended'] },
  plugin.configs.strict,
  ...plugin.configs.recommended,
])`,
      'satisfies.ts': `import type { Linter } from 'eslint'
import plugin from 'eslint-plugin-session-security'
export default [
  ...plugin.configs.recommended,
  { plugins: { 'session-security': plugin }, rules: { 'session-security/require-http-only': 'error' } },
] satisfies Linter.Config[]`,
      'plugin.ts': `import type { ESLint } from 'eslint'
import plugin from 'eslint-plugin-session-security'
export const asPlugin: ESLint.Plugin = plugin`,
    }
    // Before 5.8 TypeScript takes it for impossible to require a module.
    const common = `import type { ESLint } from 'eslint'
import plugin = require('eslint-plugin-session-security')
export const asPlugin: ESLint.Plugin = plugin`
    const project = createLinkedProject(version === '5.4' ? files : { ...files, 'common.cts': common })
    expect(run(process.execPath, [join(folder, 'bin', 'tsc'), '-p', '.'], project.folder)).toBe('')
  }, 60_000)
})
