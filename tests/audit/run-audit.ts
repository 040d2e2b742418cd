import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createProject } from '../project.js'
import type { Inventory } from '../../lib/audit/inventory.js'
import type { Report } from '../../lib/audit/report.js'
import { runCommand } from '../../lib/audit/run-command.js'

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export const NOW = new Date(2026, 4, 7, 12)

/** The command, in this process; what it writes is kept. */
export async function runAudit(cwd: string, ...words: readonly string[]): Promise<Outcome> {
  const written = { stdout: '', stderr: '' }
  const writer = (name: keyof typeof written) => ({
    isTTY: false,
    columns: 80,
    write: (text: string) => {
      written[name] += text
      return true
    },
  })
  const code = await runCommand(words, { cwd, now: NOW, stdout: writer('stdout'), stderr: writer('stderr') })
  return { code, ...written }
}

/** The report about a project that has these files, as data. */
export async function reportOn(files: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Report> {
  const { folder } = createProject(files)
  const { stderr, stdout } = await runAudit(folder, '--format', 'json', '--output', '-', ...words)
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Report
}

/** The cookies, sessions and handlers of a project that has these files. */
export async function inventoryOf(files: Readonly<Record<string, string>>): Promise<Inventory> {
  const { inventory } = await reportOn(files)
  if (!inventory) throw new Error('The command knows the inventory.')
  return inventory
}

export function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

export function reportsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('session-security'))
}

/** A session as nobody should set it up, and one as everybody should. */
export const WEAK = `import express from 'express'
import session from 'express-session'
const app = express()
app.use(session({ secret: process.env.SESSION_SECRET, store, resave: false, saveUninitialized: false, rolling: true, cookie: { httpOnly: false, secure: true, sameSite: 'lax', maxAge: 1800000 } }))
`
export const SOUND = WEAK.replace('httpOnly: false', 'httpOnly: true')
