import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { createProject, expectBuilt, root, run } from '../project.js'

interface Packed {
  readonly filename: string
  /** In bytes. */
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

/** What is installed, in bytes; of these the pages of the rules are a sixth. */
const LARGEST = 1_400_000

const { devDependencies } = packageJson

let packed: Packed

beforeAll(() => {
  expectBuilt()
  const [first] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--dry-run')) as Packed[]
  if (!first) throw new Error('npm packed nothing.')
  packed = first
}, 60_000)

describe('the package', () => {
  test('holds what runs, what describes it, and nothing else', () => {
    const pages = readdirSync(join(root, 'docs', 'rules')).map((page) => `docs/rules/${page}`)
    expect(packed.files.map(({ path }) => path).sort()).toEqual(
      [
        ...['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'],
        ...['dist/lib/index.js', 'dist/lib/plugin.js', 'dist/lib/audit/command.js', 'dist/lib/audit/formatter.js', 'dist/lib/audit/report.js'],
        ...['dist/lib/index.d.ts', 'dist/lib/plugin.d.ts', 'dist/lib/audit/formatter.d.ts'],
        ...pages,
      ].sort(),
    )
  })

  test(`is smaller than ${LARGEST} bytes, and can be read as it is`, () => {
    expect(packed.unpackedSize).toBeLessThan(LARGEST)

    const lines = readFileSync(join(root, 'dist/lib/plugin.js'), 'utf8').split('\n')
    expect(lines.filter((line) => line.length > 2000)).toEqual([])
    // Names are as they were written, and every module has its heading.
    expect(lines).toContain('// lib/rules/require-http-only.ts')
    expect(lines).toContain('function createBindings(sourceCode, readers = NO_READERS) {')
  })

  test('runs nothing when it is installed', () => {
    const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish']
    expect(Object.keys(packageJson.scripts).filter((name) => atInstall.includes(name))).toEqual([])
  })

  test('is published from a tag, with provenance', () => {
    const workflow = readFileSync(join(root, '.github', 'workflows', 'release.yml'), 'utf8')
    expect(workflow).toMatch(/tags: \['v\*'\][\s\S]*id-token: write[\s\S]*npm publish --provenance/)
    // npm compares it with the repository that the workflow ran in.
    expect(packageJson.repository.url).toMatch(/^git\+https:\/\/github\.com\//)
  })

  test('needs at run time only what it depends on', () => {
    const modules = packed.files.map(({ path }) => path).filter((path) => path.endsWith('.js'))
    const imported = modules.flatMap((path) => importsIn(readFileSync(join(root, path), 'utf8')))
    const foreign = new Set(imported.filter((name) => !builtinModules.includes(name.replace(/^node:/, ''))))
    const present = { ...packageJson.dependencies, eslint: packageJson.peerDependencies.eslint }
    expect([...foreign].filter((name) => !Object.hasOwn(present, name))).toEqual([])
  })

  test.each(['dist/lib/plugin.d.ts', 'dist/lib/audit/formatter.d.ts'])('has types that import only `eslint`: %s', (path) => {
    const types = readFileSync(join(root, path), 'utf8')
    expect([...types.matchAll(/from '([^']+)'/g)].map((match) => match[1])).toEqual(['eslint'])
  })
})

const BESIDE = {
  'typescript 7': { eslint: devDependencies.eslint, typescript: '^7.0.0' },
  'typescript-eslint': {
    eslint: devDependencies.eslint,
    'typescript-eslint': devDependencies['typescript-eslint'],
    typescript: devDependencies.typescript,
  },
}

describe('installed as users install it', () => {
  test.each(Object.entries(BESIDE))('beside %s, it lints and repairs', (_name, dependencies) => {
    const { filename } = packed
    const project = createProject({
      'package.json': JSON.stringify({
        private: true,
        type: 'module',
        dependencies: { ...dependencies, [packageJson.name]: `file:./${filename}` },
      }),
      'eslint.config.js': 'typescript-eslint' in dependencies ? WITH_TYPESCRIPT : JAVASCRIPT_ONLY,
      'app.js': APP,
      'app.ts': APP,
    })
    npm(root, 'pack', '--ignore-scripts', '--pack-destination', project.folder)
    npm(project.folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts')

    const file = 'typescript-eslint' in dependencies ? 'app.ts' : 'app.js'
    project.run('node_modules/eslint/bin/eslint.js', '--fix', file)
    expect(readFileSync(join(project.folder, file), 'utf8')).toContain('httpOnly: true')

    const command = join(project.folder, 'node_modules/.bin', packageJson.name)
    expect(run(command, ['--max-warnings', '9', '--output', '-', file], project.folder)).toMatch(/^# Session security audit/)
  }, 180_000)
})

const JAVASCRIPT_ONLY = `import sessionSecurity from 'eslint-plugin-session-security'
export default [...sessionSecurity.configs.recommended]`

const WITH_TYPESCRIPT = `import sessionSecurity from 'eslint-plugin-session-security'
import { parser } from 'typescript-eslint'
export default [...sessionSecurity.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser } }]`

const APP = `import session from 'express-session'
app.use(session({ secret, rolling: true, cookie: { httpOnly: false, maxAge: 1800000 } }))
`

/** The packages that a module imports. */
function importsIn(source: string): string[] {
  return [...source.matchAll(/^(?:import|export) .*from '([^.'][^']*)'/gm)].map((match) => match[1] ?? '')
}

/** npm, as a script of Node where npm runs these tests, so that it needs no shell. */
function npm(cwd: string, ...options: string[]): string {
  const script = process.env['npm_execpath']
  return script?.endsWith('npm-cli.js') ? run(process.execPath, [script, ...options], cwd) : run('npm', options, cwd)
}
