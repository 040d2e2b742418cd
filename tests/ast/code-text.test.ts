import { expect, test } from 'vitest'
import { codeHas, codeText } from '../../lib/ast/code-text.js'
import { sourceCodeOf } from '../events-of.js'

test.each([
  ['is the text where there are none', "a('// b')\n", "a('// b')\n"],
  ['lacks a comment at each place', '/* a */b(/* c */) // d\n// e', ' b( )  \n '],
  ['keeps words apart that a comment parts', 'new/**/Date', 'new Date'],
  ['lacks a hashbang', '#!/usr/bin/env node\na', ' \na'],
])('the code of a file %s', (_title, text, code) => {
  expect(codeText(sourceCodeOf(text))).toBe(code)
})

test('a comment that a parser finds in another is no code either', () => {
  const ranges = [[2, 14], [7, 11]] as const
  const sourceCode = { ast: {}, text: 'a /* b // c */ d', getAllComments: () => ranges.map((range) => ({ range })) }
  expect(codeText(sourceCode as unknown as ReturnType<typeof sourceCodeOf>)).toBe('a   d')
})

test.each([
  ['any of some words', 'user.PASSWORD = hash', true],
  ['none of them', 'user.name = name', false],
  ['one in a comment alone', 'user.name = name // no password', false],
])('a look at code for %s', (_title, text, answer) => {
  expect(codeHas(['passw', 'pwd'], sourceCodeOf(text))).toBe(answer)
})
