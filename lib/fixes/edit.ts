import type { TSESLint } from '@typescript-eslint/utils'

/** A change of the source, whole in itself. */
export type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]

/** One change made of several, which must not overlap; none if one of them can't be made. */
export function together(...edits: readonly (Edit | undefined)[]): Edit | undefined {
  const made = edits.filter((edit) => edit !== undefined)
  return made.length === edits.length ? (fixer) => made.flatMap((edit) => edit(fixer)) : undefined
}
