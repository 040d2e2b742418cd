import { coverageOf } from './coverage.js'
import type { Inventory } from './inventory.js'
import { sorted } from './read-findings.js'
import type { FilesRead, Finding, Library, Report } from './report.js'

/** One report of several, which were made of parts of a project, perhaps on several machines. */
export function mergeReports(reports: readonly [Report, ...Report[]]): Report {
  const [first] = reports
  const all = <T>(read: (report: Report) => readonly T[]) => reports.flatMap(read)
  const findings = sorted([...new Map(all((report) => report.findings).map((finding) => [keyOf(finding), finding])).values()])
  const asked = union(all((report) => report.asked))
  const seen = union(all((report) => report.seen))
  return {
    ...first,
    created:
      all(({ created }) => [created])
        .sort()
        .at(-1) ?? first.created,
    project: union(all(({ project }) => [project])).join(', '),
    config: union(all(({ config }) => [config])).join(', '),
    files: mergeFiles(reports.map(({ files }) => files)),
    libraries: mergeLibraries(all(({ libraries }) => libraries)),
    findings,
    rules: Object.assign({}, ...reports.map(({ rules }) => rules)),
    suppressed: all(({ suppressed }) => suppressed),
    switchedOff: all(({ switchedOff }) => switchedOff),
    inventory: mergeInventories(all(({ inventory }) => (inventory ? [inventory] : []))),
    asked,
    seen,
    coverage: coverageOf(findings, asked, seen),
    baseline: null,
  }
}

/** Files that several parts have in common are told once. */
function keyOf({ id, line }: Finding): string {
  return `${id} ${line}`
}

function mergeFiles(files: readonly FilesRead[]): FilesRead {
  const otherLanguages: Record<string, number> = {}
  for (const [ending, count] of files.flatMap((each) => Object.entries(each.otherLanguages)))
    otherLanguages[ending] = (otherLanguages[ending] ?? 0) + count
  return {
    audited: sum(files.map(({ audited }) => audited)),
    withSessionCode: sum(files.map(({ withSessionCode }) => withSessionCode)),
    notAudited: files.flatMap(({ notAudited }) => notAudited),
    otherLanguages,
  }
}

function mergeLibraries(libraries: readonly Library[]): Library[] {
  return union(libraries.map(({ name }) => name)).flatMap((name) => {
    const [first, ...others] = libraries.filter((library) => library.name === name)
    return first
      ? [
          {
            ...first,
            range: first.range ?? others.find(({ range }) => range !== null)?.range ?? null,
            files: sum([first, ...others].map(({ files }) => files)),
          },
        ]
      : []
  })
}

function mergeInventories(inventories: readonly Inventory[]): Inventory | null {
  if (inventories.length === 0) return null
  return {
    cookies: inventories.flatMap(({ cookies }) => cookies),
    sessions: inventories.flatMap(({ sessions }) => sessions),
    ids: inventories.flatMap(({ ids }) => ids),
    handlers: inventories.flatMap(({ handlers }) => handlers),
  }
}

function union<T>(values: readonly T[]): T[] {
  return [...new Set(values)].sort()
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
