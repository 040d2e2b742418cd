import type { GrowthRow } from '../../docs/render-performance.js'
import { PROGRAMS } from '../cost/growing-programs.js'
import { stepsFor } from '../cost/steps.js'

const TIMES = [1, 2, 4, 8, 16, 32, 64]

/** What the rules do for programs that grow to 64 times their length. */
export function measureGrowth(): GrowthRow[] {
  return PROGRAMS.map(([title, program]) => {
    const texts = TIMES.map((times) => program(times))
    return { program: title, lines: texts.map((text) => text.split('\n').length), steps: stepsFor(texts) }
  })
}
