import { functionAround } from '../ast/nodes.js'
import type { Match } from './match.js'

/**
 * Tells whether a cookie gets further attributes by other statements of the function that writes it:
 * `session.value = token; session.httpOnly = true`.
 */
export function createAmendments(matches: readonly Match[]): (written: Match) => boolean {
  const amendments = matches.filter(({ pattern }) => pattern.emits === 'cookieAmended')

  return (written) => amendments.some((other) => isOfSameLibrary(other, written) && functionAround(other.node) === functionAround(written.node) && mayBeSame(other, written))
}

function isOfSameLibrary(a: Match, b: Match): boolean {
  return a.pattern.framework === b.pattern.framework
}

function mayBeSame(a: Match, b: Match): boolean {
  const [first, second] = [a, b].map(({ pattern, text }) => text(pattern.roles.name))
  return first?.state !== 'known' || second?.state !== 'known' || first.value === second.value
}
