import { expect, test } from 'vitest'
import { timesWritten } from '../../lib/ast/times-written.js'
import { sourceCodeOf } from '../events-of.js'

test.each([
  ['in code, texts and comments', "sid('sid') // sid", 'sid', 3],
  ['as it is, not as a pattern', 'connect_sid; connect.sid', 'connect.sid', 1],
  ['nowhere', 'a(b)', 'sid', 0],
])('a text may stand %s', (_title, code, text, count) => {
  expect(timesWritten(text, sourceCodeOf(code))).toBe(count)
})

test('each file is asked anew', () => {
  const [one, two] = [sourceCodeOf('sid'), sourceCodeOf('sid(sid)')]
  expect([one, two, one].map((sourceCode) => timesWritten('sid', sourceCode))).toEqual([1, 2, 1])
})
