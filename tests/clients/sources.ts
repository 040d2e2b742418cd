import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { examplesOf, pages } from '../pages.js'

/** A program that every client must say the same about. */
export interface Source {
  /** A file name that says where it is from. */
  readonly name: string
  readonly code: string
}

/** The examples on the pages, correct and incorrect. */
export const examples: readonly Source[] = pages.flatMap(examplesOf).map(({ code, language, line, page }) => ({
  name: `${page.path.replaceAll('/', '-').replace(/\.md$/, '')}-${line}.${language}`,
  code,
}))

/** Programs as people write them. */
export const programs: readonly Source[] = fixturesIn(fileURLToPath(new URL('fixtures', import.meta.url)))

function fixturesIn(folder: string): Source[] {
  return readdirSync(folder).map((name) => ({ name: `program-${name}`, code: readFileSync(join(folder, name), 'utf8') }))
}
