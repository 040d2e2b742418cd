import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, expect, test } from 'vitest'
import type { Report } from '../../lib/audit/report.js'
import { root } from '../project.js'
import { versionOf } from './version-of.js'
import { createWorkspace, findingsOf, PACKAGES, startRemoteCache, type Finding, type Workspace } from './workspace.js'

afterAll(() => console.log(`Workspace: drove eslint ${versionOf('eslint')} and turbo ${versionOf('turbo', join(root, 'tests/clients/workspace/node_modules'))} over ${PACKAGES.length} packages`))

const [major = 0, minor = 0] = ESLint.version.split('.').map(Number)

/** ESLint 10 looks for the config from the file on; ESLint 9 learned to. */
const LOOKUP = major > 9 ? [] : ['--flag', 'unstable_config_lookup_from_file']
const hasThreads = major > 9 || minor >= 34

test('a workspace of 12 packages has the same findings as one process, in threads, and in shards on two machines, which lint each file once', async () => {
  const cache = await startRemoteCache()
  const [one, other] = [createWorkspace(), createWorkspace()]
  const alone = await lint(one)
  expect(new Set(alone.map(({ file }) => file.split('/')[1])).size).toBeGreaterThan(PACKAGES.length / 2)
  if (hasThreads) expect(await lint(one, '--concurrency', '2')).toEqual(alone)

  const half = PACKAGES.slice(0, 6).map((name) => `--filter=@shop/${name}`)
  expect((await one.run('turbo', ['run', 'audit', ...half], cache.env)).stdout).toMatch(/Cached:\s+0 cached, 6 total/)
  expect((await other.run('turbo', ['run', 'audit'], cache.env)).stdout).toMatch(/Cached:\s+6 cached, 12 total/)
  expect(cache.brought).toHaveLength(PACKAGES.length)
  expect(new Set(cache.brought).size).toBe(PACKAGES.length)

  const merged = await merge(other)
  expect(merged.code).toBe(1)
  expect(merged.findings).toEqual(alone)
}, 180_000)

async function lint({ folder, run }: Workspace, ...options: readonly string[]): Promise<readonly Finding[]> {
  const { code, stderr, stdout } = await run('eslint', [...LOOKUP, '--format', 'json', ...options, '.'])
  if (code !== 1) throw new Error(`ESLint ended with ${code}: ${stderr}`)
  return inOrder(findingsOf(folder, stdout))
}

async function merge({ folder, run }: Workspace) {
  const reports = PACKAGES.map((name) => `packages/${name}/session-security.json`)
  const { code } = await run('eslint-plugin-session-security', ['merge', '--format', 'json', '--output', 'merged.json', ...reports])
  const report: Report = JSON.parse(readFileSync(join(folder, 'merged.json'), 'utf8'))
  return { code, findings: inOrder(report.findings.map(({ column, file, line, message, rule }) => ({ file, line, column, rule: `session-security/${rule}`, message }))) }
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
}

function keyOf({ column, file, line, rule }: Finding): string {
  return [file, String(line).padStart(5), String(column).padStart(5), rule].join()
}
