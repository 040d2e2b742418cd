import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { expectBuilt, root } from '../project.js'

const folder = mkdtempSync(join(tmpdir(), 'session-security-lint-once-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is counted for a file begins behind a program that loads the parser and the rules, and that the parser must understand for that. */
test.each([
  ['espree', 'large.mjs', 'export {}'],
  ['typescript-eslint', 'large.d.ts', 'export declare const names: string'],
  ['babel', 'large.js', 'export {}'],
  ['babel', 'large.d.ts', 'export declare const names: string'],
  ['vue', 'large.vue', '<template><p /></template>'],
  ['svelte', 'large.svelte', '<p>large</p>'],
  ['astro', 'large.astro', '<p>large</p>'],
])('%s is loaded by a program before the instructions for %s are counted', { timeout: 60_000 }, (parser, name, text) => {
  expectBuilt()
  for (const what of ['nothing', 'strict']) expect(lintOnce({ what, name, text, parser })).toEqual({ stderr: '', status: 0 })
})

/** It says nowhere that it is a module, at the start of a line. */
test('a minified module is counted as one', { timeout: 60_000 }, () => {
  expectBuilt()
  for (const what of ['parse', 'empty', 'strict']) {
    expect(lintOnce({ name: 'large.min.js', text: 'var a=1;export{a};', parser: 'espree', what, mode: 'module' })).toEqual({ stderr: '', status: 0 })
  }
})

test('a file that cannot be read in its mode is not counted', { timeout: 60_000 }, () => {
  expectBuilt()
  const { stderr, status } = lintOnce({ name: 'large.js', text: 'export {}', parser: 'espree', what: 'strict', mode: 'commonjs' })

  expect(stderr).toContain("espree cannot parse /edges/large.js: Parsing error: 'import' and 'export' may appear only with 'sourceType: module'")
  expect(status).toBe(1)
})

interface Counted {
  readonly what: string
  readonly name: string
  readonly text: string
  readonly parser: string
  readonly mode?: string
}

function lintOnce({ what, name, text, parser, mode = 'module' }: Counted) {
  const file = join(folder, name)
  writeFileSync(file, text)
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'tests/torture/lint-once.js'), what, file, `/edges/${name}`, parser, mode], { encoding: 'utf8' })
  return { stderr, status }
}
