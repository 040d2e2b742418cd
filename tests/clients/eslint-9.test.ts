import { createRequire } from 'node:module'
import { isDeepStrictEqual } from 'node:util'
import { Linter } from 'eslint'
import { afterAll, describe, expect, test } from 'vitest'
import { cases } from './cases.js'
import { allRules, judge } from './judge.js'
import { examples, programs } from './sources.js'

const require = createRequire(new URL('versions/package.json', import.meta.url))
const eslint9: typeof import('eslint') = require('eslint-9')

afterAll(() => console.log(`ESLint 9: drove eslint ${eslint9.Linter.version} beside eslint ${Linter.version}`))

interface Program {
  readonly name: string
  readonly code: string
  readonly filename: string
  readonly rules: Partial<Linter.RulesRecord>
  readonly settings?: Readonly<Record<string, unknown>>
}

describe('ESLint 9 and 10 find the same, and repair it in the same way,', () => {
  test('on the pages of the documentation and in whole programs', () => {
    expectSameVerdicts([...examples, ...programs].map(({ code, name }) => ({ name, code, filename: `/shop/${name}`, rules: allRules })))
  }, 60_000)

  test.each(Object.keys(allRules))('in the cases of the test of %s', (rule) => {
    const own = cases.filter((each) => each.rule === rule)
    expectSameVerdicts(
      own.map(({ code, filename, language, name, options = [], settings = {} }) => ({
        name,
        code,
        filename: filename ?? `/shop/server.${language}`,
        rules: { [rule]: ['error', ...options] },
        settings,
      })),
    )
  }, 60_000)
})

function expectSameVerdicts(programs: readonly Program[]): void {
  const verdicts = programs.map((program) => ({ ...program, before: verdictOf(program, eslint9.Linter), now: verdictOf(program, Linter) }))
  expect(verdicts.filter(({ before, now }) => !isDeepStrictEqual(before, now))).toEqual([])
  expect(verdicts.filter(({ now }) => now.messages.length > 0).length).toBeGreaterThan(0)
}

function verdictOf({ code, filename, rules, settings }: Program, Version: typeof Linter) {
  const { messages, repaired } = judge(code, filename, rules, settings, Version)
  return { messages: messages.map(withoutNodeType), repaired }
}

/** ESLint 10 no longer says it. */
function withoutNodeType(message: Linter.LintMessage): object {
  return { ...message, nodeType: undefined }
}
