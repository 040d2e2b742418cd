import ignore, { type Ignore } from 'ignore'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

const LARGEST = 1_000_000

export type IsIgnored = (path: string, isFolder: boolean) => boolean

/**
 * Tells what the .gitignore files of a repository name, as git does: the file nearest to a path decides, and what is in
 * an ignored folder is ignored with it. Only plain files are read, and git itself is never run.
 *
 * @param top where to stop; otherwise at the root of the repository
 */
export function createIgnoredPaths(top?: string): IsIgnored {
  const patterns = new Map<string, Ignore | undefined>()

  return (path, isFolder) => {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const answer = patternsIn(folder)?.test(relative(folder, path).split(sep).join('/') + (isFolder ? '/' : ''))
      if (answer?.ignored === true) return true
      if (answer?.unignored === true) return false
      if (folder === top || dirname(folder) === folder || existsSync(join(folder, '.git'))) return false
    }
  }

  function patternsIn(folder: string): Ignore | undefined {
    if (!patterns.has(folder)) patterns.set(folder, readPatterns(join(folder, '.gitignore')))
    return patterns.get(folder)
  }
}

function readPatterns(file: string): Ignore | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false })
    return stats?.isFile() === true && stats.size <= LARGEST ? ignore().add(readFileSync(file, 'utf8')) : undefined
  } catch {
    // Without a .gitignore that can be read, everything is code of the project.
    return undefined
  }
}
