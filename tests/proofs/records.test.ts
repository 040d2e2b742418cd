import { existsSync } from 'node:fs'
import { recordedFiles } from './records.js'

test('what is written down as proved is what a test proves', () => {
  expect(recordedFiles().filter((name) => !existsSync(new URL(`${name}.test.ts`, import.meta.url)))).toEqual([])
})
