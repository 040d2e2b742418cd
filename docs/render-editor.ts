/** A program with a flaw that is repaired on save, and one whose repair somebody has to choose. */
export const EXAMPLE = `import express from 'express'
import session from 'express-session'
import { store } from './store.js'

const app = express()

app.use(
  session({
    secret: process.env.SESSION_SECRET,
    store,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: false, secure: 'auto', sameSite: 'lax', maxAge: 1800000 },
  }),
)

app.post('/logout', (req, res) => {
  req.session.userId = null
  res.redirect('/')
})
`

/** What an editor knows of a finding: ESLint's message, as far as it is drawn. */
export interface Squiggle {
  readonly ruleId: string | null
  readonly message: string
  readonly line: number
  readonly column: number
  readonly endColumn?: number | undefined
  readonly fix?: object | undefined
  readonly suggestions?: readonly { readonly desc: string }[] | undefined
}

/** The lines of the menu that the ESLint extension of VS Code opens under the light bulb. */
export function menuOf({ fix, ruleId, suggestions = [] }: Squiggle): readonly string[] {
  return [
    ...(fix ? [`Fix this ${String(ruleId)} problem`] : []),
    ...suggestions.map(({ desc }) => `${desc} (${String(ruleId)})`),
    `Disable ${String(ruleId)} for this line`,
    `Disable ${String(ruleId)} for the entire file`,
    `Show documentation for ${String(ruleId)}`,
    ...(fix ? ['Fix all auto-fixable problems'] : []),
  ]
}

/** A picture of a program in an editor, with its squiggles, and what the last of them shows. */
export function renderEditor(code: string, squiggles: readonly Squiggle[]): string {
  const lines = code.trimEnd().split('\n')
  const last = squiggles.at(-1)
  const below = top((last?.line ?? lines.length) + 1) + 4
  const hover = last ? boxOf(below, [...wrapped(last.message), `eslint(${String(last.ruleId)})`], 'hover') : ''
  const menuTop = below + (last ? (wrapped(last.message).length + 1) * LINE + 20 : 0)
  const titles = last ? menuOf(last) : []
  const height = Math.max(top(lines.length + 1), menuTop + titles.length * LINE + 24)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="An editor with squiggles: ${escaped(last?.message ?? '')}">`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${WIDTH}" height="${height}" rx="8"/>`,
    ...lines.map((line, index) => numberOf(index + 1) + textOf(LEFT, top(index + 1) + BASE, line, 'code')),
    ...squiggles.map(waveOf),
    hover,
    boxOf(menuTop, titles, 'menu'),
    '</svg>',
    '',
  ].join('\n')
}

const WIDTH = 880
const LEFT = 56
const LINE = 22
const BASE = 16
const CHARACTER = 8.4
const LONGEST = 84

const STYLE = `
.page,.box{fill:#fff;stroke:#d0d7de}.chosen{fill:#ddf4ff}text{font:14px ui-monospace,Menlo,Consolas,monospace;fill:#1f2328;white-space:pre}
.number{fill:#8c959f}.link{fill:#0969da}.wave{fill:none;stroke:#cf222e;stroke-width:1.3}
@media(prefers-color-scheme:dark){.page,.box{fill:#0d1117;stroke:#30363d}.box{fill:#161b22}.chosen{fill:#1f3a5f}text{fill:#e6edf3}.number{fill:#6e7681}.link{fill:#58a6ff}.wave{stroke:#f85149}}
`

function top(line: number): number {
  return 12 + (line - 1) * LINE
}

function numberOf(line: number): string {
  const text = String(line).padStart(2)
  return textOf(16, top(line) + BASE, text, 'number')
}

/** Each line is as wide as its characters in any font, so that the squiggles stay below theirs. */
function textOf(x: number, y: number, text: string, name: string): string {
  const start = text.length - text.trimStart().length
  const width = round((text.length - start) * CHARACTER)
  if (width === 0) return ''
  return `<text class="${name}" x="${round(x + start * CHARACTER)}" y="${y}" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escaped(text.slice(start))}</text>`
}

function waveOf({ column, endColumn = column + 1, line }: Squiggle): string {
  const waves = Math.round(((endColumn - column) * CHARACTER) / 4)
  return `<path class="wave" d="M${round(LEFT + (column - 1) * CHARACTER)} ${top(line) + BASE + 4}q2 -3 4 0${'t4 0'.repeat(waves - 1)}"/>`
}

/** A box below a line: what hovering shows, or a menu with its first line chosen. */
function boxOf(y: number, texts: readonly string[], kind: 'hover' | 'menu'): string {
  const height = texts.length * LINE + 12
  const chosen = kind === 'menu' ? `<rect class="chosen" x="${LEFT + 1}" y="${y + 6}" width="${WIDTH - LEFT - 18}" height="${LINE}"/>` : ''
  const rows = texts.map((text, index) => {
    const isLink = kind === 'hover' && index === texts.length - 1
    return textOf(LEFT + 12, y + 6 + index * LINE + BASE, text, isLink ? 'link' : 'row')
  })
  return `<g><rect class="box" x="${LEFT}" y="${y}" width="${WIDTH - LEFT - 16}" height="${height}" rx="4"/>${chosen}${rows.join('')}</g>`
}

/** The lines of a text. */
function wrapped(text: string): readonly string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const line = lines.at(-1)
    if (line === undefined || line.length + word.length >= LONGEST) return [...lines, word]
    return [...lines.slice(0, -1), `${line} ${word}`]
  }, [])
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
