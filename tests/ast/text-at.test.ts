import { describe, expect, it } from 'vitest'
import { textAt } from '../../lib/ast/text-at.js'
import { first, probe } from './probe.js'

describe('the text that is written at a place', () => {
  it.each([
    ['in quotes', `$('a')`, 'a'],
    ['in a template', '$(`a`)', 'a'],
    ['in pieces', '$("a" + (`b` + "c"))', 'abc'],
    ['with an assertion', `$(('a' as const)!)`, 'a'],
    ['none where a part of it is not written', '$(`a${b}`)', undefined],
    ['none where a piece is not written', '$("a" + b)', undefined],
    ['none where the first piece is not written', '$(b + "a")', undefined],
    ['none of another operation', '$("a" - "b")', undefined],
    ['none in a call', '$(a())', undefined],
    ['nothing at all in a template', '$(``)', ''],
    ['none of numbers', '$(1)', undefined],
  ])('%s', (_name, code, text) => {
    expect(textAt(first(probe(code)))).toBe(text)
  })

  it('is none where there is nothing', () => {
    expect(textAt(undefined)).toBeUndefined()
  })
})
