// Lints the weak applications beside this file, repairs a copy of them, and shows what is left and what has changed.
import typeScriptParser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import plugin from '../../dist/lib/index.js'

const examples = fileURLToPath(new URL('.', import.meta.url))
const command = fileURLToPath(new URL('../../dist/lib/audit/command.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'session-security-demo-'))
const copies = { weak: join(folder, 'weak'), repaired: join(folder, 'repaired') }

try {
  for (const copy of Object.values(copies)) copyApplications(copy)
  await demonstrate()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function demonstrate() {
  const found = await lint(copies.weak)
  print('The applications in docs/examples, linted with `recommended`', list(found, copies.weak))

  const left = await lint(copies.repaired, { fix: true })
  print('What `eslint --fix` leaves in a copy', list(left, copies.repaired) || 'Nothing.')
  print('What it has changed', difference())

  const [before, after] = [countOf(found), countOf(left)]
  console.log(`${before} flaws found, ${before - after} repaired, ${after} left.`)
  console.log(`\nThe report of an audit: ${audit()}`)
  if (left.some(({ fatalErrorCount }) => fatalErrorCount > 0)) process.exitCode = 1
}

/** What `npx eslint-plugin-session-security` says of the applications as they are, as a page for the browser. */
function audit() {
  const page = join(tmpdir(), 'session-security-demo.html')
  const { status, stderr } = spawnSync(process.execPath, [command, '--format', 'html', '--output', page], { cwd: copies.weak, encoding: 'utf8' })
  if (status !== 1) throw new Error(stderr)
  return page
}

function copyApplications(target) {
  const applications = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of applications) {
    cpSync(join(examples, name), join(target, name), { recursive: true, filter: (path) => !/[\\/](?:node_modules|dist)$/.test(path) })
  }
}

async function lint(cwd, { fix = false } = {}) {
  const eslint = new ESLint({
    cwd,
    fix,
    overrideConfigFile: true,
    overrideConfig: [...plugin.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser: typeScriptParser } }],
  })
  const results = await eslint.lintFiles(['**/*.{js,ts}'])
  if (fix) await ESLint.outputFixes(results)
  return results
}

/** One block for each file, one line for each finding. */
function list(results, cwd) {
  const blocks = results
    .filter(({ messages }) => messages.length > 0)
    .map(({ filePath, messages }) => [relative(cwd, filePath), ...messages.map(lineOf)].join('\n'))
  return blocks.join('\n\n')
}

function lineOf({ column, line, message, ruleId, severity, suggestions = [] }) {
  const place = `${line}:${column}`.padStart(7)
  const level = severity === 2 ? 'error  ' : 'warning'
  const offer = suggestions.map(({ desc }) => `\n${' '.repeat(18)}The editor offers: ${desc}`).join('')
  return `${place}  ${level}  ${message}  ${ruleId ?? 'syntax error'}${offer}`
}

function countOf(results) {
  return results.reduce((count, { messages }) => count + messages.length, 0)
}

function difference() {
  const color = process.stdout.isTTY ? '--color=always' : '--color=never'
  const command = ['diff', '--no-index', '--no-prefix', '--no-ext-diff', color, 'weak', 'repaired']
  const { error, stdout } = spawnSync('git', command, { cwd: folder, encoding: 'utf8' })
  return error ? 'The difference is shown by git, which does not run here.' : stdout.trimEnd() || 'Nothing.'
}

function print(title, text) {
  console.log(`${title}\n${'='.repeat(title.length)}\n\n${text}\n`)
}
