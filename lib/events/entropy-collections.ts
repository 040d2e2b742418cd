import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { isFunction, isInside, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { onceForEach } from '../ast/once-for-each.js'
import type { Reader, Scope } from './entropy-scope.js'
import { allOf, concatenated, constant, isGuessable, repeated, spelled, type Worth } from './entropy.js'
import type { FileContext } from './file-context.js'
import type { Variable } from '../ast/variables.js'

type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** Reads texts that are put together piece by piece: by loops, by `map` and `join`. */
export interface CollectionReader {
  readArray(node: TSESTree.ArrayExpression, scope: Scope): Worth | undefined
  readCall(node: Call, scope: Scope): Worth | undefined
  /** A variable that is filled after it was declared. */
  readVariable(variable: Variable, scope: Scope): Worth | undefined
}

/** Calls that leave the elements of an array as they are. */
const SAME_ELEMENTS = new Set(['split', 'reverse', 'toReversed', 'keys', 'values', 'flat', 'filter', 'sort', 'toSorted', 'fill'])

/** Functions that fill the array that they are given with random bytes. */
const FILLERS = new Set(['getRandomValues', 'randomFillSync', 'randomFill'])

export function collectionReader(context: FileContext, reader: Reader): CollectionReader {
  return { readArray, readCall, readVariable }

  function readArray(node: TSESTree.ArrayExpression, scope: Scope): Worth | undefined {
    const parts = node.elements.map((element) => {
      if (element === null) return constant('unclear')
      return element.type === 'SpreadElement' ? reader.read(element.argument, scope) : reader.read(element, scope)
    })
    const [only] = parts
    if (only && parts.length === 1 && node.elements[0]?.type === 'SpreadElement') return { ...only, form: 'object' }
    const known = allOf(parts)
    return known && { ...concatenated(known, 'object'), length: parts.length }
  }

  function readCall(node: Call, scope: Scope): Worth | undefined {
    const callee = unwrap(node.callee)
    const [first, second] = node.arguments
    if (callee.type === 'Identifier') {
      const count = callee.name === 'Array' && first ? reader.value(first, scope) : undefined
      return typeof count === 'number' ? constant('object', count) : undefined
    }
    if (callee.type !== 'MemberExpression') return undefined
    const name = memberName(callee)
    if (name === 'from' && callee.object.type === 'Identifier' && callee.object.name === 'Array' && first) {
      const list = listOf(first, scope)
      return list && second ? mapped(list, second, scope) : list && { ...list, form: 'object' }
    }
    if (name === 'times' && first && second) return timesOf(first, second, scope)
    const list = name === undefined ? undefined : reader.read(callee.object, scope)
    if (!list || name === undefined) return undefined
    if (name === 'map') return first && mapped(list, first, scope)
    // Elements may have several characters, and there may be others between them.
    if (name === 'join') return { ...list, form: 'text', length: undefined }
    if (!SAME_ELEMENTS.has(name)) return undefined
    return { ...chosenBy(list, first, scope), form: 'object', length: name === 'split' || name === 'filter' ? undefined : list.length }
  }

  /** `_.times(16, () => …)` */
  function timesOf(count: Node, change: Node, scope: Scope): Worth | undefined {
    const times = reader.value(count, scope)
    const worth = reader.readCalled(change, [], scope)
    return worth && repeated(spelled(worth, DECIMAL), typeof times === 'number' ? times : undefined, 'object')
  }

  /** `sort(() => Math.random() - 0.5)`: the order is drawn. */
  function chosenBy(list: Worth, compare: Node | undefined, scope: Scope): Worth {
    const order = compare && isFunction(unwrap(compare)) && list.sources.length === 0 ? reader.readCalled(compare, [], scope) : undefined
    return order && isGuessable(order) ? order : list
  }

  /** The argument of `Array.from`: something with a length, or the elements themselves. */
  function listOf(node: Node, scope: Scope): Worth | undefined {
    const argument = unwrap(node)
    if (argument.type !== 'ObjectExpression') return reader.read(argument, scope)
    const [length] = context.options.read(argument).expressions('length') ?? []
    const count = length && reader.value(length, scope)
    return constant('object', typeof count === 'number' ? count : undefined)
  }

  function mapped(list: Worth, change: Node, scope: Scope): Worth | undefined {
    const worth = reader.readCalled(change, [{ kind: 'worth', worth: elementOf(list) }], scope)
    if (!worth) return undefined
    if (list.sources.length === 0) return repeated(spelled(worth, DECIMAL), list.length, 'object')
    // Each element carries at most what came in.
    const bits = list.length === undefined ? list.bits : Math.min(list.bits, list.length * worth.bits)
    return { ...list, bits, form: 'object', length: undefined, each: spelled(worth, DECIMAL).each }
  }

  function readVariable(variable: Variable, scope: Scope): Worth | undefined {
    return readFilled(variable, scope) ?? readElement(variable, scope) ?? readAdded(variable, scope) ?? readPushed(variable, scope)
  }

  /** `byte` in `for (const byte of bytes)`. */
  function readElement(variable: Variable, scope: Scope): Worth | undefined {
    const [definition] = variable.defs
    const loop = definition?.type === 'Variable' && definition.node.id === definition.name ? definition.node.parent.parent : undefined
    const list = loop?.type === 'ForOfStatement' && loop.left === definition?.node.parent ? reader.read(loop.right, scope) : undefined
    return list && elementOf(list)
  }

  /** `const bytes = new Uint8Array(16)`, and `crypto.getRandomValues(bytes)` in a statement of its own. */
  function readFilled(variable: Variable, scope: Scope): Worth | undefined {
    const call = fillingOf(variable)
    return call && reader.read(call, scope)
  }

  /** `let id = ''` and `id += …` in a loop. */
  function readAdded(variable: Variable, scope: Scope): Worth | undefined {
    const [definition] = variable.defs
    const declarator = definition?.type === 'Variable' ? definition.node : undefined
    const additions = additionsTo(variable)
    if (!declarator?.init || variable.defs.length !== 1 || !additions) return undefined
    const start = reader.read(declarator.init, scope)
    return start && start.form !== 'number' ? total(start, additions, declarator, 'text', scope) : undefined
  }

  /** `const characters = []` and `characters.push(…)` in a loop. */
  function readPushed(variable: Variable, scope: Scope): Worth | undefined {
    const [definition] = variable.defs
    const declarator = definition?.type === 'Variable' ? definition.node : undefined
    const list = declarator?.init ? unwrap(declarator.init) : undefined
    const added = pushesTo(variable)
    if (!declarator || list?.type !== 'ArrayExpression' || added.length === 0 || isRewritten(variable)) return undefined
    const start = readArray(list, scope)
    return start && total(start, added, declarator, 'object', scope)
  }

  function total(start: Worth, added: readonly Node[], declarator: Node, form: 'object' | 'text', scope: Scope): Worth | undefined {
    const parts = added.map((addition) => {
      const worth = reader.read(addition, scope)
      return worth && repeated(spelled(worth, DECIMAL), turnsAround(addition, declarator, worth, scope), form)
    })
    const known = allOf(parts)
    return known && concatenated([start, ...known], form)
  }

  /** How often a piece is added; undefined where the source does not decide it. */
  function turnsAround(addition: Node, declarator: Node, worth: Worth, scope: Scope): number | undefined {
    let turns: number | undefined = 1
    for (let at: Node | undefined = addition.parent; at && !isInside(declarator, at); at = at.parent) {
      const count = isLoop(at) ? turnsOf(at, worth, scope) : isFunction(at) ? undefined : 1
      turns = turns === undefined || count === undefined ? undefined : turns * count
    }
    return turns
  }

  function turnsOf(loop: Node, { length = 1 }: Worth, scope: Scope): number | undefined {
    if (loop.type === 'ForOfStatement') return reader.read(loop.right, scope)?.length
    if (loop.type === 'ForStatement' && loop.test?.type === 'BinaryExpression') {
      const declarator = loop.init?.type === 'VariableDeclaration' ? loop.init.declarations[0] : undefined
      const from = declarator?.init ? reader.value(declarator.init, scope) : undefined
      const to = reader.value(loop.test.right, scope)
      if (loop.update?.type !== 'UpdateExpression' || typeof from !== 'number' || typeof to !== 'number') return undefined
      return Math.abs(to - from) + (loop.test.operator.endsWith('=') ? 1 : 0)
    }
    // `while (id.length < 32)`
    if (loop.type !== 'WhileStatement' || loop.test.type !== 'BinaryExpression' || loop.test.left.type !== 'MemberExpression') return undefined
    const size = memberName(loop.test.left) === 'length' && loop.test.operator.startsWith('<') ? reader.value(loop.test.right, scope) : undefined
    return typeof size === 'number' ? Math.ceil(size / length) + 1 : undefined
  }
}

/** The call that fills a variable with bytes: `crypto.getRandomValues(bytes)`. */
const fillingOf = onceForEach((variable: Variable): TSESTree.CallExpression | undefined => {
  for (const { identifier } of variable.references) {
    const call = wrapped(identifier).parent
    if (call?.type !== 'CallExpression' || call.arguments[0] !== wrapped(identifier)) continue
    const callee = unwrap(call.callee)
    const name = callee.type === 'MemberExpression' ? memberName(callee) : callee.type === 'Identifier' ? callee.name : undefined
    if (name !== undefined && FILLERS.has(name)) return call
  }
  return undefined
})

/** What is added to a variable after its declaration, if nothing else is done to it. */
const additionsTo = onceForEach((variable: Variable): readonly Node[] | undefined => {
  const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init)
  const additions = writes.flatMap(({ identifier }) => additionTo(identifier) ?? [])
  return writes.length > 0 && additions.length === writes.length ? additions : undefined
})

/** What `id += x`, `id = id + x` and `id = x + id` add. */
function additionTo(identifier: Node): Node | undefined {
  const assignment = wrapped(identifier).parent
  if (assignment?.type !== 'AssignmentExpression') return undefined
  const { operator, right } = assignment
  if (operator === '+=') return right
  if (operator !== '=' || right.type !== 'BinaryExpression' || right.operator !== '+') return undefined
  const isSame = (node: Node) => node.type === 'Identifier' && identifier.type === 'Identifier' && node.name === identifier.name
  if (isSame(right.left)) return right.right
  return isSame(right.right) ? right.left : undefined
}

/** One byte of bytes; of other lists nobody knows how the bits are spread. */
function elementOf(list: Worth): Worth {
  const isBytes = list.form === 'bytes' || list.sources.length === 0
  return isBytes ? { ...list, form: 'number', bits: Math.min(list.bits, list.each), length: undefined } : { ...list, length: undefined }
}

/** Whether a list has other elements than those that it was declared with. */
export function isFilled(variable: Variable): boolean {
  return pushesTo(variable).length > 0 || isRewritten(variable)
}

const pushesTo = onceForEach((variable: Variable): readonly Node[] => variable.references.flatMap(({ identifier }) => pushedTo(identifier)))

function pushedTo(identifier: Node): readonly Node[] {
  const member = memberOf(identifier)
  if (member?.parent.type !== 'CallExpression' || member.parent.callee !== member) return []
  return ['push', 'unshift'].includes(memberName(member) ?? '') ? member.parent.arguments : []
}

/** `list[i] = …`, `list.splice(…)` */
const isRewritten = onceForEach((variable: Variable): boolean =>
  variable.references.some(({ identifier }) => {
    const member = memberOf(identifier)
    if (member?.parent.type === 'AssignmentExpression') return member.parent.left === member
    return member !== undefined && ['splice', 'fill'].includes(memberName(member) ?? '')
  }),
)

function memberOf(identifier: Node): TSESTree.MemberExpression | undefined {
  const { parent } = wrapped(identifier)
  return parent?.type === 'MemberExpression' && parent.object === wrapped(identifier) ? parent : undefined
}

function isLoop(node: Node): boolean {
  return ['ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement', 'DoWhileStatement'].includes(node.type)
}

const DECIMAL = Math.log2(10)
