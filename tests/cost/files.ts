import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../project.js'

/** Files that stay the same as long as the lockfile and the fixtures do. */
export interface FixedSet {
  readonly name: string
  readonly files: readonly string[]
  readonly lines: number
}

/** Half of a program that has nothing to do with sessions. */
export const withoutSessions = fixedSet('files without session code', join(root, 'node_modules', 'lint-staged', 'lib'), /^[a-l].*\.js$/)

export const withSessions = fixedSet('files full of session code', fileURLToPath(new URL('../clients/fixtures', import.meta.url)), /\.js$/)

function fixedSet(name: string, folder: string, pattern: RegExp): FixedSet {
  const files = readdirSync(folder)
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => join(folder, file))
  const lines = files.reduce((count, file) => count + readFileSync(file, 'utf8').split('\n').length, 0)
  return { name, files, lines }
}
