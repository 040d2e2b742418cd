import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { analyse } from 'scslre'
import { expect, test, vi } from 'vitest'
import { nodesIn } from '../ast/probe.js'
import { sourceCodeOf } from '../events-of.js'

interface Found {
  readonly place: string
  readonly regex: RegExp
}

const lib = fileURLToPath(new URL('../../lib', import.meta.url))
const written = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).sort().flatMap(regexesIn)
const all = [...written, ...(await regexesMadeAtStart())]

/** A group that repeats something that repeats, or that has several ways: nothing else can take exponential time. */
const REPEATED_GROUP = /\)(?:[*+]|\{\d+,)/

test('the source is full of regular expressions', () => {
  expect(written.length).toBeGreaterThan(400)
  expect(all.length).toBeGreaterThan(written.length)
  expect(all.filter(({ regex }) => REPEATED_GROUP.test(regex.source)).length).toBeGreaterThan(10)
})

test('none takes more time than the text is long, whatever the text', () => {
  const slow = all.flatMap(({ place, regex }) => {
    const { reports } = analyse({ source: regex.source, flags: regex.flags }, { reportTypes: { Move: true } })
    return reports.map(({ character, type }) => `${place} ${regex.source}: ${type} at ${character.literal.source}`)
  })
  expect(slow).toEqual([])
})

test('none that repeats a group hangs on its own words, over and over again', { timeout: 60_000 }, () => {
  const repeating = all.filter(({ regex }) => REPEATED_GROUP.test(regex.source))
  const hanging = repeating.flatMap(({ place, regex }) => attacksOn(regex).filter((text) => isSlow(regex, text)).map((text) => `${place}: ${text.slice(0, 40)}`))
  expect(hanging).toEqual([])
})

test('one that reads the same words in two ways is noticed', () => {
  const ambiguous = /^(?:(?:new|create|create new) )+id$/
  expect(attacksOn(ambiguous).some((text) => isSlow(ambiguous, text))).toBe(true)
})

/** Texts of the words of an expression, alone and in pairs, which end otherwise than it wants. */
function attacksOn({ source }: RegExp): string[] {
  const words = [...new Set(source.replace(/\\./g, ' ').match(/[A-Za-z]{2,}/g) ?? [])]
  const pairs = words.flatMap((word) => ['', ...words].map((other) => (other === '' ? word : `${word} ${other}`)))
  return pairs.flatMap((pair) => [`${pair} `, pair.replace(' ', '')].map((text) => `${text.repeat(TIMES)}\n!`))
}

/** Two ways to read each of so many words are millions of ways. */
const TIMES = 22
const LONG = 50

function isSlow(regex: RegExp, text: string): boolean {
  const start = process.cpuUsage()
  regex.test(text)
  const { user } = process.cpuUsage(start)
  return user > LONG * 1000
}

function regexesIn(file: string): Found[] {
  const sourceCode = sourceCodeOf(readFileSync(join(lib, file), 'utf8'), {}, 'typescript')
  const literals = nodesIn(sourceCode, (node) => node.type === 'Literal' && 'regex' in node)
  return literals.flatMap((node) => ('regex' in node ? [{ place: `${file}:${node.loc.start.line}`, regex: new RegExp(node.regex.pattern, node.regex.flags) }] : []))
}

/** What the modules put together of texts when they are loaded. */
async function regexesMadeAtStart(): Promise<Found[]> {
  const made: Found[] = []
  class Watched extends RegExp {
    constructor(pattern: RegExp | string, flags?: string) {
      super(pattern, flags)
      made.push({ place: 'made at start', regex: new original(this.source, this.flags) })
    }
  }
  const original = RegExp
  vi.resetModules()
  vi.stubGlobal('RegExp', Watched)
  await import('../../lib/index.js')
  vi.unstubAllGlobals()
  return made.filter(({ regex }) => !written.some((other) => other.regex.source === regex.source))
}
