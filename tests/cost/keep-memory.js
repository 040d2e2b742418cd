// Lints files again and again, and says what stays in memory, in bytes: node --expose-gc keep-memory.js <config> <count> <file>…
import { Linter } from 'eslint'
import { readFileSync } from 'node:fs'
import { configOf } from './configs.js'

const [name, count, ...files] = process.argv.slice(2)
const texts = files.map((file) => readFileSync(file, 'utf8'))
const config = [configOf(name)]
const linter = new Linter({ cwd: '/' })

// Each file is another one, as caches that know a file by its text would keep but one otherwise.
for (let index = 0; index < Number(count); index++) linter.verify(`${texts[index % texts.length]}\n// ${index}\n`, config, { filename: `/fixed/${index}.js` })

globalThis.gc()
globalThis.gc()
console.log(process.memoryUsage().heapUsed)
