import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, type Bindings } from './bindings.js'
import { constantMember } from './constant-member.js'
import { unwrap, type Node } from './nodes.js'
import { textAt } from './text-at.js'

/** A piece of a text that the source puts together: written out, or an expression that nobody can read. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string; readonly node: Node }
  | { readonly kind: 'hole'; readonly node: Node }

const DEEPEST = 16

/** Reads an expression as text: literals, templates, `+`, constants, and arrays that are joined. */
export function textParts(node: Node, bindings: Bindings, depth = DEEPEST): readonly TextPart[] {
  const expression = unwrap(node)
  if (depth === 0) return [{ kind: 'hole', node: expression }]
  const read = (inner: Node) => textParts(inner, bindings, depth - 1)
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' || typeof expression.value === 'number'
        ? [{ kind: 'text', text: String(expression.value), node: expression }]
        : [{ kind: 'hole', node: expression }]
    case 'TemplateLiteral':
      return expression.quasis.flatMap((quasi, index) => {
        const inserted = expression.expressions[index]
        const text: TextPart = { kind: 'text', text: quasi.value.cooked ?? quasi.value.raw, node: quasi }
        return inserted ? [text, ...read(inserted)] : [text]
      })
    case 'BinaryExpression':
      return expression.operator === '+'
        ? [...read(expression.left), ...read(expression.right)]
        : [{ kind: 'hole', node: expression }]
    case 'Identifier': {
      const variable = bindings.variable(expression)
      const held = variable && bindings.value(variable)
      const parts = held ? read(held) : []
      // A variable whose text isn't written out is a hole of its own: its name may tell what it is.
      return parts.some(({ kind }) => kind === 'text') ? parts : [{ kind: 'hole', node: expression }]
    }
    case 'MemberExpression': {
      const held = constantMember(expression, bindings)
      const parts = held ? read(held) : []
      return parts.some(({ kind }) => kind === 'text') ? parts : [{ kind: 'hole', node: expression }]
    }
    case 'CallExpression':
      return joined(expression, read, bindings) ?? [{ kind: 'hole', node: expression }]
    default:
      return [{ kind: 'hole', node: expression }]
  }
}

/** What of a text is written out, with a gap for what is not. */
export function textWritten(node: Node, bindings: Bindings): string {
  return textParts(node, bindings).map((part) => (part.kind === 'text' ? part.text : ' ')).join('')
}

/** The array of `[…].join('; ')`. */
export function joinedArray(node: Node): TSESTree.ArrayExpression | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  const { callee } = node
  const array = unwrap(callee.object)
  return memberName(callee) === 'join' && array.type === 'ArrayExpression' ? array : undefined
}

function joined(
  call: TSESTree.CallExpression,
  read: (node: Node) => readonly TextPart[],
  bindings: Bindings,
): readonly TextPart[] | undefined {
  const array = joinedArray(call) ?? arrayHeld(call, bindings)
  const [separator] = call.arguments
  const written = textAt(separator)
  if (!array || !separator || written === undefined) return undefined
  const between: TextPart = { kind: 'text', text: written, node: separator }
  return array.elements.flatMap((element, index) => {
    const parts: readonly TextPart[] = element && element.type !== 'SpreadElement' ? read(element) : [{ kind: 'hole', node: call }]
    return index === 0 ? parts : [between, ...parts]
  })
}

/** The array of `parts.join('; ')`, if nothing else ever touches `parts`. */
function arrayHeld({ callee }: TSESTree.CallExpression, bindings: Bindings): TSESTree.ArrayExpression | undefined {
  if (callee.type !== 'MemberExpression' || memberName(callee) !== 'join' || callee.object.type !== 'Identifier') return undefined
  const variable = bindings.variable(callee.object)
  const held = variable && bindings.value(variable)
  const uses = variable?.references.filter((reference) => !reference.isWrite()) ?? []
  return held?.type === 'ArrayExpression' && uses.length === 1 ? held : undefined
}
