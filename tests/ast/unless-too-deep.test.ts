import { expect, test } from 'vitest'
import { unlessTooDeep } from '../../lib/ast/unless-too-deep.js'

const descend = (): number => descend() + 1

test('what is read is given', () => {
  expect(unlessTooDeep(() => 1)).toBe(1)
})

test('at the end of the stack there is nothing', () => {
  expect(unlessTooDeep(descend)).toBeUndefined()
})

test.each([new TypeError('a stack of cards'), new RangeError('Invalid array length'), new Error('no such thing')])('other errors are thrown: %s', (error) => {
  const read = () => {
    throw error
  }
  expect(() => unlessTooDeep(read)).toThrow(error)
})
