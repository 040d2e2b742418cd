import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './run-program.js'

/** What whoever starts a program gives it: a random text for each variable without which it says that it stops. */
export function settingsFor(folder: string): Settings {
  return Object.fromEntries(variablesOf(folder).map((name) => [name, randomBytes(32).toString('base64url')]))
}

/** The variables that the program in a folder can't do without. */
export function variablesOf(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && /\.[cm]?[jt]s$/.test(file.name))
  const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\b(\w+) is not set\b/g)].flatMap(([, name]) => name ?? [])))]
}
