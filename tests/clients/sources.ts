import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { examplesOf, pages } from '../pages.js'

/** A program that every client must say the same about. */
export interface Source {
  /** A file name that says where it is from. */
  readonly name: string
  readonly code: string
  /** Where it is, if it matters what is around it. */
  readonly filename?: string
}

/** The examples on the pages, correct and incorrect. */
export const examples: readonly Source[] = pages.flatMap(examplesOf).map(({ code, language, line, page }) => ({
  name: `${page.path.replaceAll('/', '-').replace(/\.md$/, '')}-${line}.${language}`,
  code,
}))

/** Programs as people write them. */
export const programs: readonly Source[] = fixturesIn(fileURLToPath(new URL('fixtures', import.meta.url)))

const SAMPLES = fileURLToPath(new URL('../samples', import.meta.url))

/** The programs of every library, weak and correct. */
export const samples: readonly Source[] = filesOfSamples(/\.[jt]sx?$/)

/** What tells the samples which libraries they have. */
export const manifests: readonly Source[] = filesOfSamples(/[\\/]package\.json$/)

function filesOfSamples(pattern: RegExp): Source[] {
  return readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((filename) => pattern.test(filename))
    .map((filename) => ({ name: join('samples', relative(SAMPLES, filename)), code: readFileSync(filename, 'utf8'), filename }))
}

function fixturesIn(folder: string): Source[] {
  return readdirSync(folder).map((name) => ({ name: `program-${name}`, code: readFileSync(join(folder, name), 'utf8') }))
}
