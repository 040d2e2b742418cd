import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { isFunction, unwrap, wrapped, type Node } from '../ast/nodes.js'
import type { Reader, Scope } from './entropy-scope.js'
import { allOf, computed, concatenated, constant, digested, isDrawn, isGuessable, spelled, truncated, type Worth } from './entropy.js'
import type { FileContext } from './file-context.js'
import type { GeneratorMatcher } from './generators.js'
import { idNameOf } from './id-names.js'

/** Reads what a method gives that is called on a value: `buffer.toString('hex')`, `text.slice(0, 8)`. */
export interface MethodReader {
  read(node: TSESTree.CallExpression, scope: Scope): Worth | undefined
}

/** Bits that one character carries in each encoding of bytes. */
const ENCODINGS = new Map<unknown, number>([['hex', 4], ['base64', 6], ['base64url', 6]])

/** Bits of each digest. */
const DIGESTS = new Map<unknown, number>([
  ['md5', 128], ['sha1', 160], ['sha-1', 160], ['ripemd160', 160], ['sha224', 224], ['sha256', 256], ['sha384', 384], ['sha512', 512],
])

/** Methods whose result is as hard to guess as what they are called on. */
const SPELLINGS = new Set([
  'toUpperCase', 'toLowerCase', 'toLocaleUpperCase', 'toLocaleLowerCase', 'trim', 'normalize', 'padStart', 'padEnd', 'repeat',
  'toHexString', 'toFixed', 'toPrecision', 'toExponential', 'toISOString', 'toJSON', 'toUTCString', 'toDateString', 'toLocaleString', 'toGMTString',
])
const NUMBERS = new Set(['getTime', 'valueOf', 'getMilliseconds', 'getSeconds', 'getMinutes'])

export function methodReader(context: FileContext, generators: GeneratorMatcher, reader: Reader): MethodReader {
  const { bindings } = context

  return { read }

  function read(node: TSESTree.CallExpression, scope: Scope): Worth | undefined {
    const callee = unwrap(node.callee)
    const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined
    if (callee.type !== 'MemberExpression' || name === undefined) return undefined
    if (name === 'digest') return readDigest(node, callee.object, scope)
    // Only texts have the method, and which characters one has is no secret.
    const on = reader.read(callee.object, scope) ?? (name === 'charAt' ? constant('text') : undefined)
    return on && readOn(on, name, node, callee, scope)
  }

  function readOn(on: Worth, name: string, node: TSESTree.CallExpression, callee: TSESTree.MemberExpression, scope: Scope): Worth | undefined {
    const [first] = node.arguments
    switch (name) {
      case 'toString':
        return spelled(on, first ? densityOf(on, reader.value(first, scope)) : on.form === 'number' ? Math.log2(10) : 8)
      case 'slice':
      case 'substring':
      case 'subarray':
      case 'substr':
        return isNamedId(callee.object) ? undefined : cut(on, keptBy(name, node.arguments, on, scope), node, callee.property)
      case 'charAt':
      case 'at':
        return readCharacter(on, node, callee.property, scope)
      case 'replace':
      case 'replaceAll':
        return readReplaced(on, node.arguments, scope)
      case 'concat': {
        const parts = allOf(node.arguments.map((argument) => reader.read(argument, scope)))
        return parts && concatenated([on, ...parts], on.form)
      }
      case 'then':
        return first && reader.readCalled(first, [{ kind: 'worth', worth: on }], scope)
      case 'catch':
      case 'finally':
        return on
    }
    if (SPELLINGS.has(name)) return { ...on, form: 'text' }
    if (NUMBERS.has(name)) return isGuessable(on) ? computed([on]) : undefined
    const size = /^readU?Int(8|16|32)(?:BE|LE)?$/.exec(name)?.[1]
    return size === undefined || on.form !== 'bytes' ? undefined : { ...computed([on]), bits: Math.min(on.bits, Number(size)) }
  }

  /** One character at a place that was drawn, or the character of a drawn text at some place. */
  function readCharacter(on: Worth, node: TSESTree.CallExpression, method: Node, scope: Scope): Worth | undefined {
    if (on.sources.length > 0) return truncated(on, 1, node, method)
    const index = node.arguments[0] && reader.read(node.arguments[0], scope)
    return index && index.sources.length > 0 ? { ...spelled(index, index.bits), length: 1, each: index.bits } : undefined
  }

  /** What is put in place of characters may be drawn: `'xxxx-4xxx'.replace(/x/g, () => …)`. */
  function readReplaced(on: Worth, [, replacement]: readonly Node[], scope: Scope): Worth | undefined {
    if (!replacement) return undefined
    if (!isFunction(unwrap(replacement))) return reader.read(replacement, scope)?.sources.length === 0 ? { ...on, length: undefined } : undefined
    const worth = reader.readCalled(replacement, [], scope)
    return worth && isGuessable(worth) && !isDrawn(on) ? { ...worth, form: 'text', length: undefined } : undefined
  }

  function cut(on: Worth, kept: number | undefined, node: Node, method: Node): Worth | undefined {
    if (isGuessable(on)) return { ...on, length: undefined }
    // An element of a list may be longer than one character.
    if (kept === undefined || (on.form !== 'text' && on.form !== 'bytes')) return undefined
    return truncated(on, kept, node, method)
  }

  /** At most how many characters a method keeps; undefined where its arguments are not decided. */
  function keptBy(name: string, nodes: readonly Node[], on: Worth, scope: Scope): number | undefined {
    const [start, end] = nodes.map((node) => reader.value(node, scope))
    if (typeof start !== 'number' || (nodes.length > 1 && typeof end !== 'number')) return undefined
    const length = on.length ?? Infinity
    const from = start < 0 ? Math.max(0, length + start) : start
    if (typeof end !== 'number') return start < 0 ? Math.min(length, -start) : Math.max(0, length - from)
    if (name === 'substr') return Math.max(0, end)
    return Math.max(0, Math.min(length, end < 0 ? length + end : end) - (from === Infinity ? 0 : from))
  }

  function readDigest(node: TSESTree.CallExpression, receiver: Node, scope: Scope): Worth | undefined {
    const chain = hashChain(receiver)
    const parts = chain && allOf(chain.data.map((data) => reader.read(data, scope)))
    if (!parts || parts.length === 0) return undefined
    const data = concatenated(parts, 'bytes')
    const [encoding] = node.arguments
    const each = encoding ? ENCODINGS.get(reader.value(encoding, scope)) : 8
    const algorithm = chain.algorithm && reader.value(chain.algorithm, scope)
    const size = DIGESTS.get(typeof algorithm === 'string' ? algorithm.toLowerCase() : undefined)
    return digested(data, size, encoding ? 'text' : 'bytes', each ?? 8)
  }

  /** What is put into a hash: by `update` behind `update`, and by statements of their own. */
  function hashChain(receiver: Node): { algorithm: Node | undefined; data: Node[] } | undefined {
    const node = unwrap(receiver)
    if (node.type === 'Identifier') {
      const variable = bindings.variable(node)
      const held = variable && bindings.value(variable)
      const chain = held && hashChain(held)
      if (!variable || !chain) return undefined
      const updates = variable.references.flatMap(({ identifier }) => dataOf(wrapped(identifier).parent?.parent, identifier))
      return { ...chain, data: [...chain.data, ...updates] }
    }
    if (node.type !== 'CallExpression') return undefined
    const use = generators.match(node)
    if (use) return use.gives.form === 'hash' ? { algorithm: use.argument('algorithm'), data: [] } : undefined
    if (node.callee.type !== 'MemberExpression' || memberName(node.callee) !== 'update') return undefined
    const chain = hashChain(node.callee.object)
    return chain && { ...chain, data: [...chain.data, ...node.arguments.slice(0, 1)] }
  }

  function dataOf(call: Node | undefined, hash: Node): Node[] {
    if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.object !== hash) return []
    return memberName(call.callee) === 'update' ? call.arguments.slice(0, 1) : []
  }
}

/** `sessionId.slice(0, 5)` is for showing: the ID itself is whole. */
function isNamedId(node: Node): boolean {
  const name = lastName(node)
  return name !== undefined && ['id', 'short'].includes(idNameOf(name) ?? '')
}

function densityOf({ form }: Worth, encoding: unknown): number | undefined {
  if (form === 'number') return typeof encoding === 'number' ? Math.log2(encoding) : Math.log2(36)
  return ENCODINGS.get(encoding) ?? 8
}
