// Does one thing with a file, for valgrind to count what that takes: node lint-once.js <nothing|parse|empty|strict> <file> <name> <parser> <mode>
import { Linter } from 'eslint'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { configOf, isFatal, rulesOf } from './lint.js'
import { inScript, loadParsers, parserOptions } from './parsers.js'
import { SERVER } from './server.js'

const [what, file, filename, name, mode] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const linter = new Linter({ cwd: '/' })
await loadParsers([name])

// Parser, ESLint and rules load and compile much of themselves with the first file of a kind; that is in all counts.
const server = `/server${extname(filename)}`
for (const rules of Object.values(rulesOf)) lint(inScript(name, SERVER), rules, server, 'module')

if (what === 'parse') parse(mode)
else if (what !== 'nothing') lint(text, rulesOf[what], filename, mode)

function lint(source, rules, path, sourceType) {
  const unparsed = linter.verify(source, configOf(rules, path, name, sourceType), { filename: path, allowInlineConfig: false }).find(isFatal)
  if (unparsed) throw new Error(`${name} cannot parse ${path}: ${unparsed.message}`)
}

function parse(sourceType) {
  const { parser, parserOptions: options } = parserOptions(name, filename)
  const all = { ...options, ecmaVersion: 'latest', sourceType, range: true, loc: true, tokens: true, comment: true, eslintVisitorKeys: true, eslintScopeManager: true, filePath: filename }
  if (parser.parseForESLint) parser.parseForESLint(text, all)
  else parser.parse(text, { ...all, sourceType: sourceType === 'commonjs' ? 'script' : sourceType, ecmaFeatures: { ...options.ecmaFeatures, globalReturn: sourceType === 'commonjs' } })
}
