// Installs the libraries under test, when they are not there yet or the lockfile has changed since.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const receipt = join(folder, 'node_modules', '.installed-from')
const ARGUMENTS = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

// git may have changed the line ends; the content is the same.
const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8').replaceAll('\r\n', '\n')
const wanted = createHash('sha256').update(lockfile).digest('hex')
const installed = existsSync(receipt) ? readFileSync(receipt, 'utf8') : undefined

if (installed !== wanted) {
  console.log('Installing the libraries under test into tests/libraries (once per lockfile).')
  const { status, error } = npm(ARGUMENTS)

  if (status === 0) {
    writeFileSync(receipt, wanted)
  } else {
    console.error(
      [
        `The libraries under test were not installed: npm ${error ? `did not start (${error.message})` : 'failed'}.`,
        'What npm said stands above. To try again: node tests/libraries/install.js',
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
