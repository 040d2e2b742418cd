import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createProject, expectBuilt, root } from '../project.js'
import packageJson from '../../package.json' with { type: 'json' }
import { reportOn, reportsIn, runAudit, SOUND, textOf, WEAK } from './run-audit.js'

describe('the exit code', () => {
  test('is 0 where nothing was found', async () => {
    const { folder } = createProject({ 'app.js': SOUND })
    expect(await runAudit(folder)).toMatchObject({ code: 0, stderr: '' })
  })

  test('is 1 where something was found', async () => {
    const { folder } = createProject({ 'app.js': WEAK })
    expect(await runAudit(folder)).toMatchObject({ code: 1, stderr: '' })
  })

  test('is 1 for warnings above --max-warnings, and 0 up to there', async () => {
    const { folder } = createProject({ 'app.js': SOUND.replace("sameSite: 'lax', ", '') })
    expect((await runAudit(folder)).code).toBe(1)
    expect((await runAudit(folder, '--max-warnings', '1')).code).toBe(0)
  })

  test('is 0 for --report-only once the report is written, and what it says counts where it is merged', async () => {
    const { folder } = createProject({ 'a/app.js': WEAK, 'b/app.js': SOUND })
    for (const part of ['a', 'b']) expect((await runAudit(folder, '--report-only', '--format', 'json', '--output', `${part}.json`, part)).code).toBe(0)
    expect((await runAudit(folder, 'merge', 'b.json')).code).toBe(0)
    expect((await runAudit(folder, 'merge', 'a.json', 'b.json')).code).toBe(1)
    expect((await runAudit(folder, '--report-only', 'nowhere')).code).toBe(2)
  })

  test('is 1 where a file can not be parsed, which is told, and the others are audited', async () => {
    const { folder } = createProject({ 'app.js': WEAK, 'broken.js': 'const session = {' })
    const { code, stderr } = await runAudit(folder)
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Not audited: broken.js: line 1: Parsing error: Unexpected token.\n' })
    expect(textOf(folder, 'session-security-20260507.md')).toMatch(
      /app\.js:4[\s\S]*## Not audited\n\n.*\n.*\n\| `broken\.js` \| line 1/,
    )
  })

  test.each([
    [['--format', 'pdf'], 'There is no format pdf; there are markdown, html, json, sarif.\n'],
    [['--max-warnings', 'few'], '--max-warnings wants a number, and not few.\n'],
    [['--strict', '--config', 'x.js'], '--strict and --config exclude each other: the config says which rules are asked.\n'],
    [['--loud'], expect.stringMatching(/--loud.* See --help\.\n$/)],
    [['nowhere'], expect.stringMatching(/^There is no \/.*nowhere, or it can't be read\.\n$/)],
    [['README.md'], expect.stringMatching(/^There is no JavaScript and no TypeScript in /)],
  ])('is 2 for %j, and says why', async (words, stderr: unknown) => {
    const { folder } = createProject({ 'app.js': WEAK, 'README.md': '' })
    expect(await runAudit(folder, ...words)).toEqual({ code: 2, stdout: '', stderr })
    expect(reportsIn(folder)).toEqual([])
  })

  test('is 2 where the report can not be written, and nothing is left half written', async () => {
    const { folder } = createProject({ 'app.js': WEAK, 'folder/x.txt': '' })
    expect(await runAudit(folder, '--output', 'missing/report.md')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("The report can't be written: ENOENT"),
    })
    expect(await runAudit(folder, '--output', 'folder')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("The report can't be written: "),
    })
    expect(readdirSync(folder).sort()).toEqual(['app.js', 'folder'])
  })
})

test('the version and the help are printed where they are asked for', async () => {
  expect(await runAudit(root, '--version')).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' })
  expect(await runAudit(root, '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('--max-warnings N') })
})

describe('the report', () => {
  test('has the date in its name, and replaces that of the same day', async () => {
    const { folder } = createProject({ 'app.js': WEAK })
    const { stdout } = await runAudit(folder)
    expect(stdout).toMatch(/: 1 finding in 1 file: 1 high\.\nReport: session-security-20260507\.md\n$/)
    await runAudit(folder)
    expect(reportsIn(folder)).toEqual(['session-security-20260507.md'])
  })

  test('goes where --output says, or to standard output alone', async () => {
    const { folder } = createProject({ 'app.js': WEAK })
    await runAudit(folder, '--output', 'audit.md')
    const { stdout } = await runAudit(folder, '--output', '-')
    expect(stdout).toBe(textOf(folder, 'audit.md'))
    expect(reportsIn(folder)).toEqual([])
  })

  test('says what was looked for where there is no code of sessions', async () => {
    const { folder } = createProject({ 'app.js': 'export const one = 1\n' })
    const { code, stdout } = await runAudit(folder, '--output', '-')
    expect(code).toBe(0)
    expect(stdout).toContain('No code of sessions, cookies or tokens was found.')
    expect(stdout).toContain('It was looked for session middleware')
  })

  test('has the vulnerable lines and the repaired ones', async () => {
    const [finding] = (await reportOn({ 'app.js': WEAK })).findings
    expect(finding).toMatchObject({
      rule: 'require-http-only',
      severity: 'high',
      file: 'app.js',
      line: 4,
      repair: { kind: 'fix' },
    })
    expect(finding?.snippet.lines[finding.line - finding.snippet.start]).toContain('httpOnly: false')
    expect(finding?.repair?.hunks[0]?.lines.filter((line) => line.startsWith('+'))).toEqual([
      expect.stringContaining('httpOnly: true'),
    ])
  })

  test('has an example for the library of the file where nothing can be repaired', async () => {
    const { findings } = await reportOn({ 'app.js': WEAK.replace('store, ', '') })
    expect(findings.find(({ rule }) => rule === 'no-memory-store')).toMatchObject({
      repair: null,
      example: { code: expect.stringContaining("'express-session'") },
    })
  })

  test('never repeats a secret', async () => {
    const { findings } = await reportOn({ 'app.js': WEAK.replace('process.env.SESSION_SECRET', "'a-secret-of-the-shop'") })
    expect(findings.map(({ rule }) => rule)).toContain('no-hardcoded-secret')
    expect(JSON.stringify(findings)).not.toContain('of-the-shop')
  })

  test('knows a finding again when the lines above it change, and tells two of a kind apart', async () => {
    const twice = WEAK + WEAK.split('\n')[3] + '\n'
    const before = (await reportOn({ 'app.js': twice })).findings
    const after = (await reportOn({ 'app.js': `// A comment.\n\n${twice}` })).findings
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(new Set(before.map(({ id }) => id)).size).toBe(before.length)
    expect(before.map(({ line }) => line)).not.toEqual(after.map(({ line }) => line))
  })

  test('has what comments in the code suppress, with their reasons, and what they switch off', async () => {
    const { findings, suppressed, switchedOff } = await reportOn({
      'a.js': WEAK.replace(
        'app.use',
        '// eslint-disable-next-line session-security/require-http-only -- the page reads it\napp.use',
      ),
      'b.js': `/* eslint session-security/require-http-only: "off" */\n${WEAK}`,
      'c.js': `/* eslint-disable no-console */\n${SOUND}`,
    })
    expect(findings).toEqual([])
    expect(suppressed).toMatchObject([{ file: 'a.js', rule: 'require-http-only', justification: 'the page reads it' }])
    expect(switchedOff.map(({ file }) => file)).toEqual(['a.js', 'b.js'])
  })

  test('has all rules with --strict, and those of a config with --config alone', async () => {
    const files = {
      'app.js': WEAK,
      'own.config.mjs': `import plugin from ${JSON.stringify(pathToFileURL(join(root, 'dist/lib/index.js')).href)}
export default [{ plugins: { 'session-security': plugin }, rules: { 'session-security/no-default-session-name': 'warn', 'no-undef': 'error' } }]`,
    }
    expect((await reportOn(files, '--strict')).findings.map(({ rule }) => rule)).toContain('no-default-session-name')
    const report = await reportOn(files, '--config', 'own.config.mjs')
    expect(report.config).toBe('own.config.mjs')
    expect(report.findings.map(({ rule }) => rule)).toEqual(['no-default-session-name'])
  })

  test('has the libraries of the code and of the manifest', async () => {
    const manifest = { name: 'shop', dependencies: { 'express-session': '^1.18.0', jsonwebtoken: '^9.0.0', leftpad: '1' } }
    const { libraries, project } = await reportOn({ 'app.js': WEAK, 'package.json': JSON.stringify(manifest) })
    expect(project).toBe('shop')
    expect(libraries).toEqual([
      { name: 'express-session', for: ['sessions'], range: '^1.18.0', files: 1 },
      { name: 'jsonwebtoken', for: ['tokens'], range: '^9.0.0', files: 0 },
    ])
  })
})

describe('as a process', () => {
  test('audits JavaScript and TypeScript, and runs nothing of the project', () => {
    const { folder } = createProject({
      'app.ts': WEAK,
      'app.js': WEAK,
      'eslint.config.js': 'import fs from "node:fs"\nfs.writeFileSync("ran.txt", "")\nexport default []',
    })
    const { status, stderr, stdout } = start(join(root, 'dist/lib/audit/command.js'), folder, '.')
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(/2 findings in 2 files[^]*Report: session-security-\d{8}\.md\n$/)
    expect(readdirSync(folder)).not.toContain('ran.txt')
  })

  test('says what to install where there is TypeScript and no parser for it, and audits the rest', () => {
    const { folder } = createProject({ 'app.ts': WEAK, 'app.js': WEAK })
    const { status, stderr, stdout } = start(
      join(installed(['eslint', '@eslint-community', 'diff', 'ignore']), 'dist/lib/audit/command.js'),
      folder,
      '--output',
      '-',
    )
    expect(status).toBe(2)
    expect(stderr).toContain('1 TypeScript file, as the parser for TypeScript is not installed')
    expect(stderr).toContain('npm install --save-dev @typescript-eslint/parser typescript')
    expect(stdout).toMatch(/1 finding in 1 file[^]*\| `app\.ts` \| the parser for TypeScript is not installed \|/)
  })
})

function start(command: string, cwd: string, ...words: readonly string[]) {
  expectBuilt()
  const { status, stderr, stdout } = spawnSync(process.execPath, [command, ...words], { cwd, encoding: 'utf8' })
  return { status, stderr, stdout }
}

/** The package, installed somewhere beside nothing but some packages. */
function installed(packages: readonly string[]): string {
  const { folder } = createProject({})
  const target = join(folder, 'node_modules', packageJson.name)
  mkdirSync(dirname(target))
  for (const name of ['dist', 'package.json', 'docs/rules']) cpSync(join(root, name), join(target, name), { recursive: true })
  for (const name of packages) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
  return target
}
