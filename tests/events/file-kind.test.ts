import { isWithoutNode } from '../../lib/events/file-kind.js'
import { fileOf } from '../events-of.js'

const CODE = `export function middleware(request) { return start(request, 'session') }`

function runsWithoutNode(code: string, filename: string, libraries: readonly string[]): boolean | undefined {
  const file = fileOf(code, { filename, settings: { libraries } })
  return file && isWithoutNode(file.context)
}

describe("a file may run where Node's modules are not", () => {
  it.each([
    ['a file that a server runs at the edge', CODE, '/nowhere/src/middleware.ts', ['next']],
    ['one that says so', `export const runtime = 'edge'; export const GET = (request) => start(request, 'session')`, '/nowhere/app/route.js', ['next']],
    ['one with a global of another runtime', `Deno.serve((request) => start(request, 'session'))`, '/nowhere/main.js', []],
  ])('as in %s', (_title, code, filename, libraries) => {
    expect(runsWithoutNode(code, filename, libraries)).toBe(true)
  })

  it.each([
    ['one of the same name in another project', CODE, '/nowhere/src/middleware.ts', ['express']],
    ['one of another name', CODE, '/nowhere/src/auth-middleware.ts', ['next']],
    ['one that the server runs under Node', CODE, '/nowhere/proxy.ts', ['next']],
  ])('but not in %s', (_title, code, filename, libraries) => {
    expect(runsWithoutNode(code, filename, libraries)).toBe(false)
  })
})
