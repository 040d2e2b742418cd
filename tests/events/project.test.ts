import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, vi } from 'vitest'
import { projectOf } from '../../lib/events/project.js'

const root = mkdtempSync(join(tmpdir(), 'project-'))
let folder: string
let count = 0

beforeEach(() => {
  folder = join(root, String(count++))
  mkdirSync(join(folder, '.git'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true }))

function write(path: string, content: unknown): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
}

/** What the project of a file says about some packages. */
function found(file: string, ...candidates: string[]): Record<string, string> {
  return Object.fromEntries(projectOf(join(folder, file)).dependencies(candidates.length > 0 ? candidates : ['express', 'express-session', 'koa']))
}

it('the manifest beside a file tells its packages with their ranges', () => {
  write('package.json', { dependencies: { express: '^5.0.0', lodash: '4' } })
  expect(found('app.js')).toEqual({ express: '^5.0.0' })
})

it.each(['dependencies', 'devDependencies', 'peerDependencies'])('the section %s counts', (section) => {
  write('package.json', { [section]: { express: '5' } })
  expect(found('app.js')).toEqual({ express: '5' })
})

it('dependencies count more than the other sections', () => {
  write('package.json', { peerDependencies: { express: '3' }, dependencies: { express: '5' }, devDependencies: { express: '4' } })
  expect(found('app.js')).toEqual({ express: '5' })
})

it('other sections do not count', () => {
  write('package.json', { optionalDependencies: { express: '5' }, overrides: { koa: '2' } })
  expect(found('app.js')).toEqual({})
})

it('manifests above a file count', () => {
  write('package.json', { dependencies: { express: '5' } })
  expect(found('src/routes/deep/app.js')).toEqual({ express: '5' })
})

it('the nearest manifest that names one of the packages counts, alone', () => {
  write('package.json', { dependencies: { express: '4', koa: '2' } })
  write('packages/api/package.json', { dependencies: { express: '5' } })
  expect(found('packages/api/src/app.js')).toEqual({ express: '5' })
})

it('a nearer manifest that names none of them is passed over', () => {
  write('package.json', { dependencies: { express: '4' } })
  write('packages/api/package.json', { dependencies: { lodash: '4' } })
  expect(found('packages/api/src/app.js')).toEqual({ express: '4' })
})

it('nothing above the root of the repository counts', () => {
  write('package.json', { dependencies: { express: '4' } })
  mkdirSync(join(folder, 'vendor/.git'), { recursive: true })
  expect(found('vendor/src/app.js')).toEqual({})
})

it('the root of a worktree is one too', () => {
  write('package.json', { dependencies: { express: '4' } })
  write('worktree/.git', 'gitdir: elsewhere')
  expect(found('worktree/app.js')).toEqual({})
})

it.each(['workspace:*', 'catalog:', '*', 'latest', 'git+https://example.org/express.git'])('a package without a version (%s) is named', (range) => {
  write('package.json', { dependencies: { express: range } })
  expect(found('app.js')).toEqual({ express: range })
})

it.each([
  ['there is none', undefined],
  ['it is broken', '{ "dependencies": { "express": '],
  ['it is empty', ''],
  ['it is a list', '[]'],
  ['it is null', 'null'],
  ['its section is a list', '{ "dependencies": ["express"] }'],
  ['its section is null', '{ "dependencies": null }'],
  ['a version is no text', '{ "dependencies": { "express": 5 } }'],
  ['it is huge', `{ "dependencies": { "express": "5" }, "x": "${'x'.repeat(1_000_001)}" }`],
])('there is no evidence where %s', (_title, content) => {
  if (content !== undefined) write('package.json', content)
  expect(found('app.js')).toEqual({})
})

it('a manifest may begin with a byte order mark', () => {
  write('package.json', '\uFEFF{ "dependencies": { "express": "5" } }')
  expect(found('app.js')).toEqual({ express: '5' })
})

it('a folder of that name is no manifest', () => {
  mkdirSync(join(folder, 'package.json'))
  expect(found('app.js')).toEqual({})
})

it('a link to itself is no manifest', () => {
  symlinkSync('package.json', join(folder, 'package.json'))
  expect(found('app.js')).toEqual({})
})

it('a manifest that may not be read is none', () => {
  write('package.json', { dependencies: { express: '5' } })
  chmodSync(join(folder, 'package.json'), 0)
  // Root reads everything.
  expect(found('app.js')).toEqual(process.getuid?.() === 0 ? { express: '5' } : {})
})

it('a file in a folder that does not exist has the manifests above it', () => {
  write('package.json', { dependencies: { express: '5' } })
  expect(found('not/there/app.js')).toEqual({ express: '5' })
})

it.each(['<input>', 'app.js', 'src/app.js', ''])('a file without a place (%j) has no project', (filename) => {
  expect(projectOf(filename).dependencies(['express', 'vitest', 'eslint'])).toEqual(new Map())
})

it('a page with the `process` of a bundler has no project', () => {
  write('package.json', { dependencies: { express: '4' } })
  vi.stubGlobal('process', {})
  try {
    expect(found('app.js')).toEqual({})
  } finally {
    vi.unstubAllGlobals()
  }
})

it('names of the prototype are no packages', () => {
  write('package.json', '{ "dependencies": { "__proto__": "1", "constructor": "2" } }')
  expect(found('app.js', 'toString', 'hasOwnProperty', 'constructor')).toEqual({ constructor: '2' })
})

it('a manifest is read again when it has changed', () => {
  write('package.json', { dependencies: { express: '4' } })
  expect(found('app.js')).toEqual({ express: '4' })
  write('package.json', { dependencies: { koa: '2' } })
  utimesSync(join(folder, 'package.json'), new Date(), new Date(Date.now() + 60_000))
  expect(found('app.js')).toEqual({ koa: '2' })
})

it('a broken manifest that is repaired is read again', () => {
  write('package.json', '{')
  expect(found('app.js')).toEqual({})
  write('package.json', { dependencies: { koa: '2' } })
  utimesSync(join(folder, 'package.json'), new Date(), new Date(Date.now() + 60_000))
  expect(found('app.js')).toEqual({ koa: '2' })
})
