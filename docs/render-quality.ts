import { table } from './render-table.js'

/** What became of the changes to a file, as `npm run mutate` counted them. */
export interface MutationResult {
  readonly date: string
  /** Of so many changes one was made. */
  readonly every: number
  /** Changes that a test noticed. */
  readonly noticed: number
  /** Changes that no test noticed. */
  readonly survived: number
  /** Changes that no test can notice. */
  readonly equivalent: number
  /** Changes that were not made. */
  readonly left: number
}

/** A change that no test can notice. */
export interface EquivalentChange {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

type Part = 'mutation-folders' | 'mutation-files' | 'mutation-equivalent' | 'mutation-missing'

/**
 * The results of mutation testing, by folder and by file, and the files that were not run.
 *
 * @param files all files of the folders that are measured
 */
export function renderQuality(
  files: readonly string[],
  results: Readonly<Record<string, MutationResult>>,
  equivalent: readonly EquivalentChange[],
): Readonly<Record<Part, string>> {
  const measured = files.flatMap((file) => (results[file] ? [{ file, ...results[file] }] : []))
  const missing = files.filter((file) => !results[file])
  const folders = [...new Set(files.map(folderOf))]
  return {
    'mutation-folders': table(
      ['folder', 'files', 'measured', ...COUNTS],
      folders.map((folder) => {
        const inFolder = measured.filter(({ file }) => folderOf(file) === folder)
        const all = files.filter((file) => folderOf(file) === folder)
        return [`\`${folder}\``, String(all.length), String(inFolder.length), ...numbersOf(sum(inFolder))]
      }),
    ),
    'mutation-files': table(
      ['file', 'date', 'one of', ...COUNTS],
      measured.map(({ date, every, file, ...counts }) => [`\`${file}\``, date, String(every), ...numbersOf(counts)]),
    ),
    'mutation-equivalent': equivalent.length === 0 ? 'None.' : table(['file', 'change', 'reason'], equivalent.map(({ file, from, reason, to }) => [`\`${file}\``, `${code(from)} → ${code(to)}`, reason])),
    'mutation-missing': missing.length === 0 ? 'None.' : missing.map((file) => `- \`${file}\``).join('\n'),
  }
}

const COUNTS = ['made', 'noticed', 'equivalent', 'not made', 'score']

type Counts = Pick<MutationResult, 'noticed' | 'survived' | 'equivalent' | 'left'>

function numbersOf({ equivalent, left, noticed, survived }: Counts): readonly string[] {
  const changes = noticed + survived
  return [...[changes + equivalent, noticed, equivalent, left].map(String), changes === 0 ? '–' : `${Math.floor((100 * noticed) / changes)} %`]
}

function sum(results: readonly Counts[]): Counts {
  const of = (count: keyof Counts) => results.reduce((total, result) => total + result[count], 0)
  return { noticed: of('noticed'), survived: of('survived'), equivalent: of('equivalent'), left: of('left') }
}

/** Code in a cell of a table, where a bar would end the cell. */
function code(text: string): string {
  return text === '' ? 'nothing' : `\`${text.replaceAll('|', '\\|')}\``
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'))
}
