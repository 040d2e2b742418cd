import { describe, expect, test } from 'vitest'
import { createProgressBar } from '../../lib/audit/progress-bar.js'
import { reportOn, WEAK } from './run-audit.js'

const SCRIPT = WEAK.replace(/import (\w+) from ('[^']+')/g, 'const $1 = require($2)')

describe('a file', () => {
  test.each([
    ['a script with a return outside of functions', `${SCRIPT}if (!module.parent) return\n`],
    ['a script with what strict mode refuses', `${SCRIPT}var octal = 010\n`],
    ['JSX', `${WEAK}const page = <p>{app}</p>\n`],
    ['a hashbang', `#!/usr/bin/env node\n${WEAK}`],
    ['a byte order mark', `\uFEFF${WEAK}`],
    ['lines that end as on Windows', WEAK.replaceAll('\n', '\r\n')],
  ])('is read with %s', async (_what, code) => {
    const { files, findings } = await reportOn({ 'app.js': code })
    expect(files.notAudited).toEqual([])
    expect(findings).toMatchObject([
      { rule: 'require-http-only', snippet: { lines: expect.arrayContaining([expect.stringMatching(/^app\.use\(.*\)$/)]) } },
    ])
    expect(findings[0]?.repair?.hunks.flatMap(({ lines }) => lines).filter((line) => /^[+-]/.test(line))).toHaveLength(2)
  })

  test.each([
    ['app.min.js', WEAK, 'minified'],
    ['bundle.js', `${'var a=1;'.repeat(500)}${WEAK}`, 'minified'],
    ['large.js', `${WEAK}//${'-'.repeat(80)}\n`.repeat(10_000), 'size'],
  ])('is left out and listed: %s', async (name, code, reason) => {
    const { files, findings } = await reportOn({ [name]: code, 'other.js': '' })
    expect(findings).toEqual([])
    expect(files.notAudited).toMatchObject([{ file: name, reason }])
  })
})

describe('the progress bar', () => {
  test('shows how far it is in one line of the terminal, and goes away', () => {
    const written: string[] = []
    const bar = createProgressBar({ isTTY: true, columns: 40, write: (text: string) => written.push(text) > 0 })
    bar.show(1, 2, 'a file with \u001B[2J in its name that is longer than the line')
    bar.clear()
    expect(written).toEqual(['\r████████████░░░░░░░░░░░░ 1/2 a file wit\u001B[K', '\r\u001B[K'])
  })

  test('says nothing where nobody watches', () => {
    const written: string[] = []
    const bar = createProgressBar({ isTTY: false, columns: 0, write: (text: string) => written.push(text) > 0 })
    bar.show(1, 2, 'file')
    bar.clear()
    expect(written).toEqual([])
  })
})
