import { inTurns, instructions } from '../cost/count-instructions.js'
import type { Corpus } from './corpora.js'
import type { InstructionRow } from '../../docs/render-performance.js'

/** ESLint, Node and the plugins load and compile much of themselves with the first files; that is told apart. */
const FIRST_FILES = 12

const SETS = ['idle', 'walk', 'reports', 'recommended', 'strict', 'eslint-plugin-sonarjs', 'eslint-plugin-security']

/** What sets of rules add to the instructions that linting takes with an empty rule, in percent. */
export function countSets(corpora: readonly Corpus[]): Promise<InstructionRow[]> {
  return count(SETS, corpora)
}

/** The same for each rule alone. */
export async function count(configs: readonly string[], corpora: readonly Corpus[]): Promise<InstructionRow[]> {
  const first = corpora.flatMap(({ files }) => files.filter((_, index) => index % Math.floor(files.length / FIRST_FILES) === 0))
  const counted = await inTurns(['empty', ...configs].flatMap((config) => [[], ...corpora.map(({ files }) => files)].map((files) => () => instructions(config, [...first, ...files]))))
  const [empty = [], ...others] = chunks(counted, corpora.length + 1).map(([start = NaN, ...runs]) => runs.map((run) => run - start))
  return others.map((own, index) => ({
    config: configs[index] ?? '',
    percent: own.map((instructionsOfRules, at) => (100 * instructionsOfRules) / (empty[at] ?? NaN) - 100),
  }))
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: items.length / size }, (_, index) => items.slice(index * size, (index + 1) * size))
}
