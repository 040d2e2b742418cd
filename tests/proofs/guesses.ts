import { createHash } from 'node:crypto'
import { nextNumbers } from './math-random.js'
import type { Person } from './people.js'

/** What an attacker knows who has an account, and sees when somebody else logs in. */
export interface Knowledge {
  /** IDs that the attacker was given, in this order, with nobody else's between them; the last is the newest. */
  readonly ids: readonly string[]
  readonly victim: Person
  /** The time of the victim's login, not exactly. */
  readonly from: Date
  readonly to: Date
}

/** What the victim's ID may be: everything that can be told from what the attacker knows, and every ID that is short. */
export function guesses(knowledge: Knowledge): readonly string[] {
  return [...new Set(WAYS.flatMap((way) => [...way(knowledge)]))]
}

const WAYS: readonly ((knowledge: Knowledge) => Iterable<string>)[] = [
  guessCounter,
  guessHashOfName,
  guessTime,
  guessTimeOfUuid,
  guessMathRandom,
  guessShort,
]

const HASHES = ['md5', 'sha1', 'sha256'] as const
/** Clocks of two machines are never the same. */
const TOLERANCE = 2

/** A number in an ID is counted up. */
function* guessCounter({ ids }: Knowledge): Iterable<string> {
  const last = ids.at(-1) ?? ''
  for (const { 0: digits, index } of last.matchAll(/\d{1,12}/g)) {
    for (let step = 1; step <= 10; step++) yield last.slice(0, index) + String(Number(digits) + step) + last.slice(index + digits.length)
  }
}

function* guessHashOfName({ victim }: Knowledge): Iterable<string> {
  yield victim.name
  yield* hashes(victim.name)
}

/** The time itself, in digits of some base, hashed, hashed with a name, or where another time is in an ID. */
function* guessTime(knowledge: Knowledge): Iterable<string> {
  const { ids, victim } = knowledge
  const last = ids.at(-1) ?? ''
  for (const time of times(knowledge)) {
    for (const text of [String(time), time.toString(16), time.toString(36)]) {
      yield text
      yield* hashes(text)
    }
    yield* hashes(`${victim.name}${time}`)
    if (/\d{13}/.test(last)) yield last.replace(/\d{13}/, String(time))
  }
}

/** Version 1: the time, a counter, and a part that is the same for all that one process makes. */
function* guessTimeOfUuid(knowledge: Knowledge): Iterable<string> {
  const [, constant] = /^[\da-f]{8}-[\da-f]{4}-1[\da-f]{3}(-[\da-f]{4}-[\da-f]{12})$/.exec(knowledge.ids.at(-1) ?? '') ?? []
  if (constant === undefined) return
  for (const time of times(knowledge)) {
    for (let count = 0n; count < 4n; count++) {
      const ticks = (BigInt(time) + SINCE_1582) * 10_000n + count
      const digits = ticks.toString(16).padStart(15, '0')
      yield `${digits.slice(7)}-${digits.slice(3, 7)}-1${digits.slice(0, 3)}${constant}`
    }
  }
}

/** Milliseconds from the beginning of the Gregorian calendar to 1970. */
const SINCE_1582 = 12_219_292_800_000n

/** `Math.random().toString(36)`, from the same with the attacker's own IDs. */
function* guessMathRandom({ ids }: Knowledge): Iterable<string> {
  if (!ids.every((id) => /^[\da-z]{8,}$/.test(id))) return
  for (const number of nextNumbers(ids.map(fractionOf))) yield number.toString(36).slice(2)
}

/** Whether the attacker has enough IDs, or they come from the end of one block and the beginning of the next. */
export function isEnough(ids: readonly string[]): boolean {
  return !ids.every((id) => /^[\da-z]{8,}$/.test(id)) || nextNumbers(ids.map(fractionOf)).length > 0
}

/** The number of which these are the digits behind the point, in base 36; the last bits may be wrong. */
function fractionOf(digits: string): number {
  return [...digits].reduceRight((sum, digit) => (sum + parseInt(digit, 36)) / 36, 0)
}

/** So few characters that all of them can be tried. */
function* guessShort({ ids }: Knowledge): Iterable<string> {
  const [{ length } = ''] = ids
  const base = [10, 16, 36].find((digits) => ids.every((id) => id.length === length && isInBase(id, digits)))
  if (base === undefined || base ** length > MOST_TRIES) return
  for (let number = 0; number < base ** length; number++) yield number.toString(base).padStart(length, '0')
}

const MOST_TRIES = 10_000

function isInBase(text: string, base: number): boolean {
  return [...text].every((digit) => parseInt(digit, base).toString(base) === digit)
}

function* times({ from, to }: Knowledge): Iterable<number> {
  for (let time = from.getTime() - TOLERANCE; time <= to.getTime() + TOLERANCE; time++) yield time
}

function hashes(text: string): readonly string[] {
  return HASHES.map((hash) => createHash(hash).update(text).digest('hex'))
}
