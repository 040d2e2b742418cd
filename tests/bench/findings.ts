import { Linter } from 'eslint'
import { readFileSync, writeFileSync } from 'node:fs'
import plugin from '../../lib/index.js'

type Finding = Pick<Linter.LintMessage, 'fix' | 'message' | 'suggestions'> & { readonly loc: object }

/** Sets down what `recommended` finds in some files, by their texts, for the rule that only reports it. */
export function keepFindings(files: readonly string[], path: string): void {
  const linter = new Linter({ cwd: '/' })
  const found = files.map((file): [string, Finding[]] => {
    const text = readFileSync(file, 'utf8')
    const messages = linter.verify(text, plugin.configs.recommended, { filename: '/fixed/program.js' })
    return [text, messages.map(({ column, endColumn, endLine, fix, line, message, suggestions }) => ({
      message,
      ...(fix && { fix }),
      ...(suggestions && { suggestions }),
      loc: { start: { line, column: column - 1 }, end: { line: endLine ?? line, column: (endColumn ?? column) - 1 } },
    }))]
  })
  writeFileSync(path, JSON.stringify(found))
}
