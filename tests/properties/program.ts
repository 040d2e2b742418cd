/** A program to look at: its text, and what the linter is told about it. */
export interface Program {
  /** Where it comes from, for whoever reads a counterexample. */
  readonly origin: string
  readonly filename: string
  readonly code: string
  readonly settings?: Readonly<Record<string, unknown>>
  /** The options of single rules, by their names. */
  readonly options?: Readonly<Record<string, readonly unknown[]>>
}
