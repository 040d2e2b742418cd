import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import plugin from '../../lib/index.js'
import { PROGRAMS } from './growing-programs.js'

const linter = new Linter({ cwd: '/' })
const [rules = {}] = plugin.configs.strict

/** How much longer the long program is than the short one. */
const TIMES = 8
const SHORT = 40

/** Growth with the square of the length would be more than sixty times as much. */
const MOST = 3 * TIMES

test.each(PROGRAMS)('a program of %s costs as much as it is long', { timeout: 60_000 }, (_title, program) => {
  cost(program(3))
  const short = Math.min(cost(program(SHORT)), cost(program(SHORT)))
  expect(Math.min(cost(program(SHORT * TIMES)), cost(program(SHORT * TIMES)))).toBeLessThan(MOST * Math.max(short, MILLISECONDS))
})

/** Less than this is not measured. */
const MILLISECONDS = 5000

function cost(code: string): number {
  const start = process.cpuUsage()
  const messages = linter.verify(code, [rules], { filename: '/file.js' })
  const { user } = process.cpuUsage(start)
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  return user
}
