import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { wrapped, type Node } from '../ast/nodes.js'
import type { OptionsPlace } from '../events/events.js'
import type { Edit } from './edit.js'
import { indentOf, styleOf } from './style.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** Gives a property of an options object a value: replaces the one that is written, or adds it. */
export function setOption(sourceCode: SourceCode, place: OptionsPlace, name: string, text: string): Edit | undefined {
  const { options } = place
  const written = options.expressions(name)
  if (written?.length === 1) return replaceValue(written[0], name, text)
  if (written?.length !== 0) return undefined
  if (options.literal && !options.isShared) return addProperty(sourceCode, options.literal, name, text)
  return options.literal ? spreadAtCall(sourceCode, place, name, text) : createOptions(sourceCode, place, name, text)
}

/** Adds a property behind the others, so that it wins over every spread. */
export function addProperty(sourceCode: SourceCode, literal: TSESTree.ObjectExpression, name: string, text: string): Edit {
  const property = `${isQuoted(literal) ? JSON.stringify(name).replaceAll('"', styleOf(sourceCode).quote) : name}: ${text}`
  const last = literal.properties.at(-1)
  return last ? addBehind(sourceCode, literal, last, property) : addFirst(sourceCode, literal, property)
}

function replaceValue(value: Node | undefined, name: string, text: string): Edit | undefined {
  if (!value) return undefined
  const target = wrapped(value)
  const { parent } = target
  if (parent?.type === 'Property' && parent.shorthand) return (fixer) => [fixer.replaceText(parent, `${name}: ${text}`)]
  return (fixer) => [fixer.replaceText(target, text)]
}

function addBehind(sourceCode: SourceCode, literal: TSESTree.ObjectExpression, last: Node, property: string): Edit {
  const { lineBreak } = styleOf(sourceCode)
  const next = sourceCode.getTokenAfter(last)
  const comma = next?.value === ',' ? next : undefined
  const end = comma ?? last
  const isOnOneLine = literal.loc.start.line === last.loc.start.line || literal.loc.end.line === last.loc.end.line
  if (isOnOneLine) return (fixer) => [fixer.insertTextAfter(end, comma ? ` ${property},` : `, ${property}`)]

  // A comment behind the last property, on its line, belongs to that property.
  const comment = sourceCode.getCommentsAfter(end).findLast((found) => found.loc.start.line === end.loc.end.line)
  const line = `${lineBreak}${indentOf(last, sourceCode)}${property}`
  if (comma) return (fixer) => [fixer.insertTextAfter(comment ?? comma, `${line},`)]
  if (!comment) return (fixer) => [fixer.insertTextAfter(last, `,${line}`)]
  return (fixer) => [fixer.insertTextAfter(last, ','), fixer.insertTextAfter(comment, line)]
}

function addFirst(sourceCode: SourceCode, literal: TSESTree.ObjectExpression, property: string): Edit {
  if (sourceCode.getCommentsInside(literal).length === 0) return (fixer) => [fixer.replaceText(literal, `{ ${property} }`)]
  const { indent, lineBreak } = styleOf(sourceCode)
  const start: [number, number] = [literal.range[0] + 1, literal.range[0] + 1]
  const line = `${lineBreak}${indentOf(literal, sourceCode)}${indent}${property},`
  return (fixer) => [fixer.replaceTextRange(start, literal.loc.start.line === literal.loc.end.line ? ` ${property},` : line)]
}

/** An object that other code uses too stays as it is: this call gets a copy with the property. */
function spreadAtCall(sourceCode: SourceCode, place: OptionsPlace, name: string, text: string): Edit | undefined {
  const argument = place.call.arguments[place.argument]
  if (!argument || argument.type === 'SpreadElement' || place.path.length > 0) return undefined
  return (fixer) => [fixer.replaceText(argument, `{ ...${sourceCode.getText(argument)}, ${name}: ${text} }`)]
}

/** Creates the objects that are missing on the way, inside the innermost one that is written. */
function createOptions(sourceCode: SourceCode, place: OptionsPlace, name: string, text: string): Edit | undefined {
  const { argument, call, chain, path } = place
  const innermost = chain.findLastIndex(({ literal }) => literal !== undefined)
  const outer = chain[innermost]
  if (outer?.literal) {
    const [missing, ...inner] = path.slice(innermost)
    if (missing === undefined || outer.isShared || outer.expressions(missing)?.length !== 0) return undefined
    return addProperty(sourceCode, outer.literal, missing, nest([...inner, name], text))
  }
  if (call.arguments.length !== argument) return undefined
  const last = call.arguments.at(-1)
  const object = nest([...path, name], text)
  if (last) return (fixer) => [fixer.insertTextAfter(last, `, ${object}`)]
  const closing = sourceCode.getLastToken(call)
  return closing?.value === ')' ? (fixer) => [fixer.insertTextBefore(closing, object)] : undefined
}

function nest(names: readonly string[], text: string): string {
  return names.reduceRight((inner, name) => `{ ${name}: ${inner} }`, text)
}

function isQuoted(literal: TSESTree.ObjectExpression): boolean {
  const keys = literal.properties.flatMap((property) => (property.type === 'Property' ? [property.key] : []))
  return keys.length > 0 && keys.every((key) => key.type === 'Literal' && typeof key.value === 'string')
}
