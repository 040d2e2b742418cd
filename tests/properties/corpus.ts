import * as espree from 'espree'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { SessionRule } from '../../lib/define-rule.js'
import { examplesOf, pages } from '../pages.js'
import { root } from '../project.js'
import type { Cases } from '../rule-tester.js'
import { isParsed } from './lint.js'
import type { Program } from './program.js'

/** Every program that the samples, the pages and the tests of the rules show. */
export async function readCorpus(): Promise<readonly Program[]> {
  const programs = [...samples(), ...examples(), ...(await cases())].filter(isParsed)
  return [...new Map(programs.map((program) => [`${program.filename}\n${program.code}`, program])).values()]
}

function samples(): Program[] {
  const folder = join(root, 'tests/samples')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[jt]sx?$/.test(path))
  return files.sort().map((path) => {
    const filename = join(folder, path)
    return { origin: `tests/samples/${path}`, filename, code: readFileSync(filename, 'utf8') }
  })
}

function examples(): Program[] {
  return pages.flatMap(examplesOf).map(({ code, language, line, page }) => {
    return { origin: `${page.path}:${line}`, filename: join(root, `tests/fixtures/file.${language}`), code }
  })
}

/** The tests of the rules run under a tester that writes down their cases. */
async function cases(): Promise<Program[]> {
  const found: Program[] = []
  vi.doMock('../rule-tester.js', () => ({
    fileIn: (path: string) => join(root, 'tests', path),
    ruleTester: {
      run(name: string, _rule: SessionRule, { invalid, valid }: Cases) {
        for (const { code, filename = fileFor(code), options, settings, name: title } of [...valid, ...invalid]) {
          found.push({
            origin: `tests/rules/${name}.test.ts: ${title}`,
            filename,
            code,
            ...(settings && { settings }),
            ...(options && { options: { [name]: options } }),
          })
        }
      },
    },
  }))
  const files = readdirSync(join(root, 'tests/rules')).filter((file) => file.endsWith('.test.ts'))
  for (const file of files) await import(join(root, 'tests/rules', file))
  vi.doUnmock('../rule-tester.js')
  return found
}

function fileFor(code: string): string {
  return join(root, `tests/fixtures/file.${isJavaScript(code) ? 'js' : 'ts'}`)
}

function isJavaScript(code: string): boolean {
  try {
    espree.parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
    return true
  } catch {
    return false
  }
}
