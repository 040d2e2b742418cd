import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectBuilt, root } from '../project.js'
import { withSessions } from './files.js'

const FILES = 200

/** The syntax tree of one of the files is a hundred kilobytes and more. */
const MOST = 5_000_000

test('nothing that the rules know of a file stays in memory after it', { timeout: 120_000 }, () => {
  expectBuilt()
  const [empty, strict] = ['empty', 'strict'].map(kept)
  console.log(`Memory after ${FILES} files: ${String(empty)} bytes with an empty rule, ${String(strict)} with all rules`)
  expect(Number(strict) - Number(empty)).toBeLessThan(MOST)
})

function kept(config: string): number {
  // Code that V8 compiles is no memory of the rules.
  const script = [join(root, 'tests', 'cost', 'keep-memory.js'), config, String(FILES), ...withSessions.files]
  return Number(execFileSync(process.execPath, ['--jitless', '--expose-gc', ...script], { encoding: 'utf8' }))
}
