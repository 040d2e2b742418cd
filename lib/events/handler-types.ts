import type { TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from '../ast/bindings.js'
import { decoratorsOf, type FunctionNode, type Node } from '../ast/nodes.js'
import { annotationOf } from '../ast/type-names.js'
import type { Framework, TypeMeaning } from '../frameworks/framework.js'
import { serverNamed, serverOfPackage, SERVERS, type Server } from './servers.js'

/** What the types and decorators of a file say about its functions. */
export interface HandlerTypes {
  /** What a type annotation says about a parameter. */
  typeOf(parameter: TSESTree.Parameter): Typed | undefined
  /** The type of the variable or member that holds a function. */
  typeOfHolder(callable: FunctionNode): Typed | undefined
  /** What a decorator says about a parameter. */
  decorationOf(parameter: TSESTree.Parameter): Decoration | undefined
  /** Whether a parameter has the type of a package that no table knows. */
  isForeign(parameter: TSESTree.Parameter): boolean
}

export interface Typed {
  readonly server: Server
  readonly meaning: TypeMeaning
}

/** `@Session()` is the place `request.session`. */
export interface Decoration {
  readonly caller: Framework
  readonly place: string
}

const LONGEST_CHAIN_OF_TYPES = 6

export function createHandlerTypes(bindings: Bindings): HandlerTypes {
  return { typeOf, typeOfHolder, decorationOf, isForeign }

  function typeOf(parameter: TSESTree.Parameter): Typed | undefined {
    const annotation = annotationOf(parameter)
    return annotation && typed(annotation, LONGEST_CHAIN_OF_TYPES)
  }

  /**
   * `const login: RequestHandler = (req, res) => …`, `… satisfies RequestHandler`, `const login: RequestHandler[] = […]`,
   * `const routes: ServerRoute[] = [{ handler: … }]`
   */
  function typeOfHolder(callable: FunctionNode): Typed | undefined {
    const type = typeAround(callable)
    if (type) return typed(type, LONGEST_CHAIN_OF_TYPES)
    const typeOfRoutes = typeAround(routesAround(callable))
    return typeOfRoutes && typed(typeOfElements(typeOfRoutes), LONGEST_CHAIN_OF_TYPES)
  }

  /** What a type names, also through `extends`, `&`, `|` and an alias in the file. */
  function typed(type: Node, depth: number): Typed | undefined {
    if (depth === 0) return undefined
    const any = (types: readonly Node[]) => types.map((part) => typed(part, depth - 1)).find((found) => found !== undefined)
    if (type.type === 'TSIntersectionType' || type.type === 'TSUnionType') return any(type.types)
    if (type.type === 'TSInterfaceHeritage') return typed(type.expression, depth - 1)
    const path = bindings.resolveType(type)
    if (path?.root.kind === 'module') {
      const server = serverOfPackage(path.root.name)
      const types = server?.facts.types
      const meaning = types?.[path.steps.join('.')] ?? types?.[path.steps.at(-1) ?? 'default']
      return server && meaning && { server, meaning }
    }
    if (path?.root.kind !== 'variable') return undefined
    const declaration = path.root.variable.defs[0]?.node
    if (declaration?.type === 'TSTypeAliasDeclaration') return typed(declaration.typeAnnotation, depth - 1)
    return declaration?.type === 'TSInterfaceDeclaration' ? any(declaration.extends) : undefined
  }

  function decorationOf(parameter: TSESTree.Parameter): Decoration | undefined {
    for (const { expression } of decoratorsOf(parameter)) {
      const path = bindings.resolve(expression)
      const server = path?.root.kind === 'module' ? serverNamed(path.root.name) : undefined
      const place = server?.facts.decorators?.[path?.steps[0] ?? '']
      if (server && place !== undefined) return { caller: server.framework, place }
    }
    return undefined
  }

  function isForeign(parameter: TSESTree.Parameter): boolean {
    const annotation = annotationOf(parameter)
    const root = annotation && bindings.resolveType(annotation)?.root
    // A type of the project's own files may well extend a known one.
    return root?.kind === 'module' && !/^[./@#~]/.test(root.name) && SERVERS.every(({ framework }) => framework.name !== root.name)
  }
}

/** The name of a parameter that has one. */
export function nameOf(parameter: TSESTree.Parameter | undefined): string | undefined {
  const target = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter
  return target?.type === 'Identifier' ? target.name : undefined
}

/** The outermost object or list of objects that a function is written in. */
function routesAround(callable: FunctionNode): Node {
  let at: Node = callable
  while (at.parent && (isHeldBy(at, at.parent) || at.parent.type === 'ArrayExpression' || at.parent.type === 'ObjectExpression')) at = at.parent
  return at
}

function isHeldBy(node: Node, parent: Node): boolean {
  return parent.type === 'Property' && parent.value === node
}

/** `ServerRoute` in `ServerRoute[]`, `readonly ServerRoute[]` and `Array<ServerRoute>`; any other type is its own. */
function typeOfElements(type: Node): Node {
  if (type.type === 'TSArrayType') return type.elementType
  if (type.type === 'TSTypeOperator' && type.typeAnnotation) return typeOfElements(type.typeAnnotation)
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return type
  return /^(?:Readonly)?Array$/.test(type.typeName.name) ? (type.typeArguments?.params[0] ?? type) : type
}

function typeAround(held: Node): Node | undefined {
  const outer = held.parent
  switch (outer?.type) {
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
      return outer.typeAnnotation
    case 'VariableDeclarator':
      return outer.id.typeAnnotation?.typeAnnotation
    case 'PropertyDefinition':
      return outer.typeAnnotation?.typeAnnotation
    default:
      return undefined
  }
}
