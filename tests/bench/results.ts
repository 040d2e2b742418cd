import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Results } from '../../docs/render-performance.js'

const FILE = fileURLToPath(new URL('results.json', import.meta.url))

/** What the parts of the benchmark measured when each was last run. */
export function kept(): Results {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : {}
}

/** Keeps what a part measured; docs/performance.md is written from it. */
export function keep(measured: Results): void {
  writeFileSync(FILE, `${JSON.stringify({ ...kept(), ...measured }, undefined, 2)}\n`)
}
