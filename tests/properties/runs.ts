import fc from 'fast-check'
import { readCorpus } from './corpus.js'
import { grammarProgram } from './grammar.js'
import type { Program } from './program.js'

/** `npm run properties` looks for counterexamples; the suite runs a few cases, the same every time. */
const isSearch = process.env.MODE === 'properties'
const seed = Number(process.env.PROPERTIES_SEED ?? (isSearch ? Date.now() % 1_000_000_000 : 7))
const runs = Number(process.env.PROPERTIES_RUNS ?? (isSearch ? 300 : 0))

if (isSearch) console.log(`PROPERTIES_SEED=${seed} PROPERTIES_RUNS=${runs}`)

/** A property as it is run here: `few` times in the suite. */
export function runsOf(few: number): { seed: number; numRuns: number } {
  return { seed, numRuns: runs || few }
}

/** For tests that take as long as somebody wants. */
export const PATIENCE = isSearch ? 24 * 60 * 60 * 1000 : 60_000

export const corpus = await readCorpus()

/** A program of somebody: one that the project shows, or one put together. */
export const someProgram: fc.Arbitrary<Program> = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...corpus) }, { weight: 1, arbitrary: grammarProgram })
