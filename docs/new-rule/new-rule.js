// npm run new-rule require-x: writes a rule that works, its test, its page and its row in the manifest.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MANIFEST = 'eslint-plugin.config.ts'
const NAME = /^(?:require|no|prefer|valid)(?:-[a-z][a-z\d]*)+$/

const NAMES = 'Rules say what they want, in small letters with hyphens: require-…, no-…, prefer-… or valid-….'

const [name, ...others] = process.argv.slice(2)
const refusal = reasonToRefuse()

if (refusal === undefined) {
  writeRule()
} else {
  console.error(refusal)
  process.exitCode = 1
}

function reasonToRefuse() {
  if (name === undefined || others.length > 0) return 'Say which rule: npm run new-rule require-something'
  if (!NAME.test(name)) return `"${name}" is no name for a rule. ${NAMES}`
  const existing = Object.values(filesOf(name)).find((path) => existsSync(at(path)))
  if (existing !== undefined) return `There is a rule "${name}" already: ${existing}`
  return undefined
}

function writeRule() {
  const files = filesOf(name)
  for (const [template, path] of Object.entries(files)) write(path, filled(template))
  write(MANIFEST, withRow(read(MANIFEST)))
  console.log(['Written:', ...Object.values(files), `${MANIFEST} (a row)`, '', 'Fill them in, then: npm run docs'].join('\n'))
}

/** The files of a rule, by the templates beside this script. */
function filesOf(rule) {
  return {
    'rule.ts.template': `lib/rules/${rule}.ts`,
    'rule.test.ts.template': `tests/rules/${rule}.test.ts`,
    'rule.md.template': `docs/rules/${rule}.md`,
  }
}

/** The manifest with an import of the rule among the others, by the alphabet, and a row behind them. */
function withRow(manifest) {
  const imported = `import ${variableOf(name)} from './lib/rules/${name}.js'`
  const lines = manifest.split('\n')
  const rules = lines.filter((line) => line.includes("from './lib/rules/"))
  const next = rules.find((line) => pathIn(line) > pathIn(imported))
  const index = next === undefined ? lines.indexOf(rules.at(-1)) + 1 : lines.indexOf(next)
  const text = lines.toSpliced(index, 0, imported).join('\n')
  const end = text.lastIndexOf('})')
  return text.slice(0, end) + filled('row.ts.template') + text.slice(end)
}

function pathIn(line) {
  return line.slice(line.indexOf("'"))
}

function filled(template) {
  return read(`docs/new-rule/${template}`).replaceAll('{{name}}', name).replaceAll('{{variable}}', variableOf(name))
}

function variableOf(rule) {
  return rule.replaceAll(/-(.)/g, (_hyphen, letter) => letter.toUpperCase())
}

function read(path) {
  return readFileSync(at(path), 'utf8').replaceAll('\r\n', '\n')
}

function write(path, text) {
  writeFileSync(at(path), text)
}

function at(path) {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
