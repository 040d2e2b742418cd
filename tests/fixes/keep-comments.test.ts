import { expect, it } from 'vitest'
import { keepComments } from '../../lib/fixes/keep-comments.js'
import { sourceCodeOf } from '../events-of.js'

/** What a program looks like when what stands between two marks is replaced. */
function replaced(code: string, text: string): string {
  const [start, end] = [code.indexOf('«'), code.indexOf('»') - 1] as const
  const sourceCode = sourceCodeOf(code.replace(/[«»]/g, ''))
  const [fix] = keepComments((fixer) => [fixer.replaceTextRange([start, end], text)], sourceCode)(fixer)
  if (!fix) throw new Error('The edit is lost.')
  return sourceCode.text.slice(0, fix.range[0]) + fix.text + sourceCode.text.slice(fix.range[1])
}

const fixer = { replaceTextRange: (range: readonly [number, number], text: string) => ({ range, text }) } as never

it.each([
  ['comments in what is replaced stay', 'a(«1 /* one */ + /* two */ 2»)', 'b', 'a(b /* one */ /* two */)'],
  ['a comment to the end of the line becomes one that ends by itself', 'a(«1 // one\n + 2», 3)', 'b', 'a(b /* one */, 3)'],
  ['a comment that would end too early', 'a(«1 // */ one\n + 2»)', 'b', 'a(b /* * / one */)'],
  ['a comment in what is taken out stays', 'a(1«, /* two */ 2»)', '', 'a(1/* two */)'],
  ['a comment that the edit writes again is there once', 'a(«1 /* one */»)', '[1 /* one */]', 'a([1 /* one */])'],
  ['comments outside stay where they are', '/* a */ a(/* b */ «1» /* c */)', '2', '/* a */ a(/* b */ 2 /* c */)'],
])('%s', (_name, code, text, expected) => {
  expect(replaced(code, text)).toBe(expected)
})
