// A copy of the project whose packages are the project's own, but for those that ESLint is a peer of: they find the ESLint of the copy.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const LEFT_OUT = ['.git', 'coverage', 'node_modules']

/** @param isLeftOut whether the copy can do without a file, by its path in the project with slashes */
export function createCopy(isLeftOut) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-security-suite-')))
  const isCopied = (path) => !LEFT_OUT.includes(basename(path)) && !isLeftOut(relative(root, path).replaceAll(sep, '/'))
  // With their times, by which the tests see that what is built is that of the source.
  cpSync(root, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true, filter: isCopied })
  for (const path of nestedModules()) symlinkSync(join(root, path), join(folder, path), 'junction')

  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  cpSync(join(root, 'node_modules', '.bin'), join(modules, '.bin'), { recursive: true, verbatimSymlinks: true })
  for (const name of readdirSync(join(root, 'node_modules'))) if (!name.startsWith('.')) addPackage(name, modules)

  const eslint = join(modules, 'eslint')
  return {
    folder,
    useESLint(version) {
      rmSync(eslint, { recursive: true, force: true })
      symlinkSync(realpathSync(version), eslint, 'junction')
    },
    remove() {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function addPackage(name, modules) {
  const source = join(root, 'node_modules', name)
  const target = join(modules, name)
  if (isPeer(source)) cpSync(source, target, { recursive: true, verbatimSymlinks: true })
  else symlinkSync(source, target, 'junction')
}

/** Of a scope: whether one of its packages is. */
function isPeer(folder) {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return readdirSync(folder).some((name) => existsSync(join(folder, name, 'package.json')) && isPeer(join(folder, name)))
  const { peerDependencies } = JSON.parse(readFileSync(manifest, 'utf8'))
  return peerDependencies?.eslint !== undefined
}

/** What is installed apart, at any depth of `tests`, as paths of the project. */
function nestedModules(folder = join(root, 'tests')) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.name === 'node_modules') return [relative(root, path)]
    return entry.isDirectory() ? nestedModules(path) : []
  })
}
