import type { AST, SourceCode } from 'eslint'
import { applyEdits, isListed, nodesOf, type Edit } from '../rewrite.js'
import type { Places, Transformation } from './transformation.js'

export const layout: readonly Transformation[] = [
  { name: 'swap quotes', rewrite: eachToken(swapQuotes) },
  { name: 'leave semicolons out', rewrite: eachToken(leaveSemicolon) },
  { name: 'write semicolons', rewrite: writeSemicolons },
  { name: 'indent with tabs', rewrite: indentWithTabs },
  { name: 'end lines with CRLF', rewrite: (source) => source.text.replaceAll(/\r?\n/g, '\r\n') },
  { name: 'begin with a byte order mark', rewrite: ({ text }) => `\uFEFF${text}` },
  { name: 'begin with `use strict`', rewrite: ({ text }) => (text.startsWith('#!') ? text : `'use strict';\n${text}`) },
  { name: 'put a comment into every gap', rewrite: eachToken((token, index, source) => insertion(source, token, `/* ${index} */`)) },
  { name: 'put a space into every gap', rewrite: eachToken((token, _index, source) => insertion(source, token, '  ')) },
  { name: 'put every token on a line of its own', rewrite: (source) => breakLines(source, () => '\n') },
  { name: 'put a comment behind every token', rewrite: (source) => breakLines(source, (index) => ` // ${index}\n`) },
]

type Token = AST.Token

function eachToken(editFor: (token: Token, index: number, source: SourceCode) => Edit | undefined): Transformation['rewrite'] {
  return (source, places) => {
    const edits = source.ast.tokens.flatMap((token, index) => editFor(token, index, source) ?? [])
    return applyEdits(source.text, edits.filter((_edit, index) => places(index)))
  }
}

function swapQuotes(token: Token, _index: number, source: SourceCode): Edit | undefined {
  if (token.type !== 'String' || source.getNodeByRangeIndex(token.range[0])?.type.startsWith('JSX')) return undefined
  const inside = token.value.slice(1, -1)
  const quote = token.value.startsWith(`'`) ? '"' : `'`
  return inside.includes(quote) || inside.includes('\\') ? undefined : { start: token.range[0], end: token.range[1], text: `${quote}${inside}${quote}` }
}

/** Nothing on the next line may continue the statement. */
function leaveSemicolon(token: Token, _index: number, source: SourceCode): Edit | undefined {
  if (token.value !== ';') return undefined
  const node = source.getNodeByRangeIndex(token.range[0])
  if (!node || !/Declaration$|^(?:Expression|Return|Throw)Statement$/.test(node.type) || !isListed(node as never)) return undefined
  const next = source.getTokenAfter(token)
  const continues = next !== null && (/^[([`/+\-*,.;]/.test(next.value) || next.loc.start.line === token.loc.end.line)
  return continues && next.value !== '}' ? undefined : { start: token.range[0], end: token.range[1], text: '' }
}

function writeSemicolons(source: SourceCode, places: Places): string {
  const statements = nodesOf(source).filter((node) => {
    return isListed(node) && /^(?:Import|Variable)Declaration$|^(?:Expression|Return|Throw)Statement$|^ExportAllDeclaration$/.test(node.type)
  })
  const ends = statements.filter((node) => source.getLastToken(node as never)?.value !== ';').map(({ range }) => range[1])
  return applyEdits(source.text, ends.filter((_end, index) => places(index)).map((end) => ({ start: end, end, text: ';' })))
}

function indentWithTabs(source: SourceCode): string {
  return applyEdits(source.text, source.ast.tokens.flatMap((token) => {
    const line = source.lines[token.loc.start.line - 1] ?? ''
    const indent = /^ +/.exec(line)?.[0] ?? ''
    if (indent.length === 0 || token.loc.start.column !== indent.length) return []
    return { start: token.range[0] - indent.length, end: token.range[0], text: '\t'.repeat(Math.ceil(indent.length / 2)) }
  }))
}

/** A line may end at all tokens but those where the end of a line means something. */
function breakLines(source: SourceCode, between: (index: number) => string): string {
  return applyEdits(source.text, source.ast.tokens.flatMap((token, index) => {
    if (isBound(source, token)) return []
    return { start: token.range[0], end: token.range[0], text: between(index) }
  }))
}

function isBound(source: SourceCode, token: Token): boolean {
  const before = source.getTokenBefore(token)
  if (!before) return true
  const node = source.getNodeByRangeIndex(token.range[0])
  // Types and members of classes have words that end with their line.
  if (!node || /^(?:JSX|TS|Class|Method|PropertyDefinition|Export|Import)/.test(node.type)) return true
  if (token.value === '=>' || token.value === '++' || token.value === '--' || /^[([`/]/.test(token.value)) return true
  return /^(?:return|throw|async|yield|break|continue|await|type|interface|abstract|declare|namespace|module|as|satisfies|get|set|static|readonly|public|private|protected|accessor|of|from|using)$/.test(before.value) || /^(?:as|satisfies|is|!)$/.test(token.value)
}

function insertion(source: SourceCode, token: Token, text: string): Edit | undefined {
  return isGlued(source, token) ? undefined : { start: token.range[0], end: token.range[0], text }
}

/** What stands in JSX is text, and so would be comments in it. */
function isGlued(source: SourceCode, { range: [start] }: Token): boolean {
  return source.getNodeByRangeIndex(start)?.type.startsWith('JSX') === true
}
