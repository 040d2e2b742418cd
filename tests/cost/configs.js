// What is measured, by name: `empty`, `idle`, `walk`, `reports`, `recommended`, `strict`, the name of a rule, or of another plugin.
import { readFileSync } from 'node:fs'
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
  if (name === 'reports') return oneRule(reports(), { fixable: 'code', hasSuggestions: true })
  if (name === 'recommended' || name === 'strict') return plugin.configs[name][0]
  if (name === 'eslint-plugin-sonarjs') return sonarjs()
  if (name === 'eslint-plugin-security') return load(name).configs.recommended
  const rule = `session-security/${name}`
  return { plugins: { 'session-security': plugin }, rules: { [rule]: plugin.configs.strict[0].rules[rule] } }
}

function oneRule(listeners, meta = {}) {
  const create = typeof listeners === 'function' ? listeners : () => listeners
  return { plugins: { one: { rules: { one: { meta, create } } } }, rules: { 'one/one': 'error' } }
}

/** A rule that is told beforehand what `recommended` finds in each text, and how it is repaired: what ESLint takes for findings. */
function reports() {
  const findings = new Map(JSON.parse(readFileSync(process.env.FINDINGS, 'utf8')))
  return (context) => ({
    Program() {
      for (const { fix, loc, message, suggestions } of findings.get(context.sourceCode.text) ?? []) {
        context.report({ loc, message, fix: fix && (() => fix), suggest: suggestions?.map(({ desc, fix: edit }) => ({ desc, fix: () => edit })) })
      }
    },
  })
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
