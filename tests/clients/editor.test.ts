import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { EXAMPLE, menuOf, type Squiggle } from '../../docs/render-editor.js'
import { pageOf } from '../../lib/package.js'
import { createLinkedProject } from '../project.js'
import { startEditor, type Diagnostic, type OpenFile } from './language-server.js'
import { recipeOn } from './recipes.js'
import { versionOf } from './version-of.js'

afterAll(() => {
  const tools = ['vscode-langservers-extracted', 'eslint', 'eslint-plugin-session-security'].map((name) => `${name} ${versionOf(name)}`)
  console.log(`Editor: drove vscode-eslint-language-server of ${tools.join(', ')}`)
})

const WEAK = {
  'server.js': EXAMPLE,
  'server.ts': `import express, { type Request, type Response } from 'express'
import session from 'express-session'
import { store } from './store.js'

const app = express()

app.use(session({ secret: process.env.SECRET ?? '', store, saveUninitialized: false, rolling: true, cookie: { httpOnly: false, maxAge: 1800000, secure: 'auto', sameSite: 'lax' } }))

app.post('/logout', (req: Request, res: Response): void => {
  req.session.userId = null
  res.redirect('/')
})
`,
  'server.tsx': `import express, { type Request, type Response } from 'express'
import session from 'express-session'
import { renderToString } from 'react-dom/server'
import { store } from './store.js'

const app = express()

app.use(session({ secret: process.env.SECRET ?? '', store, saveUninitialized: false, rolling: true, cookie: { httpOnly: false, maxAge: 1800000, secure: 'auto', sameSite: 'lax' } }))

app.post('/logout', (req: Request, res: Response): void => {
  req.session.userId = null
  res.send(renderToString(<p>Good bye, {req.body.name}</p>))
})
`,
}

describe.each(['server.js', 'server.ts', 'server.tsx'] as const)('the language server of VS Code, in %s', (path) => {
  test('underlines the flaw, offers its repair first, and applies the edits that are chosen', async () => {
    const file = await openFile(path)
    const [readable, logout] = await squiggles(file, ['require-http-only', 'require-store-delete-on-logout'])
    expect(readable).toMatchObject({
      message: 'Scripts in the page can read this session cookie: set `cookie.httpOnly` to true.',
      codeDescription: { href: pageOf('require-http-only') },
      severity: ERROR,
    })
    expect(underlined(file, readable)).toBe('false')
    expect(underlined(file, logout)).toBe('req.session.userId')

    const offered = await file.actionsFor(logout)
    expect(offered.map(({ title }) => title)).toEqual(
      menuOf({ ...drawn(logout), suggestions: [{ desc: 'End the session with `req.session.destroy()`' }] }),
    )
    expect(offered[0]).toMatchObject({ kind: 'quickfix', title: 'End the session with `req.session.destroy()` (session-security/require-store-delete-on-logout)' })
    expect(offered[0]?.isPreferred).not.toBe(true)

    const menu = await file.actionsFor(readable)
    expect(menu.map(({ title }) => title)).toEqual(menuOf({ ...drawn(readable), fix: {} }))
    expect(menu[0]).toMatchObject({ kind: 'quickfix', title: 'Fix this session-security/require-http-only problem', isPreferred: true })

    expect(await file.choose(menu[0])).toBe(repaired(path))
    const [remaining] = await squiggles(file, ['require-store-delete-on-logout'])
    const [stillOffered] = await file.actionsFor(remaining)
    expect(await file.choose(stillOffered)).toMatch(/req\.session\.destroy\(.*res\.(?:redirect|send)\(/s)
    await squiggles(file, [])
  }, 60_000)

  test('repairs everything when the file is saved, and leaves suggestions to the user', async () => {
    const file = await openFile(path)
    await file.save()
    expect(readFileSync(file.path, 'utf8')).toBe(repaired(path))
    await squiggles(file, ['require-store-delete-on-logout'])
  }, 60_000)
})

test('the settings for VS Code on the page change how findings are shown', async () => {
  const { '.vscode/settings.json': text = '' } = recipeOn('docs/editor.md', 'VS Code')
  const settings: Readonly<Record<string, unknown>> = JSON.parse(text)
  expect(Object.keys(settings)).toEqual(['editor.codeActionsOnSave', 'eslint.rules.customizations'])
  expect(settings['editor.codeActionsOnSave']).toEqual({ 'source.fixAll.eslint': 'explicit' })

  const file = await openFile('server.js', { rulesCustomizations: settings['eslint.rules.customizations'] })
  const found = await squiggles(file, ['require-http-only', 'require-store-delete-on-logout'])
  expect(found.map(({ severity }) => severity)).toEqual([WARNING, WARNING])
}, 60_000)

const ERROR = 1
const WARNING = 2

function repaired(path: keyof typeof WEAK): string {
  return WEAK[path].replace('httpOnly: false', 'httpOnly: true')
}

/** The squiggles in the file, which are those of these rules. */
async function squiggles(file: OpenFile, rules: readonly string[]): Promise<readonly Diagnostic[]> {
  const found = await file.diagnostics()
  expect(found.map(({ code }) => code)).toEqual(rules.map((rule) => `session-security/${rule}`))
  return found
}

/** As far as the picture of an editor has it. */
function drawn(diagnostic: Diagnostic | undefined): Squiggle {
  return { ruleId: diagnostic?.code ?? null, message: diagnostic?.message ?? '', line: 0, column: 0 }
}

async function openFile(path: keyof typeof WEAK, settings?: object): Promise<OpenFile & { readonly path: string }> {
  const { folder } = createLinkedProject({ ...WEAK, ...recipeOn('docs/editor.md', 'Config'), 'package.json': JSON.stringify({ type: 'module' }) })
  const editor = await startEditor(folder, join(folder, 'node_modules', 'vscode-langservers-extracted', 'bin', 'vscode-eslint-language-server'), settings)
  onTestFinished(async () => expect(await editor.close()).toBe(0))
  return Object.assign(await editor.open(path), { path: join(folder, path) })
}

/** The text under a squiggle, if that is on one line. */
function underlined({ text }: OpenFile, diagnostic: Diagnostic | undefined): string | undefined {
  if (diagnostic?.range.start.line !== diagnostic?.range.end.line) return undefined
  const line = text.split('\n')[diagnostic?.range.start.line ?? 0]
  return line?.slice(diagnostic?.range.start.character, diagnostic?.range.end.character)
}
