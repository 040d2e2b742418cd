import { expect, test } from 'vitest'
import { commentsAbove } from '../../lib/ast/comments-above.js'
import { sourceCodeOf } from '../events-of.js'

test.each([
  ['the line above', '// a\nlast()', [' a']],
  ['the lines above, the nearest first', '// a\n/* b */\n/* c\n */\nlast()', [' c\n ', ' b ', ' a']],
  ['none where nothing stands', 'first()\nlast()', []],
  ['none behind a line that is empty', '// a\n\nlast()', []],
  ['none behind code', 'first() // a\nlast()', []],
  ['none above one behind code', '// a\nfirst() // b\n// c\nlast()', [' c']],
  ['none on its own line', '/* a */ last()', []],
  ['no hashbang', '#!/usr/bin/env node\nlast()', []],
])('comments above a statement: %s', (_title, code, texts) => {
  const sourceCode = sourceCodeOf(code)
  const last = sourceCode.ast.body.at(-1)
  expect(last && commentsAbove(last, sourceCode).map(({ value }) => value)).toEqual(texts)
})
