import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName, type Bindings } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { inSourceOrder, nodesOf } from '../ast/nodes-of.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { onceForFile } from '../ast/once-for-each.js'
import { idNameOf, mayNameId, type IdName } from './id-names.js'

/** The nodes of a file that give names to values, in source order. */
export const namingIn = onceForFile((sourceCode): readonly Node[] => inSourceOrder<Node>(nodesOf(
  sourceCode,
  'VariableDeclarator', 'Property', 'PropertyDefinition', 'MethodDefinition', 'AssignmentPattern', 'FunctionDeclaration', 'AssignmentExpression',
)))

/** A value and the name that it gets. */
export interface Given {
  readonly name: string
  readonly value: Node | undefined
  /** How it is told where the name alone does not tell it. */
  readonly told?: IdName | undefined
}

/** The names that a node gives to values, as far as they may be those of session IDs. */
export function namesGiven(node: Node, bindings: Bindings): Given[] {
  const name = nameGiven(node)
  if (name === undefined || !mayNameId(name)) return []
  switch (node.type) {
    case 'VariableDeclarator':
      return [{ name, value: node.init ?? undefined }]
    case 'FunctionDeclaration':
      return [{ name, value: node }]
    case 'MethodDefinition':
      return [{ name, value: node.value }]
    case 'AssignmentPattern':
      return [{ name, value: node.right }]
    case 'PropertyDefinition':
      return [given(name, node.value ?? undefined, classNameOf(node))]
    case 'Property':
      return node.parent.type === 'ObjectExpression' ? [given(name, node.value, holderOf(node.parent))] : []
    case 'AssignmentExpression':
      return node.operator === '=' ? [assigned(name, node, bindings)] : []
    default:
      return []
  }
}

/** The name that a node gives to a value. */
export function nameGiven(node: Node): string | undefined {
  switch (node.type) {
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
      return node.id?.type === 'Identifier' ? node.id.name : undefined
    case 'AssignmentPattern':
      return node.left.type === 'Identifier' ? node.left.name : undefined
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return propertyName(node)
    case 'AssignmentExpression': {
      const target = unwrap(node.left)
      if (target.type === 'Identifier') return target.name
      return target.type === 'MemberExpression' ? memberName(target) : undefined
    }
    default:
      return undefined
  }
}

function assigned(name: string, { left, right }: TSESTree.AssignmentExpression, bindings: Bindings): Given {
  const target = unwrap(left)
  if (target.type !== 'MemberExpression') return { name, value: right }
  const owner = target.object.type === 'ThisExpression' ? classNameOf(target) : lastName(target.object)
  // What is kept in the session of a request is data, whatever it is called.
  const isData = name !== 'id' && bindings.resolve(target.object)?.steps.at(-1) === 'session'
  return isData ? { name, value: undefined } : given(name, right, owner)
}

/** `id` says nothing; that of an object called `session` does. */
function given(name: string, value: Node | undefined, owner: string | undefined): Given {
  const isOwn = /^(?:id|_id|key|token)$/.test(name) && owner !== undefined && idNameOf(owner) === 'short' && !/sid$/i.test(owner)
  return isOwn ? { name: `${owner}.${name}`, value, told: name === 'token' ? 'id' : 'short' } : { name, value }
}

/** What an object literal becomes: `session` in `const session = { id: … }` and in `{ session: { id: … } }`. */
function holderOf(literal: Node): string | undefined {
  const { parent } = wrapped(literal)
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined
    case 'Property':
      return propertyName(parent)
    case 'AssignmentExpression':
      return lastName(parent.left)
    case 'NewExpression':
      return lastName(parent.callee)
    default:
      return undefined
  }
}

function classNameOf(node: Node): string | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'ClassDeclaration' || at.type === 'ClassExpression') return at.id?.name
  }
  return undefined
}
