import { isFunction, unwrap, type FunctionNode, type Node } from './nodes.js'

/** The function that a declaration gives a name to: a function, a method, or what a variable holds. */
export function functionDeclaredBy(node: Node): FunctionNode | undefined {
  if (node.type === 'FunctionDeclaration') return node
  if (node.type === 'MethodDefinition') return isFunction(node.value) ? node.value : undefined
  const value = node.type === 'VariableDeclarator' && node.init ? unwrap(node.init) : undefined
  return isFunction(value) ? value : undefined
}
