import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as typeScriptParser from '@typescript-eslint/parser'
import { createTwoFilesPatch } from 'diff'
import { Linter, type Rule } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../lib/index.js'

const TESTS = fileURLToPath(new URL('..', import.meta.url))
const linter = new Linter({ cwd: TESTS })

// Other tests run the programs with what is written into them; here it can be read, and every change of it is seen.
describe('what each repair writes into the programs on which repairs are proved, and into weak samples', () => {
  const programs = ['proofs/programs', 'programs', 'samples'].flatMap((folder) => filesIn(folder)).filter((path) => /\/weak\b|\/programs?\//.test(path))

  it.each(programs)('%s', async (path) => {
    await expect(repairsIn(path)).toMatchFileSnapshot(join(TESTS, 'fixes/repaired', `${path}.diff`))
  })
})

function filesIn(folder: string): readonly string[] {
  const paths = readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
  return paths.filter((path) => /\.[cm]?[jt]sx?$/.test(path)).sort()
}

/** One patch for each repair by itself. */
function repairsIn(path: string): string {
  const text = readFileSync(join(TESTS, path), 'utf8')
  const patches = linter.verify(text, config(), { filename: join(TESTS, path) }).flatMap(({ fix, messageId = '', ruleId, suggestions = [] }) => [
    ...(fix ? [patch(text, fix, `${ruleId ?? ''}: ${messageId}`)] : []),
    ...suggestions.map((suggestion) => patch(text, suggestion.fix, `${ruleId ?? ''}: ${messageId}, if wanted`)),
  ])
  return patches.length === 0 ? 'Nothing.\n' : patches.join('\n')
}

function patch(text: string, { range: [start, end], text: written }: Rule.Fix, title: string): string {
  const lines = createTwoFilesPatch('', '', text, text.slice(0, start) + written + text.slice(end), '', '', { context: 0 }).split('\n')
  return [title, ...lines.filter((line) => /^(?:@@|[+-](?![+-]{2}))/.test(line)), ''].join('\n')
}

function config(): Linter.Config[] {
  const files: Linter.Config = { files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'], linterOptions: { reportUnusedDisableDirectives: 'off' } }
  const typeScript: Linter.Config = { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser: typeScriptParser } }
  return [files, typeScript, ...plugin.configs.strict]
}
