import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { calledName } from './called-name.js'
import { findVariable } from './eslint-utils.js'
import { memberName } from './member-name.js'
import { createMembers, type Member } from './members.js'
import { classAround, isFunction, unwrap, wrapped, type FunctionNode, type Node } from './nodes.js'
import { onDemand } from './on-demand.js'
import { createOnlyRead, type Call } from './only-read.js'
import { callStep, extend, importPath, isCallStep, moduleNamed, parameterPath, type Path } from './paths.js'
import { patternAround, stepsTo } from './patterns.js'
import { textAt } from './text-at.js'
import { heldBy, isReassigned, usesOf, variablesByUse, writesOf, type Variable } from './variables.js'

export { memberName, propertyName } from './member-name.js'
export type { Path, Root } from './paths.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** What names stand for in one file. */
export interface Bindings {
  /** The path of an expression, through constants, aliases and destructuring. */
  resolve(node: Node): Path | undefined
  /** The path of a type: `Response` imported from express is the module `express`, step `Response`. */
  resolveType(node: Node): Path | undefined
  /** The path of what a variable holds. */
  resolveVariable(variable: Variable): Path
  /** The variable that an identifier refers to. */
  variable(node: TSESTree.Identifier): Variable | undefined
  /** The one expression that a variable ever holds, if there is only one and it isn't destructured. */
  value(variable: Variable): Node | undefined
  /** What a variable holds, if the expression is one, as far as that is one expression; else the expression itself. */
  held(node: Node): Node
  /** The one expression that a member of a class or an object of this file ever holds: `this.secret`. */
  member(node: TSESTree.MemberExpression): Node | undefined
  /** The function that an expression stands for: a function itself, or the name of one in this file. */
  function(node: Node): FunctionNode | undefined
  /** The places where a function with a name is used; undefined for a function that has none. */
  entries(callable: FunctionNode): readonly Node[] | undefined
  /** Whether a call leaves an object that it is given as it is. */
  isOnlyRead(call: Call, argument: Node): boolean
}

/** Functions that only read the objects that they are given. */
export interface Readers {
  /** Methods with these names, for any argument but the first: `res.cookie(name, value, options)`. */
  readonly methods: ReadonlySet<string>
  /** All functions of these modules. */
  readonly modules: ReadonlySet<string>
}

const LONGEST_CHAIN_OF_ALIASES = 16

/** Paths with more steps than this lead nowhere: each call in a chain as long as a file would have one as long as that. */
const LONGEST_PATH = 1000

/** Helpers with which compilers wrap a required module; all stand for the module. */
const INTEROP = new Set([
  '__importDefault', '__importStar', '_interopRequireDefault', '_interopRequireWildcard',
  '_interop_require_default', '_interop_require_wildcard', '__toESM',
])

const NO_READERS: Readers = { methods: new Set(), modules: new Set() }

export function createBindings(sourceCode: SourceCode, readers: Readers = NO_READERS): Bindings {
  const variables = new Map<Node, Variable | null>()
  const byUse = onDemand(() => variablesByUse(sourceCode))
  const pathsOfVariables = new Map<Variable, Path>()
  const pathsOfNodes = new Map<Node, Path | undefined>()
  const values = new Map<Variable, Node | undefined>()
  const entriesOfFunctions = new Map<FunctionNode, readonly Node[] | undefined>()
  const members = createMembers(sourceCode.visitorKeys, {
    uses: (identifier) => usesOf(variable(identifier)),
    valueOf: (identifier) => value(variable(identifier)),
    classOf: (identifier) => {
      const [definition] = variable(identifier)?.defs ?? []
      return definition?.type === 'ClassName' ? definition.node : undefined
    },
    // A class has a variable of its own for its name, beside the one around it.
    usesOfClass: (node) => sourceCode.getDeclaredVariables?.(node).flatMap((declared) => usesOf(declared)) ?? [],
  })

  return {
    resolve,
    resolveType,
    resolveVariable: (found) => resolveVariable(found, LONGEST_CHAIN_OF_ALIASES),
    variable,
    value,
    held,
    member,
    function: (node) => functionOf(node, LONGEST_CHAIN_OF_ALIASES),
    entries,
    isOnlyRead: createOnlyRead({ functionOf: (callee) => functionOf(callee, LONGEST_CHAIN_OF_ALIASES), readers, resolve, variable }),
  }

  function variable(node: TSESTree.Identifier): Variable | undefined {
    const known = byUse().get(node) ?? variables.get(node)
    if (known !== undefined) return known ?? undefined
    const found = findVariable(sourceCode.getScope(node), node.name)
    variables.set(node, found)
    return found ?? undefined
  }

  function held(node: Node): Node {
    const expression = unwrap(node)
    return (expression.type === 'Identifier' ? value(variable(expression)) : undefined) ?? expression
  }

  function value(found: Variable | undefined): Node | undefined {
    if (!found) return undefined
    if (!values.has(found)) values.set(found, heldBy(found))
    return values.get(found)
  }

  function resolve(node: Node): Path | undefined {
    // Most expressions that somebody asks about are names, whose variables are remembered.
    if (node.type === 'Identifier') return resolveIdentifier(node, LONGEST_CHAIN_OF_ALIASES)
    const known = pathsOfNodes.get(node)
    if (known || pathsOfNodes.has(node)) return known
    const path = resolveWithin(node, LONGEST_CHAIN_OF_ALIASES)
    pathsOfNodes.set(node, path)
    return path
  }

  function resolveWithin(start: Node, depth: number): Path | undefined {
    const steps: string[] = []
    const calls: [Node, number][] = []
    let node = unwrap(start)
    // A loop, because a chain of calls can be as long as a file: `app.get(…).post(…).…`
    for (;;) {
      if (node.type === 'MemberExpression') {
        steps.push(memberName(node) ?? constantIn(node) ?? '[]')
        const held = valueOfMember(node)
        if (held && depth > 0) {
          steps.pop()
          return prolonged(resolveWithin(held, depth - 1), steps, calls)
        }
        node = unwrap(node.object)
      } else if (node.type === 'NewExpression') {
        steps.push('new()')
        node = unwrap(node.callee)
      } else if (node.type === 'CallExpression') {
        const known = pathsOfNodes.get(node) ?? moduleRequired(node, depth)
        if (known || pathsOfNodes.has(node)) return prolonged(known, steps, calls)
        if (depth === LONGEST_CHAIN_OF_ALIASES) calls.push([node, steps.length])
        steps.push(callStep(node))
        node = unwrap(node.callee)
      } else {
        const inner = standsFor(node)
        if (!inner) return prolonged(resolveStart(node, depth), steps, calls)
        node = unwrap(inner)
      }
    }
  }

  /** Goes on from a path by steps that were read from their end. The calls on the way are known then as well, each with the number of steps after it. */
  function prolonged(path: Path | undefined, reversed: string[], calls: readonly [Node, number][]): Path | undefined {
    if (reversed.length === 0) return path
    const steps = reversed.reverse()
    const until = (end: number) => (path && path.steps.length + end <= LONGEST_PATH ? extend(path, steps.slice(0, end)) : undefined)
    for (const [call, after] of calls) pathsOfNodes.set(call, until(steps.length - after))
    return until(steps.length)
  }

  function resolveStart(node: Node, depth: number): Path | undefined {
    switch (node.type) {
      case 'Identifier':
        return resolveIdentifier(node, depth)
      case 'ThisExpression':
        return { root: { kind: 'this' }, steps: [] }
      case 'Super':
        return node.parent.type === 'CallExpression' ? resolveExtended(node, depth) : undefined
      case 'ImportExpression':
        return moduleNamed(node.source)
      default:
        return undefined
    }
  }

  /** The class that is extended; one that a function makes of another is called with the arguments of that one: `extends mixin(Strategy)`. */
  function resolveExtended(node: Node, depth: number): Path | undefined {
    const extended = classAround(node)?.superClass
    if (!extended || depth === 0) return undefined
    const isMade = extended.type === 'CallExpression' && !moduleRequired(extended, depth - 1)
    const [from] = isMade ? extended.arguments : []
    return resolveWithin(from ?? extended, depth - 1)
  }

  /** `sid` in `cookie[NAME]`, where a constant has that text. */
  function constantIn({ property }: TSESTree.MemberExpression): string | undefined {
    const held = property.type === 'Identifier' ? value(variable(property)) : undefined
    return textAt(held)
  }

  /** What `this.router` holds, if the class gives it one value: `router = Router()`. */
  function valueOfMember(node: TSESTree.MemberExpression): Node | undefined {
    return unwrap(node.object).type === 'ThisExpression' ? member(node) : undefined
  }

  function member(node: TSESTree.MemberExpression): Node | undefined {
    const [value, another] = members.memberAt(node)?.values ?? []
    return value && !another && !isFunction(value) ? value : undefined
  }

  /** The module of `require('x')`, also with the helpers of compilers around it. */
  function moduleRequired(node: TSESTree.CallExpression, depth: number): Path | undefined {
    const [argument] = node.arguments
    if (!argument) return undefined
    const callee = unwrap(node.callee)
    const name = calledName(callee)
    if (name !== undefined && INTEROP.has(name)) return resolveWithin(argument, depth)
    return isRequire(callee, depth) ? moduleNamed(argument) : undefined
  }

  /**
   * `require` is a global only in files that ESLint is told are CommonJS; by default it is a name
   * without a definition. `createRequire(import.meta.url)` gives the same function.
   */
  function isRequire(callee: Node, depth: number): boolean {
    if (callee.type === 'Identifier') {
      const found = variable(callee)
      if (!found || found.defs.length === 0) return callee.name === 'require'
      return isMadeByCreateRequire(resolveVariable(found, depth))
    }
    return callee.type === 'CallExpression' && isMadeByCreateRequire(resolveWithin(callee, depth))
  }

  function isMadeByCreateRequire(path: Path | undefined): boolean {
    return path?.root.kind === 'module' && path.root.name === 'module' && path.steps[0] === 'createRequire' && path.steps.length === 2 && isCallStep(path.steps[1])
  }

  function resolveIdentifier(node: TSESTree.Identifier, depth: number): Path {
    const found = variable(node)
    return found ? resolveVariable(found, depth) : { root: { kind: 'global', name: node.name }, steps: [] }
  }

  function resolveVariable(found: Variable, depth: number): Path {
    return found.defs.length === 0 ? { root: { kind: 'global', name: found.name }, steps: [] } : resolveDeclared(found, depth)
  }

  function resolveDeclared(found: Variable, depth: number): Path {
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
    if (definition.type === 'ImportBinding') return importPath(definition.node)
    if (definition.type === 'Parameter') return isReassigned(found) ? undefined : parameterPath(definition)
    if (definition.type !== 'Variable') return undefined

    const [write, another] = writesOf(found)
    const pattern = write?.writeExpr && !another ? patternAround(write.identifier) : undefined
    const steps = write && pattern && stepsTo(write.identifier, pattern)
    const start = steps && write.writeExpr ? resolveWithin(write.writeExpr, depth) : undefined
    return start && steps && extend(start, steps)
  }

  function resolveType(node: Node): Path | undefined {
    switch (node.type) {
      case 'TSTypeReference':
        return resolveType(node.typeName)
      case 'TSImportType': {
        const module = moduleNamed(node.source)
        return module && node.qualifier ? extend(module, [node.qualifier.type === 'Identifier' ? node.qualifier.name : '[]']) : undefined
      }
      case 'TSQualifiedName': {
        const left = resolveType(node.left)
        return left && extend(left, [node.right.name])
      }
      case 'Identifier':
        return resolveIdentifier(node, LONGEST_CHAIN_OF_ALIASES)
      default:
        return undefined
    }
  }

  function functionOf(wrappedNode: Node, depth: number): FunctionNode | undefined {
    const node = unwrap(wrappedNode)
    if (isFunction(node)) return node
    if (depth === 0) return undefined
    if (node.type === 'MemberExpression') {
      const [held, another] = members.memberAt(node)?.values ?? []
      return held && !another ? functionOf(held, depth - 1) : undefined
    }
    if (node.type !== 'Identifier') return undefined
    const found = variable(node)
    const [definition] = found?.defs ?? []
    if (!found || found.defs.length !== 1) return undefined
    if (definition?.type === 'FunctionName') return isFunction(definition.node) && !isReassigned(found) ? definition.node : undefined
    const held = value(found)
    return held && functionOf(held, depth - 1)
  }

  function entries(callable: FunctionNode): readonly Node[] | undefined {
    if (!entriesOfFunctions.has(callable)) entriesOfFunctions.set(callable, readEntries(callable))
    return entriesOfFunctions.get(callable)
  }

  function readEntries(callable: FunctionNode): readonly Node[] | undefined {
    const member = members.memberOf(callable)
    if (member) return entriesOfMember(callable, member)
    const id = callable.type === 'FunctionDeclaration' ? callable.id : nameOfHolder(callable)
    const found = id && variable(id)
    return found ? usesOf(found) : undefined
  }
}

/** What an expression has the value of, as far as a path goes: `session` in `await session` and in `session ?? {}`. */
function standsFor(node: Node): Node | undefined {
  switch (node.type) {
    case 'AwaitExpression':
      return node.argument
    case 'AssignmentExpression':
      return node.operator === '=' ? node.right : undefined
    case 'LogicalExpression':
      return node.operator === '&&' ? node.right : node.left
    case 'SequenceExpression':
      return node.expressions.at(-1)
    default:
      return undefined
  }
}

/** A function in an object literal is known by its name only where the file uses that name. */
function entriesOfMember(callable: FunctionNode, { uses }: Member): readonly Node[] | undefined {
  return uses.length > 0 || callable.parent.type !== 'Property' ? uses : undefined
}

/** `login` in `const login = () => {}`. */
function nameOfHolder(callable: FunctionNode): TSESTree.Identifier | undefined {
  const { parent } = wrapped(callable)
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined
}
