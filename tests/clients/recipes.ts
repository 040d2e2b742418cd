import { join } from 'node:path'
import { fencesOf, pageAt } from '../pages.js'
import { root } from '../project.js'

/** Where the tools are installed that the project itself has no use for. */
export const tools = join(root, 'tests', 'clients', 'tools')

/** The files that a section of a page tells its readers to write, by their paths: ```` ```yaml lefthook.yml ````. */
export function recipeOn(path: string, heading: string): Readonly<Record<string, string>> {
  const { text } = pageAt(path)
  const [, section] = text.split(`\n## ${heading}\n`)
  if (section === undefined) throw new Error(`${path} has no part "${heading}"`)
  const fences = fencesOf({ path, text: section.split('\n## ')[0] ?? '' })
  return Object.fromEntries(fences.flatMap(({ code, info }) => (info.includes(' ') ? [[info.split(' ')[1] ?? '', code]] : [])))
}
