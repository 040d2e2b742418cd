import type { TSESTree } from '@typescript-eslint/utils'
import type { Scope, SourceCode } from 'eslint'
import { applyEdits, type Edit, type Node } from '../rewrite.js'
import type { Transformation } from './transformation.js'

/** Names say much here; another underscore changes none of their words. */
export const names: readonly Transformation[] = [
  rename('rename what is imported', ({ defs: [definition] }) => definition?.type === 'ImportBinding', (name) => `${name}_`),
  rename('rename the parameters of functions', ({ defs: [definition] }) => definition?.type === 'Parameter', (name) => `${name}_`),
  rename('rename variables', ({ defs: [definition] }) => definition?.type === 'Variable', (name) => `${name}_`),
  rename('rename functions', ({ defs: [definition] }) => definition?.type === 'FunctionName', (name) => `${name}_`),
  rename('rename what comes from packages', ({ defs: [definition] }) => {
    return definition?.type === 'ImportBinding' && definition.node.type === 'ImportDefaultSpecifier' && !/^[./~@#]/.test(String(definition.parent.source.value))
  }, (name) => `it${[...name].reverse().join('')}`),
]

function rename(name: string, isMeant: (variable: Scope.Variable) => boolean, renamed: (name: string) => string): Transformation {
  return {
    name,
    rewrite(source, places) {
      const variables = source.scopeManager.scopes.flatMap(({ variables }) => variables).filter((variable) => isMeant(variable) && !isExported(variable))
      return applyEdits(source.text, variables.filter((_variable, index) => places(index)).flatMap((variable) => editsFor(source, variable, renamed)))
    },
  }
}

function editsFor(source: SourceCode, variable: Scope.Variable, renamed: (name: string) => string): Edit[] {
  const identifiers = new Set<Node>([...variable.identifiers, ...variable.references.map(({ identifier }) => identifier)].map((node) => node as Node))
  const name = renamed(variable.name)
  if (source.text.includes(name)) return []
  return [...identifiers].map((identifier) => editFor(identifier, variable.name, name))
}

function editFor(identifier: Node, old: string, name: string): Edit {
  const [start] = identifier.range
  const edit = { start, end: start + old.length, text: name }
  const { parent } = identifier
  if (!parent) return edit
  if (parent.type === 'Property' && parent.shorthand) return { ...edit, text: `${old}: ${name}` }
  if (parent.type === 'AssignmentPattern' && parent.parent.type === 'Property' && parent.parent.shorthand && parent.left === identifier) {
    return { ...edit, text: `${old}: ${name}` }
  }
  if (parent.type === 'ImportSpecifier' && isShort(parent)) return { ...edit, text: `${old} as ${name}` }
  if (parent.type === 'ExportSpecifier' && parent.local.range[0] === parent.exported.range[0]) return { ...edit, text: `${name} as ${old}` }
  return edit
}

function isShort({ imported, local }: TSESTree.ImportSpecifier): boolean {
  return imported.range[0] === local.range[0]
}

/** What is exported is known by its name elsewhere. */
function isExported({ defs }: Scope.Variable): boolean {
  return defs.some(({ node, parent }) => [node, parent].some((declaration) => (declaration as Node | null)?.parent?.type === 'ExportNamedDeclaration'))
}
