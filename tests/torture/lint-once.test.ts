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
  const file = join(folder, name)
  writeFileSync(file, text)
  for (const what of ['nothing', 'strict']) {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'tests/torture/lint-once.js'), what, file, `/edges/${name}`, parser], { encoding: 'utf8' })
    expect({ what, stderr, status }).toEqual({ what, stderr: '', status: 0 })
  }
})
