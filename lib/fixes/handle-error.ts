import type { TSESLint } from '@typescript-eslint/utils'
import type { FunctionNode } from '../ast/nodes.js'
import { textInParentheses } from '../ast/parentheses.js'
import { together, type Edit } from './edit.js'
import { endBefore, indentOf, styleOf } from './style.js'

/**
 * Makes a callback look at its error first. `fail` is the statement for a failure, given the name of
 * the error: `return next(err)`.
 */
export function handleError(
  sourceCode: Readonly<TSESLint.SourceCode>,
  callback: FunctionNode,
  fail: (error: string) => string,
): Edit | undefined {
  const style = styleOf(sourceCode)
  const { indent, lineBreak, semicolon } = style
  const [parameter] = callback.params
  if (parameter && parameter.type !== 'Identifier') return undefined
  const error = parameter?.name ?? 'err'
  const opening = parameter ? undefined : sourceCode.getFirstToken(callback, (token) => token.value === '(')
  if (!parameter && !opening) return undefined

  const { body } = callback
  const statement = `if (${error}) ${fail(error)}`
  const statementBefore = (next: string) => `${statement}${endBefore(next, style)}`
  const outer = `${lineBreak}${indentOf(callback, sourceCode)}`
  const insertBody = (): Edit => {
    if (body.type === 'BlockStatement') {
      const isOnOneLine = body.loc.start.line === body.loc.end.line
      const first: [number, number] = [body.range[0], body.range[0] + 1]
      const [next] = body.body
      const text = statementBefore(next ? sourceCode.getText(next) : '')
      const inLine = next ? ` ${statement};` : ` ${statement}${semicolon} `
      return (fixer) => [fixer.insertTextAfterRange(first, isOnOneLine ? inLine : `${outer}${indent}${text}`)]
    }
    const arrow = sourceCode.getTokenBefore(body, (token) => token.value === '=>')
    const range: [number, number] = [arrow?.range[1] ?? body.range[0], callback.range[1]]
    const result = textInParentheses(body, sourceCode)
    return (fixer) => [fixer.replaceTextRange(range, ` {${outer}${indent}${statementBefore(result)}${outer}${indent}${result}${semicolon}${outer}}`)]
  }
  const insertParameter: Edit = (fixer) => (opening ? [fixer.insertTextAfter(opening, error)] : [])
  return together(insertParameter, insertBody())
}
