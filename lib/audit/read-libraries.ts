import { packageOf } from '../ast/paths.js'
import { projectOf } from '../events/project.js'
import type { Framework } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import type { AuditedFile } from './audit-files.js'
import type { Library } from './report.js'

const packages = new Map(frameworks.map((framework) => [packageOf(framework.name), framework]))

/** The libraries of sessions, cookies and tokens that a project uses: by its code, and by the manifests of its files. */
export function readLibraries(files: readonly AuditedFile[], paths: readonly string[]): Library[] {
  const used = new Map<Framework, number>()
  for (const { observed } of files)
    for (const framework of observed.frameworks) used.set(framework, (used.get(framework) ?? 0) + 1)
  const ranges = new Map(paths.flatMap((path) => [...projectOf(path).dependencies([...packages.keys()])]))
  const named = [...ranges.keys()].flatMap((name) => packages.get(name) ?? [])
  return [...new Set([...used.keys(), ...named])]
    .map((framework) => ({
      name: framework.name,
      for: usesOf(framework),
      range: ranges.get(packageOf(framework.name)) ?? null,
      files: used.get(framework) ?? 0,
    }))
    .toSorted((a, b) => b.files - a.files || (a.name < b.name ? -1 : 1))
}

function usesOf({ cookie, cors, csrf, jwt, requestCookies, server, session, storage, store }: Framework): Library['for'] {
  return [
    ...(session ? (['sessions'] as const) : []),
    ...(jwt ? (['tokens'] as const) : []),
    ...(store ? (['stores'] as const) : []),
    ...((cookie && !session) || requestCookies ? (['cookies'] as const) : []),
    ...(storage ? (['storage'] as const) : []),
    ...(cors ? (['cors'] as const) : []),
    ...(csrf ? (['csrf'] as const) : []),
    ...(server ? (['requests'] as const) : []),
  ]
}
