import { rulesFor, VERSIONS, type Requirement } from '../lib/audit/asvs.js'
import type { Manifest } from '../lib/manifest.js'
import { asvsLink } from './render-references.js'
import { table } from './render-table.js'

/** Every requirement, with the rules that check it, or why none can. */
export function renderAsvs(manifest: Manifest): Readonly<Record<'asvs-4' | 'asvs-5', string>> {
  return { 'asvs-4': section(manifest, VERSIONS['4.0.3']), 'asvs-5': section(manifest, VERSIONS['5.0.0']) }
}

/** Requirements that neither a rule checks nor a reason excuses, and those that have both. */
export function undecided(manifest: Manifest): readonly string[] {
  return Object.values(VERSIONS)
    .flat()
    .flatMap(({ beyond, id, on }) => {
      const isChecked = rulesFor(manifest, id).length > 0
      return isChecked === (on !== undefined) && isChecked === (beyond === undefined) ? [] : [id]
    })
}

function section(manifest: Manifest, requirements: readonly Requirement[]): string {
  return table(
    ['requirement', 'asks for', 'checked by'],
    requirements.map(({ asks, beyond = '', id }) => {
      const rules = rulesFor(manifest, id).map((name) => `[\`${name}\`](rules/${name}.md)`)
      return [asvsLink(id), asks, rules.length > 0 ? rules.join(', ') : `– ${beyond}`]
    }),
  )
}
