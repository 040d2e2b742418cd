import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { createLinkedProject, type Project } from '../project.js'
import { programs } from './sources.js'

const CONFIG = `import sessionSecurity from 'eslint-plugin-session-security'
export default [{ ignores: ['**/*.ts'] }, ...sessionSecurity.configs.recommended]`

const RULE = 'session-security/require-http-only'
const WEAK = `import session from 'express-session'
export default session({ secret, store, rolling: true, cookie: { httpOnly: false, maxAge: 1800000 } })
`

const [major = 0, minor = 0] = ESLint.version.split('.').map(Number)

afterAll(() => console.log(`Options of the command line: drove eslint ${ESLint.version}`))

describe('with the option of ESLint', () => {
  test('--cache, a second run says the same, and sees what has changed', () => {
    const project = createShop()
    const first = lint(project, '--cache')
    expect(lint(project, '--cache')).toEqual(first)
    expect(readFileSync(join(project.folder, '.eslintcache'), 'utf8')).toContain(RULE)

    writeFileSync(join(project.folder, 'program-sound.js'), WEAK)
    expect(rulesIn(lint(project, '--cache'), 'program-sound.js')).toContain(RULE)
  }, 60_000)

  test('--stats, each rule has its times', () => {
    const [result] = lint(createLinkedProject({ 'eslint.config.mjs': CONFIG, 'app.js': WEAK }), '--stats')
    expect(Object.keys(result?.stats?.times.passes[0]?.rules ?? {})).toContain(RULE)
  }, 60_000)

  test.runIf(major > 9 || minor >= 34)('--concurrency, threads say what one process says', () => {
    const project = createShop()
    expect(lint(project, '--concurrency', '2')).toEqual(lint(project))
  }, 60_000)

  test.runIf(major > 9 || minor >= 24)('--suppress-all, what is known passes, and what is new does not', () => {
    const project = createLinkedProject({ 'eslint.config.mjs': CONFIG, 'app.js': WEAK })
    project.run(COMMAND, '--suppress-all', '.')
    expect(JSON.parse(readFileSync(join(project.folder, 'eslint-suppressions.json'), 'utf8'))).toHaveProperty(['app.js', RULE, 'count'], 1)
    project.run(COMMAND, '--quiet', '.')

    writeFileSync(join(project.folder, 'app.js'), WEAK.replace('export default', 'export const other =') + WEAK.split('\n')[1])
    expect(() => project.run(COMMAND, '--quiet', '.')).toThrow(RULE)
  }, 60_000)

  // `--inspect-config` downloads a program of its own; what it shows is this.
  test('--print-config, the plugin has its name and version, and nothing that can not be written down', () => {
    const project = createLinkedProject({ 'eslint.config.mjs': CONFIG, 'app.js': WEAK })
    const { plugins, rules }: { plugins: readonly string[]; rules: object } = JSON.parse(project.run(COMMAND, '--print-config', 'app.js'))
    expect(plugins).toContain(`session-security:${packageJson.name}@${packageJson.version}`)
    expect(rules).toHaveProperty([RULE])
  }, 60_000)
})

const COMMAND = 'node_modules/eslint/bin/eslint.js'

function createShop(): Project {
  return createLinkedProject({ 'eslint.config.mjs': CONFIG, ...Object.fromEntries(programs.map(({ code, name }) => [name, code])) })
}

/** What ESLint finds; that it finds something is no failure here. */
function lint({ folder }: Project, ...options: readonly string[]): readonly ESLint.LintResult[] {
  const { status, stderr, stdout } = spawnSync(process.execPath, [COMMAND, '--format', 'json', ...options, '.'], { cwd: folder, encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(stderr)
  return JSON.parse(stdout)
}

function rulesIn(results: readonly ESLint.LintResult[], file: string): readonly (string | null)[] {
  return results.filter(({ filePath }) => basename(filePath) === file).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
}
