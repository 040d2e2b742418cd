import { cpSync, lstatSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinkedProject, root, type Project } from '../project.js'

export const NEIGHBOURS = fileURLToPath(new URL('neighbours/node_modules', import.meta.url))

/** A project that finds other plugins and configs too, of which some ask for Next. */
export function createNeighbourhood(files: Readonly<Record<string, string>>): Project {
  const project = createLinkedProject(files)
  const modules = join(project.folder, 'node_modules')
  for (const name of readdirSync(NEIGHBOURS)) if (!name.startsWith('.')) link(join(NEIGHBOURS, name), join(modules, name))

  // It looks for Next where it stands itself.
  rmSync(join(modules, 'eslint-config-next'))
  cpSync(join(NEIGHBOURS, 'eslint-config-next'), join(modules, 'eslint-config-next'), { recursive: true })
  link(join(root, 'tests', 'libraries', 'node_modules', 'next'), join(modules, 'next'))
  return project
}

/** Instead of the project's own package of that name. */
function link(target: string, path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) rmSync(path)
  symlinkSync(target, path, 'junction')
}
