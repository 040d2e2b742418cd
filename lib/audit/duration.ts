const UNITS = [
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
  ['second', 1],
] as const

/** A number of seconds in words: `30 minutes`, `1.5 days`. */
export function durationOf(seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? ['second', 1]
  const count = Math.round((seconds / length) * 10) / 10
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
