/** A duration as people write it: 1800 seconds are `30 * 60 * 1000` in milliseconds, `30 * 60` in seconds. */
export function durationText(seconds: number, unit: 'milliseconds' | 'seconds'): string {
  return [...factors(seconds), ...(unit === 'milliseconds' ? ['1000'] : [])].join(' * ')
}

function factors(seconds: number): string[] {
  const days = seconds / 86_400
  if (Number.isInteger(days) && days > 1) return [String(days), '24', '60', '60']
  const hours = seconds / 3600
  if (Number.isInteger(hours)) return [String(hours), '60', '60']
  const minutes = seconds / 60
  return Number.isInteger(minutes) ? [String(minutes), '60'] : [String(seconds)]
}
