import type { TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from '../ast/bindings.js'
import { textWritten } from '../ast/text-parts.js'
import type { Node } from '../ast/nodes.js'

/** What may send SQL: `db.query('DELETE …', [id])`, or a template behind a tag. */
export type Sending = TSESTree.CallExpression | TSESTree.TaggedTemplateExpression

export function isSending(node: Node): node is Sending {
  return node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression'
}

/** The text that would be the SQL, with a gap for what is not written out. */
export function sqlIn(sending: Sending, bindings: Bindings): string {
  const text = sending.type === 'CallExpression' ? sending.arguments[0] : sending.quasi
  return text ? textWritten(text, bindings) : ''
}

/** What is sent along. */
export function valuesIn(sending: Sending): readonly Node[] {
  return sending.type === 'CallExpression' ? sending.arguments : sending.quasi.expressions
}

/** Whether SQL deletes sessions or tokens, or marks them. */
export function endsSessions(sql: string): boolean {
  return /^\s*(?:delete\s+from|truncate(?:\s+table)?|update)\s+(?:["`[]?\w+["`\]]?\.)?["`[]?\w*(?:sess|token)/i.test(sql)
}
