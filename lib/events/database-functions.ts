import { isCallStep, type Path } from '../ast/paths.js'
import { stores } from '../frameworks/stores/index.js'

const PACKAGES = stores.flatMap(({ packages = [] }) => packages)

/** Whether a path leads to what a library for databases exports itself, which only writes conditions and values: `eq` of Drizzle, not a method of a model. */
export function isOfDatabase(path: Path | undefined): boolean {
  if (path?.root.kind !== 'module') return false
  const { name } = path.root
  return PACKAGES.some((known) => name === known || name.startsWith(`${known}/`)) && !path.steps.some((step) => isCallStep(step) || step === 'new()')
}
