import type { Linter } from 'eslint'
import { NAMESPACE } from '../../lib/package.js'
import type { Attack, Outcome } from './attacks.js'
import type { Program } from './catalogue.js'
import { replaceConstants } from './constants.js'
import { STILL_LOGGED_IN, troublesOfUsers } from './people.js'
import { copyProgram, type ProgramFolder } from './program-folder.js'
import { followSuggestions, inspect, repair, type Findings, type Options, type RuleName, type Rules } from './repair.js'
import { runProgram, type RunningProgram } from './run-program.js'
import { settingsFor } from './settings.js'
import { record } from './table.js'
import { transpile, typeScriptIn } from './typescript.js'

/** What is proved of a program. */
export interface Claim {
  readonly rules: Rules
  readonly options?: Options
  /** The messages that ESLint has about the program, or how many there are; of all rules, only those count that programs are written for. */
  readonly finds: readonly string[] | number
  /** Repairs of other flaws, which are made before anything is tried. */
  readonly prepared?: Rules
  /** What succeeds before the repair, and fails after it. */
  readonly attacks: readonly Attack[]
  /** Whether the flaw is one that people run into, so that nobody can use the program before the repair. */
  readonly isBroken?: boolean
  /** Whether the repair is made by `--fix`, or by taking what the editor offers. */
  readonly by?: 'suggestions'
  /** What the repair does not change. */
  readonly stays?: (program: RunningProgram) => Promise<void>
}

/**
 * Attacks a program, repairs it, and attacks it again; each time, people use it as well. Whether TypeScript still
 * compiles is asked for all rules at once, in `types.test.ts`.
 */
export async function prove(program: Program, claim: Claim): Promise<void> {
  const { attacks, by, finds, options, rules } = claim
  const weak = await prepare(program, claim)
  const found = await inspect(weak.folder, rules, options)
  const said = found.messages.filter((message) => rules !== 'recommended' || isOfProof(message)).map(({ messageId }) => messageId)
  expect(typeof finds === 'number' ? said.length : said, `what is said: ${said.join(', ')}`).toEqual(finds)
  const before = await trial(weak, { ...claim, isUsed: !claim.isBroken })
  expect(before.troubles, 'troubles of users before the repair').toEqual(claim.isBroken ? [] : troublesIn(program, [claim.prepared]))
  expect(before.outcomes, 'attacks before the repair').toEqual(attacks.map(() => 'succeeds'))

  // Node keeps what it has loaded: the repaired program is in another place.
  const { folder, file } = await prepare(program, claim)
  const repaired = await (by === 'suggestions' ? followSuggestions : repair)(folder, rules, options)
  const source = Object.values(repaired.files).join('\n')
  expect(repaired.messages.filter((message) => rules !== 'recommended' || isOfProof(message) || message.fix), 'findings after the repair').toEqual([])
  expect(rulesIn(found), 'what the repair adds').toEqual(expect.arrayContaining(rulesIn(repaired)))
  expect(repaired.files).not.toEqual(found.files)
  expect(await repair(folder, rules, options), 'a second repair').toEqual(repaired)
  const after = await trial({ folder, file }, claim)
  expect(after.troubles, `troubles of users after the repair, with ${source}`).toEqual(troublesIn(program, [claim.prepared, rules]))
  expect(after.outcomes, `attacks after the repair, on ${source}`).toEqual(attacks.map(() => 'fails'))
  expect(after.hasEnded, 'whether the program has ended after the repair').toBe(false)
  record({ rules, library: program.library, before: before.outcomes, after: after.outcomes, isSuggested: by === 'suggestions' })
}

/** The rules that the programs are written for; what others say besides is repaired too, or needs a decision. */
const PROVED: readonly RuleName[] = [
  'no-weak-session-id',
  'require-http-only',
  'require-max-age',
  'require-regenerate-after-login',
  'require-store-delete-on-logout',
]

function isOfProof({ ruleId }: Linter.LintMessage): boolean {
  return PROVED.some((rule) => ruleId === `${NAMESPACE}/${rule}`)
}

function rulesIn({ messages }: Findings): string[] {
  return [...new Set(messages.map(({ ruleId }) => ruleId ?? ''))]
}

/** The trouble that a program gives to its users by itself, until the rule for it is obeyed. */
function troublesIn({ keepsLoggedIn }: Program, obeyed: readonly (Rules | undefined)[]): readonly string[] {
  const isRepaired = obeyed.includes('recommended') || obeyed.includes('require-store-delete-on-logout')
  return keepsLoggedIn && !isRepaired ? [STILL_LOGGED_IN] : []
}

/** A copy of a program, without the flaws that would stand in the way. */
async function prepare(program: Program, { prepared }: Claim): Promise<ProgramFolder> {
  const copy = copyProgram(program)
  if (prepared) await repair(copy.folder, prepared)
  return copy
}

interface Trial {
  readonly troubles: readonly string[]
  readonly outcomes: readonly Outcome[]
  readonly hasEnded: boolean
}

/** Starts a program, lets people use it, and attacks it. */
async function trial({ file, folder }: ProgramFolder, { attacks, isUsed = true, stays }: Pick<Claim, 'attacks' | 'stays'> & { readonly isUsed?: boolean }): Promise<Trial> {
  if (typeScriptIn(folder).length > 0) transpile(folder)
  replaceConstants(folder)
  const program = await runProgram(file.replace(/\.ts$/, '.js'), settingsFor(folder))
  try {
    const troubles = isUsed ? await troublesOfUsers(program) : []
    const outcomes: Outcome[] = []
    for (const attack of attacks) outcomes.push(await attack(program))
    await stays?.(program)
    return { troubles, outcomes, hasEnded: await program.hasEnded() }
  } finally {
    await program.stop()
  }
}
