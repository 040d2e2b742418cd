import type { TSESTree } from '@typescript-eslint/utils'

export type Node = TSESTree.Node

export type FunctionNode =
  | TSESTree.ArrowFunctionExpression
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  const type = node?.type
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration'
}

/** The expression inside type assertions and optional chains: `(x as T)!` is `x`. */
export function unwrap(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return unwrap(node.expression)
    default:
      return node
  }
}

/** The expression whose result is awaited, or else the expression itself: `find()` for `await find()`. */
export function unwrapAwait(node: Node): Node {
  const expression = unwrap(node)
  return expression.type === 'AwaitExpression' ? unwrap(expression.argument) : expression
}

/** What a chain of members and calls starts from: `db` in `db.select().from(users)`. */
export function chainStart(node: Node): Node {
  // A loop, because a chain can be as long as a file.
  let at = unwrap(node)
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') at = unwrap(at.type === 'MemberExpression' ? at.object : at.callee)
  return at
}

/** What a chain of members starts from, where no call is on the way: `user` in `user.address.city`. */
export function memberStart(node: Node): Node {
  let at = unwrap(node)
  while (at.type === 'MemberExpression') at = unwrap(at.object)
  return at
}

/** The outermost node that is the same value as `node`: the reverse of `unwrap`. */
export function wrapped(node: Node): Node {
  const { parent } = node
  const isInside = parent && 'expression' in parent && parent.expression === node && unwrap(parent) !== parent
  return isInside ? wrapped(parent) : node
}

/** The decorators of a class member or parameter; parsers for JavaScript leave the field out. */
export function decoratorsOf(node: { readonly decorators?: readonly TSESTree.Decorator[] }): readonly TSESTree.Decorator[] {
  return node.decorators ?? []
}

/** What a statement declares, exported or not. */
export function declaredBy(statement: Node | undefined): Node | null | undefined {
  return statement?.type === 'ExportNamedDeclaration' || statement?.type === 'ExportDefaultDeclaration' ? statement.declaration : statement
}

/** Where a statement begins; the decorators of an exported class may stand before `export`, and so before its node. */
export function startOf(statement: Node): number {
  const declared = declaredBy(statement)
  const decorators = declared?.type === 'ClassDeclaration' ? decoratorsOf(declared) : []
  return Math.min(statement.range[0], ...decorators.map(({ range }) => range[0]))
}

/** The nearest function around a node, or undefined at the top of the file. */
export function functionAround(node: Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at
  return undefined
}

/** The functions around a node, innermost first. */
export function functionsAround(node: Node): readonly FunctionNode[] {
  const own: FunctionNode[] = []
  let at = functionAround(node)
  // From outside to inside, a file is asked about each of its functions: what is around the outer ones is known then.
  for (; at && !functionsFrom.has(at); at = functionAround(at)) own.push(at)
  const around = [...own, ...((at && functionsFrom.get(at)) ?? [])]
  if (own[0]) functionsFrom.set(own[0], around)
  return around
}

/** Functions with those around them. */
const functionsFrom = new WeakMap<FunctionNode, readonly FunctionNode[]>()

/** The class that a node stands in. */
export function classAround(node: Node): TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'ClassDeclaration' || at.type === 'ClassExpression') return at
  return undefined
}

/** The innermost statement that a node belongs to, within its own function. */
export function statementAround(node: Node): TSESTree.Statement | undefined {
  for (let at: Node | undefined = node; at?.parent && !isFunction(at.parent); at = at.parent) {
    if (isStatement(at) && (isStatementList(at.parent) || isBranch(at, at.parent))) return at
  }
  return undefined
}

/** Whether a statement stands without a block, as in `if (ok) login()`. */
export function isBranch(statement: Node, parent: Node): boolean {
  if (statement.type === 'BlockStatement') return false
  if (parent.type === 'IfStatement') return parent.consequent === statement || parent.alternate === statement
  return 'body' in parent && parent.body === statement && /^(?:For|While|DoWhile|Labeled|With)/.test(parent.type)
}

/** Statements that stand in one list: a block, a program, or a `case`. */
export function statementsOf(node: Node): readonly TSESTree.Statement[] {
  if (node.type === 'SwitchCase') return node.consequent
  if (node.type === 'BlockStatement' || node.type === 'StaticBlock') return node.body
  if (node.type === 'Program') return node.body
  return []
}

export function isInside(inner: Node, outer: Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1]
}

export function isBefore(a: Node, b: Node): boolean {
  return a.range[1] <= b.range[0]
}

function isStatementList(node: Node): boolean {
  return (
    node.type === 'BlockStatement' ||
    node.type === 'StaticBlock' ||
    node.type === 'Program' ||
    node.type === 'SwitchCase' ||
    node.type === 'TSModuleBlock'
  )
}

export function isStatement(node: Node): node is TSESTree.Statement {
  return node.type.endsWith('Statement') || node.type.endsWith('Declaration')
}
