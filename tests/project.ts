import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const root = fileURLToPath(new URL('../', import.meta.url))

/** A project of somebody else, in a temporary folder that lives as long as the test. */
export interface Project {
  readonly folder: string
  /** Runs a script of Node in the project; answers what it wrote, and fails if the script did. */
  run(script: string, ...options: readonly string[]): string
}

export function createProject(files: Readonly<Record<string, string>>): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-security-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return { folder, run: (script, ...options) => run(process.execPath, [join(folder, script), ...options], folder) }
}

/** A project that finds the built plugin, and every package that is installed here or in a folder of tests, in its `node_modules`. */
export function createLinkedProject(files: Readonly<Record<string, string>>, installed = root): Project {
  expectBuilt()
  const project = createProject(files)
  const modules = join(project.folder, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(installed, 'node_modules'))) {
    symlinkSync(join(installed, 'node_modules', name), join(modules, name), 'junction')
  }
  symlinkSync(root, join(modules, 'eslint-plugin-session-security'), 'junction')
  return project
}

export function run(command: string, options: readonly string[], cwd: string): string {
  // Vitest sets variables that would make a Vitest or an npm in the project believe that it is run by this one.
  const env = { ...process.env, NODE_OPTIONS: undefined, VITEST: undefined }
  const { error, status, stderr, stdout } = spawnSync(command, options, { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (error) throw error
  if (status !== 0) throw new Error(`${[command, ...options].join(' ')} ended with ${String(status)}:\n${stdout}\n${stderr}`)
  return stdout
}

/** The built plugin is that of the source: `npm test` builds it, Vitest alone doesn't. */
export function expectBuilt(): void {
  const built = join(root, 'dist', 'lib', 'index.js')
  const modules = readdirSync(join(root, 'lib'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const sources = [join(root, 'eslint-plugin.config.ts'), ...modules.map(({ name, parentPath }) => join(parentPath, name))]
  const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs))
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return
  throw new Error('The source has changed since the last build: npm run build')
}
