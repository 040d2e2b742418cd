import { expressions } from './expressions.js'
import { functions } from './functions.js'
import { layout } from './layout.js'
import { modules } from './modules.js'
import { names } from './names.js'
import { objects } from './objects.js'
import { statements } from './statements.js'
import type { Transformation } from './transformation.js'

/** Every way to write the same program differently. */
export const transformations: readonly Transformation[] = [
  ...expressions,
  ...functions,
  ...layout,
  ...modules,
  ...names,
  ...objects,
  ...statements,
]
