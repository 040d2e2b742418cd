import type { TSESLint } from '@typescript-eslint/utils'
import { ownNodesOf } from '../ast/nodes-of.js'
import { chainStart, isBefore, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { walk } from '../ast/walk.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** Members that every request has, so that reading a member of them is safe. */
const PRESENT = new Set(['app', 'body', 'cookies', 'headers', 'ip', 'log', 'params', 'query', 'raw', 'session', 'signedCookies', 'socket'])

/** Objects whose methods don't throw on what a server gives them. */
const CALM = new Set(['console', 'String', 'Number', 'Boolean', 'Date', 'Math', 'Object', 'Array', 'Map', 'Set', 'Error'])

/**
 * Whether statements may throw for a reason that the file does not rule out: they call something
 * foreign, or read a member of a value that nobody has looked at before.
 *
 * @param objects the names of the request, the response and `next`
 */
export function mayThrow(
  sourceCode: SourceCode,
  statements: readonly Node[],
  handler: FunctionNode,
  objects: readonly string[],
): boolean {
  const [first] = statements
  if (!first) return false
  const known = namesLookedAt(sourceCode, handler, first)
  return statements.some((statement) => {
    if (ownNodesOf(statement, sourceCode, 'ThrowStatement', 'TaggedTemplateExpression').length > 0) return true
    if (ownNodesOf(statement, sourceCode, 'CallExpression', 'NewExpression').some(({ callee }) => !isCalm(callee))) return true
    return ownNodesOf(statement, sourceCode, 'MemberExpression').some(({ object, optional }) => !optional && !isPresent(object))
  })

  function isCalm(callee: Node): boolean {
    const root = chainStart(callee)
    return root.type === 'Identifier' && (objects.includes(root.name) || CALM.has(root.name))
  }

  /** Whether a value is there for sure, so that its members can be read. */
  function isPresent(object: Node): boolean {
    const value = unwrap(object)
    switch (value.type) {
      case 'Identifier':
        return objects.includes(value.name) || CALM.has(value.name) || known.has(value.name)
      case 'MemberExpression': {
        if (known.has(sourceCode.getText(value))) return true
        const name = value.property.type === 'Identifier' ? value.property.name : ''
        return value.object.type === 'Identifier' && objects.includes(value.object.name) && PRESENT.has(name)
      }
      case 'CallExpression':
        // What a call on the response gives is the response.
        return isCalm(value.callee)
      default:
        return value.type === 'ThisExpression' || value.type === 'ObjectExpression' || value.type === 'Literal' || value.type === 'TemplateLiteral'
    }
  }
}

/**
 * Values that code before a node has tested, or has read a member of: what is not there would have
 * been noticed before.
 */
function namesLookedAt(sourceCode: SourceCode, handler: FunctionNode, before: Node): ReadonlySet<string> {
  const names = new Set<string>()
  walk(handler, sourceCode.visitorKeys, (node) => {
    if (node.range[0] >= before.range[0]) return false
    if ((node.type === 'Identifier' || node.type === 'MemberExpression') && isBefore(node, before) && isLookedAt(node)) {
      names.add(sourceCode.getText(node).replaceAll('?.', '.'))
    }
    return true
  })
  return names
}

function isLookedAt(node: Node): boolean {
  const value = wrapped(node)
  const { parent } = value
  if (parent?.type === 'MemberExpression') return parent.object === value && !parent.optional
  return parent !== undefined && (isTest(value, parent) || isInTest(parent))
}

function isInTest(node: Node): boolean {
  if (!['LogicalExpression', 'UnaryExpression', 'BinaryExpression'].includes(node.type)) return false
  return node.parent !== undefined && (isTest(node, node.parent) || isInTest(node.parent))
}

function isTest(node: Node, parent: Node): boolean {
  return 'test' in parent && parent.test === node
}
