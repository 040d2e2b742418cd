import type { TSESTree } from '@typescript-eslint/utils'
import type { Bindings, Path, Root } from './bindings.js'
import type { Node } from './nodes.js'

const DEEPEST = 6

/** The names of the types that a value and what it is a part of are declared with: `Exam` for `exam.id` in `({ exam }: { exam: Exam }) => …`. */
export function typeNames({ root, steps }: Path, bindings: Bindings): readonly string[] {
  const annotation = annotationOf(root.kind === 'parameter' ? root.function.params[root.index] : variableAt(root))
  return annotation ? along(annotation, steps) : []

  function along(type: Node, [step, ...further]: readonly string[]): readonly string[] {
    const members = step === undefined ? [] : membersOf(type, DEEPEST).filter(({ key }) => key.type === 'Identifier' && key.name === step)
    return [...namesOf(type), ...members.flatMap(({ typeAnnotation }) => (typeAnnotation ? along(typeAnnotation.typeAnnotation, further) : []))]
  }

  /** The members of a type that is written in the file, also through `&`, `|`, `Readonly<…>` and an alias. */
  function membersOf(type: Node, depth: number): readonly TSESTree.TSPropertySignature[] {
    if (depth === 0) return []
    const inside = (parts: readonly Node[]) => parts.flatMap((part) => membersOf(part, depth - 1))
    switch (type.type) {
      case 'TSTypeLiteral':
        return type.members.filter((member) => member.type === 'TSPropertySignature')
      case 'TSInterfaceDeclaration':
        return type.body.body.filter((member) => member.type === 'TSPropertySignature')
      case 'TSIntersectionType':
      case 'TSUnionType':
        return inside(type.types)
      case 'TSTypeAliasDeclaration':
        return inside([type.typeAnnotation])
      case 'TSTypeReference': {
        const path = bindings.resolveType(type)
        const declaration = path?.root.kind === 'variable' ? path.root.variable.defs[0]?.node : undefined
        return inside([...(declaration ? [declaration] : []), ...(type.typeArguments?.params ?? [])])
      }
      default:
        return []
    }
  }
}

/** The type that a parameter is written with. */
export function annotationOf(parameter: TSESTree.Parameter | undefined): Node | undefined {
  if (parameter === undefined) return undefined
  if (parameter.type === 'TSParameterProperty') return annotationOf(parameter.parameter)
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  return target.typeAnnotation?.typeAnnotation
}

function variableAt(root: Root): TSESTree.Identifier | undefined {
  const name = root.kind === 'variable' ? root.variable.defs[0]?.name : undefined
  return name?.type === 'Identifier' ? name : undefined
}

/** The names in a type: `Exam` in `Exam | null` and `Readonly<Exam>`. */
function namesOf(type: Node): readonly string[] {
  if (type.type === 'TSUnionType') return type.types.flatMap(namesOf)
  if (type.type !== 'TSTypeReference') return []
  const { typeName } = type
  return [typeName.type === 'Identifier' ? typeName.name : typeName.type === 'TSQualifiedName' ? typeName.right.name : '', ...(type.typeArguments?.params ?? []).flatMap(namesOf)]
}
