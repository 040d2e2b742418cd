import type { TSESTree } from '@typescript-eslint/utils'
import { textInParentheses } from '../ast/parentheses.js'
import { endBefore, indentOf, styleOf } from './style.js'
import { isAnswer } from './can-move.js'
import { asCall } from './operation-text.js'
import { promisesValue } from './promised-value.js'
import { awaited, type RunAfter, type RunAfterEdit } from './run-after.js'

/** The same for an arrow function whose body is one expression: `(req, res) => res.clearCookie('sid').redirect('/')`. */
export function runBodyAfter(
  plan: Omit<RunAfter, 'from' | 'without'>,
  callable: TSESTree.ArrowFunctionExpression,
): RunAfterEdit | undefined {
  const { body } = callable
  const { code, errorType, fail, isTypeScript, operation, responders, sourceCode } = plan
  if (body.type === 'BlockStatement' || callable !== plan.handler) return undefined
  if (operation.ends !== 'at once' && !isAnswer(body, responders)) return undefined
  const style = styleOf(sourceCode)
  const { indent, lineBreak, semicolon } = style
  const outer = `${lineBreak}${indentOf(callable, sourceCode)}`
  const arrow = sourceCode.getTokenBefore(body, (token) => token.value === '=>')
  if (!arrow) return undefined
  const range: [number, number] = [arrow.range[1], callable.range[1]]
  const answer = textInParentheses(body, sourceCode)

  if (operation.ends === 'at once') {
    const text = ` {${outer}${indent}${asCall(code)}${semicolon}${outer}${indent}return ${answer}${semicolon}${outer}}`
    return { edit: (fixer) => [fixer.replaceTextRange(range, text)], isSafe: true }
  }
  if (callable.async) {
    const isHeard = plan.awaitsHandlers
    if (!isHeard && (operation.ends === 'promise' || !promisesValue(callable))) return undefined
    const lines = [...awaited(plan, semicolon), `return ${answer}${semicolon}`]
    return { edit: (fixer) => [fixer.replaceTextRange(range, ` {${outer}${indent}${lines.join(outer + indent)}${outer}}`)], isSafe: isHeard }
  }
  if (operation.ends === 'promise' || !fail || promisesValue(callable)) return undefined
  const lines = [`${code}((err${errorType}) => {`, `${indent}if (err) ${fail('err')}${endBefore(answer, style)}`, `${indent}${answer}${semicolon}`, '})']
  // In TypeScript the type of what `destroy` gives may not be what the handler is declared to return.
  if (isTypeScript) {
    const block = `{${outer}${indent}${lines.join(outer + indent)}${semicolon}${outer}}`
    return { edit: (fixer) => [fixer.replaceTextRange(range, ` ${block}`)], isSafe: true }
  }
  return { edit: (fixer) => [fixer.replaceTextRange(range, ` ${lines.join(outer)}`)], isSafe: true }
}
