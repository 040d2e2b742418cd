import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Replaces Vite's constants in the programs of a folder by what they are, as Vite does. */
export function replaceConstants(folder: string, isProduction: boolean): void {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !/\.[cm]?js$/.test(file.name)) continue
    const path = join(file.parentPath, file.name)
    const text = readFileSync(path, 'utf8')
    if (text.includes('import.meta.env.')) writeFileSync(path, text.replaceAll('import.meta.env.PROD', String(isProduction)))
  }
}
