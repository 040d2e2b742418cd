// The sources that packages bring: whatever is installed, and the programs of test262.
import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parsersFor } from './parsers.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

const INSTALLED = ['node_modules', 'tests/libraries/node_modules', 'tests/libraries/newer/node_modules', 'tests/clients/versions/node_modules', 'tests/torture/node_modules']
const TEST262 = 'tests/torture/node_modules/test262-parser-tests'

/** Programs that parse, by the standard. */
const VALID = ['pass', 'pass-explicit']

/** Ends a program with the words that make the rules read it. */
const WORDS = '\n// session cookie token secret jwt\n'

/** Every source in the installed packages; of those that are the same, one. */
export function installedFiles() {
  const paths = INSTALLED.flatMap((folder) => sourcesIn(join(root, folder)))
  const unique = new Map(paths.map((path) => [hash('sha1', readFileSync(path)) + extname(path), path]))
  return [...unique.values()].map((path) => ({ name: relative(root, path), filename: path }))
}

/** Every valid program of test262, made to be read. */
export function test262Files() {
  return VALID.flatMap((folder) => {
    const files = readdirSync(join(root, TEST262, folder))
    return files.map((file) => {
      const path = join(root, TEST262, folder, file)
      // The explicit ones are the same programs with all parentheses and semicolons.
      return { name: `test262 ${folder}/${basename(file)}`, filename: path, text: readFileSync(path, 'utf8') + WORDS }
    })
  })
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesIn(path)
    return entry.isFile() && parsersFor(entry.name).length > 0 ? [path] : []
  })
}
