import { expect, test } from 'vitest'
import { furtherLines } from '../../docs/render-performance.js'
import { expectBuilt } from '../project.js'
import { PROGRAMS } from './growing-programs.js'
import { stepsFor } from './steps.js'

/** The program grows by its shortest length, and from half of its longest to that. */
const TIMES = [1, 2, 32, 64]

/** A further line may cost so many times as much in a long program. */
const MOST = 1.3

const programs = PROGRAMS.map(([title, program]) => ({ title, program }))

test.each(programs)('a further line costs as much in a long program of $title as in a short one', { timeout: 60_000 }, ({ program, title }) => {
  expectBuilt()
  const texts = TIMES.map((times) => program(times))
  const { first, last } = furtherLines({ lines: texts.map((text) => text.split('\n').length), steps: stepsFor(texts) })
  console.log(`Growth: a further line in programs of ${title} takes ${first.toFixed(0)} steps, ${last.toFixed(0)} in the longest`)
  expect(last / first).toBeLessThan(MOST)
})
