import type { TSESTree } from '@typescript-eslint/utils'
import { asStatement, isOperand, rewrite, type Node } from '../rewrite.js'
import { eachNode, type Transformation } from './transformation.js'

const parenthesise = eachOperand('parenthesise', (_node, text) => `(${text})`)

const assertions: readonly Transformation[] = [
  eachOperand('add `as`', (node, text) => (!isAsserted(node) ? undefined : `((${text}) as any)`)),
  eachOperand('add `satisfies`', (node, text) => (!isAsserted(node) ? undefined : `((${text}) satisfies unknown)`)),
  eachOperand('add `!`', (node, text) => (!isAsserted(node) ? undefined : `(${text})!`)),
  eachOperand('add `as const`', (node, text) => (isAsserted(node) && isConstant(node) ? `(${text} as const)` : undefined)),
].map((transformation) => ({ ...transformation, isTyped: true as const }))

const spellings: readonly Transformation[] = [
  eachNode('write booleans as `!0` and `!1`', (node) => {
    if (node.type !== 'Literal' || typeof node.value !== 'boolean' || !isOperand(node)) return undefined
    return node.value ? '!0' : '!1'
  }),
  eachNode('write strings as templates', (node) => {
    if (!isString(node) || !isOperand(node) || isModuleName(node) || node.parent.type === 'MemberExpression') return undefined
    return `\`${node.raw.slice(1, -1).replaceAll(/`|\$\{/g, '\\$&')}\``
  }),
  eachNode('join strings of two parts', (node) => {
    // Whoever writes a text in pieces, writes a long one; words are looked for as they are.
    if (!isString(node) || node.parent.type !== 'Property' || !isOperand(node) || node.value.length < 2 || node.raw.includes('\\')) return undefined
    const quote = node.raw.slice(0, 1)
    const middle = Math.floor(node.value.length / 2)
    return `(${quote}${node.value.slice(0, middle)}${quote} + ${quote}${node.value.slice(middle)}${quote})`
  }),
  eachNode('write members as strings', (node, text, source) => {
    if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined
    const front = text.slice(0, text.length - source.getText(node.property as never).length)
    // A comment may stand between.
    if (!/\.\s*$/.test(front)) return undefined
    return `${front.replace(/\.\s*$/, (dot) => (front.trimEnd().endsWith('?.') ? dot : ''))}['${node.property.name}']`
  }),
  eachNode('write numbers as products', (node) => {
    if (node.type !== 'Literal' || typeof node.value !== 'number' || !isOperand(node) || node.value % 2 !== 0) return undefined
    return `(${node.value / 2} * 2)`
  }),
]

export const expressions: readonly Transformation[] = [parenthesise, ...assertions, ...spellings]

function eachOperand(name: string, textOf: (node: Node, text: string) => string | undefined): Transformation {
  return {
    name,
    rewrite(source, places) {
      let index = 0
      return rewrite(source, (node, text) => {
        if (node.type === 'ExpressionStatement' && node.directive === undefined) return asStatement(node, text)
        const rewritten = isOperand(node) ? textOf(node, text) : undefined
        return rewritten !== undefined && places(index++) ? rewritten : undefined
      })
    },
  }
}

/** What nobody asserts: functions that are called, whole statements, what is deleted, calculated or a name, and what everybody has. */
function isAsserted(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'NewExpression':
    case 'CallExpression':
      return parent.callee !== node && !isModuleName(node)
    case 'ExpressionStatement':
    case 'UnaryExpression':
    case 'BinaryExpression':
      return false
    case 'MemberExpression':
      return parent.object === node && !(node.type === 'Identifier' && /^(?:module|process|crypto|[A-Z]\w*)$/.test(node.name))
    default:
      return node.type !== 'ImportExpression'
  }
}

function isConstant(node: Node): boolean {
  return node.type === 'ObjectExpression' || node.type === 'ArrayExpression' || (node.type === 'Literal' && !isModuleName(node) && !('regex' in node) && node.value !== null)
}

function isString(node: Node): node is TSESTree.StringLiteral {
  return node.type === 'Literal' && typeof node.value === 'string'
}

function isModuleName({ parent }: Node): boolean {
  return parent?.type === 'CallExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'require'
}
