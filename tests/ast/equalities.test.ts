import { expect, test } from 'vitest'
import { equalitiesIn } from '../../lib/ast/equalities.js'
import { sourceCodeOf } from '../events-of.js'

test('the places that ask whether two values are the same', () => {
  const sourceCode = sourceCodeOf('a === b || c == d && e !== f && g != h || i >= j || k <= l || m + n || o in p')
  expect(equalitiesIn(sourceCode).map((node) => sourceCode.getText(node))).toEqual(['a === b', 'c == d', 'e !== f', 'g != h'])
})
