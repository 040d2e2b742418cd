import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { isInside, unwrap, wrapped, type Node } from '../ast/nodes.js'
import type { Variable } from '../ast/variables.js'
import { walk } from '../ast/walk.js'
import type { NamedCookie } from '../events/cookie-reads.js'
import type { SessionFile } from '../events/file.js'
import type { LeftRecord } from '../events/left-records.js'
import { repeated } from './repeat-expression.js'
import { variableAt } from './visible-at.js'

/** An expression for the ID that came with the request, as it can be written at some place. */
export interface SessionIdText {
  readonly code: string
  /** Whether it can be written twice: a name, or a member of one. */
  readonly isPlain: boolean
  /** Whether the same expression stands as a key of the store somewhere, so that its type is right. */
  readonly isTyped: boolean
  /** Whether it has to be awaited. */
  readonly isAwaited: boolean
}

/**
 * How the code at a place can speak of the ID in a cookie: by a variable that holds it there, else as the rest of
 * the file reads it. Undefined where the file does not read the cookie, or reads it in ways that differ.
 */
export function sessionIdAt(file: SessionFile, cookie: NamedCookie, left: LeftRecord, at: Node): SessionIdText | undefined {
  return heldAt(file, cookie, left, at) ?? repeatedAt(file, cookie, left, at)
}

/** `const sid = req.cookies.sid` above the place. */
function heldAt(file: SessionFile, cookie: NamedCookie, left: LeftRecord, at: Node): SessionIdText | undefined {
  const { bindings, sourceCode } = file.context
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(at); scope; scope = scope.upper) {
    for (const variable of scope.variables) {
      const [definition] = variable.defs
      if (definition?.type !== 'Variable' || definition.name.range[1] > at.range[0] || variableAt(sourceCode, at, variable.name) !== variable) continue
      const value = bindings.value(variable)
      const isFound = value ? isCertain(file, cookie, left, value) : isTakenApart(definition.node, definition.name, cookie, variable, left)
      if (isFound) return { code: variable.name, isPlain: true, isTyped: false, isAwaited: false }
    }
  }
  return undefined
}

/** `const { sid } = req.cookies` */
function isTakenApart(declarator: TSESTree.VariableDeclarator, name: Node, cookie: NamedCookie, variable: Variable, { isSigned }: LeftRecord): boolean {
  if (declarator.id.type !== 'ObjectPattern' || !declarator.init) return false
  const jar = lastName(declarator.init) ?? ''
  if (!/cookie/i.test(jar) || (isSigned && !SIGNED.test(jar)) || variable.references.filter((reference) => reference.isWrite()).length > 1) return false
  return declarator.id.properties.some((property) => {
    if (property.type !== 'Property' || cookie.name.state !== 'known' || propertyName(property) !== cookie.name.value) return false
    return property.value === name
  })
}

const SIGNED = /signed|unsign/i

/**
 * Whether an expression gives the ID. What a function of the file finds may be the record, and what is read of a
 * signed cookie the ID with its signature, unless it is used as the key of the store.
 */
function isCertain(file: SessionFile, cookie: NamedCookie, left: LeftRecord, node: Node): boolean {
  if (!left.cookies.isRead(node, cookie)) return false
  const mayBeMore = left.isSigned && !SIGNED.test(file.context.sourceCode.getText(node))
  return (!isByHelper(file, node) && !mayBeMore) || isKeyOf(file, left, node)
}

function isByHelper({ context }: SessionFile, node: Node): boolean {
  const call = withoutDefault(node)
  return call.type === 'CallExpression' && context.bindings.function(call.callee) !== undefined
}

function withoutDefault(node: Node): Node {
  const expression = unwrap(node)
  return expression.type === 'LogicalExpression' ? withoutDefault(expression.left) : expression
}

/** The expression with which the rest of the file reads the cookie, with the names of this place. */
function repeatedAt(file: SessionFile, cookie: NamedCookie, left: LeftRecord, at: Node): SessionIdText | undefined {
  const found = left.cookies.readsOf(cookie).flatMap((node) => {
    const code = isCertain(file, cookie, left, node) ? repeated(file, node, at) : undefined
    if (code === undefined) return []
    const isTyped = keysIn(left).some((key) => key === wrapped(node))
    return [{ code, isPlain: isPlain(node), isTyped, isKey: isKeyOf(file, left, node), isAwaited: hasAwait(file, node) }]
  })
  const keys = found.filter(({ isKey }) => isKey)
  const [first, ...others] = keys.length > 0 ? keys.toSorted((a, b) => Number(b.isTyped) - Number(a.isTyped)) : found
  return keys.length > 0 || others.every(({ code }) => code === first?.code) ? first : undefined
}

/** Whether an expression is the key with which the store is read: itself, or through a variable. */
function isKeyOf({ context }: SessionFile, left: LeftRecord, node: Node): boolean {
  const { bindings } = context
  const holder = wrapped(node).parent
  const variable = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? bindings.variable(holder.id) : undefined
  const uses = [node, ...(variable?.references.filter((reference) => !reference.isWrite()).map(({ identifier }) => identifier) ?? [])]
  return keysIn(left).some((key) => uses.some((use) => (left.record.knownBy === 'store' ? wrapped(use) === key : isInside(use, key))))
}

/** The keys with which the store is read: arguments, and what stands in brackets. */
function keysIn({ reads }: LeftRecord): readonly Node[] {
  return reads.flatMap((read): readonly Node[] => (read.type === 'CallExpression' ? read.arguments : read.type === 'MemberExpression' ? [read.property] : []))
}

function isPlain(node: Node): boolean {
  const expression = unwrap(node)
  if (expression.type === 'MemberExpression') return (!expression.computed || expression.property.type !== 'CallExpression') && isPlain(expression.object)
  return expression.type === 'Identifier'
}

function hasAwait({ context: { sourceCode } }: SessionFile, node: Node): boolean {
  let found = false
  walk(node, sourceCode.visitorKeys, (part) => {
    found ||= part.type === 'AwaitExpression'
    return !found
  })
  return found
}

