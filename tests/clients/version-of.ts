import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project.js'

/** The version of a package that is installed here, or of the plugin itself. */
export function versionOf(name: string, folder = join(root, 'node_modules')): string {
  const manifest = name === 'eslint-plugin-session-security' ? join(root, 'package.json') : join(folder, name, 'package.json')
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  return version
}
