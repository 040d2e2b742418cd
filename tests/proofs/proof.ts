import type { Linter } from 'eslint'
import { NAMESPACE } from '../../lib/package.js'
import type { Attack, Outcome } from './attacks.js'
import type { Program } from './catalogue.js'
import { replaceConstants } from './constants.js'
import { STILL_LOGGED_IN, troublesOfUsers } from './people.js'
import { copyProgram, type ProgramFolder } from './program-folder.js'
import { followSuggestions, inspect, isRepairable, repair, repairableIn, type Findings, type Options, type Repairable, type RuleName, type Rules } from './repair.js'
import { runProgram, type RunningProgram, type Settings } from './run-program.js'
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
  if (rules === 'recommended') return
  const made = repairableIn(found).filter((flaw) => flaw.by === (by === 'suggestions' ? 'suggestion' : 'fix'))
  for (const flaw of made) note(program, flaw, before.outcomes, after.outcomes)
}

/** What is proved of a program with several flaws. */
export interface Claims {
  readonly rules: readonly RuleName[]
  /** What succeeds before the repair of a flaw, and fails after it. */
  readonly attacksOn: (flaw: Repairable) => readonly Attack[]
  readonly prepared?: Rules | undefined
  /** Whether nobody can use it before the repair. */
  readonly isBroken?: boolean
  /** Whether it works on the machine of a developer as well, without TLS, after the repair. */
  readonly isTriedInDevelopment?: (flaw: Repairable) => boolean
}

/**
 * Repairs the flaws of a program that runs in production, each in a copy of its own; they are attacked together before.
 * What is proved, the record tells.
 */
export async function proveEach(program: Program, { attacksOn, isBroken = false, isTriedInDevelopment, prepared, rules }: Claims): Promise<void> {
  const weak = await prepare(program, { prepared })
  const flaws = repairableIn(await inspect(weak.folder, rules))
  if (flaws.length === 0) return
  const attacks = [...new Set(flaws.flatMap(attacksOn))]
  const before = await trial(weak, { attacks, settings: PRODUCTION, isUsed: !isBroken })
  expect(before.troubles, 'troubles of users before the repair').toEqual(isBroken ? [] : troublesIn(program, [prepared]))
  expect(before.outcomes, `attacks before the repair of ${flaws.map(({ messageId, rule }) => `${rule} (${messageId})`).join(', ')}`).toEqual(attacks.map(() => 'succeeds'))

  for (const rule of new Set(flaws.map((flaw) => flaw.rule))) {
    const ofRule = flaws.filter((flaw) => flaw.rule === rule)
    const ownAttacks = [...new Set(ofRule.flatMap(attacksOn))]
    const { source, ...copy } = await repairedCopy(program, ofRule, prepared)
    const after = await trial(copy, { attacks: ownAttacks, settings: PRODUCTION })
    expect(after.troubles, `troubles of users after ${source}`).toEqual(troublesIn(program, [prepared, rule]))
    expect(after.outcomes, `attacks after ${source}`).toEqual(ownAttacks.map(() => 'fails'))
    if (isTriedInDevelopment && ofRule.some(isTriedInDevelopment)) {
      const { troubles } = await trial(await repairedCopy(program, ofRule, prepared), { attacks: [] })
      expect(troubles, `troubles of developers after ${source}`).toEqual(troublesIn(program, [prepared, rule]))
    }
    const outcomesOf = (all: readonly Attack[], outcomes: readonly Outcome[], own: readonly Attack[]) => outcomes.filter((_, index) => own.some((attack) => attack === all[index]))
    for (const flaw of ofRule) note(program, flaw, outcomesOf(attacks, before.outcomes, attacksOn(flaw)), outcomesOf(ownAttacks, after.outcomes, attacksOn(flaw)))
  }
}

/** A copy without the flaws of one rule. */
async function repairedCopy(program: Program, flaws: readonly Repairable[], prepared: Rules | undefined): Promise<ProgramFolder & { readonly source: string }> {
  const copy = await prepare(program, { prepared })
  const [{ rule } = { rule: undefined }] = flaws
  if (!rule) throw new Error('There is nothing to repair.')
  if (flaws.some(({ by }) => by === 'suggestion')) await followSuggestions(copy.folder, rule)
  const { files, messages } = await repair(copy.folder, rule)
  const source = `${rule} on ${Object.values(files).join('\n')}`
  expect(messages.filter(isRepairable), `findings after ${source}`).toEqual([])
  return { ...copy, source }
}

const PRODUCTION: Settings = { NODE_ENV: 'production' }

/** What the tests have just expected of each attack is here for the page. */
function note({ library }: Program, { by, messageId, rule }: Repairable, before: readonly Outcome[], after: readonly Outcome[]): void {
  const summary = (outcomes: readonly Outcome[]) => [...new Set(outcomes)].join(' and ')
  record({ rule, messageId, library, by, before: summary(before), after: summary(after) })
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
async function prepare(program: Program, { prepared }: { readonly prepared?: Rules | undefined }): Promise<ProgramFolder> {
  const copy = copyProgram(program)
  if (prepared) await repair(copy.folder, prepared)
  return copy
}

interface Trial {
  readonly troubles: readonly string[]
  readonly outcomes: readonly Outcome[]
  readonly hasEnded: boolean
}

interface Attempt {
  readonly attacks: readonly Attack[]
  /** What the environment tells the program. */
  readonly settings?: Settings
  /** Whether people use it first. */
  readonly isUsed?: boolean
  readonly stays?: (program: RunningProgram) => Promise<void>
}

/** Starts a program, lets people use it, and attacks it. */
async function trial({ file, folder }: ProgramFolder, { attacks, isUsed = true, settings, stays }: Attempt): Promise<Trial> {
  if (typeScriptIn(folder).length > 0) transpile(folder)
  replaceConstants(folder, settings === PRODUCTION)
  const program = await runProgram(file.replace(/\.ts$/, '.js'), { ...settingsFor(folder), ...settings })
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
