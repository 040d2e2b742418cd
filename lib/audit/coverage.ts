import manifest from '../../eslint-plugin.config.js'
import type { EventType } from '../events/events.js'
import type { Manifest } from '../manifest.js'
import { rulesFor, VERSIONS, type Requirement } from './asvs.js'
import { asvsLink } from './references.js'
import type { Covered, Finding } from './report.js'

const rows: Manifest = manifest

/** What an audit can say of each requirement about sessions. */
export function coverageOf(findings: readonly Finding[], asked: readonly string[], seen: readonly EventType[]): Covered[] {
  return Object.entries(VERSIONS).flatMap(([version, requirements]) =>
    requirements.map((requirement) => {
      const { asks, id } = requirement
      const rules = rulesFor(rows, id)
      const about = findings.filter(({ rule }) => rules.includes(rule)).map((finding) => finding.id)
      const silent = rules.filter((rule) => !asked.includes(rule))
      return { id, version, url: asvsLink(id).url, asks, ...judged(requirement, rules, about, silent, seen), findings: about }
    }),
  )
}

function judged(
  { beyond, on = [] }: Requirement,
  rules: readonly string[],
  about: readonly string[],
  silent: readonly string[],
  seen: readonly EventType[],
): Pick<Covered, 'note' | 'status'> {
  const further = silent.length === 0 ? '' : `not asked: ${silent.map((rule) => `\`${rule}\``).join(', ')}`
  if (about.length > 0) return { status: 'broken', note: further }
  if (beyond !== undefined) return { status: 'by hand', note: beyond }
  if (!on.some((type) => seen.includes(type))) return { status: 'not applicable', note: 'no code of this kind was seen' }
  return silent.length === rules.length ? { status: 'not asked', note: further } : { status: 'nothing found', note: further }
}
