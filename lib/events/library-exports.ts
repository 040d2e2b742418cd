import { startsWithSteps, type Path } from '../ast/paths.js'
import type { Framework, Meaning } from '../frameworks/framework.js'
import type { Exported } from '../frameworks/meaning.js'
import type { FileContext } from './file-context.js'

/** The steps of a path behind an export of a library, also where the file needs no import for it; or behind a global of its platform. */
export function stepsBehindExport(context: FileContext, framework: Framework, path: Path, meaning: Meaning): readonly string[] | undefined {
  if (meaning.kind === 'global') return stepsBehindGlobal(path, meaning)
  if (meaning.kind !== 'export') return undefined
  if (isExport(path, meaning)) return path.steps.slice(meaning.steps.length)
  const [name, ...steps] = meaning.steps
  const isGlobal = path.root.kind === 'global' && path.root.name === name && startsWithSteps(path.steps, steps)
  return isGlobal && importsItself(context, framework) ? path.steps.slice(steps.length) : undefined
}

function stepsBehindGlobal({ root, steps }: Path, { name, steps: wanted }: Meaning & { kind: 'global' }): readonly string[] | undefined {
  return root.kind === 'global' && root.name === name && startsWithSteps(steps, wanted) ? steps.slice(wanted.length) : undefined
}

/** Whether a path starts with an export of a module. */
export function isExport(path: Path, meaning: Exported): boolean {
  return path.root.kind === 'module' && path.root.name === meaning.module && startsWithSteps(path.steps, meaning.steps)
}

/** Whether a library's exports are there without an import: in the files of frameworks that import by themselves. */
export function importsItself({ filename, project, settings }: FileContext, { autoImports }: Framework): boolean {
  if (!autoImports?.files.test(filename.replaceAll('\\', '/'))) return false
  const { packages } = autoImports
  return packages.some((name) => settings.libraries.includes(name)) || project.dependencies(packages).size > 0
}
