/** What the nearest manifests say about the project of a file. */
export interface Project {
  /**
   * The packages among `candidates` that the nearest manifest with any of them names, each with the
   * range written there. Empty when no manifest up to the root of the repository names one.
   */
  dependencies(candidates: readonly string[]): ReadonlyMap<string, string>
}

type Manifest = ReadonlyMap<string, string>

const NOTHING: Manifest = new Map()
export const NO_PROJECT: Project = { dependencies: () => NOTHING }

const LARGEST_MANIFEST = 1_000_000
const DEEPEST_FOLDER = 64
const SECTIONS = ['peerDependencies', 'devDependencies', 'dependencies'] as const

const manifests = new Map<string, { readonly changed: number; readonly manifest: Manifest }>()

/**
 * The project of a file, by its `package.json` and those above it up to the repository root. A
 * missing, broken or huge manifest is no evidence. Where there is no file system, as in a browser
 * build of ESLint, no file has a project.
 */
export function projectOf(filename: string): Project {
  const fs = builtin('node:fs')
  const path = builtin('node:path')
  if (!fs || !path || !path.isAbsolute(filename)) return NO_PROJECT
  let above: readonly Manifest[] | undefined
  return {
    dependencies(candidates) {
      above ??= foldersAbove(fs, path, filename)
        .map((folder) => manifestAt(fs, path.join(folder, 'package.json')))
        .filter(({ size }) => size > 0)
      return nearest(above, candidates)
    },
  }
}

function nearest(above: readonly Manifest[], candidates: readonly string[]): Manifest {
  for (const manifest of above) {
    const named = candidates.flatMap((name) => {
      const range = manifest.get(name)
      return range === undefined ? [] : [[name, range] as const]
    })
    if (named.length > 0) return new Map(named)
  }
  return NOTHING
}

function foldersAbove(fs: typeof import('node:fs'), path: typeof import('node:path'), filename: string): string[] {
  const folders: string[] = []
  let folder = path.dirname(filename)
  for (let depth = 0; depth < DEEPEST_FOLDER; depth++) {
    folders.push(folder)
    const parent = path.dirname(folder)
    if (parent === folder || fs.existsSync(path.join(folder, '.git'))) break
    folder = parent
  }
  return folders
}

function manifestAt(fs: typeof import('node:fs'), file: string): Manifest {
  const stats = statsOf(fs, file)
  // A FIFO or a device named package.json would block a read: only plain files are opened.
  if (!stats?.isFile() || stats.size > LARGEST_MANIFEST) return NOTHING
  const known = manifests.get(file)
  if (known?.changed === stats.mtimeMs) return known.manifest
  const manifest = readManifest(fs, file)
  manifests.set(file, { changed: stats.mtimeMs, manifest })
  return manifest
}

function statsOf(fs: typeof import('node:fs'), file: string): import('node:fs').Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false })
  } catch {
    // No permission, a cycle of links, a file for a folder: no evidence.
    return undefined
  }
}

function readManifest(fs: typeof import('node:fs'), file: string): Manifest {
  try {
    const json: unknown = JSON.parse(fs.readFileSync(file, 'utf8').replace('\uFEFF', ''))
    return new Map(SECTIONS.flatMap((section) => Object.entries(recordIn(json, section))))
  } catch {
    return NOTHING
  }
}

function recordIn(json: unknown, section: string): Record<string, string> {
  const value: unknown = isObject(json) && Object.hasOwn(json, section) ? json[section] : undefined
  if (!isObject(value)) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A module of Node, without an import that a bundle for the browser could not resolve. */
function builtin(name: 'node:fs'): typeof import('node:fs') | undefined
function builtin(name: 'node:path'): typeof import('node:path') | undefined
function builtin(name: string): unknown {
  return typeof process === 'undefined' ? undefined : process.getBuiltinModule?.(name)
}
