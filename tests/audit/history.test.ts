import { ESLint } from 'eslint'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import format from '../../lib/audit/formatter.js'
import type { Report } from '../../lib/audit/report.js'
import plugin from '../../lib/index.js'
import { createProject } from '../project.js'
import { runAudit, SOUND, textOf, WEAK } from './run-audit.js'

const WORSE = WEAK.replace('secure: true, ', '')

describe('a baseline', () => {
  test('lets known findings pass, and fails on new ones', async () => {
    const { folder } = createProject({ 'app.js': WEAK })
    await runAudit(folder, '--format', 'json', '--output', 'old.json')
    expect(await runAudit(folder, '--baseline', 'old.json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('0 new, 1 known from the baseline.'),
    })

    writeFileSync(join(folder, 'app.js'), `// Another line.\n${WORSE}`)
    expect((await runAudit(folder, '--baseline', 'old.json')).code).toBe(1)
    expect(textOf(folder, 'session-security-20260507.md')).toMatch(
      /- Baseline: \d new, \d known from the baseline\. \[finding \d\]/,
    )
  })

  test.each([
    ['missing.json', undefined, /missing\.json can't be read: ENOENT/],
    ['text.json', 'no JSON', /text\.json can't be read: /],
    ['other.json', '{ "version": 2 }', /other\.json is no report of version 1/],
    ['null.json', 'null', /null\.json is no report of version 1/],
  ])('that is none, %s, is refused before anything is audited', async (name, text, message) => {
    const { folder } = createProject({ 'app.js': WEAK, ...(text !== undefined && { [name]: text }) })
    expect(await runAudit(folder, '--baseline', name)).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) })
  })
})

describe('diff', () => {
  test('shows what is new, fixed and remaining, and fails on what is new', async () => {
    const { folder } = createProject({ 'a.js': WEAK, 'b.js': WEAK })
    await runAudit(folder, '--format', 'json', '--output', 'old.json')
    writeFileSync(join(folder, 'b.js'), SOUND)
    await runAudit(folder, '--format', 'json', '--output', 'better.json')
    writeFileSync(join(folder, 'c.js'), WEAK)
    await runAudit(folder, '--format', 'json', '--output', 'new.json')

    expect(await runAudit(folder, 'diff', 'old.json', 'better.json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('**0 new, 1 fixed, 1 remaining.**'),
    })
    const { code, stdout } = await runAudit(folder, 'diff', 'old.json', 'new.json')
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /## New: 1 finding\n\n- high: `c\.js:4` .*\n\n## Fixed: 1 finding\n\n- high: `b\.js:4`.*\n\n## Remaining: 1 finding\n\n- high: `a\.js:4`/,
    )
  })

  test('wants two reports', async () => {
    const { folder } = createProject({})
    expect(await runAudit(folder, 'diff', 'one.json')).toMatchObject({
      code: 2,
      stderr: 'diff wants two reports: the old one and the new one.\n',
    })
  })
})

describe('merge', () => {
  test('makes of parts the report of the whole', async () => {
    const { folder } = createProject({ 'a/a.js': WEAK, 'b/b.js': WORSE, 'c/c.js': SOUND, 'package.json': '{"name":"shop"}' })
    for (const part of ['a', 'b', 'c']) await runAudit(folder, '--format', 'json', '--output', `${part}.json`, part)
    await runAudit(folder, '--format', 'json', '--output', 'whole.json')
    expect(
      (await runAudit(folder, 'merge', '--format', 'json', '--output', 'merged.json', 'a.json', 'b.json', 'c.json')).code,
    ).toBe(1)
    const [whole, merged] = ['whole.json', 'merged.json'].map((name) => JSON.parse(textOf(folder, name)) as Report)
    expect({ ...merged, project: '' }).toEqual({ ...whole, project: '' })
  })

  test('tells what several parts have in common once', async () => {
    const { folder } = createProject({ 'a.js': WEAK })
    await runAudit(folder, '--format', 'json', '--output', 'a.json')
    const { stdout } = await runAudit(folder, 'merge', 'a.json', 'a.json', '--output', '-')
    expect(stdout).toContain('**1 finding in 1 file: 1 high.**')
  })
})

describe('the formatter', () => {
  test('reports what ESLint was told, and says what it does not know', async () => {
    const { folder } = createProject({ 'a.js': WEAK, 'b.js': 'const session = {' })
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.recommended })
    const text = format(await eslint.lintFiles(['.']), { cwd: folder })
    expect(text).toContain('**1 finding in 1 file: 1 high.**')
    expect(text).toContain('+app.use(session({')
    expect(text).toContain('`b.js` | line 1')
    expect(text).toContain('that are sound are not known here')
  })
})
