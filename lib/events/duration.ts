const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|msecs?|milliseconds?)$/, 0.001],
  [/^(?:s|secs?|seconds?)$/, 1],
  [/^(?:m|mins?|minutes?)$/, 60],
  [/^(?:h|hrs?|hours?)$/, 3600],
  [/^(?:d|days?)$/, 86_400],
  [/^(?:w|weeks?)$/, 604_800],
  [/^(?:mo|months?)$/, 2_629_800],
  [/^(?:y|yrs?|years?)$/, 31_557_600],
]

/** The seconds in a text such as `15m`, `2 hours` or `1 year from now`; undefined for a text without a unit. */
export function secondsIn(text: string): number | undefined {
  const [, amount, name = ''] = /^\+? ?(\d+(?:\.\d+)?|\.\d+) ?([a-z]+)(?: from now)?$/i.exec(text.trim()) ?? []
  const unit = UNITS.find(([names]) => names.test(name.toLowerCase()))
  return amount === undefined || !unit ? undefined : Number(amount) * unit[1]
}

/** Whether an amount of milliseconds was meant as one of seconds: those would be whole minutes, or hours, and these no whole seconds, or minutes. */
export function isInSeconds(amount: number): boolean {
  return amount >= 60 && ((amount % 60 === 0 && amount % 1000 !== 0) || (amount % 3600 === 0 && amount % 60_000 !== 0))
}
