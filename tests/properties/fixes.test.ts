import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { without } from './changes.js'
import { expectSmallChange } from './edits.js'
import { findings, lint, nameOf, parse, repair, ruleNames, ruleOf, type Linted, type Message } from './lint.js'
import type { Program } from './program.js'
import { PATIENCE, runsOf, someProgram } from './runs.js'
import { transformations } from './transformations/index.js'

/** What another rule may say only once a finding is repaired. */
const NEXT: readonly (readonly [repaired: RegExp, says: RegExp, why: string])[] = [
  [/^(?:require-secure|no-broad-cookie-scope|no-default-session-name|valid-cookie-options) /, /^prefer-host-prefix host$/, 'the prefix asks for Secure, forbids a Domain, and has no place before a default name'],
  [/^require-max-age /, /^require-absolute-timeout rolling$/, 'sessions without an end have no need for another one'],
  [/^require-store-delete-on-logout abandoned$/, /^require-cookie-clear-on-logout missing$/, 'the session must end before its cookie counts'],
  [/^(?:require-jwt-expiry milliseconds|valid-cookie-options too(?:Long|Short))$/, /^no-excessive-lifetime /, 'a lifetime in the wrong unit is no lifetime'],
  [/^no-unverified-jwt key$/, /^(?:require-jwt-algorithms missing|no-hardcoded-secret .*)$/, 'what is not verified needs no algorithms, and no secret'],
  [/^valid-cookie-options misspelt$/, /^(?:require|no|prefer)-/, 'what is misspelt is not read'],
]

/** Programs as they come, and written in ways in which fixes go wrong. */
const STYLES = transformations.filter(({ name }) => /comment|line|CRLF|tabs|semicolons|quotes|parenthesise|wrap options|in full|blocks|function/.test(name))
const programInSomeStyle = fc
  .tuple(someProgram, fc.option(fc.constantFrom(...STYLES), { nil: undefined }))
  .map(([program, style]): Program => {
    const source = parse(program)
    const written = style && source ? { ...program, origin: `${program.origin}, ${style.name}`, code: style.rewrite(source, () => true) } : program
    return parse(written) ? written : program
  })

describe('fixes and suggestions', () => {
  it(
    'each parses, leaves its rule silent there, keeps comments, and changes nothing but what it says',
    () => {
      fc.assert(
        fc.property(programInSomeStyle, (program) => {
          const before = lint(program)
          for (const message of before.messages) for (const edited of edits(program, message)) expectGoodEdit(program, before, message, edited)
        }),
        runsOf(100),
      )
    },
    PATIENCE,
  )

  it(
    'all together end in a program that has nothing left to fix, and no finding that was not there before',
    () => {
      fc.assert(
        fc.property(programInSomeStyle, (program) => {
          const before = lint(program)
          if (!before.messages.some(({ fix }) => fix)) return
          const repaired = repair(program)
          const after = lint(repaired)
          expectNothing(program, repaired, 'still has a fix', after.messages.filter(({ fix }) => fix).map(nameOf))
          expectNothing(program, repaired, 'is new', news(before, after, findings(before)))
          expectNothing(program, repaired, 'is lost', without(comments(before), comments(after)))
          expect(repair(repaired).code).toBe(repaired.code)
        }),
        runsOf(60),
      )
    },
    PATIENCE,
  )

  it(
    'come to the same whether rules repair one after the other or all at once',
    () => {
      fc.assert(
        fc.property(programInSomeStyle, fc.shuffledSubarray(ruleNames, { minLength: ruleNames.length }), (program, rules) => {
          if (fixingRules(program).size < 2) return
          const together = repair(program)
          let oneByOne = program
          // A repair may prove what the next one relies on.
          for (let fixing = fixingRules(oneByOne); fixing.size > 0; fixing = fixingRules(oneByOne)) {
            const [next = ''] = rules.filter((rule) => fixing.has(rule))
            oneByOne = repair(oneByOne, [next])
          }
          expectNothing(program, oneByOne, 'is left', without(findings(lint(oneByOne)), findings(lint(together))))
          expectNothing(program, together, 'is left', without(findings(lint(together)), findings(lint(oneByOne))))
        }),
        runsOf(30),
      )
    },
    PATIENCE,
  )
})

function fixingRules(program: Program): ReadonlySet<string> {
  return new Set(lint(program).messages.flatMap((message) => (message.fix ? [ruleOf(message)] : [])))
}

/** The program after each edit that a finding offers. */
function edits(program: Program, { fix, suggestions = [] }: Message): Program[] {
  return [...(fix ? [fix] : []), ...suggestions.map((suggestion) => suggestion.fix)].map(({ range: [start, end], text }) => {
    return { ...program, code: program.code.slice(0, start) + text + program.code.slice(end) }
  })
}

function expectGoodEdit(program: Program, before: Linted, message: Message, edited: Program): void {
  const name = nameOf(message)
  const after = lint(edited)
  const count = ({ messages }: Linted) => messages.filter((other) => nameOf(other) === name).length
  expectNothing(program, edited, 'is still reported', count(after) < count(before) ? [] : [name])
  expectNothing(program, edited, `is new after ${name}`, news(before, after, [name]))
  expectNothing(program, edited, `is lost by ${name}`, without(comments(before), comments(after)))
  expectNothing(program, edited, `is changed by ${name}`, expectSmallChange(before.source, after.source, message))
}

function news(before: Linted, after: Linted, repaired: readonly string[]): string[] {
  return without(findings(after), findings(before)).filter((finding) => !NEXT.some(([name, says]) => repaired.some((one) => name.test(one)) && says.test(finding)))
}

function comments({ source }: Linted): string[] {
  return source.getAllComments().map(({ value }) => value.trim())
}

function expectNothing(before: Program, after: Program, what: string, list: readonly string[]): void {
  if (list.length > 0) expect.fail(`${before.origin}: ${list.join(', ')} ${what}\n\n${before.code}\n\n--- is now\n\n${after.code}`)
}
