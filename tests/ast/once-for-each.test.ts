import type { TSESLint } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { onceForEach, onceForFile, onceForName } from '../../lib/ast/once-for-each.js'

type SourceCode = TSESLint.SourceCode

describe('an answer', () => {
  it('about an object is worked out once, even if it is that there is none', () => {
    const asked: string[] = []
    const answer = onceForEach(({ name }: { name: string }) => void asked.push(name))
    const [one, other] = [{ name: 'one' }, { name: 'other' }]
    for (const object of [one, one, other, one]) expect(answer(object)).toBeUndefined()
    expect(asked).toEqual(['one', 'other'])
  })

  it('about a name as well', () => {
    const asked: string[] = []
    const answer = onceForName((name) => void asked.push(name))
    for (const name of ['one', '__proto__', 'one', '__proto__']) expect(answer(name)).toBeUndefined()
    expect(asked).toEqual(['one', '__proto__'])
  })

  it('about a file goes with its tree, whoever holds that', () => {
    const textOf = onceForFile(({ text }) => text)
    const sourceCode = (text: string, ast: object) => ({ text, ast }) as SourceCode
    const [tree, otherTree] = [{}, {}]
    const holder = sourceCode('first', tree)
    expect(textOf(holder)).toBe('first')
    expect(textOf(sourceCode('the same tree elsewhere', tree))).toBe('first')
    expect(textOf(Object.assign(holder, { text: 'second', ast: otherTree }))).toBe('second')
  })
})
