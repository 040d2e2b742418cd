import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectBuilt, root } from '../project.js'

test('no program at the edges of the language makes a rule throw, or does not parse when it is repaired', { timeout: 300_000 }, () => {
  expectBuilt()
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'tests/torture/torture.js'), '--sample'], { encoding: 'utf8' })
  console.log(stdout)

  expect(stderr).toBe('')
  expect(stdout).toMatch(/^exceptions: 0$/m)
  expect(stdout).toMatch(/^repaired files that parse: (\d{3,}) of \1$/m)
  for (const parser of ['espree', 'typescript-eslint', 'babel', 'vue', 'svelte', 'astro']) expect(stdout).toMatch(new RegExp(`^parsers: .*\\b${parser} \\d{2}`, 'm'))
  expect(status).toBe(0)
})
