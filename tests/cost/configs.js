// What is measured, by name: `empty`, `idle`, `walk`, `recommended`, `strict`, the name of a rule, or of another plugin.
import { createRequire } from 'node:module'
import plugin from '../../dist/lib/index.js'

const load = createRequire(new URL('../bench/', import.meta.url))

/** What eslint-plugin-sonarjs has to say about sessions, cookies, random values, tokens and forged requests. */
const ABOUT_SESSIONS = /cookie|session|random|csrf|jwt|cors|secret-signatures/

export function configOf(name) {
  if (name === 'empty') return oneRule({ Program() {} })
  // A rule that is handed each node, and does nothing with it.
  if (name === 'walk') return oneRule({ '*'() {} })
  if (name === 'idle') return idle()
  if (name === 'recommended' || name === 'strict') return plugin.configs[name][0]
  if (name === 'eslint-plugin-sonarjs') return sonarjs()
  if (name === 'eslint-plugin-security') return load(name).configs.recommended
  const rule = `session-security/${name}`
  return { plugins: { 'session-security': plugin }, rules: { [rule]: plugin.configs.strict[0].rules[rule] } }
}

function oneRule(listeners) {
  return { plugins: { one: { rules: { one: { create: () => listeners } } } }, rules: { 'one/one': 'error' } }
}

/** As many rules as `recommended` has, which do nothing at all: what ESLint takes for having them. */
function idle() {
  const rules = Object.values(plugin.configs.recommended[0].rules).filter((level) => level !== 'off')
  const nothing = {}
  const names = rules.map((_, index) => `idle-${index}`)
  return {
    plugins: { idle: { rules: Object.fromEntries(names.map((rule) => [rule, { create: () => nothing }])) } },
    rules: Object.fromEntries(names.map((rule) => [`idle/${rule}`, 'error'])),
  }
}

function sonarjs() {
  const loaded = load('eslint-plugin-sonarjs')
  const sonar = loaded.default ?? loaded
  const rules = Object.keys(sonar.rules).filter((rule) => ABOUT_SESSIONS.test(rule))
  return { plugins: { sonarjs: sonar }, rules: Object.fromEntries(rules.map((rule) => [`sonarjs/${rule}`, 'error'])) }
}
