/**
 * What `Math.random()` gives next, from what it gave: V8 makes its numbers by xorshift128, which is linear over
 * bits, and hands them out in blocks of 64, the last one first. Three numbers decide the whole state.
 */

const BLOCK = 64
const BITS = 64
const MASK = (1n << 64n) - 1n
/** Bits of the state that are looked at in each number. It shows 52, but the last ones are lost where it is written in base 36. */
const SHOWN = 44
/** How many of the next numbers are worth a try. */
const NEXT = 6

interface State {
  readonly first: bigint
  readonly second: bigint
}

/**
 * The numbers that may come next, or nothing where these are not numbers in a row of one block.
 *
 * @param numbers at least four, in the order in which they came
 */
export function nextNumbers(numbers: readonly number[]): readonly number[] {
  const made = numbers.toReversed().map((number) => BigInt(Math.floor(number * 2 ** SHOWN)))
  const start = solve(made)
  if (!start) return []
  // Numbers are handed out backwards: those that were made before come next, until the block is used up.
  const before = states(start, NEXT + 1).slice(1).toReversed()
  const after = states(start, NEXT + 2 * BLOCK + 1).slice(-NEXT).toReversed()
  return [...before, ...after].flatMap(({ first }) => [Number(first >> 12n) / 2 ** 52, Number(first >> 11n) / 2 ** 53])
}

/** The state from which the numbers are made after `NEXT` others. */
function solve(made: readonly bigint[]): State | undefined {
  let { first, second } = unknowns()
  const equations: bigint[] = []
  for (let step = 1; step <= NEXT + made.length; step++) {
    ;({ first, second } = linearStep(first, second))
    const number = made[step - NEXT - 1]
    if (number === undefined) continue
    for (let bit = 0; bit < SHOWN; bit++) {
      equations.push((first[bit + BITS - SHOWN] ?? 0n) | (((number >> BigInt(bit)) & 1n) << CONSTANT))
    }
  }
  return eliminate(equations)
}

/** The bit of an equation that stands for its right side; those below stand for the bits of the state. */
const CONSTANT = 128n

function eliminate(equations: readonly bigint[]): State | undefined {
  const rows = new Map<number, bigint>()
  for (const equation of equations) {
    const row = reduce(equation, rows)
    const pivot = highestBit(row & ((1n << CONSTANT) - 1n))
    // Nothing left on the left side, and something on the right: the numbers don't belong together.
    if (pivot === undefined && row !== 0n) return undefined
    if (pivot !== undefined) rows.set(pivot, row)
  }
  if (rows.size < 2 * BITS) return undefined
  let state = 0n
  for (let bit = 0; bit < 2 * BITS; bit++) {
    const row = rows.get(bit) ?? 0n
    const known = row & state & ((1n << BigInt(bit)) - 1n)
    if (((row >> CONSTANT) & 1n) !== parity(known)) state |= 1n << BigInt(bit)
  }
  return { first: state & MASK, second: state >> 64n }
}

function reduce(equation: bigint, rows: ReadonlyMap<number, bigint>): bigint {
  let row = equation
  for (let bit = 2 * BITS - 1; bit >= 0; bit--) {
    const pivot = (row >> BigInt(bit)) & 1n ? rows.get(bit) : undefined
    if (pivot !== undefined) row ^= pivot
  }
  return row
}

function highestBit(value: bigint): number | undefined {
  return value === 0n ? undefined : value.toString(2).length - 1
}

function parity(value: bigint): bigint {
  return value.toString(2).replaceAll('0', '').length % 2 === 1 ? 1n : 0n
}

/** A state of 128 unknown bits; each bit is the sum of the unknowns whose bits are set in it. */
function unknowns(): { first: readonly bigint[]; second: readonly bigint[] } {
  const bits = Array.from({ length: 2 * BITS }, (_, bit) => 1n << BigInt(bit))
  return { first: bits.slice(0, BITS), second: bits.slice(BITS) }
}

function linearStep(state0: readonly bigint[], state1: readonly bigint[]): ReturnType<typeof unknowns> {
  const a = add(state0, shift(state0, 23))
  const b = add(a, shift(a, -17))
  return { first: state1, second: add(add(b, state1), shift(state1, -26)) }
}

function add(left: readonly bigint[], right: readonly bigint[]): bigint[] {
  return left.map((bit, index) => bit ^ (right[index] ?? 0n))
}

/** To the left, or to the right by a negative distance. */
function shift(bits: readonly bigint[], distance: number): bigint[] {
  return bits.map((_, index) => bits[index - distance] ?? 0n)
}

/** A state and those that follow it. */
function states(start: State, count: number): readonly State[] {
  const found = [start]
  for (let state = start; found.length < count; ) {
    state = step(state)
    found.push(state)
  }
  return found
}

function step({ first, second }: State): State {
  const a = first ^ ((first << 23n) & MASK)
  const b = a ^ (a >> 17n)
  return { first: second, second: b ^ second ^ (second >> 26n) }
}
