// The versions of Node and ESLint that can be run: those that are installed here, and the project's own.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))

/** By version, the project's own first. */
export const eslints = unique(
  [join(root, 'node_modules', 'eslint'), ...installed(here, 'eslint-')].map((folder) => ({
    version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
    folder,
  })),
)

/** By version, the Node that runs this first. */
export const nodes = unique([
  { version: process.versions.node, executable: process.execPath },
  ...installed(join(here, 'node'), 'node-').map((folder) => {
    const executable = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return { version: spawnSync(executable, ['--version'], { encoding: 'utf8' }).stdout?.trim().slice(1), executable }
  }),
])

/** What was asked for: `all`, a version or the beginning of one. If nothing was, the first. */
export function versionsFor(known, wishes) {
  if (wishes.length === 0) return known.slice(0, 1)
  if (wishes.includes('all')) return known
  return wishes.map((wish) => {
    const found = known.filter(({ version }) => `${version}.`.startsWith(`${wish}.`)).sort(newestFirst)[0]
    if (!found) throw new Error(`${wish} is none of ${known.map(({ version }) => version).join(', ')}; install what is missing: node tests/libraries/install.js ${here}`)
    return found
  })
}

function newestFirst(a, b) {
  return b.version.localeCompare(a.version, 'en', { numeric: true })
}

function installed(folder, prefix) {
  const modules = join(folder, 'node_modules')
  if (!existsSync(modules)) return []
  return readdirSync(modules).filter((name) => new RegExp(`^${prefix}\\d`).test(name)).map((name) => join(modules, name))
}

function unique(list) {
  return list.filter(({ version }, index) => version && list.findIndex((each) => each.version === version) === index)
}
