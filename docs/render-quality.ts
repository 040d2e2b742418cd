import { table } from './render-table.js'

/** What became of the changes to a file, as `npm run mutate` counted them. */
export interface MutationResult {
  readonly date: string
  /** Changes that a test noticed. */
  readonly killed: number
  /** Changes that no test noticed. */
  readonly survived: number
}

/**
 * The results of mutation testing, by folder and by file, and the files that were not run.
 *
 * @param files all files of the folders that are measured
 */
export function renderQuality(files: readonly string[], results: Readonly<Record<string, MutationResult>>): Readonly<Record<'mutation-folders' | 'mutation-files' | 'mutation-missing', string>> {
  const measured = files.flatMap((file) => (results[file] ? [{ file, ...results[file] }] : []))
  const missing = files.filter((file) => !results[file])
  const folders = [...new Set(files.map(folderOf))]
  return {
    'mutation-folders': table(
      ['folder', 'files', 'measured', 'changes', 'noticed', 'score'],
      folders.map((folder) => {
        const inFolder = measured.filter(({ file }) => folderOf(file) === folder)
        const all = files.filter((file) => folderOf(file) === folder)
        return [`\`${folder}\``, String(all.length), String(inFolder.length), ...numbersOf(sum(inFolder))]
      }),
    ),
    'mutation-files': table(['file', 'date', 'changes', 'noticed', 'score'], measured.map(({ date, file, ...counts }) => [`\`${file}\``, date, ...numbersOf(counts)])),
    'mutation-missing': missing.length === 0 ? 'None.' : missing.map((file) => `- \`${file}\``).join('\n'),
  }
}

type Counts = Pick<MutationResult, 'killed' | 'survived'>

function numbersOf({ killed, survived }: Counts): readonly string[] {
  const changes = killed + survived
  return [String(changes), String(killed), changes === 0 ? '–' : `${Math.floor((100 * killed) / changes)} %`]
}

function sum(results: readonly Counts[]): Counts {
  return results.reduce((total, { killed, survived }) => ({ killed: total.killed + killed, survived: total.survived + survived }), { killed: 0, survived: 0 })
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'))
}
