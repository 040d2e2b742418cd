import { createRequire } from 'node:module'
import { isDeepStrictEqual } from 'node:util'
import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import packageJson from './versions/package.json' with { type: 'json' }
import { allRules, judge } from './judge.js'
import { examples, programs, samples, type Source } from './sources.js'

const require = createRequire(new URL('versions/package.json', import.meta.url))
const others = Object.keys(packageJson.dependencies).filter((name) => name.startsWith('eslint-'))

const sources = [...examples, ...programs, ...samples]
const verdicts = sources.map((source) => ({ ...source, verdict: verdictOf(source, Linter) }))

describe.each(others)('%s', (name) => {
  test(`finds what eslint ${Linter.version} finds, at the same places, and repairs it in the same way`, () => {
    const other: typeof import('eslint') = require(name)
    console.log(`${name}: drove eslint ${other.Linter.version} beside eslint ${Linter.version}, ${sources.length} programs`)

    const differences = verdicts.map((source) => ({ ...source, other: verdictOf(source, other.Linter) })).filter(({ other, verdict }) => !isDeepStrictEqual(other, verdict))
    expect(differences).toEqual([])
    expect(verdicts.filter(({ verdict }) => verdict.messages.length > 0).length).toBeGreaterThan(0)
  }, 120_000)
})

function verdictOf({ code, filename, name }: Source, Version: typeof Linter) {
  const { messages, repaired } = judge(code, filename ?? `/shop/${name}`, allRules, {}, Version)
  return { messages: messages.map(withoutNodeType), repaired }
}

/** ESLint 10 no longer says it. */
function withoutNodeType(message: Linter.LintMessage): object {
  return { ...message, nodeType: undefined }
}
