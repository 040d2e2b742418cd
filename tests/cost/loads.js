// Loads ESLint and the plugin in a process of their own.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Whatever else runs makes loading slower, never faster: of several runs the least counts. */
export const RUNS = 15

const script = fileURLToPath(new URL('load-plugin.js', import.meta.url))

export function loadPlugin() {
  return JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' }))
}
