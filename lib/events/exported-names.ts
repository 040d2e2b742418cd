import { memberName, propertyName, type Bindings } from '../ast/bindings.js'
import { wrapped, type FunctionNode, type Node } from '../ast/nodes.js'

const DEEPEST = 6

/**
 * The names under which a module exports a function, itself or in what wraps it: `GET`, `default`,
 * `actions.login` for a function in the exported object `actions`.
 */
export function exportedNames(callable: FunctionNode, bindings: Bindings): readonly string[] {
  return namesOf(callable, [], DEEPEST)

  function namesOf(node: Node, inside: readonly string[], depth: number): readonly string[] {
    const at = wrapped(node)
    const { parent } = at
    if (!parent || depth === 0) return []
    switch (parent.type) {
      case 'ExportDefaultDeclaration':
        return [['default', ...inside].join('.')]
      case 'ExportNamedDeclaration':
        return at.type === 'FunctionDeclaration' && at.id ? [at.id.name] : []
      case 'ExportSpecifier':
        return parent.local === at ? [[nameOfExport(parent.exported), ...inside].join('.')] : []
      case 'Property':
        return parent.value === at ? namesOf(parent.parent, [propertyName(parent) ?? '', ...inside], depth - 1) : []
      case 'CallExpression':
        return parent.callee === at ? [] : namesOf(parent, inside, depth - 1)
      case 'AssignmentExpression':
        return parent.right === at ? namesOfTarget(parent.left, inside) : []
      case 'VariableDeclarator':
        if (parent.id.type !== 'Identifier' || parent.init !== at) return []
        if (parent.parent.parent.type === 'ExportNamedDeclaration') return [[parent.id.name, ...inside].join('.')]
        return bindings.variable(parent.id)?.references.flatMap(({ identifier }) => namesOf(identifier, inside, depth - 1)) ?? []
      default:
        return at.type === 'FunctionDeclaration' && at.id
          ? (bindings.variable(at.id)?.references.flatMap(({ identifier }) => namesOf(identifier, inside, depth - 1)) ?? [])
          : []
    }
  }
}

/** `module.exports = handler` is the default; `exports.handler = …` is named. */
function namesOfTarget(target: Node, inside: readonly string[]): readonly string[] {
  if (target.type !== 'MemberExpression') return []
  const { object } = target
  const name = memberName(target) ?? ''
  if (object.type === 'Identifier' && object.name === 'module' && name === 'exports') return [inside.length > 0 ? inside.join('.') : 'default']
  const isExports = object.type === 'Identifier' ? object.name === 'exports' : object.type === 'MemberExpression' && memberName(object) === 'exports'
  return isExports ? [[name, ...inside].join('.')] : []
}

function nameOfExport(exported: Node): string {
  if (exported.type === 'Identifier') return exported.name
  return exported.type === 'Literal' ? String(exported.value) : ''
}
