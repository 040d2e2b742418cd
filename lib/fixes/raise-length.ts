import type { TSESTree } from '@typescript-eslint/utils'
import { isFunction, unwrap, type Node } from '../ast/nodes.js'
import type { Cut, Source, Worth } from '../events/entropy.js'
import type { FileContext } from '../events/file-context.js'
import type { GeneratorUse } from '../events/generators.js'
import { together, type Edit } from './edit.js'

const ENOUGH_BITS = 256

/** An edit of a length, and what it writes, as a message says it. */
export interface Raise {
  readonly edit: Edit
  readonly name: string
}

/** Draws 256 bits where fewer are drawn, and takes away what cuts them; undefined where the generator has no length. */
export function raiseLength(context: FileContext, worth: Worth): Raise | undefined {
  const [source, another] = worth.sources
  if (!source?.use?.isCall || source.weakness !== undefined || another || worth.form === 'number') return undefined
  // What was drawn in a function of the file, or in a loop, is not all that this value is.
  if (source.isFromFunction || !isAllOfIt(source, worth)) return undefined
  const uncut = worth.cuts.map((cut) => removeCut(context, cut))
  if ((source.drawn?.bits ?? 0) >= ENOUGH_BITS) return raise('all of it', together(...uncut))
  const longer = lengthen(context, source, source.use)
  return longer && raise(longer.name, together(longer.edit, ...uncut))
}

function raise(name: string, edit: Edit | undefined): Raise | undefined {
  return edit && { edit, name }
}

function isAllOfIt({ drawn }: Source, { bits, cuts }: Worth): boolean {
  return drawn !== undefined && (drawn.bits === bits || cuts.some(({ isFelt }) => isFelt))
}

function removeCut({ sourceCode }: FileContext, { method, node }: Cut): Edit | undefined {
  const dot = sourceCode.getTokenBefore(method)
  const last = dot && sourceCode.getTokenBefore(dot)
  return last ? (fixer) => [fixer.removeRange([last.range[1], node.range[1]])] : undefined
}

function lengthen(context: FileContext, { drawn }: Source, use: GeneratorUse): Raise | undefined {
  const { bits } = use.gives
  const each = drawn?.each
  if (each === undefined) return undefined
  const enough = Math.ceil(ENOUGH_BITS / each)
  switch (bits.kind) {
    case 'each':
    case 'alphabet': {
      const place = bits.length.find((name) => use.argument(name)) ?? bits.length[0] ?? ''
      return setPlace(context, use, place, enough)
    }
    case 'eachNamed':
      return setPlace(context, use, bits.length, enough)
    case 'array': {
      const array = use.argument(bits.array)
      return array && raise('32 bytes', setArraySize(context, array))
    }
    default:
      return undefined
  }
}

function setPlace(context: FileContext, use: GeneratorUse, place: string, size: number): Raise | undefined {
  const [name = '', property] = place.split('.')
  const argument = use.argument(place)
  const said = `a ${property ?? name} of ${size}`
  if (!argument) return property === undefined ? raise(said, addArgument(context, use.node, size)) : undefined
  if (property === undefined) return raise(said, setNumber(context, argument, size))
  const [written, another] = context.options.read(argument).expressions(property) ?? []
  return written && !another ? raise(said, setNumber(context, written, size)) : undefined
}

function addArgument({ sourceCode }: FileContext, call: Node, size: number): Edit | undefined {
  const closing = call.type === 'CallExpression' && call.arguments.length === 0 ? sourceCode.getLastToken(call) : undefined
  return closing?.value === ')' ? (fixer) => [fixer.insertTextBefore(closing, String(size))] : undefined
}

/** Writes a number, also where a parameter has it as its default. */
function setNumber({ bindings }: FileContext, node: Node, size: number): Edit {
  const variable = node.type === 'Identifier' ? bindings.variable(node) : undefined
  const [definition] = variable?.defs ?? []
  const pattern = definition?.type === 'Parameter' ? definition.name.parent : undefined
  const target = pattern?.type === 'AssignmentPattern' && isFunction(pattern.parent) ? pattern.right : node
  return (fixer) => [fixer.replaceText(target, String(size))]
}

/** `new Uint8Array(8)` becomes `new Uint8Array(32)`, and so on for larger elements. */
function setArraySize(context: FileContext, node: Node): Edit | undefined {
  const made = arrayMadeAt(context, node)
  const size = made?.arguments[0]
  const width = made && /(8|16|32|64)(?:Clamped)?Array$/.exec(context.sourceCode.getText(made.callee))?.[1]
  return size && setNumber(context, size, ENOUGH_BITS / Number(width ?? 8))
}

function arrayMadeAt(context: FileContext, wrapped: Node): TSESTree.CallExpression | TSESTree.NewExpression | undefined {
  const node = unwrap(wrapped)
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return node
  const variable = node.type === 'Identifier' ? context.bindings.variable(node) : undefined
  const held = variable && context.bindings.value(variable)
  return held && arrayMadeAt(context, held)
}
