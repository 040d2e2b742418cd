import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../eslint-plugin.config.js'
import type { Manifest } from '../lib/manifest.js'
import { NAME, VERSION } from '../lib/package.js'
import packageJson from '../package.json' with { type: 'json' }

const rows: Manifest = manifest
const names = Object.keys(rows).sort()

test('every rule has a file, a row, a page and a test, and nothing else has', () => {
  expect(filesIn('../lib/rules', '.ts')).toEqual(names)
  expect(filesIn('../docs/rules', '.md')).toEqual(names)
  expect(filesIn('rules', '.test.ts')).toEqual(names)
})

test('the plugin has the name and the version of its package', () => {
  expect({ name: NAME, version: VERSION }).toEqual({ name: packageJson.name, version: packageJson.version })
})

describe.each(Object.entries(rows))('%s', (name, { asvs, rule, top10 }) => {
  const { defaultOptions, docs, fixable, hasSuggestions, messages = {}, schema } = rule.meta ?? {}

  test('is called the same in its file and in its row', () => {
    expect(rule.name).toBe(name)
    expect(docs?.url).toMatch(new RegExp(`/v${VERSION}/docs/rules/${name}\\.md$`))
  })

  test('describes itself in one line that begins with what it does', () => {
    expect(docs?.description).toMatch(/^(?:Require|Disallow|Prefer) .*[^.]$/)
  })

  test.each(Object.entries(messages))('says %s in one plain sentence, or in a line for a menu', (_messageId, message) => {
    expect(message).toMatch(hasSuggestions ? /^[A-Z`].*\.$|^[A-Z][a-z]+ .*[^.:]$/ : /^[A-Z`].*\.$/)
    expect(message).not.toMatch(/[.!?] |\n|https?:|CWE|ASVS|\p{Extended_Pictographic}/u)
  })

  test('describes its options and has their defaults in `meta.defaultOptions`', () => {
    expect(Array.isArray(schema)).toBe(true)
    expect(undescribed(schema)).toEqual([])
    expect(JSON.stringify(schema)).not.toMatch(/"default":/)
    expect(defaultOptions).toHaveLength(Array.isArray(schema) ? schema.length : 0)
  })

  test('may offer its repairs, if it has any: settings can turn every fix into a suggestion', () => {
    const repairs = /\brepair\b/.test(readFileSync(new URL(`../lib/rules/${name}.ts`, import.meta.url), 'utf8'))
    expect(Boolean(hasSuggestions)).toBe(repairs)
    if (fixable) expect(repairs).toBe(true)
  })

  test('cites requirements with the version they are from', () => {
    for (const id of asvs) expect(id).toMatch(/^v(?:4\.0\.3|5\.0\.0)-\d+\.\d+\.\d+$/)
    for (const category of top10) if (category !== null) expect(category).toMatch(/^A(?:0\d|10):20(?:21|25)$/)
  })
})

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith(ending))
    .map((file) => basename(file, ending))
    .sort()
}

/** The properties in a schema, however deep, that have no description. */
function undescribed(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties' || typeof value !== 'object' || value === null) return undescribed(value)
    const missing = Object.entries(value).filter(([, property]) => !hasDescription(property))
    return [...missing.map(([name]) => name), ...undescribed(Object.values(value))]
  })
}

function hasDescription(property: unknown): boolean {
  return typeof property === 'object' && property !== null && 'description' in property && /\S.*\.$/.test(String(property.description))
}
