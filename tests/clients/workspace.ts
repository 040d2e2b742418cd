import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ESLint } from 'eslint'
import { onTestFinished } from 'vitest'
import { NAME } from '../../lib/package.js'
import { createLinkedProject, root } from '../project.js'
import { programs } from './sources.js'

const RECIPE = fileURLToPath(new URL('workspace', import.meta.url))

/** The package that the recipe shows; the others are like it. */
const SHOWN = 'cart'
export const PACKAGES: readonly string[] = [SHOWN, 'accounts', 'api', 'billing', 'catalogue', 'checkout', 'gateway', 'orders', 'reports', 'search', 'stock', 'support']

/** A finding, as far as every tool tells it. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly message: string
}

/** A clone of the workspace, on a machine of its own. */
export interface Workspace {
  readonly folder: string
  run(command: 'eslint' | 'eslint-plugin-session-security' | 'turbo', options: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>
}

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export function createWorkspace(): Workspace {
  const { folder } = createLinkedProject({
    ...Object.fromEntries(['package.json', 'turbo.json', 'eslint.config.js'].map((file) => [file, recipeOf(file)])),
    ...Object.fromEntries(PACKAGES.flatMap(filesOf)),
  })
  const modules = join(folder, 'node_modules')
  for (const name of ['turbo', '@turbo']) symlinkSync(join(RECIPE, 'node_modules', name), join(modules, name), 'junction')
  const commands = addCommands(modules)

  return { folder, run }

  function run(command: string, options: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const own = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', NODE_OPTIONS: '', PATH: [commands, process.env['PATH']].join(delimiter) }
    return new Promise((resolve, reject) => {
      execFile(join(commands, command), options, { cwd: folder, env: { ...process.env, ...own, ...env }, maxBuffer: LONGEST_OUTPUT }, (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code
        if (typeof code === 'number') resolve({ code, stdout, stderr })
        else reject(error ?? new Error(`${command} ended without a code`))
      })
    })
  }
}

/** In bytes. */
const LONGEST_OUTPUT = 64 * 1024 * 1024

/** A file of the recipe. */
export function recipeOf(path: string): string {
  return readFileSync(join(RECIPE, path), 'utf8').replaceAll('\r\n', '\n')
}

function filesOf(name: string, place: number): (readonly [string, string])[] {
  const own = ['package.json', 'eslint.config.js'].map((file) => [`packages/${name}/${file}`, recipeOf(`packages/${SHOWN}/${file}`).replaceAll(SHOWN, name)] as const)
  const code = programs.filter((_program, index) => index % PACKAGES.length === place)
  return [...own, ...code.map((program) => [`packages/${name}/src/${program.name}`, program.code] as const)]
}

/** The commands of the packages, as npm would link them. */
function addCommands(modules: string): string {
  const folder = join(modules, '.bin')
  rmSync(folder)
  mkdirSync(folder)
  for (const name of readdirSync(join(root, 'node_modules', '.bin'))) symlinkSync(join(root, 'node_modules', '.bin', name), join(folder, name))
  symlinkSync(join(RECIPE, 'node_modules', '.bin', 'turbo'), join(folder, 'turbo'))
  // npm makes it executable.
  writeFileSync(join(folder, NAME), `#!/usr/bin/env node\nimport(${JSON.stringify(pathToFileURL(join(root, 'dist', 'lib', 'audit', 'command.js')).href)})\n`, { mode: 0o755 })
  return folder
}

/** The findings in what `eslint --format json` writes. */
export function findingsOf(folder: string, json: string): readonly Finding[] {
  const results: readonly ESLint.LintResult[] = JSON.parse(json)
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ column, line, message, ruleId }) => ({ file: relative(folder, filePath).replaceAll('\\', '/'), line, column, rule: String(ruleId), message })),
  )
}

/** A remote cache, as Turborepo speaks to it. */
export interface RemoteCache {
  /** What makes Turborepo use it. */
  readonly env: Readonly<Record<string, string>>
  /** The hashes of the tasks whose results were brought, one for each time. */
  readonly brought: readonly string[]
}

export async function startRemoteCache(): Promise<RemoteCache> {
  const artifacts = new Map<string, { readonly body: Buffer; readonly duration: string }>()
  const brought: string[] = []
  const server = createServer((request, response) => {
    const hash = /^\/v8\/artifacts\/([0-9a-f]+)/.exec(request.url ?? '')?.[1]
    if (!hash) return void response.end(JSON.stringify({ status: 'enabled' }))
    if (request.method === 'PUT') {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        brought.push(hash)
        artifacts.set(hash, { body: Buffer.concat(parts), duration: String(request.headers['x-artifact-duration'] ?? 0) })
        response.writeHead(202).end(JSON.stringify({ urls: [] }))
      })
      return
    }
    const found = artifacts.get(hash)
    if (!found) return void response.writeHead(404).end()
    response.writeHead(200, { 'x-artifact-duration': found.duration, 'content-length': found.body.length })
    response.end(request.method === 'HEAD' ? undefined : found.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { brought, env: { TURBO_API: `http://127.0.0.1:${String(port)}`, TURBO_TOKEN: 'of-the-test', TURBO_TEAM: 'shop' } }
}
