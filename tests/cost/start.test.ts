import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectBuilt, root } from '../project.js'

/** Of the time that ESLint takes to load, on the same machine at the same moment; docs/quality.md has the numbers. */
const LARGEST_SHARE = 0.5
const RUNS = 5

/** In milliseconds of the processor. */
type Load = Readonly<Record<'eslint' | 'plugin', { readonly processor: number }>>

test('the plugin loads in less than half of the time that ESLint takes to load', () => {
  expectBuilt()
  const script = join(root, 'tests', 'cost', 'load-plugin.js')
  const loads = Array.from({ length: RUNS }, (): Load => JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })))
  const least = (part: 'eslint' | 'plugin') => Math.min(...loads.map((load) => load[part].processor))
  console.log(`Loading: ${least('eslint').toFixed(0)} ms of the processor for ESLint, ${least('plugin').toFixed(0)} ms more for the plugin`)
  expect(least('plugin') / least('eslint')).toBeLessThan(LARGEST_SHARE)
}, 60_000)

test('the plugin is one module behind its door, and loads no package until a file asks for it', () => {
  const imports = ['index.js', 'plugin.js'].map((file) => [...readFileSync(join(root, 'dist', 'lib', file), 'utf8').matchAll(/^(?:import|export) [^;]*from "([^"]+)"/gm)].map(([, name]) => name))
  expect(imports).toEqual([['./plugin.js'], ['node:module']])
})
