import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProject, expectBuilt, root, type Project } from '../project.js'

/** What code in the project would do if anybody ran it. */
const RUNS = 'globalThis.hostileCodeRan = true\nthrow new Error("this ran")\n'

const SERVER = `import express from 'express'
import session from 'express-session'
import { user } from './user.js'
const helpers = require('./helpers')
const app = express()
app.use(session({ secret: 'keyboard cat', ...helpers.options, cookie: require('./cookie.json') }))
app.post('/login', async (req, res) => { req.session.userId = user.id; res.cookie('sid', await import('./id.js')); res.end() })
`

interface Watched {
  readonly asked: readonly string[]
  readonly findings: readonly number[]
  readonly polluted: readonly string[]
  readonly ran: boolean
}

test('nothing of a project is run, resolved or read but its manifests', () => {
  const { folder } = hostileProject()
  const { asked, findings, ran } = watch(join(folder, 'src/app.js'))
  const manifests = ['src', ''].map((path) => join(folder, path, 'package.json'))

  expect(findings).toEqual([expect.any(Number)])
  expect(findings[0]).toBeGreaterThan(3)
  expect(ran).toBe(false)
  expect(new Set(asked)).toEqual(
    new Set([
      ...manifests.flatMap((file) => [`fs.statSync ${file}`]),
      `fs.readFileSync ${join(folder, 'package.json')}`,
      // Where the repository begins, nothing above it is looked at.
      ...['src', ''].map((path) => `fs.existsSync ${join(folder, path, '.git')}`),
    ]),
  )
})

test('a manifest that is a pipe, a device, a cycle of links, a folder, or far too large, is none; nobody waits for it', () => {
  const { folder } = hostileProject()
  const places = ['pipe', 'device', 'cycle', 'folder', 'large'].map((name) => join(folder, name))
  for (const place of places) mkdirSync(place)
  const [pipe, device, cycle, inner, large] = places.map((place) => join(place, 'package.json')) as [string, string, string, string, string]
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
  symlinkSync('/dev/zero', device)
  symlinkSync(join(folder, 'other'), cycle)
  symlinkSync(cycle, join(folder, 'other'))
  mkdirSync(inner)
  writeFileSync(large, '{"dependencies":{"koa":"2"},"x":"')
  truncateSync(large, 50_000_000)
  const files = places.map((place) => join(place, 'app.js'))
  for (const file of files) writeFileSync(file, SERVER)

  const { asked, findings } = watch(...files)
  expect(findings).toHaveLength(files.length)
  expect(asked.filter((what) => /^fs\.(?:readFile|open|createReadStream)/.test(what))).toEqual([`fs.readFileSync ${join(folder, 'package.json')}`])
})

test('keys of prototypes in manifests, in code and in names change nothing but what they are', () => {
  const { folder } = hostileProject()
  const file = join(folder, 'src/prototypes.js')
  writeFileSync(
    file,
    `import session from 'express-session'
app.use(session({ __proto__: { secret: 'keyboard cat' }, ['__proto__']: { polluted: 1 }, constructor: { prototype: { polluted: 1 } }, toString, cookie: { __proto__: null, constructor: 1 } }))
Object.prototype.polluted = 'yes'
const __proto__ = 'sid', constructor = 'secret', hasOwnProperty = {}
for (const name of [__proto__, constructor]) res.cookie(name, token, { __proto__: hasOwnProperty })
res.cookie('__proto__', 1); res.cookie('constructor', 1); res.clearCookie('toString'); res.setHeader('Set-Cookie', '__proto__=1; constructor; __proto__=2')
req.session.__proto__.userId = 1; req.session['constructor'] = req.cookies.__proto__; req.session[toString] = process.env.__proto__
jwt.sign({ __proto__: 1, constructor: 2 }, 'constructor', { __proto__: { expiresIn: 1 } })
localStorage.setItem('__proto__', token); sessions['__proto__'] = {}; sessions.set('constructor', {})
`,
  )
  const { findings, polluted } = watch(file)
  expect(findings).toHaveLength(1)
  expect(polluted).toEqual([])
})

/** A project whose every file would like to be run, and whose manifest speaks of them. */
function hostileProject(): Project {
  return createProject({
    '.git/HEAD': 'ref: refs/heads/main',
    'package.json': '{ "__proto__": { "dependencies": { "koa": "2" } }, "main": "./index.js", "constructor": { "prototype": {} }, "dependencies": { "__proto__": "1", "constructor": "2", "express": "5", "toString": "3" }, "devDependencies": { "__proto__": { "koa": "1" } } }',
    'index.js': RUNS,
    'src/app.js': SERVER,
    ...Object.fromEntries(['user.js', 'helpers.js', 'helpers/index.js', 'id.js', 'session-security.config.js', 'eslint.config.js', '.eslintrc.js'].map((name) => [`src/${name}`, RUNS])),
    'src/cookie.json': '{ "secure": false }',
    ...Object.fromEntries(['express', 'express-session', 'eslint-plugin-session-security', '@eslint-community/eslint-utils'].map((name) => [`node_modules/${name}/index.js`, RUNS])),
    'tsconfig.json': '{ "extends": "./evil.json" }',
  })
}

function watch(...files: readonly string[]): Watched {
  expectBuilt()
  const script = join(root, 'tests/hostile/watch-files.js')
  const { stderr, stdout } = spawnSync(process.execPath, [script, ...files], { encoding: 'utf8', timeout: 60_000, cwd: join(files[0] ?? '', '..') })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Watched
}
