import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { findVariable, getPropertyName } from './eslint-utils.js'
import { isFunction, isInside, unwrap, wrapped, type FunctionNode, type Node } from './nodes.js'
import { walk } from './walk.js'

type Variable = TSESLint.Scope.Variable
type SourceCode = Readonly<TSESLint.SourceCode>

/** Where an expression's value starts: `express` in `express.Router()`, `req` in `req.session.user`. */
export type Root =
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'parameter'; readonly function: FunctionNode; readonly index: number }
  | { readonly kind: 'variable'; readonly name: string; readonly variable: Variable }
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'this' }

/**
 * An expression as a path from its root. A step is the name of a member, `()` for a call,
 * `new()` for a construction, or `[]` for a member whose name the source doesn't decide.
 * `require('express').Router()` is the module `express` and the steps `Router`, `()`.
 */
export interface Path {
  readonly root: Root
  readonly steps: readonly string[]
}

/** What names stand for in one file. */
export interface Bindings {
  /** The path of an expression, through constants, aliases and destructuring. */
  resolve(node: Node): Path | undefined
  /** The path of a type: `Response` imported from express is the module `express`, step `Response`. */
  resolveType(node: Node): Path | undefined
  /** The variable that an identifier refers to. */
  variable(node: TSESTree.Identifier): Variable | undefined
  /** The one expression that a variable ever holds, if there is only one and it isn't destructured. */
  value(variable: Variable): Node | undefined
  /** The function that an expression stands for: a function itself, or the name of one in this file. */
  function(node: Node): FunctionNode | undefined
  /** The places where a function with a name is used; undefined for a function that has none. */
  entries(callable: FunctionNode): readonly Node[] | undefined
}

const LONGEST_CHAIN_OF_ALIASES = 16

/** Helpers with which compilers wrap a required module; all stand for the module. */
const INTEROP = new Set(['__importDefault', '__importStar', '_interopRequireDefault', '_interopRequireWildcard', '__toESM'])

export function createBindings(sourceCode: SourceCode): Bindings {
  const variables = new Map<Node, Variable | undefined>()
  const pathsOfVariables = new Map<Variable, Path>()

  function variable(node: TSESTree.Identifier): Variable | undefined {
    if (!variables.has(node)) variables.set(node, findVariable(sourceCode.getScope(node), node.name) ?? undefined)
    return variables.get(node)
  }

  function resolve(node: Node): Path | undefined {
    return resolveWithin(node, LONGEST_CHAIN_OF_ALIASES)
  }

  function resolveWithin(wrappedNode: Node, depth: number): Path | undefined {
    const node = unwrap(wrappedNode)
    switch (node.type) {
      case 'Identifier':
        return resolveIdentifier(node, depth)
      case 'ThisExpression':
        return { root: { kind: 'this' }, steps: [] }
      case 'MemberExpression':
        return step(resolveWithin(node.object, depth), memberName(node) ?? '[]')
      case 'CallExpression':
        return resolveCall(node, depth)
      case 'NewExpression':
        return step(resolveWithin(node.callee, depth), 'new()')
      case 'ImportExpression':
        return moduleNamed(node.source)
      case 'AwaitExpression':
        return resolveWithin(node.argument, depth)
      case 'AssignmentExpression':
        return node.operator === '=' ? resolveWithin(node.right, depth) : undefined
      case 'SequenceExpression': {
        const last = node.expressions.at(-1)
        return last && resolveWithin(last, depth)
      }
      default:
        return undefined
    }
  }

  function resolveCall(node: TSESTree.CallExpression, depth: number): Path | undefined {
    const [argument] = node.arguments
    if (argument && node.callee.type === 'Identifier') {
      if (isRequire(node.callee, depth)) return moduleNamed(argument)
      if (INTEROP.has(node.callee.name)) return resolveWithin(argument, depth)
    }
    return step(resolveWithin(node.callee, depth), '()')
  }

  /**
   * `require` is a global only in files that ESLint is told are CommonJS; by default it is a name
   * without a definition. `createRequire(import.meta.url)` gives the same function.
   */
  function isRequire(callee: TSESTree.Identifier, depth: number): boolean {
    if (callee.name !== 'require') return false
    const found = variable(callee)
    if (!found || found.defs.length === 0) return true
    const path = resolveVariable(found, depth)
    return path.root.kind === 'module' && path.steps.join('.') === 'createRequire.()'
  }

  function resolveIdentifier(node: TSESTree.Identifier, depth: number): Path {
    const found = variable(node)
    if (!found || found.defs.length === 0) return { root: { kind: 'global', name: node.name }, steps: [] }
    return resolveVariable(found, depth)
  }

  function resolveVariable(found: Variable, depth: number): Path {
    const known = pathsOfVariables.get(found)
    if (known) return known
    const itself: Path = { root: { kind: 'variable', name: found.name, variable: found }, steps: [] }
    if (depth === 0) return itself
    pathsOfVariables.set(found, itself)
    const path = readVariable(found, depth - 1) ?? itself
    pathsOfVariables.set(found, path)
    return path
  }

  function readVariable(found: Variable, depth: number): Path | undefined {
    const [definition] = found.defs
    if (!definition || found.defs.length > 1) return undefined

    if (definition.type === 'ImportBinding') return resolveImport(definition.node)
    if (definition.type === 'Parameter') return isReassigned(found) ? undefined : resolveParameter(definition)
    if (definition.type !== 'Variable') return undefined

    const write = onlyWrite(found)
    if (!write?.writeExpr) return undefined
    const target = write.identifier
    const pattern = patternAround(target)
    const steps = pattern && stepsTo(target, pattern)
    if (!steps) return undefined
    return steps.reduce<Path | undefined>(step, resolveWithin(write.writeExpr, depth))
  }

  function resolveParameter(definition: TSESLint.Scope.Definitions.ParameterDefinition): Path | undefined {
    const owner = definition.node
    if (!isFunction(owner)) return undefined
    const target = definition.name
    const index = owner.params.findIndex((parameter) => isInside(target, parameter))
    const parameter = owner.params[index]
    const steps = parameter && stepsTo(target, parameter)
    return steps && { root: { kind: 'parameter', function: owner, index }, steps }
  }

  function resolveType(node: Node): Path | undefined {
    switch (node.type) {
      case 'TSTypeReference':
        return resolveType(node.typeName)
      case 'TSImportType':
        return node.qualifier
          ? step(moduleNamed(node.source), node.qualifier.type === 'Identifier' ? node.qualifier.name : '[]')
          : undefined
      case 'TSQualifiedName':
        return step(resolveType(node.left), node.right.name)
      case 'Identifier':
        return resolveIdentifier(node, LONGEST_CHAIN_OF_ALIASES)
      default:
        return undefined
    }
  }

  function value(found: Variable): Node | undefined {
    const write = onlyWrite(found)
    return write?.writeExpr && patternAround(write.identifier) === write.identifier ? write.writeExpr : undefined
  }

  function functionOf(wrappedNode: Node): FunctionNode | undefined {
    const node = unwrap(wrappedNode)
    if (isFunction(node)) return node
    if (node.type !== 'Identifier') return undefined
    const found = variable(node)
    const [definition] = found?.defs ?? []
    if (!found || found.defs.length !== 1) return undefined
    if (definition?.type === 'FunctionName') return isFunction(definition.node) ? definition.node : undefined
    const held = value(found)
    return held && held !== node ? functionOf(held) : undefined
  }

  function entries(callable: FunctionNode): readonly Node[] | undefined {
    const method = methodOf(callable)
    if (method) return usesOfMember(method.owner, method.name, sourceCode.visitorKeys)
    const id = callable.type === 'FunctionDeclaration' ? callable.id : nameOfHolder(callable)
    const found = id && variable(id)
    return found ? usesOf(found) : undefined
  }

  return { resolve, resolveType, variable, value, function: functionOf, entries }
}

function usesOf(variable: Variable): Node[] {
  return variable.references.filter((reference) => !reference.isWrite()).map((reference) => reference.identifier)
}

/** `login` in `const login = () => {}`. */
function nameOfHolder(callable: FunctionNode): TSESTree.Identifier | undefined {
  const { parent } = wrapped(callable)
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined
}

/** The class or object of which a function is a method. */
function methodOf(callable: FunctionNode): { owner: Node; name: string } | undefined {
  const { parent } = callable
  if (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition') return undefined
  const name = propertyName(parent)
  return name === undefined ? undefined : { owner: parent.parent, name }
}

function usesOfMember(owner: Node, name: string, visitorKeys: SourceCode['visitorKeys']): Node[] {
  const uses: Node[] = []
  walk(owner, visitorKeys, (node) => {
    if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && memberName(node) === name) uses.push(node)
    return true
  })
  return uses
}

/** The name of the member that is read: `b` in `a.b` and `a['b']`. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`
  return getPropertyName(node) ?? undefined
}

/** The name of a property or method, where the source decides it. */
export function propertyName(
  node: TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition,
): string | undefined {
  return getPropertyName(node) ?? undefined
}

/** The write that gives a variable its value, if no other write ever changes it. */
function onlyWrite(variable: Variable): TSESLint.Scope.Reference | undefined {
  const writes = variable.references.filter((reference) => reference.isWrite())
  return writes.length === 1 ? writes[0] : undefined
}

function isReassigned(variable: Variable): boolean {
  return variable.references.some((reference) => reference.isWrite() && !reference.init)
}

function step(path: Path | undefined, name: string): Path | undefined {
  if (!path) return undefined
  // A CommonJS module is its own default export, and `m.default.x` is `m.x` in every interop.
  if (name === 'default' && path.root.kind === 'module' && path.steps.length === 0) return path
  return { root: path.root, steps: [...path.steps, name] }
}

function moduleNamed(source: Node): Path | undefined {
  const literal = source.type === 'TSLiteralType' ? source.literal : source
  if (literal.type === 'Literal' && typeof literal.value === 'string') return modulePath(literal.value)
  if (literal.type === 'TemplateLiteral' && literal.expressions.length === 0) {
    return modulePath(literal.quasis[0]?.value.cooked ?? '')
  }
  return undefined
}

function modulePath(name: string): Path {
  return { root: { kind: 'module', name: name.replace(/^node:/, '') }, steps: [] }
}

function resolveImport(node: Node): Path | undefined {
  switch (node.type) {
    case 'ImportSpecifier': {
      const { imported, parent } = node
      const name = imported.type === 'Identifier' ? imported.name : imported.value
      return parent.type === 'ImportDeclaration' ? step(moduleNamed(parent.source), name) : undefined
    }
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return node.parent.type === 'ImportDeclaration' ? moduleNamed(node.parent.source) : undefined
    case 'TSImportEqualsDeclaration':
      return node.moduleReference.type === 'TSExternalModuleReference'
        ? moduleNamed(node.moduleReference.expression)
        : undefined
    default:
      return undefined
  }
}

/** The whole left side in which an identifier is assigned: the pattern, or the identifier itself. */
function patternAround(target: Node): Node | undefined {
  let at: Node = target
  while (at.parent) {
    const { parent }: Node = at
    if (parent.type === 'VariableDeclarator') return parent.id
    if (parent.type === 'AssignmentExpression') return parent.left
    if (!['Property', 'ObjectPattern', 'ArrayPattern', 'AssignmentPattern', 'RestElement'].includes(parent.type)) {
      return undefined
    }
    at = parent
  }
  return undefined
}

/** The members that lead from a destructured value to one of its names; undefined for a rest element. */
function stepsTo(target: Node, pattern: Node): string[] | undefined {
  if (pattern === target) return []
  switch (pattern.type) {
    case 'AssignmentPattern':
      return stepsTo(target, pattern.left)
    case 'TSParameterProperty':
      return stepsTo(target, pattern.parameter)
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type !== 'Property' || !isInside(target, property.value)) continue
        const rest = stepsTo(target, property.value)
        return rest && [propertyName(property) ?? '[]', ...rest]
      }
      return undefined
    case 'ArrayPattern': {
      const index = pattern.elements.findIndex((element) => element !== null && isInside(target, element))
      const rest = stepsTo(target, pattern.elements[index] ?? pattern)
      return rest && [String(index), ...rest]
    }
    default:
      return undefined
  }
}
