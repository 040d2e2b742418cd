import type { TSESTree } from '@typescript-eslint/utils'
import { nodesOf } from '../ast/nodes-of.js'
import type { FileContext } from '../events/file-context.js'
import type { Operation } from '../frameworks/framework.js'
import type { Edit } from './edit.js'
import { indentOf, styleOf } from './style.js'

type Declared = NonNullable<Operation['declares']>
type Member = TSESTree.TSPropertySignature

/**
 * Declares in a type of the file what an operation needs there, next to a member that the same type has; nothing
 * where it is declared, or where nobody declares anything. Undefined where the type is not in sight.
 */
export function declareMember(context: FileContext, declared: Declared | undefined): Edit | undefined {
  if (!declared || !context.isTypeScript) return () => []
  const members = membersIn(context)
  if (members.some((member) => nameOf(member) === declared.name)) return () => []
  const [neighbour, another] = members.filter((member) => nameOf(member) === declared.beside)
  return neighbour && !another ? insertBehind(context, neighbour, `${declared.name}: ${declared.type}`) : undefined
}

function insertBehind({ sourceCode }: FileContext, member: Member, text: string): Edit {
  const end = /[;,]$/.exec(sourceCode.getText(member))?.[0] ?? ''
  const isOnOneLine = member.parent.loc.start.line === member.parent.loc.end.line
  const space = isOnOneLine ? ' ' : `${styleOf(sourceCode).lineBreak}${indentOf(member, sourceCode)}`
  const separator = end === '' && isOnOneLine ? ';' : ''
  return (fixer) => [fixer.insertTextAfter(member, `${separator}${space}${text}${end}`)]
}

function membersIn({ sourceCode }: FileContext): readonly Member[] {
  return nodesOf(sourceCode, 'TSPropertySignature')
}

function nameOf({ computed, key }: Member): string | undefined {
  if (computed) return undefined
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined
}
