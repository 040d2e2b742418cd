// Runs the tests in a copy of the project whose ESLint is another version:
// node tests/clients/versions/run-suite.js eslint-9 [what Vitest takes]
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const [version = 'eslint-9', ...options] = process.argv.slice(2)
const wanted = join(root, 'tests/clients/versions/node_modules', version)

/** Installed apart from the project's own packages: the copy finds them where they are. */
const LINKED = ['tests/libraries/node_modules', 'tests/clients/versions/node_modules'].map((path) => path.replaceAll('/', sep))
const LEFT_OUT = [...LINKED, '.git', 'coverage', 'dist', join('node_modules', '.vite'), join('node_modules', '.cache'), join('node_modules', 'eslint')]

/** By their path in `tests`. Tests of the libraries run no ESLint, that of the package installs its own, and the others compare or measure versions. */
const NO_CONCERN = ['libraries/**', 'package/**', 'cost/**', 'clients/eslint-9.test.ts']

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'session-security-suite-')))
try {
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true, filter: (path) => !LEFT_OUT.includes(relative(root, path)) })
  for (const path of LINKED) symlinkSync(join(root, path), join(copy, path), 'junction')
  symlinkSync(realpathSync(wanted), join(copy, 'node_modules', 'eslint'), 'junction')

  const found = JSON.parse(readFileSync(join(copy, 'node_modules', 'eslint', 'package.json'), 'utf8')).version
  console.log(`The suite on eslint ${found}:`)
  node('typescript/bin/tsc', '-p', 'tsconfig.build.json')
  const excluded = NO_CONCERN.flatMap((pattern) => ['--exclude', pattern])
  node('vitest/vitest.mjs', 'run', '--dir', 'tests', '--globals', ...excluded, ...options)
} finally {
  rmSync(copy, { recursive: true, force: true, maxRetries: 3 })
}

function node(script, ...options) {
  const { status } = spawnSync(process.execPath, [join(copy, 'node_modules', script), ...options], { cwd: copy, stdio: 'inherit' })
  if (status !== 0) process.exitCode = status ?? 1
}
