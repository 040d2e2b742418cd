// Lints files once each, for valgrind to count what that takes: node lint-files.js <config> <file>…
import { ESLint } from 'eslint'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { configOf } from './configs.js'

const [config, ...files] = process.argv.slice(2)

const overrideConfig = [configOf(config), { linterOptions: { reportUnusedDisableDirectives: 'off' } }]
const eslint = new ESLint({ cwd: '/', overrideConfigFile: true, overrideConfig })

for (const file of files) await lint(readFileSync(file, 'utf8'), basename(file))

/** Under another name, as ESLint looks at nothing in `node_modules`. */
async function lint(text, name) {
  const [result] = await eslint.lintText(text, { filePath: `/fixed/${name}` })
  const problem = result?.messages.find(({ ruleId }) => !ruleId)
  if (!result || problem) throw new Error(`${name}: ${problem?.message ?? 'not linted'}`)
}
