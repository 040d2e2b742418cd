import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { cannotAudit } from './cannot-audit.js'
import { createIgnoredPaths, type IsIgnored } from './ignored-paths.js'
import type { NotAudited } from './report.js'

export interface FoundFiles {
  /** The folder that all files are in; their names are told from here. */
  readonly base: string
  /** Absolute, each once, in the order of their names. */
  readonly files: readonly string[]
  readonly notAudited: readonly NotAudited[]
  readonly otherLanguages: Readonly<Record<string, number>>
}

const CODE = /\.[cm]?[jt]sx?$/
const DECLARATIONS = /\.d\.(?:\w+\.)?[cm]?ts$/
const OTHER_LANGUAGES = /\.(?:vue|svelte|astro)$/
const NEVER = new Set(['node_modules', '.git', '.hg', '.svn'])

/** The files of some paths that an audit reads: code, but neither installed packages nor what .gitignore names. */
export function findFiles(paths: readonly string[], cwd: string): FoundFiles {
  const roots = paths.map(realPath)
  const base = roots.every((root) => isWithin(root, cwd)) ? cwd : commonFolder(roots)
  const files = new Set<string>()
  const notAudited: NotAudited[] = []
  const others = new Map<string, number>()

  for (const root of roots) {
    if (statSync(root).isDirectory()) walk(root, ignoredIn(root))
    else add(root)
  }
  return { base, files: [...files].sort(), notAudited, otherLanguages: Object.fromEntries([...others].sort()) }

  function walk(folder: string, isIgnored: IsIgnored): void {
    for (const name of namesIn(folder)) {
      const path = join(folder, name)
      const stats = lstatSync(path, { throwIfNoEntry: false })
      if (!stats || NEVER.has(name) || isIgnored(path, stats.isDirectory())) continue
      if (stats.isDirectory()) walk(path, isIgnored)
      else if (stats.isFile()) add(path)
      // What a link leads to is read where it is, or is none of the project's.
      else if (stats.isSymbolicLink() && CODE.test(name))
        notAudited.push({ file: nameOf(path), reason: 'link', detail: 'a symbolic link' })
    }
  }

  function namesIn(folder: string): readonly string[] {
    try {
      return readdirSync(folder).sort()
    } catch (error) {
      notAudited.push({ file: nameOf(folder), reason: 'unreadable', detail: messageOf(error) })
      return []
    }
  }

  function add(file: string): void {
    if (CODE.test(file) && !DECLARATIONS.test(file)) files.add(file)
    else if (OTHER_LANGUAGES.test(file)) others.set(extname(file), (others.get(extname(file)) ?? 0) + 1)
  }

  function nameOf(path: string): string {
    return relativeName(base, path)
  }
}

/** A folder that is ignored, and that the reader has asked for all the same, is audited. */
function ignoredIn(root: string): IsIgnored {
  const isIgnored = createIgnoredPaths()
  return isIgnored(root, true) ? createIgnoredPaths(root) : isIgnored
}

/** The name of a file from a folder, with slashes on every system. */
export function relativeName(base: string, path: string): string {
  const name = relative(base, path).split(sep).join('/')
  return name === '' ? basename(path) : name
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    throw cannotAudit(`There is no ${path}, or it can't be read.`)
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => (statSync(path).isDirectory() ? path : dirname(path)))
  return folders.reduce((common, folder) => {
    let at = common
    while (!isWithin(folder, at)) at = dirname(at)
    return at
  })
}
