import type { TSESTree } from '@typescript-eslint/utils'
import type { SourceCode } from 'eslint'
import { asStatement, functionAround, isFunction, isListed, nodesOf, rewrite, statementAround, treeOf, type Node } from '../rewrite.js'
import { eachNode, type Places, type Transformation } from './transformation.js'

export const statements: readonly Transformation[] = [
  { name: 'split chains', rewrite: splitChains },
  { name: 'wrap the file in a block', rewrite: (source) => wrap(source, '{', '}') },
  { name: 'wrap the file in a function that is called', rewrite: (source) => wrap(source, ';(() => {', '})()') },
  { name: 'wrap the file in an async function', rewrite: (source) => wrap(source, 'async function main() {', '}\nmain()') },
  eachNode('write blocks around single statements', (node, text) => {
    const { parent } = node
    const isSingle = parent?.type === 'IfStatement' && (parent.consequent === node || parent.alternate === node)
    return isSingle && node.type !== 'BlockStatement' && node.type !== 'IfStatement' ? `{ ${text} }` : undefined
  }),
  eachNode('write single statements without blocks', (node, text, _source, textOf) => {
    const { parent } = node
    if (node.type !== 'BlockStatement' || parent?.type !== 'IfStatement' || parent.consequent !== node || parent.alternate || node.body.length !== 1) return undefined
    const [only] = node.body
    const isPlain = only?.type === 'ExpressionStatement' || only?.type === 'ReturnStatement' || only?.type === 'ThrowStatement'
    return isPlain && !text.includes('//') && !text.includes('/*') ? `${textOf(only).replace(/;?$/, ';')}` : undefined
  }),
  eachNode('write `const` as `let`', (node, text) => {
    return node.type === 'VariableDeclaration' && node.kind === 'const' && !node.declare ? text.replace(/^const/, 'let') : undefined
  }),
  eachNode('write `const` as `var`', (node, text) => {
    const isTop = node.parent?.type === 'Program' || (node.parent?.type === 'BlockStatement' && node.parent.parent && isFunction(node.parent.parent))
    return node.type === 'VariableDeclaration' && node.kind === 'const' && isTop && !node.declare ? text.replace(/^const/, 'var') : undefined
  }),
  eachNode('wrap expressions in blocks', (node, text) => {
    return node.type === 'ExpressionStatement' && node.directive === undefined && isListed(node) ? `{ ${text} }` : undefined
  }),
  eachNode('begin expressions with semicolons', (node, text) => {
    return node.type === 'ExpressionStatement' && node.directive === undefined && isListed(node) ? `;${text}` : undefined
  }),
  eachNode('turn conditions around', (node, _text, source, textOf) => {
    if (node.type !== 'IfStatement' || !node.alternate || node.alternate.type === 'IfStatement' || node.parent.type === 'IfStatement') return undefined
    if (source.getCommentsInside(node as never).length > 0) return undefined
    return `if (!(${textOf(node.test)})) { ${textOf(node.alternate)} } else { ${textOf(node.consequent)} }`
  }),
  eachNode('put what is returned into a variable', (node, _text, _source, textOf) => {
    if (node.type !== 'ReturnStatement' || !node.argument || !isListed(node) || node.parent.type === 'SwitchCase') return undefined
    return `const returned = ${textOf(node.argument)}\nreturn returned`
  }),
]

/** `a.b().c()` becomes two statements. */
function splitChains(source: SourceCode, places: Places): string {
  const before = new Map<Node, string>()
  let index = 0
  return rewrite(source, (node, text) => {
    const first = before.get(node)
    if (first !== undefined) return `${asStatement(node, first)}\n${text}`
    const statement = linkOf(node)
    if (!statement || before.has(statement) || !places(index++)) return undefined
    before.set(statement, `const part${index} = ${text}`)
    return `part${index}`
  })
}

/** The statement that is one chain of calls, of which the node is a link before the last. */
function linkOf(node: Node): Node | undefined {
  if (node.type !== 'CallExpression' || node.parent.type !== 'MemberExpression' || node.parent.object !== node || node.parent.optional) return undefined
  const statement = statementAround(node)
  if (!statement) return undefined
  for (let at: Node | undefined = node.parent; at?.parent && at.parent !== statement; at = at.parent) {
    const { parent }: Node = at
    const isLink =
      (parent.type === 'MemberExpression' && parent.object === at && !parent.optional) ||
      (parent.type === 'CallExpression' && parent.callee === at && !parent.optional) ||
      (parent.type === 'VariableDeclarator' && parent.init === at) ||
      (parent.type === 'VariableDeclaration' && parent.declarations.length === 1) ||
      (parent.type === 'AwaitExpression' && parent.argument === at)
    if (!isLink) return undefined
  }
  return /^(?:Expression|Return)Statement$|^VariableDeclaration$/.test(statement.type) ? statement : undefined
}

/** Imports and exports stay where they are. */
function wrap(source: SourceCode, start: string, end: string): string {
  const { body } = treeOf(source)
  const first = body.findIndex((node) => !isImport(node) && !isDirective(node))
  const inside = body.slice(first)
  if (first === -1 || inside.some((node) => isModuleItem(node))) return source.text
  if (!start.includes('async') && start.includes('=>') && nodesOf(source).some((node) => isTopAwait(node))) return source.text
  const at = inside[0]?.range[0] ?? 0
  const last = inside.at(-1)?.range[1] ?? 0
  return `${source.text.slice(0, at)}${start}\n${source.text.slice(at, last)}\n${end}${source.text.slice(last)}`
}

function isImport({ type }: TSESTree.ProgramStatement): boolean {
  return type === 'ImportDeclaration'
}

function isDirective(node: TSESTree.ProgramStatement): boolean {
  return node.type === 'ExpressionStatement' && node.directive !== undefined
}

function isModuleItem(node: TSESTree.ProgramStatement): boolean {
  return /^(?:Import|Export|TS)/.test(node.type)
}

function isTopAwait(node: Node): boolean {
  if (node.type !== 'AwaitExpression' && !(node.type === 'ForOfStatement' && node.await)) return false
  return functionAround(node) === undefined
}
