import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import manifest from '../../eslint-plugin.config.js'
import plugin from '../../lib/index.js'
import type { Manifest } from '../../lib/manifest.js'

const rows: Manifest = manifest
const linter = new Linter({ cwd: '/' })

/** The options of each rule that has any, by its schema. */
const RULES = Object.entries(rows).flatMap(([name, { rule }]) => {
  const [schema] = Array.isArray(rule.meta?.schema) ? (rule.meta.schema as { properties?: Record<string, unknown> }[]) : []
  return schema?.properties ? [{ name, keys: Object.keys(schema.properties) }] : []
})

test('there are rules with options', () => {
  expect(RULES.length).toBeGreaterThan(2)
})

test.each(RULES)('$name refuses options that it does not have, and says which it has', ({ keys, name }) => {
  for (const key of ['hour', 'constructor', 'toString', 'hasOwnProperty']) {
    const message = refusal(name, { [key]: 1 })
    for (const part of [`session-security/${name}`, `Unexpected property "${key}"`, ...keys.map((each) => `"${each}"`)]) expect(message).toContain(part)
  }
})

test.each(RULES)('$name refuses what can be no value of its options, and says what can', ({ keys, name }) => {
  // ESLint words the refusal: it names the rule, the value and what is allowed, and not the option.
  for (const key of keys) expect(refusal(name, { [key]: { no: 'value' } })).toMatch(new RegExp(`session-security/${name}[^]*Value \\{"no":"value"\\} should be \\w`))
})

test.each(RULES)('$name takes no prototype for options', ({ name }) => {
  expect(refusal(name, JSON.parse('{ "__proto__": { "polluted": true } }') as object)).not.toContain('TypeError')
  expect(Object.keys(Object.prototype)).toEqual([])
})

test.each([
  ['constructor', /settings\['session-security'\]\.constructor is not a setting; allowed are/],
  ['__proto__', /settings\['session-security'\]\.__proto__ is not a setting; allowed are/],
])('a setting named %s is refused by its name, and every rule says the same', (key, message) => {
  const settings = { 'session-security': JSON.parse(`{ "${key}": 1 }`) as object }
  const config = [...plugin.configs.strict.slice(0, 1), { settings }]
  expect(() => linter.verify('const session = 1', config, '/file.js')).toThrow(message)
})

function lint(name: string, option: object): () => unknown {
  const config: Linter.Config = { plugins: { 'session-security': plugin }, rules: { [`session-security/${name}`]: ['error', option] } }
  return () => linter.verify('const session = 1', [config], '/file.js')
}

function refusal(name: string, option: object): string {
  try {
    lint(name, option)()
  } catch (error) {
    return String(error)
  }
  return ''
}
