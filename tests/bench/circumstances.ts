import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Circumstances } from '../../docs/render-performance.js'

const INSTALLED = ['eslint', 'oxlint', 'turbo', 'eslint-plugin-sonarjs', 'eslint-plugin-security']

/** When something was measured, and with what. */
export function circumstances(): Circumstances {
  const versions = INSTALLED.flatMap((name) => {
    const version = versionOf(name)
    return version === undefined ? [] : [`${name} ${version}`]
  })
  return { date: new Date().toISOString().slice(0, 10), versions: [`Node.js ${process.version.slice(1)}`, ...versions], processors: availableParallelism() }
}

function versionOf(name: string): string | undefined {
  for (const folder of ['../../node_modules/', 'node_modules/']) {
    try {
      const { version } = JSON.parse(readFileSync(new URL(`${folder}${name}/package.json`, import.meta.url), 'utf8')) as { version: string }
      return version
    } catch {
      // It is installed elsewhere, or not at all.
    }
  }
  return undefined
}
