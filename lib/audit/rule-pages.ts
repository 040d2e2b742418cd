import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NAME } from '../package.js'
import type { Example } from './report.js'

/** The pages are in the package, beside the code that was built from it. */
const root = dirname(createRequire(import.meta.url).resolve(`${NAME}/package.json`))

const pages = new Map<string, string>()

/** What an attacker does with the flaw: the first paragraph below "Why it matters". */
export function reasonOf(rule: string): string {
  const [, reason = ''] = /^## Why it matters\n+([^\n]+)/m.exec(pageOf(rule)) ?? []
  return reason.replace(/\[([^[\]]+)\]\([^()]+\)/g, '$1')
}

/** Correct code from the page of a rule: with one of the libraries, else the first that is there. */
export function exampleOf(rule: string, libraries: readonly string[]): Example | null {
  const examples = [...pageOf(rule).matchAll(/^```(\w+) correct\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code: code.trimEnd(),
  }))
  const isAbout = ({ code }: Example) => libraries.some((library) => code.includes(`'${library}'`))
  return examples.find(isAbout) ?? examples[0] ?? null
}

function pageOf(rule: string): string {
  const known = pages.get(rule) ?? readPage(rule)
  pages.set(rule, known)
  return known
}

function readPage(rule: string): string {
  try {
    return readFileSync(join(root, 'docs/rules', `${rule}.md`), 'utf8').replaceAll('\r\n', '\n')
  } catch {
    // A package without its pages still has something to report.
    return ''
  }
}
