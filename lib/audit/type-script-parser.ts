import type { Linter } from 'eslint'

/**
 * The parser for TypeScript, if it is installed beside this package. It is not looked for in the project that is
 * audited: nothing of that is run.
 */
export async function typeScriptParser(): Promise<Linter.Parser | undefined> {
  try {
    return await import('@typescript-eslint/parser')
  } catch {
    return undefined
  }
}
