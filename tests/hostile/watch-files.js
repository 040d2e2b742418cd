// Lints a file and prints what the rules asked the system for meanwhile: node watch-files.js <file>…
import childProcess from 'node:child_process'
import fs from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { Linter } from 'eslint'
import plugin from '../../dist/lib/index.js'

const linter = new Linter({ cwd: '/' })
const lint = (filename, text, fix) => linter.verifyAndFix(text, [{ files: ['**/*.*'] }, plugin.configs.strict[0]], { filename, fix })

// ESLint loads much of itself with the first file.
lint('/first.js', "app.use(session({ secret: 'a' }))", true)

const sources = process.argv.slice(2).map((file) => [file, fs.readFileSync(file, 'utf8')])
const asked = []
for (const [name, module] of Object.entries({ fs, 'fs.promises': fs.promises, child_process: childProcess })) watch(name, module)
watch('Module', createRequire(import.meta.url)('node:module'))
watch('process', process, ['binding', 'dlopen', 'exit', 'kill', 'chdir'])
syncBuiltinESMExports()

const findings = sources.map(([file, text]) => lint(file, text, false).messages.length)
for (const [file, text] of sources) lint(file, text, true)
fs.writeSync(1, JSON.stringify({ asked, findings, polluted: Object.keys(Object.prototype), ran: Object.keys(globalThis).includes('hostileCodeRan') }))

function watch(name, module, keys = Object.keys(module)) {
  for (const key of keys) {
    const original = module[key]
    if (typeof original !== 'function' || key === 'writeSync' || /^[A-Z]/.test(key)) continue
    const watched = (...given) => {
      asked.push(`${name}.${key} ${String(given[0])}`)
      return original.apply(module, given)
    }
    try {
      module[key] = Object.assign(watched, original)
    } catch {
      // What can't be replaced is not watched.
    }
  }
}
