import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { isFunction, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import type { Variable } from '../ast/variables.js'
import type { Bits } from '../frameworks/generators/generator.js'
import type { Held, Reader, Scope } from './entropy-scope.js'
import { calculated, computed, constant, digested, isGuessable, passedOn, spelled, weakest, type Source, type Worth } from './entropy.js'
import { methodReader } from './entropy-methods.js'
import type { FileContext } from './file-context.js'
import type { GeneratorMatcher, GeneratorUse } from './generators.js'

type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** Reads what calls give: generators, functions of the file, conversions. */
export interface CallReader {
  read(node: Call | TSESTree.MemberExpression, scope: Scope): Worth | undefined
  /** What a callback is handed: `buffer` in `randomBytes(16, (error, buffer) => …)`. */
  readCallbackParameter(variable: Variable, scope: Scope): Worth | undefined
}

export function callReader(context: FileContext, generators: GeneratorMatcher, reader: Reader): CallReader {
  const { bindings, sourceCode } = context
  const methods = methodReader(context, generators, reader)

  return { read, readCallbackParameter }

  function read(node: Call | TSESTree.MemberExpression, scope: Scope): Worth | undefined {
    const use = generators.match(node)
    if (use) return generated(use, scope)
    if (node.type === 'MemberExpression') return undefined
    return readOwn(node, scope) ?? readPromise(node, scope) ?? readConversion(node, scope) ?? (node.type === 'CallExpression' ? methods.read(node, scope) : undefined)
  }

  /** A function of this file: what it gives is underlined where it is called. */
  function readOwn(node: Call, scope: Scope): Worth | undefined {
    if (node.type === 'NewExpression' || !bindings.function(node.callee)) return undefined
    const held = node.arguments.map((argument): Held | undefined => (argument.type === 'SpreadElement' ? undefined : { kind: 'argument', node: argument, scope }))
    const worth = reader.readCalled(node.callee, held, scope)
    return worth && passedOn(worth, node, true)
  }

  /** `new Promise((resolve) => randomBytes(16, (error, buffer) => resolve(buffer)))` */
  function readPromise(node: Call, scope: Scope): Worth | undefined {
    const executor = node.type === 'NewExpression' && node.arguments[0] ? unwrap(node.arguments[0]) : undefined
    const isPromise = node.callee.type === 'Identifier' && node.callee.name === 'Promise'
    const resolve = isPromise && isFunction(executor) ? executor.params[0] : undefined
    const variable = resolve?.type === 'Identifier' ? bindings.variable(resolve) : undefined
    const given = variable?.references.flatMap(({ identifier }) => {
      const call = identifier.parent
      return call.type === 'CallExpression' && call.callee === identifier ? call.arguments.slice(0, 1) : []
    })
    return given && weakest(given.map((value) => reader.read(value, scope)))
  }

  function readConversion(node: Call, scope: Scope): Worth | undefined {
    const path = bindings.resolve(node.callee)
    if (path?.root.kind !== 'global') return undefined
    const name = [path.root.name, ...path.steps].join('.')
    const [first] = node.arguments
    if (/^Math\.\w+$/.test(name)) return calculated(node.arguments.map((argument) => reader.read(argument, scope)))
    const worth = first && first.type !== 'SpreadElement' ? reader.read(first, scope) : undefined
    switch (name) {
      case 'String':
        return worth && spelled(worth, DECIMAL)
      case 'Number':
      case 'parseInt':
      case 'parseFloat':
      case 'Number.parseInt':
      case 'Number.parseFloat':
        return worth && computed([worth])
      case 'BigInt':
        // What is drawn for one may be longer than any number, and what is computed with it nobody follows.
        return worth && isGuessable(worth) ? computed([worth]) : undefined
      case 'encodeURIComponent':
      case 'escape':
        return worth
      case 'btoa':
        return worth && { ...worth, form: 'text', length: undefined, each: 6 }
      case 'String.fromCharCode':
      case 'String.fromCodePoint':
        return worth && node.arguments.length === 1 ? { ...worth, form: 'text', length: 1, each: Math.min(worth.bits, 16) } : undefined
      case 'Buffer.from':
      case 'Uint8Array':
      case 'Uint8Array.from':
        return worth && worth.sources.length > 0 ? { ...worth, form: 'bytes', length: worth.form === 'bytes' ? worth.length : undefined, each: 8 } : undefined
      case 'Buffer.concat':
        return worth && { ...worth, form: 'bytes', length: undefined, each: 8 }
      case 'Date':
        return worth && isGuessable(worth) ? { ...worth, form: 'object' } : undefined
      default:
        return undefined
    }
  }

  function generated(use: GeneratorUse, scope: Scope): Worth | undefined {
    const { gives } = use
    if (gives.form === 'hash' || isOpen(use)) return undefined
    const source: Source = { nodes: [use.node], variables: [], isFromFunction: false, code: codeOf(use.node), weakness: gives.weakness, isHashed: false, use }
    const base = { ...constant(gives.form, gives.length), each: gives.each ?? 16, sources: [source], isUuid: gives.isUuid === true }
    if (gives.weakness) return base
    if (gives.bits.kind === 'derived') return derivedFrom(use, gives.bits.data, scope)
    const drawn = bitsOf(gives.bits, use, scope)
    if (drawn === undefined) return undefined
    const length = gives.form === 'bytes' ? Math.floor(drawn.bits / 8) : (gives.length ?? drawn.length)
    const sources = [{ ...source, drawn: { bits: drawn.bits, each: drawn.each } }]
    return { ...base, sources, bits: drawn.bits, length, each: gives.each ?? drawn.each ?? 16 }
  }

  function derivedFrom({ argument, gives, node }: GeneratorUse, place: string, scope: Scope): Worth | undefined {
    const data = argument(place)
    const worth = data && reader.read(data, scope)
    if (!worth || worth.sources.length === 0) return undefined
    const seen = passedOn(worth, node, false)
    return gives.isDigest ? digested(seen, undefined, 'text', gives.each ?? 4) : spelled(seen, gives.each ?? 6)
  }

  /** How many bits are drawn, and of how many characters with how many bits each. */
  function bitsOf(bits: Bits, use: GeneratorUse, scope: Scope): { bits: number; length?: number; each?: number } | undefined {
    switch (bits.kind) {
      case 'fixed':
        return { bits: bits.bits }
      case 'each': {
        const length = lengthAt(bits.length, bits.default, use, scope)
        return length === undefined ? undefined : { bits: length * bits.bits, length, each: bits.bits }
      }
      case 'eachNamed': {
        const length = placeValue(bits.length, use, scope)
        const name = placeValue(bits.name, use, scope)
        if (typeof length !== 'number' || name === UNSEEN) return undefined
        const each = bits.bits[typeof name === 'string' ? name : bits.default]
        return each === undefined ? undefined : { bits: length * each, length, each }
      }
      case 'alphabet': {
        const characters = placeValue(bits.alphabet, use, scope)
        const length = lengthAt(bits.length, bits.default, use, scope)
        if (typeof characters !== 'string' || length === undefined) return undefined
        const each = Math.log2(Math.max(1, characters.length))
        return { bits: length * each, length, each }
      }
      case 'range': {
        const to = placeValue(bits.to, use, scope)
        const from = bits.from === undefined ? 0 : placeValue(bits.from, use, scope)
        return typeof to === 'number' && typeof from === 'number' && to > from ? { bits: Math.log2(to - from) } : undefined
      }
      case 'array': {
        const array = use.argument(bits.array)
        const size = array && byteSize(array, scope)
        return size === undefined ? undefined : { bits: size * 8, each: 8 }
      }
      case 'derived':
        return undefined
    }
  }

  function lengthAt(places: readonly string[], fallback: number | undefined, use: GeneratorUse, scope: Scope): number | undefined {
    for (const place of places) {
      const found = placeValue(place, use, scope)
      if (typeof found === 'number') return found
      if (found !== undefined) return undefined
    }
    return fallback
  }

  /** The value at a place; undefined if nothing is given there, `UNSEEN` if nobody can say what. */
  function placeValue(place: string, { argument }: GeneratorUse, scope: Scope): unknown {
    const [, property] = place.split('.')
    const node = argument(place)
    if (!node) return undefined
    if (property === undefined) return reader.value(node, scope) ?? UNSEEN
    const options = context.options.read(node)
    const setting = options.get(property)
    if (setting.state === 'known') return setting.value
    const [expression] = options.expressions(property) ?? []
    return setting.state === 'absent' && options.names.complete ? undefined : ((expression && reader.value(expression, scope)) ?? UNSEEN)
  }

  function isOpen({ argument, gives }: GeneratorUse): boolean {
    const [place = '', property] = gives.unlessGiven?.split('.') ?? []
    const node = argument(place)
    return node !== undefined && property !== undefined && context.options.read(node).get(property).state !== 'absent'
  }

  /** The bytes of `new Uint8Array(16)` and `Buffer.alloc(16)`, also through a constant. */
  function byteSize(wrappedNode: Node, scope: Scope): number | undefined {
    const node = unwrap(wrappedNode)
    if (node.type === 'Identifier') {
      const variable = bindings.variable(node)
      const held = variable && bindings.value(variable)
      return held && byteSize(held, scope)
    }
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined
    const width = WIDTHS.get(plainText(node.callee, sourceCode))
    const [length] = node.arguments
    if (width === undefined || !length) return undefined
    const size = reader.value(length, scope)
    return typeof size === 'number' ? size * width : undefined
  }

  function readCallbackParameter(variable: Variable, scope: Scope): Worth | undefined {
    const [definition] = variable.defs
    if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return undefined
    const callable: FunctionNode = definition.node
    const index = callable.params.findIndex((parameter) => parameter === definition.name)
    const call = wrapped(callable).parent
    if (call?.type !== 'CallExpression' || index === -1) return undefined
    const { callee } = call
    if (callee.type === 'MemberExpression' && memberName(callee) === 'then') {
      return index === 0 && call.arguments[0] === callable ? reader.read(callee.object, scope) : undefined
    }
    const use = index === 1 && call.arguments.at(-1) === callable ? generators.match(call) : undefined
    return use && generated(use, scope)
  }

  function codeOf(node: Node): string {
    const text = sourceCode.getText(node).replaceAll(/\s+/g, ' ')
    if (text.length <= LONGEST_CODE || node.type !== 'CallExpression') return text
    return `${sourceCode.getText(node.callee).replaceAll(/\s+/g, '')}(…)`
  }
}

const UNSEEN = Symbol('unseen')
const LONGEST_CODE = 40
const DECIMAL = Math.log2(10)

/** Bytes in one element. */
const WIDTHS = new Map([
  ['Uint8Array', 1], ['Int8Array', 1], ['Uint8ClampedArray', 1], ['Uint16Array', 2], ['Int16Array', 2],
  ['Uint32Array', 4], ['Int32Array', 4], ['BigUint64Array', 8], ['BigInt64Array', 8], ['Buffer.alloc', 1], ['Buffer.allocUnsafe', 1],
])
