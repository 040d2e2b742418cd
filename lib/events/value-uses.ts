import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { FileContext } from './file-context.js'

/** What a program does with a value in the end. */
export type ValueUse =
  /** It decides which way to go, by whether it is there. */
  | { readonly kind: 'condition'; readonly node: Node; readonly path: readonly string[] }
  /** It is compared with a value that stands in the source; `node` is the comparison. */
  | { readonly kind: 'compared'; readonly node: Node; readonly with: unknown; readonly path: readonly string[] }
  /** It is compared with another value. */
  | { readonly kind: 'matched'; readonly node: Node; readonly other: Node; readonly path: readonly string[] }
  /** A call is given it, perhaps in an object, a list or a text. */
  | { readonly kind: 'given'; readonly node: Node; readonly call: TSESTree.CallExpression | TSESTree.NewExpression; readonly path: readonly string[] }
  /** It becomes a member of something: `req.userId = value`. */
  | { readonly kind: 'assigned'; readonly node: Node; readonly target: TSESTree.MemberExpression; readonly path: readonly string[] }
  /** Something is looked up by it: `users[value]`. */
  | { readonly kind: 'index'; readonly node: Node; readonly object: Node; readonly path: readonly string[] }
  | { readonly kind: 'returned'; readonly node: Node; readonly path: readonly string[] }

const DEEPEST = 12

/** One of several texts. */
const UNKNOWN_TEXT = '…'

/** What a value is spelled with, and stays what it is. */
const SPELLINGS = new Set([
  'Number', 'parseInt', 'parseFloat', 'String', 'Boolean', 'decodeURIComponent', 'trim', 'toLowerCase', 'toUpperCase', 'toString', 'ObjectId', 'valueOf', 'BigInt', 'boolean', 'number', 'json',
])

/** Methods that look for a text in a value, or compare it with one. */
const SEARCHES = new Set(['includes', 'startsWith', 'endsWith', 'localeCompare', 'indexOf', 'match'])

/** Methods that look for a value among several. */
const LISTINGS = new Set(['includes', 'indexOf', 'has', 'test'])

/** Reads where a value goes; members that are taken out of it are its path there: `role` of `JSON.parse(value).role`. */
export function usesOfValue(start: Node, { bindings, sourceCode }: FileContext): readonly ValueUse[] {
  const followed = new Set<Node>()
  return follow(start, [], DEEPEST)

  function follow(node: Node, path: readonly string[], depth: number): readonly ValueUse[] {
    const at = wrapped(node)
    const { parent } = at
    if (!parent || depth === 0 || followed.has(at)) return []
    followed.add(at)
    const on = (next: Node, further: readonly string[] = path) => follow(next, further, depth - 1)
    switch (parent.type) {
      case 'MemberExpression':
        if (parent.object === at) return followMember(parent, path, depth)
        return [{ kind: 'index', node: at, object: parent.object, path }]
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee === at ? [] : followArgument(parent, at, path, depth)
      case 'Property':
        return parent.value === at && parent.parent.type === 'ObjectExpression' ? on(parent.parent) : []
      case 'ArrayExpression':
      case 'SpreadElement':
      case 'TemplateLiteral':
      case 'AwaitExpression':
      case 'LogicalExpression':
        return on(parent)
      case 'UnaryExpression':
        return parent.operator === 'typeof' ? [] : on(parent)
      case 'BinaryExpression':
        return followComparison(parent, at, path, depth)
      case 'IfStatement':
      case 'WhileStatement':
        return [{ kind: 'condition', node: parent, path }]
      case 'ConditionalExpression':
        return parent.test === at ? [{ kind: 'condition', node: parent, path }] : on(parent)
      case 'SwitchStatement':
        return parent.discriminant === at ? [{ kind: 'compared', node: parent, with: UNKNOWN_TEXT, path }] : []
      case 'VariableDeclarator':
        return followPattern(parent.id, path, depth)
      case 'AssignmentExpression':
        if (parent.right !== at || parent.operator !== '=') return []
        if (parent.left.type === 'MemberExpression') return [{ kind: 'assigned', node: at, target: parent.left, path }]
        return followPattern(parent.left, path, depth)
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        return [{ kind: 'returned', node: at, path }]
      default:
        return []
    }
  }

  function followMember(member: TSESTree.MemberExpression, path: readonly string[], depth: number): readonly ValueUse[] {
    const name = memberName(member)
    const call = wrapped(member).parent
    if (call?.type !== 'CallExpression' || unwrap(call.callee) !== member) {
      return follow(member, name === undefined || name === 'value' ? path : [...path, name], depth - 1)
    }
    if (SPELLINGS.has(name ?? '')) return follow(call, path, depth - 1)
    const [asked] = call.arguments
    const isSearch = name !== undefined && SEARCHES.has(name)
    return isSearch && asked ? [{ kind: 'compared', node: call, with: staticOf(asked), path }] : []
  }

  function followArgument(call: TSESTree.CallExpression | TSESTree.NewExpression, at: Node, path: readonly string[], depth: number): readonly ValueUse[] {
    const callee = unwrap(call.callee)
    const name = lastName(callee) ?? ''
    if (SPELLINGS.has(name) || (name === 'parse' && callee.type === 'MemberExpression' && lastName(callee.object) === 'JSON')) return follow(call, path, depth - 1)
    // `['admin', 'editor'].includes(role)`
    const list = callee.type === 'MemberExpression' && LISTINGS.has(name) ? callee.object : undefined
    if (list && isWrittenOut(list)) return [{ kind: 'compared', node: call, with: UNKNOWN_TEXT, path }]
    return [{ kind: 'given', node: at, call, path }]
  }

  function isWrittenOut(node: Node): boolean {
    const expression = unwrap(node)
    if (expression.type === 'ArrayExpression' || (expression.type === 'Literal' && 'regex' in expression)) return true
    const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
    const held = variable && bindings.value(variable)
    return held?.type === 'ArrayExpression'
  }

  function followComparison(comparison: TSESTree.BinaryExpression, at: Node, path: readonly string[], depth: number): readonly ValueUse[] {
    if (comparison.operator === '+') return follow(comparison, path, depth - 1)
    if (!/^(?:[=!]==?|[<>]=?)$/.test(comparison.operator)) return []
    const other = comparison.left === at ? comparison.right : comparison.left
    const found = staticValue(other, sourceCode, bindings)
    // Whether there is one at all.
    if (found && found.value === undefined) return [{ kind: 'condition', node: comparison, path }]
    return found ? [{ kind: 'compared', node: comparison, with: found.value, path }] : [{ kind: 'matched', node: comparison, other, path }]
  }

  function followPattern(pattern: Node, path: readonly string[], depth: number): readonly ValueUse[] {
    if (pattern.type === 'AssignmentPattern') return followPattern(pattern.left, path, depth)
    if (pattern.type === 'Identifier') {
      const uses = bindings.variable(pattern)?.references.filter((reference) => !reference.isWrite()) ?? []
      return uses.flatMap(({ identifier }) => follow(identifier, path, depth - 1))
    }
    if (pattern.type !== 'ObjectPattern') return []
    return pattern.properties.flatMap((property) =>
      property.type === 'Property' ? followPattern(property.value, [...path, propertyName(property) ?? '[]'], depth) : [],
    )
  }

  function staticOf(node: Node): unknown {
    return staticValue(node, sourceCode, bindings)?.value
  }
}
