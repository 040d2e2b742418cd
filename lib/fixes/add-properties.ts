import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../ast/nodes.js'
import type { Edit } from './edit.js'
import { indentOf, styleOf } from './style.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/**
 * Where a property comes before another: at the end of what is before, or at the beginning of the other. Edits at
 * one place wait for each other, and these are two.
 */
export interface Ahead {
  readonly next: Node
  readonly side: 'far' | 'near'
}

/** Adds properties, written as `name: value`, behind the others, so that they win over every spread; or ahead of one. */
export function addProperties(sourceCode: SourceCode, literal: TSESTree.ObjectExpression, properties: readonly string[], ahead?: Ahead): Edit {
  const { quote } = styleOf(sourceCode)
  const texts = isQuoted(literal) ? properties.map((property) => property.replace(/^\w+/, (name) => `${quote}${name}${quote}`)) : properties
  if (ahead) return addAhead(sourceCode, ahead, texts)
  const last = literal.properties.at(-1)
  return last ? addBehind(sourceCode, literal, last, texts) : addFirst(sourceCode, literal, texts)
}

function addAhead(sourceCode: SourceCode, { next, side }: Ahead, properties: readonly string[]): Edit {
  const comments = sourceCode.getCommentsBefore(next)
  const before = sourceCode.getTokenBefore(next) ?? next
  const isOnOneLine = before.loc.end.line === next.loc.start.line
  // A comment that begins on the line of what is before belongs to that; the others are about the property.
  const index = isOnOneLine ? 0 : comments.findLastIndex(({ loc }) => loc.start.line === before.loc.end.line) + 1
  const end = comments[index - 1] ?? before
  const begin = comments[index] ?? next
  const gap = isOnOneLine ? ' ' : `${styleOf(sourceCode).lineBreak}${indentOf(next, sourceCode)}`
  const isFar = side === 'far' && end.range[1] < begin.range[0]
  return (fixer) => [
    isFar
      ? fixer.insertTextAfter(end, properties.map((property) => `${gap}${property},`).join(''))
      : fixer.insertTextBefore(begin, properties.map((property) => `${property},${gap}`).join('')),
  ]
}

function addBehind(sourceCode: SourceCode, literal: TSESTree.ObjectExpression, last: Node, properties: readonly string[]): Edit {
  const { lineBreak } = styleOf(sourceCode)
  const next = sourceCode.getTokenAfter(last)
  const comma = next?.value === ',' ? next : undefined
  const end = comma ?? last
  const isOnOneLine = literal.loc.start.line === last.loc.start.line || literal.loc.end.line === last.loc.end.line
  if (isOnOneLine) {
    const list = properties.join(', ')
    return (fixer) => [fixer.insertTextAfter(end, comma ? ` ${list},` : `, ${list}`)]
  }

  // A comment behind the last property, on its line, belongs to that property.
  const comment = sourceCode.getCommentsAfter(end).findLast((found) => found.loc.start.line === end.loc.end.line)
  const indent = `${lineBreak}${indentOf(last, sourceCode)}`
  const lines = properties.map((property) => `${indent}${property}`).join(',')
  if (comma) return (fixer) => [fixer.insertTextAfter(comment ?? comma, `${lines},`)]
  if (!comment) return (fixer) => [fixer.insertTextAfter(last, `,${lines}`)]
  return (fixer) => [fixer.insertTextAfter(last, ','), fixer.insertTextAfter(comment, lines)]
}

function addFirst(sourceCode: SourceCode, literal: TSESTree.ObjectExpression, properties: readonly string[]): Edit {
  const list = properties.join(', ')
  if (sourceCode.getCommentsInside(literal).length === 0) return (fixer) => [fixer.replaceText(literal, `{ ${list} }`)]
  const { indent, lineBreak } = styleOf(sourceCode)
  const brace = sourceCode.getFirstToken(literal)
  if (!brace) return () => []
  const isOnOneLine = literal.loc.start.line === literal.loc.end.line
  return (fixer) => [
    fixer.insertTextAfter(brace, isOnOneLine ? ` ${list},` : `${lineBreak}${indentOf(literal, sourceCode)}${indent}${list},`),
  ]
}

function isQuoted(literal: TSESTree.ObjectExpression): boolean {
  const properties = literal.properties.filter((property) => property.type === 'Property')
  return properties.length > 0 && properties.every(({ key }) => key.type === 'Literal' && typeof key.value === 'string')
}
