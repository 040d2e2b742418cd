// Installs what is under test and has a lockfile of its own, when it is not there yet or the lockfile has changed since:
// node tests/libraries/install.js [folder]…
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ARGUMENTS = ['ci', '--no-audit', '--no-fund', '--loglevel=error']

const asked = process.argv.slice(2).map((folder) => resolve(folder))
for (const folder of asked.length > 0 ? asked : [fileURLToPath(new URL('.', import.meta.url))]) install(folder)

function install(folder) {
  const place = relative('', folder)
  const receipt = join(folder, 'node_modules', '.installed-from')
  // git may have changed the line ends; the content is the same.
  const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8').replaceAll('\r\n', '\n')
  const wanted = createHash('sha256').update(lockfile).digest('hex')
  if (existsSync(receipt) && readFileSync(receipt, 'utf8') === wanted) return

  console.log(`Installing what is under test into ${place} (once per lockfile).`)
  const { status, error } = npm(folder)
  if (status === 0) return writeFileSync(receipt, wanted)

  console.error(
    [
      `What is under test in ${place} was not installed: npm ${error ? `did not start (${error.message})` : 'failed'}.`,
      `What npm said stands above. To try again: node tests/libraries/install.js ${place}`,
    ].join('\n'),
  )
  process.exitCode = 1
}

/** The npm that runs us, if one does: as a script of Node it needs no shell, on no system. */
function npm(folder) {
  const script = process.env.npm_execpath
  const options = { cwd: folder, stdio: 'inherit' }

  return script && basename(script) === 'npm-cli.js'
    ? spawnSync(process.execPath, [script, ...ARGUMENTS], options)
    : spawnSync(['npm', ...ARGUMENTS].join(' '), { ...options, shell: true })
}
