import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import plugin from '../lib/index.js'

const ROOT = fileURLToPath(new URL('libraries/', import.meta.url))

/** The servers and session libraries whose code, and whose dependencies' code, is linted. */
const PACKAGES = [
  'express', 'express4', 'express-session', 'koa', 'koa-session', 'koa-generic-session', 'fastify', '@fastify/session', '@fastify/cookie',
  '@hapi/hapi', '@hapi/cookie', '@hapi/yar', 'connect-redis', 'connect-pg-simple', 'session-file-store', 'memorystore',
  'iron-session', 'next-auth', '@auth/core', 'lucia', 'react-router', '@remix-run/node', '@remix-run/session', '@sveltejs/kit2',
  'h3', 'h31', 'nuxt-auth-utils', 'hono', 'hono-sessions', 'elysia', '@tinyhttp/app', 'cookie', 'socket.io',
  'js-cookie', 'universal-cookie', 'react-cookie', 'cookies-next', 'nookies',
]

/**
 * Findings in that code, each of them read. A test of light-my-request sends a session cookie without any attribute; it
 * is a test, and it is what the rules say. An example of oauth logs a token.
 */
const READ = [
  'node_modules/light-my-request/test/index.test.js:1716 session-security/require-http-only',
  'node_modules/light-my-request/test/index.test.js:1716 session-security/require-max-age',
  'node_modules/light-my-request/test/index.test.js:1716 session-security/require-same-site',
  'node_modules/light-my-request/test/index.test.js:1716 session-security/require-secure',
  'node_modules/oauth/examples/github-example.js:64 session-security/no-session-id-in-logs',
]

/** Words without which a file is not even looked at by the rules; parsing it would test only the parser. */
const WORDS = /session|cookie|passport|token|jwt|sid|log|sign/i

const linter = new Linter({ cwd: ROOT })

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>>
}

it('reads the code of servers, and of everything they depend on, without an error', { timeout: 300_000 }, () => {
  const files = packageFolders().flatMap((folder) => sourcesIn(join(ROOT, folder)))
  const findings = files.flatMap((file) => lint(file))

  console.log(`installed code: ${files.length} files of ${packageFolders().length} packages, ${findings.length} findings`)
  expect(files.length).toBeGreaterThan(500)
  expect(findings.sort()).toEqual(READ)
})

function lint(file: string): string[] {
  const isTypeScript = /\.[cm]?ts$/.test(file)
  const text = readFileSync(file, 'utf8')
  if (!WORDS.test(text)) return []
  const messages = linter.verify(
    text,
    [
      { ignores: ['!**/node_modules/'] },
      { files: ['**/*.{js,cjs,mjs,ts,cts,mts}'], linterOptions: { reportUnusedDisableDirectives: 'off' } },
      { files: ['**/*.{js,cjs}'], languageOptions: { sourceType: 'commonjs' } },
      ...(isTypeScript ? [{ files: ['**/*.{ts,cts,mts}'], languageOptions: { parser: typeScriptParser } }] : []),
      ...plugin.configs.recommended.slice(0, 1),
    ],
    { filename: file, allowInlineConfig: false },
  )
  // What no parser understands is no finding; the rules never see it.
  return messages.filter(({ fatal }) => fatal !== true).map(({ line, ruleId }) => `${relative(ROOT, file)}:${line} ${ruleId ?? ''}`)
}

/** The folders of the packages and of all their dependencies, by the lockfile. */
function packageFolders(): string[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock
  const found = new Set<string>()
  const visit = (name: string, from: string): void => {
    const folder = [...parents(from), ''].map((parent) => join(parent, 'node_modules', name)).find((path) => path in packages)
    if (folder === undefined || found.has(folder)) return
    found.add(folder)
    for (const dependency of Object.keys(packages[folder]?.dependencies ?? {})) visit(dependency, folder)
  }
  for (const name of PACKAGES) visit(name, '')
  return [...found]
}

function parents(folder: string): string[] {
  const parts = folder.split('/node_modules/')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/node_modules/')).filter((path) => path !== '')
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(path)
    return entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name) && statSync(path).size < 2_000_000 ? [path] : []
  })
}
