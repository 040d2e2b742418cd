import type { TSESTree } from '@typescript-eslint/utils'
import type { SourceCode } from 'eslint'
import { functionAround, rewrite, statementAround, type Node } from '../rewrite.js'
import { eachNode, type Places, type Transformation } from './transformation.js'

export const objects: readonly Transformation[] = [
  hoist('wrap options in a `const`', (name, text) => `const ${name} = ${text}`, (name) => name),
  hoist('wrap options in a function', (name, text) => `function ${name}() { return ${text} }`, (name) => `${name}()`),
  eachNode('spread options into an object', (node, text) => (isArgument(node) ? `{ ...${text} }` : undefined)),
  eachNode('assign options to an object', (node, text) => (isArgument(node) ? `Object.assign({}, ${text})` : undefined)),
  eachNode('write keys in quotes', (node) => (isKey(node) ? `'${node.name}'` : undefined)),
  eachNode('write keys in brackets', (node) => (isKey(node) ? `['${node.name}']` : undefined)),
  eachNode('write shorthand properties in full', (node, text) => {
    if (node.type !== 'Property' || !node.shorthand || node.parent.type !== 'ObjectExpression') return undefined
    return `${text}: ${text}`
  }),
  eachNode('write methods as functions', (node, text, source) => {
    if (node.type !== 'Property' || !node.method || node.computed || node.value.type !== 'FunctionExpression' || node.value.generator) return undefined
    const name = source.getText(node.key as never)
    const start = text.indexOf(name) + name.length
    return `${name}: ${node.value.async ? 'async ' : ''}function ${text.slice(start)}`
  }),
  { name: 'turn the keys of objects around', rewrite: turnAround },
  { name: 'end objects with commas', rewrite: addCommas },
]

function isKey(node: Node): node is TSESTree.Identifier {
  const { parent } = node
  if (node.type !== 'Identifier' || parent?.type !== 'Property' || parent.parent.type !== 'ObjectExpression') return false
  return parent.key === node && !parent.computed && !parent.shorthand && parent.kind === 'init' && node.name !== '__proto__'
}

/** An object that is given to a call, or that is a part of one. */
function isArgument(node: Node): node is TSESTree.ObjectExpression {
  if (node.type !== 'ObjectExpression') return false
  const { parent } = node
  if (parent.type === 'Property') return parent.value === node && isArgument(parent.parent)
  return (parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.arguments.includes(node)
}

/** Puts objects before the statement that they stand in. */
function hoist(name: string, declare: (name: string, text: string) => string, use: (name: string) => string): Transformation {
  return {
    name,
    rewrite(source, places) {
      const declarations = new Map<Node, string[]>()
      let index = 0
      return rewrite(source, (node, text) => {
        const before = declarations.get(node)
        if (before) return [...before, /^[([`]/.test(text) ? `;${text}` : text].join('\n')
        const statement = isArgument(node) && !isConditional(node) ? statementAround(node) : undefined
        if (!statement || functionAround(node) !== functionAround(statement) || !places(index++)) return undefined
        const declared = `written${index}`
        declarations.set(statement, [...(declarations.get(statement) ?? []), declare(declared, text)])
        return use(declared)
      })
    },
  }
}

/** Whether the object may never be made, or be made again and again, where its statement runs. */
function isConditional(node: Node): boolean {
  const statement = statementAround(node)
  for (let at = node.parent; at && at !== statement; at = at.parent) {
    if (/^(?:Conditional|Logical|Chain|Await|Yield)Expression$|^(?:If|While|For|ForOf|ForIn|DoWhile|Try|Switch)Statement$|^PropertyDefinition$/.test(at.type)) return true
  }
  return statement ? /^(?:While|For|ForOf|ForIn|DoWhile)Statement$/.test(statement.type) : true
}

function turnAround(source: SourceCode, places: Places): string {
  let index = 0
  return rewrite(source, (node, _text, textOf) => {
    if (node.type !== 'ObjectExpression' || node.properties.length < 2) return undefined
    if (!areMovable(node.properties) || source.getCommentsInside(node as never).length > 0 || !places(index++)) return undefined
    return `{ ${node.properties.map(textOf).reverse().join(', ')} }`
  })
}

/** The last of two equal keys counts, and what is spread before a key. */
function areMovable(properties: readonly TSESTree.ObjectLiteralElement[]): boolean {
  const keys = properties.map((property) => {
    if (property.type !== 'Property' || property.computed) return undefined
    return property.key.type === 'Identifier' ? property.key.name : property.key.value
  })
  return !keys.includes(undefined) && new Set(keys).size === keys.length
}

function addCommas(source: SourceCode): string {
  return rewrite(source, (node, text) => {
    if (node.type !== 'ObjectExpression' || node.properties.length === 0) return undefined
    const last = source.getLastToken(node as never, { skip: 1 })
    return last?.value === ',' ? undefined : `${text.slice(0, -1)},}`
  })
}
