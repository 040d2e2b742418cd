import type { VersionRange } from '../frameworks/framework.js'

type Version = readonly [number, number, number]

/**
 * The oldest version that a range in a manifest allows: `^0.6.1` is 0.6.1. Tags, URLs, `*`,
 * `workspace:*` and `catalog:` name no version.
 */
export function lowerBound(range: string): Version | undefined {
  const [, alternatives = ''] = /^(?:npm:@?[^@]*@|workspace:)?(.*)$/s.exec(range.slice(0, LONGEST_RANGE)) ?? []
  const bounds = alternatives.split('||').map((alternative) => boundOf(alternative.trim()))
  // `^1 || *` allows any version, so that its lower bound says nothing.
  return bounds.reduce((lowest, bound) => (lowest && bound && compare(bound, lowest) > 0 ? lowest : lowest && bound))
}

const LONGEST_RANGE = 256

function boundOf(range: string): Version | undefined {
  if (/^<=?\s*v?\d/.test(range)) return [0, 0, 0]
  const [, text] = /^[\^~>=v\s]*(\d+(?:\.(?:\d+|x|X|\*)){0,2})(?![\w/.:])/.exec(range) ?? []
  if (text === undefined) return undefined
  const [major = 0, minor = 0, patch = 0] = text.split('.').map((part) => Number(part) || 0)
  return [major, minor, patch]
}

/** Whether a version is in a table's range. Without a version the library is taken to be a current one. */
export function isInRange(version: string | undefined, range: VersionRange | undefined): boolean {
  if (range === undefined) return true
  const isLower = range.startsWith('<')
  const found = version === undefined ? undefined : lowerBound(version)
  if (!found) return !isLower
  const isBelow = compare(found, lowerBound(range.replace(/^(?:<|>=)/, '')) ?? [0, 0, 0]) < 0
  return isLower ? isBelow : !isBelow
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}
