import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installed } from '../libraries/installed.js'

const PROGRAMS = fileURLToPath(new URL('programs', import.meta.url))
const LIBRARIES = fileURLToPath(new URL('../libraries/node_modules', import.meta.url))

/** A program as the catalogue lists it. */
export interface Source {
  /** A file in `programs`, or a folder whose first file is `app`; those of other tests by their whole path. */
  readonly path: string
  /** Folders of `tests/libraries` whose packages it depends on: `express4` is express 4. */
  readonly libraries: readonly string[]
  /** A manifest that names no library, as in the root of a repository with many packages. */
  readonly manifest?: 'names nothing'
  /** What its .js files are; without it they are as old as Node. */
  readonly type?: 'module'
  /** Texts of it that are others in this program: a flaw that it does not have by itself. */
  readonly changes?: readonly Change[]
}

export type Change = readonly [from: string, to: string]

/** A copy of a program as a project of its own: with a manifest, and its dependencies beside it. */
export interface ProgramFolder {
  readonly folder: string
  /** The file that starts the program. */
  readonly file: string
}

/** Lives as long as the test. */
export function copyProgram({ changes = [], libraries, manifest, path, ...source }: Source): ProgramFolder {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-security-proof-')))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  const place = resolve(PROGRAMS, path)
  const isFolder = statSync(place).isDirectory()
  cpSync(place, isFolder ? folder : join(folder, basename(place)), { recursive: true })
  for (const change of changes) make(change, folder)

  const dependencies = Object.fromEntries(libraries.map((library) => [installed(library).name, `^${installed(library).version}`]))
  // Files named .cjs and .mjs say what they are.
  const type = source.type ?? (/\.ts$/.test(path) ? 'module' : 'commonjs')
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'program', type, ...(!manifest && { dependencies }) }, null, 2))
  for (const library of libraries) {
    const { name } = installed(library)
    link(library, name, folder)
    // The types of an older version may be a package of their own.
    if (!link(`@types/${library}`, `@types/${name}`, folder)) link(`@types/${name}`, `@types/${name}`, folder)
  }
  for (const types of ['@types/node', '@types/express-serve-static-core']) link(types, types, folder)
  return { folder, file: join(folder, isFolder ? 'app.js' : basename(place)) }
}

/** Makes a change wherever a program has the text. */
function make([from, to]: Change, folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name, parentPath }) => join(parentPath, name))
  const places = files.filter((file) => readFileSync(file, 'utf8').includes(from))
  if (places.length === 0) throw new Error(`The program has no ${from}`)
  for (const file of places) writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, () => to))
}

/** Whether there is such a package. */
function link(library: string, name: string, folder: string): boolean {
  const source = join(LIBRARIES, library)
  if (!existsSync(source)) return false
  const target = join(folder, 'node_modules', name)
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(source, target, 'junction')
  return true
}
