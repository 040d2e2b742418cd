import type { TSESLint } from '@typescript-eslint/utils'
import { joinedArray } from '../ast/text-parts.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { rangeWithParentheses } from '../ast/parentheses.js'
import type { Edit } from './edit.js'
import { quoted, styleOf } from './style.js'

/** Writes an attribute behind the others in the text of a `Set-Cookie` header. */
export function setHeaderAttribute(sourceCode: Readonly<TSESLint.SourceCode>, header: Node, attribute: string): Edit | undefined {
  const style = styleOf(sourceCode)
  const text = unwrap(header)
  switch (text.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return (fixer) => [fixer.insertTextAfterRange([text.range[0], text.range[1] - 1], `; ${attribute}`)]
    case 'BinaryExpression': {
      // The text ends where its last operand ends.
      if (unwrap(text.right).type === 'Literal' || unwrap(text.right).type === 'TemplateLiteral') {
        return setHeaderAttribute(sourceCode, text.right, attribute)
      }
      return (fixer) => [fixer.insertTextAfter(text, ` + ${quoted(`; ${attribute}`, style)}`)]
    }
    case 'CallExpression': {
      const last = joinedArray(text)?.elements.at(-1)
      return last ? (fixer) => [fixer.insertTextAfterRange(rangeWithParentheses(last, sourceCode), `, ${quoted(attribute, style)}`)] : undefined
    }
    default:
      return undefined
  }
}
