import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LinterRow } from '../../docs/render-performance.js'
import plugin from '../../lib/index.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

const ROUNDS = 3

/** ESLint and Oxlint as commands, with and without our rules. */
export function measureLinters(folder: string, files: readonly string[]): LinterRow[] {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules'))) if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  symlinkSync(root, join(folder, 'node_modules', 'eslint-plugin-session-security'))
  mkdirSync(join(folder, 'one'))
  mkdirSync(join(folder, 'all'))
  files.forEach((file, index) => cpSync(file, join(folder, index === 0 ? 'one' : 'all', `${String(index)}.js`)))
  write('eslint.without.js', "export default [{ plugins: { empty: { rules: { empty: { create: () => ({ Program() {} }) } } } }, rules: { 'empty/empty': 'error' } }]")
  write('eslint.with.js', "import plugin from 'eslint-plugin-session-security'\nexport default [plugin.configs.recommended[0]]")
  write('package.json', JSON.stringify({ type: 'module' }))
  const [config] = plugin.configs.recommended
  write('oxlint.without.json', JSON.stringify({ plugins: [], categories: { correctness: 'off' }, rules: { 'no-debugger': 'error' } }))
  write('oxlint.with.json', JSON.stringify({ jsPlugins: ['eslint-plugin-session-security'], plugins: [], categories: { correctness: 'off' }, rules: config?.rules }))

  const eslint = join(root, 'node_modules/eslint/bin/eslint.js')
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  return [
    row('ESLint with an empty rule', [eslint, '-c', 'eslint.without.js']),
    row('ESLint with `recommended`', [eslint, '-c', 'eslint.with.js']),
    row('the same with `--concurrency auto`', [eslint, '-c', 'eslint.with.js', '--concurrency', 'auto']),
    row('the same with `--cache`, nothing changed', [eslint, '-c', 'eslint.with.js', '--cache']),
    row('Oxlint without our rules', [oxlint, '-c', 'oxlint.without.json']),
    row('Oxlint with `recommended`', [oxlint, '-c', 'oxlint.with.json']),
  ]

  function write(name: string, text: string): void {
    writeFileSync(join(folder, name), text)
  }

  function row(name: string, command: readonly string[]): LinterRow {
    return { name, one: secondsFor(command, ['one']), all: secondsFor(command, ['one', 'all']) }
  }

  /** The shortest of some runs; the first fills the cache. */
  function secondsFor(command: readonly string[], paths: readonly string[]): number {
    return Math.min(
      ...Array.from({ length: ROUNDS }, () => {
        const start = performance.now()
        const { status, stderr } = spawnSync(process.execPath, [...command, ...paths], { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 })
        // 1: there are findings.
        if (status !== 0 && status !== 1) throw new Error(`${command.join(' ')} ended with ${String(status)}: ${stderr}`)
        return (performance.now() - start) / 1000
      }),
    )
  }
}
