import type { TSESTree } from '@typescript-eslint/utils'
import type { SourceCode } from 'eslint'
import { isListed, isOperand, nodesOf, type Node } from '../rewrite.js'
import { eachNode, type Transformation } from './transformation.js'

export const functions: readonly Transformation[] = [
  eachNode('write functions as arrows', (node, _text, source, textOf) => {
    if (node.type !== 'FunctionExpression' || !isOperand(node) || node.id || node.generator || !isPlain(source, node)) return undefined
    return `${headOf(node, textOf)} => ${textOf(node.body)}`
  }),
  eachNode('write arrows as functions', (node, _text, source, textOf) => {
    if (node.type !== 'ArrowFunctionExpression' || !isOperand(node) || !isPlain(source, node)) return undefined
    const body = node.body.type === 'BlockStatement' ? textOf(node.body) : `{ return ${textOf(node.body)} }`
    return `${node.async ? 'async ' : ''}function ${headOf({ ...node, async: false }, textOf)} ${body}`
  }),
  eachNode('write function declarations as arrows', (node, _text, source, textOf) => {
    if (node.type !== 'FunctionDeclaration' || node.generator || !isListed(node) || !isPlain(source, node) || !isFirst(source, node)) return undefined
    return `const ${node.id?.name ?? ''} = ${headOf(node, textOf)} => ${textOf(node.body)}`
  }),
  eachNode('write the bodies of arrows as blocks', (node, text, _source, textOf) => {
    if (node.type !== 'ArrowFunctionExpression' || node.body.type === 'BlockStatement') return undefined
    return `${text.slice(0, text.lastIndexOf('=>', text.length - textOf(node.body).length) + 2)} { return ${textOf(node.body)} }`
  }),
  eachNode('write the bodies of arrows as expressions', (node, _text, _source, textOf) => {
    if (node.type !== 'ArrowFunctionExpression' || node.body.type !== 'BlockStatement' || node.body.body.length !== 1) return undefined
    const [only] = node.body.body
    if (only?.type !== 'ReturnStatement' || !only.argument) return undefined
    return `${headOf(node, textOf)} => (${textOf(only.argument)})`
  }),
]

type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression

function headOf({ async, params, returnType, typeParameters }: FunctionNode, textOf: (node: Node) => string): string {
  return `${async ? 'async ' : ''}${typeParameters ? textOf(typeParameters) : ''}(${params.map(textOf).join(', ')})${returnType ? textOf(returnType) : ''}`
}

/** Whether the function needs nothing that only its own kind has: `this`, `arguments`, a construction. */
function isPlain(source: SourceCode, node: FunctionNode): boolean {
  if (source.getCommentsInside(node as never).length > source.getCommentsInside(node.body as never).length) return false
  return !nodesOf(source, node).some((inside) => {
    if (inside.type === 'Identifier') return inside.name === 'arguments'
    return inside.type === 'ThisExpression' || inside.type === 'Super' || inside.type === 'MetaProperty'
  })
}

/** Whether nothing before the declaration, or in it, asks for the function. */
function isFirst(source: SourceCode, node: TSESTree.FunctionDeclaration): boolean {
  const [variable] = source.scopeManager.getDeclaredVariables(node as never)
  if (!variable || variable.defs.length !== 1) return false
  return variable.references.every(({ identifier, from }) => {
    const at = identifier.range?.[0] ?? 0
    return at > node.range[1] || (from.block.type !== 'Program' && from.variableScope !== variable.scope)
  })
}

