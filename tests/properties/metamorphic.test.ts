import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unexplained } from './changes.js'
import { findings, lint, parse, ruleNames } from './lint.js'
import type { Program } from './program.js'
import { PATIENCE, runsOf, someProgram } from './runs.js'
import { transformations } from './transformations/index.js'
import type { Transformation } from './transformations/transformation.js'

/** Every place that can be rewritten, or a single one. */
const somePlace = fc.option(fc.nat(40), { nil: undefined })

describe('the same findings, however a program is written', () => {
  it.each(transformations.map((transformation) => [transformation.name, transformation] as const))(
    '%s',
    (_name, transformation) => {
      fc.assert(
        fc.property(someProgram, somePlace, (program, place) => {
          const rewritten = rewrite(program, transformation, place)
          if (rewritten) expectSameFindings(program, rewritten, transformation.name)
        }),
        runsOf(40),
      )
    },
    PATIENCE,
  )

  it(
    'several rewritings one after the other',
    () => {
      fc.assert(
        fc.property(someProgram, fc.array(fc.tuple(fc.constantFrom(...transformations), somePlace), { minLength: 2, maxLength: 5 }), (program, list) => {
          let before = program
          for (const [transformation, place] of list) {
            const rewritten = rewrite(before, transformation, place)
            if (!rewritten) continue
            expectSameFindings(before, rewritten, transformation.name)
            before = rewritten
          }
        }),
        runsOf(30),
      )
    },
    PATIENCE,
  )

  it(
    'JavaScript as TypeScript',
    () => {
      fc.assert(
        fc.property(someProgram, (program) => {
          const typed = asTypeScript(program)
          if (parse(typed)) expectSameFindings(program, typed, 'JavaScript as TypeScript')
        }),
        runsOf(30),
      )
    },
    PATIENCE,
  )

  it(
    'whatever the order of the rules is',
    () => {
      fc.assert(
        fc.property(someProgram, fc.shuffledSubarray(ruleNames, { minLength: ruleNames.length }), (program, rules) => {
          expect(lint(program, rules).messages.map(({ column, line, messageId, ruleId }) => `${line}:${column} ${ruleId} ${messageId}`).sort()).toEqual(
            lint(program).messages.map(({ column, line, messageId, ruleId }) => `${line}:${column} ${ruleId} ${messageId}`).sort(),
          )
        }),
        runsOf(30),
      )
    },
    PATIENCE,
  )
})

/** The program after a rewriting; undefined where there was nothing to rewrite. */
function rewrite(program: Program, { isTyped, rewrite: rewriteSource }: Transformation, place: number | undefined): Program | undefined {
  const source = parse(program)
  if (!source) throw new Error(`${program.origin} can't be read`)
  const code = rewriteSource(source, (index) => place === undefined || index === place)
  if (code === source.text) return undefined
  const rewritten = { ...(isTyped ? asTypeScript(program) : program), code }
  // Where a line must not end, and what TypeScript reads otherwise than JavaScript, some rewritings don't know.
  return parse(rewritten) ? rewritten : undefined
}

function asTypeScript(program: Program): Program {
  return { ...program, filename: program.filename.replace(/\.([cm]?)js(x?)$/, '.$1ts$2') }
}

function expectSameFindings(before: Program, after: Program, rewriting: string): void {
  const changes = unexplained(rewriting, findings(lint(before)), findings(lint(after)))
  if (changes.length > 0) expect.fail(`${before.origin}: ${rewriting}\n${changes.join('\n')}\n\n${before.code}\n\n--- is now\n\n${after.code}`)
}
