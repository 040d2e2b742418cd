// Installs what is under test and has a lockfile of its own, when it is not there yet or the lockfile has changed since:
// node tests/libraries/install.js [folder]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = process.argv[2] ? resolve(process.argv[2]) : fileURLToPath(new URL('.', import.meta.url))
const place = relative('', folder)
const receipt = join(folder, 'node_modules', '.installed-from')
const ARGUMENTS = ['ci', '--no-audit', '--no-fund', '--loglevel=error']

// git may have changed the line ends; the content is the same.
const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8').replaceAll('\r\n', '\n')
const wanted = createHash('sha256').update(lockfile).digest('hex')
const installed = existsSync(receipt) ? readFileSync(receipt, 'utf8') : undefined

if (installed !== wanted) {
  console.log(`Installing what is under test into ${place} (once per lockfile).`)
  const { status, error } = npm(ARGUMENTS)

  if (status === 0) {
    writeFileSync(receipt, wanted)
  } else {
    console.error(
      [
        `What is under test in ${place} was not installed: npm ${error ? `did not start (${error.message})` : 'failed'}.`,
        `What npm said stands above. To try again: node tests/libraries/install.js ${place}`,
      ].join('\n'),
    )
    process.exitCode = 1
  }
}

/** The npm that runs us, if one does: as a script of Node it needs no shell, on no system. */
function npm(commandLine) {
  const script = process.env.npm_execpath
  const options = { cwd: folder, stdio: 'inherit' }

  return script && basename(script) === 'npm-cli.js'
    ? spawnSync(process.execPath, [script, ...commandLine], options)
    : spawnSync(['npm', ...commandLine].join(' '), { ...options, shell: true })
}
