import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ESLint } from 'eslint'
import { afterAll, describe, expect, test } from 'vitest'
import { createNeighbourhood, NEIGHBOURS } from './neighbours.js'
import { programs } from './sources.js'
import { versionOf } from './version-of.js'

const OWN = `import { defineConfig } from 'eslint/config'
import { parser } from 'typescript-eslint'
import sessionSecurity from 'eslint-plugin-session-security'
export default defineConfig([{ files: ['**/*.ts'], languageOptions: { parser } }, sessionSecurity.configs.recommended])`

const BESIDE = {
  'typescript-eslint, eslint-plugin-n and eslint-plugin-security': `import { defineConfig } from 'eslint/config'
import n from 'eslint-plugin-n'
import security from 'eslint-plugin-security'
import tseslint from 'typescript-eslint'
import sessionSecurity from 'eslint-plugin-session-security'
export default defineConfig([
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  n.configs['flat/recommended'],
  security.configs.recommended,
  sessionSecurity.configs.recommended,
])`,
  'eslint-config-next': `import { defineConfig } from 'eslint/config'
import next from 'eslint-config-next'
import sessionSecurity from 'eslint-plugin-session-security'
// Babel looks for its presets from the folder in which ESLint runs.
const babelOptions = { cwd: import.meta.dirname }
export default defineConfig([...next, { languageOptions: { parserOptions: { babelOptions } } }, sessionSecurity.configs.recommended])`,
}

const OTHER_LANGUAGES = `import css from '@eslint/css'
import json from '@eslint/json'
import markdown from '@eslint/markdown'
import { defineConfig } from 'eslint/config'
import sessionSecurity from 'eslint-plugin-session-security'
export default defineConfig([
  { files: ['**/*.json'], plugins: { json }, language: 'json/json', extends: ['json/recommended'] },
  { files: ['**/*.css'], plugins: { css }, language: 'css/css', extends: ['css/recommended'] },
  { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm', extends: ['markdown/recommended'] },
  sessionSecurity.configs.strict,
])`

const files = { ...Object.fromEntries(programs.map(({ code, name }) => [name, code])), 'page.jsx': 'export default function Page() {\n  return <img src="/shop.png" />\n}\n' }

afterAll(() => {
  const names = ['eslint-plugin-n', 'eslint-plugin-security', 'eslint-config-next', '@eslint/create-config', '@eslint/json', '@eslint/css', '@eslint/markdown']
  console.log(`Neighbours: drove eslint ${versionOf('eslint')} with typescript-eslint ${versionOf('typescript-eslint')}, ${names.map((name) => `${name} ${versionOf(name, NEIGHBOURS)}`).join(', ')}`)
})

describe('beside other plugins', () => {
  test.each(Object.entries(BESIDE))('%s, it finds the same, and all repairs come to an end', async (_names, config) => {
    const { folder } = createNeighbourhood({ ...files, 'package.json': '{ "type": "module" }', 'eslint.config.mjs': config, 'own.config.mjs': OWN })
    const [alone, together] = await Promise.all([lint(folder, 'own.config.mjs'), lint(folder, 'eslint.config.mjs')])
    expect(together.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal))).toEqual([])
    expect(together.flatMap(ownIn)).toEqual(alone.flatMap(ownIn))
    expect(alone.flatMap(ownIn).length).toBeGreaterThan(50)
    expect(together.some(({ messages }) => messages.some(({ ruleId }) => ruleId !== null && !isOwn(ruleId)))).toBe(true)

    await ESLint.outputFixes(await lint(folder, 'eslint.config.mjs', { fix: true }))
    const again = await lint(folder, 'eslint.config.mjs', { fix: true })
    expect(again.filter(({ output }) => output !== undefined)).toEqual([])
    const left = (await lint(folder, 'own.config.mjs')).flatMap(ownIn)
    expect(left.filter(({ isRepaired }) => isRepaired)).toEqual([])
    expect(left.length).toBeLessThan(alone.flatMap(ownIn).length)
  }, 120_000)

  test('files of other languages are left alone', async () => {
    const { folder } = createNeighbourhood({
      'eslint.config.mjs': OTHER_LANGUAGES,
      'session.json': '{ "session": { "secret": "keyboard cat", "cookie": { "httpOnly": false } } }\n',
      'session.css': '.session-token { color: red; }\n',
      'session.md': '# Session\n\nThe `sid` cookie.\n\n```js\nres.cookie("sid", sid, { httpOnly: false })\n```\n',
    })
    const results = await lint(folder, 'eslint.config.mjs', { fix: true })
    expect(results.map(({ filePath, messages }) => [filePath.slice(folder.length + 1), messages])).toEqual([
      ['eslint.config.mjs', []],
      ['session.css', []],
      ['session.json', []],
      ['session.md', []],
    ])
  }, 60_000)
})

// It asks for the rules of the newest @eslint/js, some of which ESLint 9 has not.
describe.runIf(Number.parseInt(ESLint.version) > 9)('a project that `npm init @eslint/config` set up', () => {
  const OPTIONS = '{ secret: process.env.SESSION_SECRET, cookie: { httpOnly: false } }'

  test.each([
    { module: 'esm', language: 'typescript', file: 'app.ts', code: `import session from 'express-session'\n\nexport default session(${OPTIONS})\n` },
    { module: 'commonjs', language: 'javascript', file: 'app.js', code: `const session = require('express-session')\n\nmodule.exports = session(${OPTIONS})\n` },
  ])('for $language in $module takes the plugin as the README says', async ({ code, file, language, module }) => {
    const generated = await configFor({ languages: ['javascript'], purpose: 'problems', moduleType: module, framework: 'none', useTs: language === 'typescript', language, env: ['node'] })
    const config = generated
      .replace('export default', "import sessionSecurity from 'eslint-plugin-session-security'\n\nexport default")
      .replace(/\]\);\s*$/, "  { plugins: { 'session-security': sessionSecurity }, extends: ['session-security/recommended'] },\n]);\n")
    const project = createNeighbourhood({ 'eslint.config.mjs': config, [file]: code })
    // In a process of its own: typescript-eslint keeps in mind from where it was configured.
    const [result]: readonly ESLint.LintResult[] = JSON.parse(project.run('node_modules/eslint/bin/eslint.js', '--fix-dry-run', '--format', 'json', file))
    expect(result?.output).toContain('httpOnly: true')
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['session-security/no-memory-store', 'session-security/no-save-uninitialized'])
  }, 60_000)
})

/** What the wizard writes for these answers. */
async function configFor(answers: object): Promise<string> {
  const { ConfigGenerator }: { ConfigGenerator: new (options: object) => { calc(): Promise<void>; readonly result: { readonly configContent: string } } } = await import(
    pathToFileURL(join(NEIGHBOURS, '@eslint/create-config/lib/config-generator.js')).href
  )
  const generator = new ConfigGenerator({ cwd: NEIGHBOURS, answers })
  await generator.calc()
  return generator.result.configContent
}

async function lint(cwd: string, config: string, options: ESLint.Options = {}): Promise<ESLint.LintResult[]> {
  const results = await new ESLint({ cwd, overrideConfigFile: join(cwd, config), ...options }).lintFiles(['.'])
  return results.sort((a, b) => a.filePath.localeCompare(b.filePath))
}

function ownIn({ filePath, messages }: ESLint.LintResult) {
  return messages
    .filter(({ ruleId }) => isOwn(ruleId ?? ''))
    .map(({ column, fix, line, message, ruleId }) => ({ filePath, line, column, ruleId, message, isRepaired: fix !== undefined }))
}

function isOwn(rule: string): boolean {
  return rule.startsWith('session-security/')
}
