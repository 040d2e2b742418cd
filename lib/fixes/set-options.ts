import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { groupBy } from '../ast/group-by.js'
import { propertyName } from '../ast/member-name.js'
import { isInside, type Node } from '../ast/nodes.js'
import { rangeWithParentheses } from '../ast/parentheses.js'
import type { OptionsPlace } from '../events/events.js'
import { addProperties, type Ahead } from './add-properties.js'
import { together, type Edit } from './edit.js'
import { replaceValue } from './replace-value.js'

type Call = NonNullable<OptionsPlace['call']>
type SourceCode = Readonly<TSESLint.SourceCode>

/** A property that an options object shall have. */
export interface Wanted {
  readonly place: OptionsPlace
  readonly name: string
  /** The code of the value. */
  readonly text: string
  /** Whether an object that is not written in the call must stay as it is, since the library changes what it is given. */
  readonly isCopied?: boolean
  /** The properties before the first of which it is added, where one of them is written; it comes behind all others else. */
  readonly ahead?: { readonly names: readonly string[]; readonly side: Ahead['side'] }
}

/** Where a wanted property comes to stand. */
type Plan =
  | { readonly kind: 'edit'; readonly edit: Edit }
  /** The object that it is added to, or the call that gets an object. */
  | { readonly kind: 'add'; readonly to: Call | TSESTree.ObjectExpression; readonly names: readonly string[]; readonly text: string }

/**
 * Gives properties of options objects a value: replaces what is written, adds what is missing, and
 * creates the objects on the way. Undefined where one of them can't be written so that it takes effect.
 */
export function setOptions(sourceCode: SourceCode, ...wanted: readonly Wanted[]): Edit | undefined {
  const replaced = wanted.flatMap(({ isCopied, name, place }) => (isCopied ? [] : (place.options.expressions(name) ?? [])))
  const plans = wanted.map((one) => planFor(sourceCode, one, replaced))
  const complete = plans.filter((plan) => plan !== undefined)
  if (complete.length < plans.length) return undefined

  const added = groupBy(complete.flatMap((plan) => (plan.kind === 'add' ? [plan] : [])), ({ to }) => to)
  return together(
    ...complete.flatMap((plan) => (plan.kind === 'edit' ? [plan.edit] : [])),
    ...[...added].map(([to, some]) => addTo(sourceCode, to, some.map(({ names, text }) => nested(names, text)))),
  )
}

function addTo(sourceCode: SourceCode, to: Call | TSESTree.ObjectExpression, properties: readonly string[]): Edit | undefined {
  return to.type === 'ObjectExpression' ? addProperties(sourceCode, to, properties) : addArgument(sourceCode, to, properties)
}

function planFor(sourceCode: SourceCode, { ahead, isCopied = false, name, place, text }: Wanted, replaced: readonly Node[]): Plan | undefined {
  if (isCopied && isWrittenElsewhere(place)) return copyWhereUsed(sourceCode, place, 0, [name], text)
  const written = place.options.expressions(name)
  const [value, another] = written ?? []
  if (!written || another) return undefined
  if (value) return { kind: 'edit', edit: replaceValue(value, text) }

  const { argument, call, chain, path } = place
  const innermost = chain.findLastIndex(({ literal }) => literal !== undefined)
  const target = chain[innermost]
  const names = [...path.slice(Math.max(0, innermost)), name]
  const literal = target?.literal
  if (literal) {
    if (target.expressions(names[0] ?? name)?.length !== 0) return undefined
    // Where a value in it is replaced, all who use it get that, and what belongs to it.
    if (target.isShared && !replaced.some((value) => isInside(value, literal))) return copyWhereUsed(sourceCode, place, innermost, names, text)
    const next = ahead && names.length === 1 ? firstOf(ahead.names, literal) : undefined
    if (ahead && next) return { kind: 'edit', edit: addProperties(sourceCode, literal, [nested(names, text)], { next, side: ahead.side }) }
    return { kind: 'add', to: literal, names, text }
  }
  return call?.arguments.length === argument ? { kind: 'add', to: call, names, text } : undefined
}

/** The first property with one of these names, if no spread can win over what comes before it. */
function firstOf(names: readonly string[], { properties }: TSESTree.ObjectExpression): Node | undefined {
  const isNamed = (property: TSESTree.ObjectLiteralElement) => property.type === 'Property' && names.includes(propertyName(property) ?? '')
  const index = properties.findIndex(isNamed)
  return properties.slice(index + 1).some(({ type }) => type === 'SpreadElement') ? undefined : properties[index]
}

/** Whether the object is a constant, or what a function gives: the same one for many calls, perhaps. */
function isWrittenElsewhere({ argument, call, options }: OptionsPlace): boolean {
  const given = call?.arguments[argument]
  return given !== undefined && (!options.literal || !isInside(options.literal, given))
}

/** An object that other code uses too stays as it is: this call gets a copy with the property. */
function copyWhereUsed(sourceCode: SourceCode, { argument, call, chain, path }: OptionsPlace, innermost: number, names: readonly string[], text: string): Plan | undefined {
  const [name, ...inner] = names
  const outer = chain[innermost - 1]
  const option = path[innermost - 1] ?? ''
  const [used] = innermost === 0 ? [call?.arguments[argument]] : (outer?.expressions(option) ?? [])
  if (!used || used.type === 'SpreadElement' || outer?.isShared || name === undefined || inner.length > 0) return undefined
  return { kind: 'edit', edit: replaceValue(used, `{ ...${sourceCode.getText(used)}, ${name}: ${text} }`) }
}

function addArgument(sourceCode: SourceCode, call: Call, properties: readonly string[]): Edit | undefined {
  const object = `{ ${properties.join(', ')} }`
  const last = call.arguments.at(-1)
  if (last) return (fixer) => [fixer.insertTextAfterRange(rangeWithParentheses(last, sourceCode), `, ${object}`)]
  const closing = sourceCode.getLastToken(call)
  return closing?.value === ')' ? (fixer) => [fixer.insertTextBefore(closing, object)] : undefined
}

/** `cookie: { maxAge: 1 }` for the names `cookie` and `maxAge`. */
function nested(names: readonly string[], text: string): string {
  const [name = '', ...inner] = names
  return `${name}: ${inner.reduceRight((value, property) => `{ ${property}: ${value} }`, text)}`
}
