import * as typeScriptParser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import plugin from '../lib/index.js'
import { createProject, expectBuilt, root, run } from './project.js'

/** How the visitors of an application get in, look around, and leave. */
interface Application {
  readonly name: string
  /** The module that listens; TypeScript is compiled first. */
  readonly main: string
  readonly isTypeScript: boolean
  readonly sessionCookie: string
  /** What the page shows to whoever is logged in, and to nobody else. */
  readonly page: string
}

const APPLICATIONS: readonly Application[] = [
  { name: 'express-shop', main: 'server.js', isTypeScript: false, sessionCookie: 'shop.sid', page: '/orders' },
  { name: 'fastify-notes', main: 'dist/server.js', isTypeScript: true, sessionCookie: 'notes.sid', page: '/notes' },
]

/** The rules that the plugin is named for. */
const NAMED = [
  'no-weak-session-id',
  'require-http-only',
  'require-max-age',
  'require-regenerate-after-login',
  'require-store-delete-on-logout',
]

test('the demo counts what it has found, repaired and left', () => {
  expectBuilt()
  const lines = run(process.execPath, [join(root, 'docs/examples/demo.js')], root).trimEnd().split('\n')
  const counts = /^(\d+) flaws found, (\d+) repaired, (\d+) left\.$/m.exec(lines.join('\n')) ?? []
  const [, found = 0, repaired = 0, left = 0] = counts.map(Number)
  expect(lines.filter((line) => /^ +\d+:\d+ {2}(?:error|warning) /.test(line))).toHaveLength(found + left)
  expect(repaired).toBe(found - left)
  expect(repaired).toBeGreaterThan(0)

  const [, page = ''] = /^The report of an audit: (.+)$/.exec(lines.at(-1) ?? '') ?? []
  expect(readFileSync(page, 'utf8')).toContain(`>${found} findings in `)
}, 60_000)

describe.each(APPLICATIONS)('$name', (application) => {
  test('has every flaw that the plugin is named for, and none of them once it is repaired', async () => {
    const folder = copy(application)
    expect(await namedRulesReportedIn(folder)).toEqual(NAMED)
    await repair(folder)
    expect(await namedRulesReportedIn(folder)).toEqual([])
  }, 60_000)

  test('can be attacked as it is', async () => {
    const visit = await start(application, copy(application))
    expect(await attacks(application, visit)).toEqual({ planted: 'works', replayed: 'works', isShort: true, isReadable: true, ends: false })
  }, 60_000)

  test('works when it is repaired, and withstands the attacks', async () => {
    const folder = copy(application)
    await repair(folder)
    const visit = await start(application, folder)
    expect(await attacks(application, visit)).toEqual({ planted: 'fails', replayed: 'fails', isShort: false, isReadable: false, ends: true })
  }, 60_000)
})

function eslint(cwd: string, fix: boolean): ESLint {
  return new ESLint({
    cwd,
    fix,
    overrideConfigFile: true,
    overrideConfig: [...plugin.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser: typeScriptParser } }],
  })
}

async function namedRulesReportedIn(folder: string): Promise<string[]> {
  const results = await eslint(folder, false).lintFiles(['**/*.{js,ts}'])
  const reported = new Set(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)))
  return NAMED.filter((rule) => reported.has(`session-security/${rule}`))
}

async function repair(folder: string): Promise<void> {
  await ESLint.outputFixes(await eslint(folder, true).lintFiles(['**/*.{js,ts}']))
}

function copy({ name }: Application): string {
  const { folder } = createProject({})
  cpSync(join(root, 'docs/examples', name), folder, { recursive: true, filter: (path) => !/[\\/](?:node_modules|dist)$/.test(path) })
  return folder
}

type Visit = (path: string, cookies?: string, body?: object) => Promise<Response>

/** Starts an application with the libraries under test; it stops when the test ends. */
async function start({ isTypeScript, main }: Application, folder: string): Promise<Visit> {
  symlinkSync(join(root, 'tests/libraries/node_modules'), join(folder, 'node_modules'), 'junction')
  if (isTypeScript) run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder)
  const port = await freePort()
  const server = spawn(process.execPath, ['--preserve-symlinks', join(folder, main)], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'development', PORT: String(port), SESSION_SECRET: 'a secret of the tests, long enough' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    server.kill()
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
  })
  await Promise.race([once(server.stdout, 'data'), once(server, 'exit').then(() => Promise.reject(new Error(`${main} has ended.`)))])

  return (path, cookies = '', body) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: cookies, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
}

async function attacks({ page, sessionCookie }: Application, visit: Visit) {
  const cookieIn = (answer: Response) => answer.headers.getSetCookie().find((text) => text.startsWith(`${sessionCookie}=`)) ?? ''
  const valueIn = (answer: Response) => cookieIn(answer).split(';')[0] ?? ''
  const victim = { email: 'victim@example.com', name: 'Victim', password: 'correct horse' }

  const registered = await visit('/account/register', '', victim)
  expect(registered.status).toBe(201)
  expect((await visit(page, valueIn(registered))).status).toBe(200)
  expect((await visit(page)).status).toBe(401)

  // Somebody plants the ID of a session of their own in the victim's browser, and waits for the login.
  const planted = valueIn(await visit('/account/register', '', { ...victim, email: 'attacker@example.com' }))
  const login = await visit('/account/login', planted, victim)
  expect(login.status).toBe(200)
  const own = valueIn(login) || planted
  expect((await visit(page, own)).status).toBe(200)

  // Somebody has a copy of the cookie, and uses it after the victim's logout.
  const logout = await visit('/account/logout', own, {})
  expect(logout.status).toBe(204)
  expect(cookieIn(logout)).toMatch(/=;.*Expires=Thu, 01 Jan 1970/)

  return {
    planted: own === planted ? 'works' : 'fails',
    replayed: (await visit(page, own)).status === 200 ? 'works' : 'fails',
    isShort: idIn(own).length < 43,
    isReadable: !/; HttpOnly/i.test(cookieIn(registered)),
    ends: /; Expires=/i.test(cookieIn(registered)),
  }
}

/** The session ID in a signed cookie, without the signature; 32 bytes in base64 are 43 characters. */
function idIn(cookie: string): string {
  return decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)).replace(/^s:/, '').replace(/\.[^.]*$/, '')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
