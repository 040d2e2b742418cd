import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PROGRAMS } from '../cost/growing-programs.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Files to lint, under paths that stay the same as long as the lockfiles and the samples do. */
export interface Corpus {
  readonly name: string
  readonly files: readonly string[]
  readonly lines: number
}

/** Packages that have nothing to do with sessions, with files as long as those of applications: what servers log, route and check with, and what builds use. */
const PACKAGES = ['pino', 'find-my-way', 'ajv/dist', 'svgo', 'xmlbuilder', 'logform', 'fs-extra'].map((name) => `tests/libraries/node_modules/${name}`)

/** Programs that the tests run, repair and attack. */
const EXAMPLES = ['tests/samples', 'tests/programs', 'tests/proofs/programs', 'tests/clients/fixtures', 'docs/examples']

export function withoutSessions(): Corpus {
  return corpus('without session code', PACKAGES.flatMap((folder) => filesIn(join(root, folder))))
}

/** Sets down the generated programs in a folder. */
export function withSessions(folder: string): Corpus {
  return corpus('full of session code', [...EXAMPLES.flatMap((name) => filesIn(join(root, name))), ...generated(folder)])
}

/** Every so many of the files, so that it takes less time. */
export function sampleOf({ files, name }: Corpus, step: number): Corpus {
  return corpus(name, files.filter((_, index) => index % step === 0))
}

function generated(folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  return PROGRAMS.flatMap(([title, program]) =>
    [1, 2, 4, 8].map((count) => {
      const file = join(folder, `${title.replaceAll(' ', '-')}-${count}.js`)
      writeFileSync(file, program(count))
      return file
    }),
  )
}

function corpus(name: string, files: readonly string[]): Corpus {
  return { name, files, lines: files.reduce((count, file) => count + readFileSync(file, 'utf8').split('\n').length, 0) }
}

/** Written by hand, as far as size tells. */
const SMALLEST = 200
const LARGEST = 40_000

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path)
      if (!/\.m?js$/.test(entry.name)) return []
      const { size } = statSync(path)
      return size >= SMALLEST && size <= LARGEST ? [path] : []
    })
}
