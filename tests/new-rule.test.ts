import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createProject, root, type Project } from './project.js'

/** What a rule consists of, and what judges it. */
const COPIED = [
  'docs', 'lib', 'tests/rules', 'tests/docs.test.ts', 'tests/manifest.test.ts', 'tests/mutation/results.json', 'tests/mutation/equivalent.json', 'tests/mutation/runner.js', 'tests/fixes/repaired', 'tests/bench/results.json', 'tests/cost/start.json', 'tests/proofs/proved', 'tests/proofs/records.ts', 'tests/pages.ts', 'tests/events-of.ts', 'tests/nodes-in.ts', 'tests/rule-tester.ts', 'tests/samples', 'tests/samples.ts', 'tests/vitest.config.ts',
  'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', '.github', 'LICENSE', 'eslint-plugin.config.ts', 'eslint.config.ts', 'package.json', 'tsconfig.json',
]

describe('npm run new-rule', () => {
  test('writes a rule, a test, a page and a row that need nothing more to work', () => {
    const clone = createClone()
    expect(newRule(clone, 'require-lemons')).toContain('npm run docs')

    const written = ['lib/rules/require-lemons.ts', 'tests/rules/require-lemons.test.ts', 'docs/rules/require-lemons.md']
    expect(written.filter((path) => !existsSync(join(clone.folder, path)))).toEqual([])
    clone.run('node_modules/typescript/bin/tsc', '--noEmit')
    clone.run('node_modules/eslint/bin/eslint.js', ...written.filter((path) => path.endsWith('.ts')), 'eslint-plugin.config.ts')
    vitest(clone, 'docs.test', '--update')
    vitest(clone, 'docs.test', 'manifest.test', 'rules/require-lemons.test')
    expect(readFileSync(join(clone.folder, 'README.md'), 'utf8')).toContain('[`require-lemons`](docs/rules/require-lemons.md)')
  }, 300_000)

  test('keeps the imports of the manifest in the order of the alphabet', () => {
    const clone = createClone()
    for (const name of ['valid-salt', 'no-acid', 'require-lemons']) newRule(clone, name)

    const manifest = readFileSync(join(clone.folder, 'eslint-plugin.config.ts'), 'utf8')
    const imported = [...manifest.matchAll(/from '\.\/lib\/rules\/(.+)\.js'/g)].map((match) => match[1])
    expect(imported).toEqual([...imported].sort())
    expect(imported).toEqual(expect.arrayContaining(['valid-salt', 'no-acid', 'require-lemons']))
    expect(manifest).toMatch(/'require-lemons': \{[^}]*\},\n\}\)\n$/)
  })

  test.each(['Require-x', 'requireX', 'lemons', 'require', 'require-', 'no--x', '../require-x', 'require-x.ts'])('refuses the name %s', (name) => {
    expect(() => newRule(createClone(['docs/new-rule']), name)).toThrow(/is no name for a rule/)
  })

  test('refuses to write over a rule that exists', () => {
    expect(() => newRule(createClone(), 'require-http-only')).toThrow('There is a rule "require-http-only" already: lib/rules/require-http-only.ts')
  })

  test('asks for a name', () => {
    expect(() => newRule(createClone())).toThrow('npm run new-rule require-something')
  })
})

function createClone(copied = COPIED): Project {
  const clone = createProject({})
  for (const path of copied) cpSync(join(root, path), join(clone.folder, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(clone.folder, 'node_modules'), 'junction')
  return clone
}

function newRule(clone: Project, ...names: string[]): string {
  return clone.run('docs/new-rule/new-rule.js', ...names)
}

function vitest(clone: Project, ...options: string[]): void {
  clone.run('node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...options)
}
