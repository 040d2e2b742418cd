import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A page of the documentation. */
export interface Page {
  /** The path from the root of the repository. */
  readonly path: string
  readonly text: string
}

/** A piece of code on a page that says what the linter makes of it: ```` ```js incorrect ````. */
export interface Example {
  readonly page: Page
  readonly line: number
  readonly language: 'js' | 'ts'
  readonly kind: 'correct' | 'incorrect'
  readonly code: string
}

interface Fence {
  readonly info: string
  readonly line: number
  readonly code: string
  /** Where the code stands in the page. */
  readonly start: number
}

const root = new URL('../', import.meta.url)

export function pathOf(path: string): string {
  return fileURLToPath(new URL(path, root))
}

/** Every page that people read. */
export const pages: readonly Page[] = [
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(pathOf('docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`),
].map(pageAt)

export function pageAt(path: string): Page {
  return { path, text: readFileSync(pathOf(path), 'utf8').replaceAll('\r\n', '\n') }
}

export function examplesOf(page: Page): Example[] {
  return fencesOf(page).flatMap((fence) => exampleIn(page, fence) ?? [])
}

/** What the linter says of an incorrect example, and what `--fix` makes of it. */
export interface Outcome {
  readonly reported: string
  readonly fixed: string
}

/** The page with the outcome of its incorrect examples behind them, in the fences marked `reported` and `fixed`. */
export function withOutcomes(page: Page, outcomeOf: (example: Example) => Outcome): string {
  const fences = fencesOf(page)
  return fences.reduceRight((text, { code, info, line, start }, index) => {
    const kind = info.split(' ')[1]
    if (kind !== 'reported' && kind !== 'fixed') return text
    const place = `${page.path}:${line}`
    const example = fences.slice(0, index).flatMap((fence) => exampleIn(page, fence) ?? []).at(-1)
    if (example?.kind !== 'incorrect') throw new Error(`${place} shows the outcome of nothing: no incorrect example is before it.`)
    const outcome = outcomeOf(example)[kind]
    if (outcome === example.code) throw new Error(`${place} has no repair to show: the linter leaves the example as it is.`)
    return text.slice(0, start) + outcome + text.slice(start + code.length)
  }, page.text)
}

/** Fenced code, in the order of the page. */
export function fencesOf({ text }: Page): Fence[] {
  return [...text.matchAll(/^(```(.*)\n)([\s\S]*?)^```$/gm)].map(({ 1: opening = '', 2: info = '', 3: code = '', index }) => ({
    info: info.trim(),
    line: text.slice(0, index).split('\n').length,
    code,
    start: index + opening.length,
  }))
}

function exampleIn(page: Page, { code, info, line }: Fence): Example | undefined {
  const [, language, kind] = /^(js|ts) (correct|incorrect)$/.exec(info) ?? []
  if ((language !== 'js' && language !== 'ts') || (kind !== 'correct' && kind !== 'incorrect')) return undefined
  return { page, line, language, kind, code }
}

/** The targets of links, and what stands between backticks, outside of fenced code. */
export function linksOf(page: Page): string[] {
  return [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
}

export function codeSpansOf(page: Page): string[] {
  return [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(page: Page): string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}

function proseOf({ text }: Page): string {
  return text.replaceAll(/^```.*\n[\s\S]*?^```$/gm, '')
}
