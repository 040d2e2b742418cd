import type { TSESTree } from '@typescript-eslint/utils'
import type { SourceCode } from 'eslint'
import { isListed, type Node } from '../rewrite.js'
import { eachNode, type Transformation } from './transformation.js'

export const modules: readonly Transformation[] = [
  eachNode('write `require` as `import`', (node, _text, source) => {
    if (node.type !== 'VariableDeclaration' || node.parent.type !== 'Program' || node.kind !== 'const' || node.declarations.length !== 1) return undefined
    const [{ id, init }] = node.declarations as [TSESTree.VariableDeclarator]
    const module = init && requiredModule(init)
    if (module === undefined || module === null) return undefined
    const end = endOf(node, source)
    if (id.type === 'Identifier' && !id.typeAnnotation) return `import ${id.name} from ${module}${end}`
    const names = id.type === 'ObjectPattern' ? id.properties.map(importedName) : [undefined]
    return names.includes(undefined) ? undefined : `import { ${names.join(', ')} } from ${module}${end}`
  }),
  eachNode('write `import` as `require`', (node, _text, source) => {
    if (node.type !== 'ImportDeclaration' || node.importKind === 'type' || node.specifiers.length === 0 || node.attributes.length > 0) return undefined
    if (node.specifiers.some((specifier) => specifier.type === 'ImportSpecifier' && specifier.importKind === 'type')) return undefined
    const end = endOf(node, source)
    const module = node.source.raw
    const lines = [
      ...node.specifiers.filter(({ type }) => type !== 'ImportSpecifier').map(({ local }) => `const ${local.name} = require(${module})${end}`),
      requiredNames(node.specifiers, `require(${module})${end}`),
    ]
    return lines.filter((line) => line !== '').join('\n')
  }),
  eachNode('import the default by its name', (node, _text, source) => {
    if (node.type !== 'ImportDeclaration' || node.importKind === 'type' || node.specifiers.length === 0) return undefined
    const [first] = node.specifiers
    if (node.specifiers.length > 1 || first?.type !== 'ImportDefaultSpecifier') return undefined
    const end = endOf(node, source)
    return `import { default as ${first.local.name} } from ${node.source.raw}${end}`
  }),
  eachNode('take the members of what is required', (node, _text, source) => {
    if (node.type !== 'VariableDeclaration' || !isListed(node) || node.declarations.length !== 1) return undefined
    const [{ id, init }] = node.declarations as [TSESTree.VariableDeclarator]
    const module = init && requiredModule(init)
    if (module === undefined || module === null || id.type !== 'ObjectPattern') return undefined
    const end = endOf(node, source)
    const names = id.properties.map((property) => {
      const isNamed = property.type === 'Property' && property.key.type === 'Identifier' && property.value.type === 'Identifier'
      return isNamed ? `const ${(property.value as TSESTree.Identifier).name} = require(${module}).${(property.key as TSESTree.Identifier).name}${end}` : undefined
    })
    return names.includes(undefined) ? undefined : names.join('\n')
  }),
]

function requiredModule(node: TSESTree.Expression): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return undefined
  const [module] = node.arguments
  return module?.type === 'Literal' && typeof module.value === 'string' ? module.raw : undefined
}

function importedName(property: TSESTree.Property | TSESTree.RestElement): string | undefined {
  if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier' || property.value.type !== 'Identifier') return undefined
  return property.shorthand ? property.key.name : `${property.key.name} as ${property.value.name}`
}

function requiredNames(specifiers: readonly TSESTree.ImportClause[], required: string): string {
  const names = specifiers
    .filter((specifier): specifier is TSESTree.ImportSpecifier => specifier.type === 'ImportSpecifier')
    .map(({ imported, local }) => {
      const name = imported.type === 'Identifier' ? imported.name : imported.raw
      return name === local.name ? name : `${name}: ${local.name}`
    })
  return names.length > 0 ? `const { ${names.join(', ')} } = ${required}` : ''
}

function endOf(node: Node, source: SourceCode): '' | ';' {
  return source.getText(node as never).endsWith(';') ? ';' : ''
}
