import type { Attack } from './attacks.js'
import type { Program } from './catalogue.js'
import type { Change } from './program-folder.js'
import { prove, type Claim } from './proof.js'
import type { Options, RuleName } from './repair.js'

/** A program with one flaw, mostly by a change, for which the editor offers a repair. */
export interface Flawed extends Program {
  readonly rule: RuleName
  readonly options?: Options
  /** The messages about it. */
  readonly finds: readonly string[]
}

/** A program as a rule finds it after some changes. */
export function flawed(rule: RuleName, messageId: string, program: Program, ...changes: readonly Change[]): Flawed {
  return { ...program, changes: [...(program.changes ?? []), ...changes], rule, finds: [messageId] }
}

/** Attacks a program before and after what the editor offers. */
export function proveOffer({ finds, options, rule, ...program }: Flawed, attacks: readonly Attack[], more: Partial<Claim> = {}): Promise<void> {
  return prove(program, { rules: rule, ...(options && { options }), finds, attacks, by: 'suggestions', ...more })
}
