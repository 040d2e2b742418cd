import { Linter } from 'eslint'
import plugin from '../../lib/index.js'
import { fileIn } from '../rule-tester.js'

/** A program that keeps sessions by itself, in a map unless it says otherwise. */
interface Parts {
  /** What stands before the routes. */
  readonly head?: string
  /** How the login puts a record into its store. */
  readonly write?: string
  /** The name of the cookie, and how it is written. */
  readonly cookie?: string
  readonly options?: string
  /** Other routes. */
  readonly others?: string
  /** What the logout does before it deletes the cookie. */
  readonly before?: string
  /** What the logout is. */
  readonly logout?: string
  readonly server?: 'express-4' | 'express-5'
}

/** What a logout does that leaves the record in its store. */
export const FORGET = `res.clearCookie('sid')\nres.end()`

/** A route that answers with an expression. */
export function showing(expression: string, request = 'req', response = 'res'): string {
  return `app.get('/me', async (${request}, ${response}) => ${response}.send(${expression}))`
}

/** The code that the repair writes into the logout of a program. */
export function writtenIntoLogout(parts: Parts): string {
  const { before = '', cookie = `'sid'`, head = '', options = '{}', others = '', server = 'express-5', write = 'sessions.set(id, req.body.name)' } = parts
  const logout = parts.logout ?? `async (req, res) => {\n${before}\n${FORGET}\n}`
  const code = `import express from 'express'
const sessions = new Map()
const app = express()
${head}
app.post('/login', async (req, res) => {
const id = crypto.randomUUID()
${write}
res.cookie(${cookie}, id, ${options})
res.end()
})
${others}
app.post('/logout', ${logout.replace(`'sid'`, cookie)})
`
  const config: Linter.Config = { plugins: { own: plugin }, rules: { 'own/require-store-delete-on-logout': 'error' } }
  const filename = fileIn(`fixtures/${server}/file.js`)
  const [message] = new Linter({ cwd: fileIn('.') }).verify(code, [config], { filename })
  if (message?.messageId !== 'cookieOnly') return message?.message ?? 'silent'
  if (message.fix) return message.fix.text.trim()
  const [suggestion] = message.suggestions ?? []
  return suggestion ? `if wanted: ${suggestion.fix.text.trim()}` : 'no repair'
}
