import { table } from './render-table.js'

/** What `npm run bench` measured; a part is missing until it was run. */
export interface Results {
  readonly sets?: Circumstances & { readonly corpora: readonly CorpusSize[]; readonly rows: readonly InstructionRow[] }
  readonly rules?: Circumstances & { readonly corpora: readonly CorpusSize[]; readonly rows: readonly InstructionRow[] }
  readonly growth?: Circumstances & { readonly rows: readonly GrowthRow[] }
  readonly memory?: Circumstances & { readonly files: number; readonly empty: number; readonly strict: number }
  readonly editor?: Circumstances & { readonly lines: number; readonly empty: number; readonly recommended: number; readonly loading: number }
  readonly linters?: Circumstances & { readonly files: number; readonly rows: readonly LinterRow[] }
}

/** When, and with what. */
export interface Circumstances {
  readonly date: string
  readonly versions: readonly string[]
  readonly processors: number
}

export interface CorpusSize {
  readonly name: string
  readonly files: number
  readonly lines: number
}

/** What a config adds to the instructions of an empty rule: in percent, in each corpus. */
export interface InstructionRow {
  readonly config: string
  readonly percent: readonly number[]
}

/** How often V8 ran the blocks of our code for programs that grow. */
export interface GrowthRow {
  readonly program: string
  readonly lines: readonly number[]
  readonly steps: readonly number[]
}

/** Seconds that a linter takes for one file, and for all. */
export interface LinterRow {
  readonly name: string
  readonly one: number
  readonly all: number
}

type Part = 'editor' | 'growth' | 'linters' | 'memory' | 'rules' | 'scale' | 'sets'

const NOT_MEASURED = 'Not measured yet: `npm run bench`.'

/** The parts of docs/performance.md, by what was measured. */
export function renderPerformance({ editor, growth, linters, memory, rules, sets }: Results): Readonly<Record<Part, string>> {
  return {
    sets: sets ? [told(sets), shares(sets.corpora, sets.rows)].join('\n\n') : NOT_MEASURED,
    rules: rules ? [told(rules), shares(rules.corpora, rules.rows)].join('\n\n') : NOT_MEASURED,
    growth: growth ? [told(growth), growing(growth.rows)].join('\n\n') : NOT_MEASURED,
    memory: memory
      ? `${told(memory)}\n\n${memory.files} files: ${megabytes(memory.empty)} in use afterwards with an empty rule, ${megabytes(memory.strict)} with \`strict\`, which is ${megabytes(memory.strict - memory.empty)} more.`
      : NOT_MEASURED,
    editor: editor
      ? `${told(editor)}\n\nA file of ${editor.lines} lines, linted again: ${editor.empty.toFixed(1)} ms with an empty rule, ${editor.recommended.toFixed(1)} ms with \`recommended\` (${percent(editor.recommended / editor.empty)} more). Loading the plugin beside ESLint: ${editor.loading.toFixed(0)} ms.`
      : NOT_MEASURED,
    linters: linters ? [told(linters), rates(linters)].join('\n\n') : NOT_MEASURED,
    scale: linters ? scale(linters) : NOT_MEASURED,
  }
}

function told({ date, processors, versions }: Circumstances): string {
  return `Measured on ${date} with ${versions.join(', ')}, on ${processors} processors.`
}

function shares(corpora: readonly CorpusSize[], rows: readonly InstructionRow[]): string {
  return table(
    ['rules', ...corpora.map(({ files, lines, name }) => `${files} files ${name} (${lines} lines)`)],
    rows.map(({ config, percent: added }) => [`\`${config}\``, ...added.map((share) => `${share.toFixed(2)} %`)]),
  )
}

function growing(rows: readonly GrowthRow[]): string {
  return table(
    ['programs of', 'shortest', 'longest', 'steps for a further line of the shortest', 'of the longest', 'times'],
    rows.map((row) => {
      const { lines, program } = row
      const { first, last } = furtherLines(row)
      return [program, `${String(lines[0])} lines`, `${String(lines.at(-1))} lines`, first.toFixed(0), last.toFixed(0), (last / first).toFixed(2)]
    }),
  )
}

/** The steps that a line more takes, where a program begins to grow and in the end. */
export function furtherLines({ lines, steps }: Pick<GrowthRow, 'lines' | 'steps'>): { first: number; last: number } {
  const between = (from: number, to: number) => ((steps.at(to) ?? NaN) - (steps.at(from) ?? NaN)) / ((lines.at(to) ?? NaN) - (lines.at(from) ?? NaN))
  return { first: between(0, 1), last: between(-2, -1) }
}

function rates({ files, rows }: NonNullable<Results['linters']>): string {
  return table(
    ['linter', 'one file', `${files} files`, 'files in a second'],
    rows.map(({ all, name, one }) => [name, `${one.toFixed(2)} s`, `${all.toFixed(2)} s`, String(Math.round(files / all))]),
  )
}

const SIZES = [1000, 10_000, 100_000]
const MACHINES = 8

/** By the time to start, and the time for each file beyond it. */
function scale({ files, rows }: NonNullable<Results['linters']>): string {
  return table(
    ['', ...SIZES.map((size) => `${size.toLocaleString('en')} files`), `${(100_000).toLocaleString('en')} files on ${MACHINES} machines`],
    rows.map(({ all, name, one }) => {
      const secondsFor = (size: number) => one + ((all - one) / Math.max(1, files - 1)) * size
      return [name, ...SIZES.map((size) => duration(secondsFor(size))), duration(secondsFor(100_000 / MACHINES))]
    }),
  )
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds.toFixed(seconds < 10 ? 1 : 0)} s` : `${(seconds / 60).toFixed(0)} min`
}

function percent(times: number): string {
  return `${(100 * times - 100).toFixed(1)} %`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
