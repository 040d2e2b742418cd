import type { TSESTree } from '@typescript-eslint/utils'
import type { SourceCode } from 'eslint'

export type Node = TSESTree.Node

/** Text to write instead of a part of the source. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The new text of a node, from its text with the new text of what is in it; undefined leaves it.
 * `textOf` answers the new text of a node inside.
 */
export type Rewriter = (node: Node, text: string, textOf: (node: Node) => string) => string | undefined

export function treeOf({ ast }: SourceCode): TSESTree.Program {
  return ast as unknown as TSESTree.Program
}

/** The source with every node rewritten, from the innermost out. */
export function rewrite(source: SourceCode, rewriter: Rewriter): string {
  const tree = treeOf(source)
  const { text } = source
  const [start, end] = tree.range
  const written = new Map<Node, string>()
  const textOf = (node: Node) => written.get(node) ?? source.getText(node as never)
  return text.slice(0, start) + rewriteNode(tree) + text.slice(end)

  function rewriteNode(node: Node): string {
    let rewritten = ''
    let [at] = node.range
    for (const child of childrenOf(source, node)) {
      if (child.range[0] < at || child.range[1] > node.range[1]) continue
      rewritten += text.slice(at, child.range[0]) + rewriteNode(child)
      at = child.range[1]
    }
    rewritten += text.slice(at, node.range[1])
    const whole = rewriter(node, rewritten, textOf) ?? rewritten
    written.set(node, whole)
    return whole
  }
}

export function childrenOf({ visitorKeys }: SourceCode, node: Node): Node[] {
  const fields = node as unknown as Record<string, unknown>
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => fields[key])
    .filter((child): child is Node => typeof child === 'object' && child !== null && 'type' in child)
    .sort((one, other) => one.range[0] - other.range[0] || other.range[1] - one.range[1])
}

/** Every node, parents first. */
export function nodesOf(source: SourceCode, node: Node = treeOf(source)): Node[] {
  return [node, ...childrenOf(source, node).flatMap((child) => nodesOf(source, child))]
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end)
  let at = 0
  let edited = ''
  for (const edit of ordered) {
    if (edit.start < at) continue
    edited += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return edited + text.slice(at)
}

/** Whether the node is an expression that could stand in parentheses. */
export function isOperand(node: Node): node is TSESTree.Expression {
  const { parent } = node
  if (!parent || node.type === 'Super' || node.type === 'PrivateIdentifier' || node.type === 'JSXEmptyExpression') return false
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      return node.type !== 'SpreadElement' && !isInChain(node) && parent.typeArguments !== node
    case 'Property':
      return parent.parent.type === 'ObjectExpression' && !parent.shorthand && !parent.method && parent.kind === 'init' && parent.value === node
    case 'VariableDeclarator':
      return parent.init === node
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return parent.right === node
    case 'ArrowFunctionExpression':
      return parent.body === node && node.type !== 'BlockStatement'
    case 'MemberExpression':
      return (parent.object === node && !isInChain(node)) || (parent.computed && parent.property === node)
    case 'ExpressionStatement':
      return parent.directive === undefined
    case 'IfStatement':
    case 'WhileStatement':
      return parent.test === node
    case 'ForOfStatement':
      return parent.right === node
    case 'PropertyDefinition':
      return parent.value === node
    case 'ExportDefaultDeclaration':
      return node.type !== 'FunctionDeclaration' && node.type !== 'ClassDeclaration' && !node.type.startsWith('TS')
    case 'ArrayExpression':
      return node.type !== 'SpreadElement'
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return parent.expression === node && parent.parent.type !== 'AssignmentExpression'
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'UnaryExpression':
    case 'AwaitExpression':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'SpreadElement':
    case 'SequenceExpression':
      return true
    case 'SwitchStatement':
      return parent.discriminant === node
    case 'TemplateLiteral':
      return node.type !== 'TemplateElement'
    default:
      return false
  }
}

/** Whether the node is the front of an optional chain, which parentheses would end. */
function isInChain(node: Node): boolean {
  const { parent } = node
  if (!parent) return false
  if (parent.type === 'ChainExpression') return true
  const isFront =
    (parent.type === 'MemberExpression' && parent.object === node) ||
    (parent.type === 'CallExpression' && parent.callee === node) ||
    (parent.type === 'TSNonNullExpression' && parent.expression === node)
  return isFront && isInChain(parent)
}

export function isFunction(node: Node): node is TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression {
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression'
}

export function functionAround(node: Node): Node | undefined {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at
  return undefined
}

/** Whether the node is a statement among others, before which there is room for one more. */
export function isListed({ parent }: Node): boolean {
  return parent?.type === 'Program' || parent?.type === 'BlockStatement' || parent?.type === 'SwitchCase'
}

/** The statement around a node, if it is one of a list. */
export function statementAround(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (isListed(at) && !(at.parent?.type === 'SwitchCase' && at.parent.test === at)) return at
  }
  return undefined
}

/** A statement that is written again may begin with what continues the statement before it. */
export function asStatement(node: Node, text: string): string {
  return isListed(node) && /^[([`/+-]/.test(text) ? `;${text}` : text
}
