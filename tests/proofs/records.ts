import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ProvedRepair } from '../../docs/render-fixes.js'

const FOLDER = new URL('proved/', import.meta.url)

/** Where the tests of a file write down what they have proved. */
export function recordOf(name: string): string {
  return fileURLToPath(new URL(`${name}.json`, FOLDER))
}

/** The files of tests that have written something down. */
export function recordedFiles(): readonly string[] {
  return readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''))
}

/** What all tests have proved. */
export function provedRepairs(): readonly ProvedRepair[] {
  return recordedFiles().flatMap((name): ProvedRepair[] => JSON.parse(readFileSync(recordOf(name), 'utf8')))
}
