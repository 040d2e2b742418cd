/** A difference that is as it should be: what a rewriting hides from a rule, or shows it. */
interface Change {
  /** The start of the names of rewritings. */
  readonly rewriting: string
  /** Rule and message; every finding where it is left out. */
  readonly finding?: RegExp
  readonly why: string
}

/** Findings that a rewriting may hide: what nobody can read is not reported. */
const HIDDEN: readonly Change[] = []

/** Findings that a rewriting may bring. */
const SHOWN: readonly Change[] = []

/** The findings that a rewriting has hidden or brought without a reason for it. */
export function unexplained(rewriting: string, before: readonly string[], after: readonly string[]): string[] {
  return [
    ...without(before, after).filter((finding) => !isExplained(HIDDEN, rewriting, finding)).map((finding) => `hidden: ${finding}`),
    ...without(after, before).filter((finding) => !isExplained(SHOWN, rewriting, finding)).map((finding) => `shown: ${finding}`),
  ]
}

function isExplained(changes: readonly Change[], rewriting: string, finding: string): boolean {
  return changes.some((change) => rewriting.startsWith(change.rewriting) && change.finding?.test(finding) !== false)
}

/** What is in a list more often than in another one. */
export function without(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return list.filter((item) => {
    const index = left.indexOf(item)
    if (index !== -1) left.splice(index, 1)
    return index === -1
  })
}
