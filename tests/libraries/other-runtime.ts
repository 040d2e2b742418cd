import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const FOLDER = fileURLToPath(new URL('newer/', import.meta.url))

/** Where the program for a runtime is, and how it is given code. */
const RUNTIMES = {
  bun: ['-e'],
  deno: ['eval'],
} as const

/** Runs the body of an async function under another runtime, and gives what it returns, as far as JSON can say it. */
export async function runUnder(runtime: keyof typeof RUNTIMES, body: string): Promise<unknown> {
  const code = `console.log(JSON.stringify(await (async () => { ${body} })()))`
  const { stdout } = await promisify(execFile)(`${FOLDER}node_modules/.bin/${runtime}`, [...RUNTIMES[runtime], code], { cwd: FOLDER })
  return JSON.parse(stdout) as unknown
}
