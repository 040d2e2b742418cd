import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName, type Bindings } from '../ast/bindings.js'
import { textWritten } from '../ast/text-parts.js'
import { unwrap, type Node } from '../ast/nodes.js'

/** What may send SQL: `db.query('DELETE …', [id])`, or a template behind a tag. */
export type Sending = TSESTree.CallExpression | TSESTree.TaggedTemplateExpression

export function isSending(node: Node): node is Sending {
  return node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression'
}

/** The text that would be the SQL, with a gap for what is not written out. */
export function sqlIn(sending: Sending, bindings: Bindings): string {
  const text = sending.type === 'CallExpression' ? statementIn(sending.arguments[0]) : sending.quasi
  return text ? textWritten(text, bindings) : ''
}

/** `db.query({ text: 'DELETE …', values: [id] })`, `db.execute({ sql: 'DELETE …', args: [id] })` */
function statementIn(given: Node | undefined): Node | undefined {
  const object = given && unwrap(given)
  if (object?.type !== 'ObjectExpression') return object
  return object.properties.flatMap((property) => (property.type === 'Property' && /^(?:text|sql)$/.test(propertyName(property) ?? '') ? [property.value] : []))[0]
}

/** What is sent along. */
export function valuesIn(sending: Sending): readonly Node[] {
  return sending.type === 'CallExpression' ? sending.arguments : sending.quasi.expressions
}

/** Whether SQL deletes sessions or tokens, or marks them. */
export function endsSessions(sql: string): boolean {
  return /^\s*(?:delete\s+from|truncate(?:\s+table)?|update)\s+(?:["`[]?\w+["`\]]?\.)?["`[]?\w*(?:sess|token)/i.test(sql)
}
