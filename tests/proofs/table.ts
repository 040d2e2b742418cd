import type { Outcome } from './attacks.js'

export interface Proved {
  readonly rules: string
  readonly library: string
  readonly before: readonly Outcome[]
  readonly after: readonly Outcome[]
  /** Whether the repair was a suggestion. */
  readonly isSuggested: boolean
}

const proved: Proved[] = []

afterAll(() => {
  if (proved.length > 0) console.log(table(proved))
})

/** Notes what a test has proved. */
export function record(what: Proved): void {
  proved.push(what)
}

/** A line for each rule and library. */
function table(all: readonly Proved[]): string {
  const keys = new Set(all.map(keyOf))
  const rows = [...keys].map((key) => row(all.filter((proof) => keyOf(proof) === key)))
  const widthOf = (column: number) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))
  return rows.map((cells) => cells.map((cell, column) => cell.padEnd(widthOf(column))).join('   ').trimEnd()).join('\n')
}

function keyOf({ isSuggested, library, rules }: Proved): string {
  return `${rules} ${library} ${isSuggested}`
}

function row(proofs: readonly Proved[]): readonly string[] {
  const [{ isSuggested, library, rules } = { isSuggested: false, library: '', rules: '' }] = proofs
  const before = outcomesOf(proofs.flatMap((proof) => proof.before))
  const after = outcomesOf(proofs.flatMap((proof) => proof.after))
  const count = `(${proofs.length} ${proofs.length === 1 ? 'program' : 'programs'})`
  return [isSuggested ? `${rules} (suggested)` : rules, library, `${before} -> ${after}`, 'users fine', count]
}

function outcomesOf(outcomes: readonly Outcome[]): string {
  return [...new Set(outcomes)].join(' and ')
}
