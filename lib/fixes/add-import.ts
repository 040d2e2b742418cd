import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Bindings } from '../ast/bindings.js'
import { codeText } from '../ast/code-text.js'
import { moduleStatements } from '../ast/module-statements.js'
import { functionAround, isBefore, startOf, unwrap, type Node } from '../ast/nodes.js'
import { moduleName } from '../ast/paths.js'
import { commentBehind, lastTokenOf, tokenFrom } from '../ast/statement-end.js'
import { textAt } from '../ast/text-at.js'
import type { Variable } from '../ast/variables.js'
import type { Edit } from './edit.js'
import { endBefore, indentAt, indentOf, isModern, quoted, styleOf } from './style.js'
import { variableAt } from './visible-at.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** How code at one place can speak of an export of a module. */
export interface Import {
  /** What to write there: `randomBytes`, `crypto.randomBytes`. */
  readonly code: string
  /** What must be added to the file for it; nothing where the file has it already. */
  readonly edit: Edit | undefined
}

/** What is imported: `{ module: 'node:crypto', name: 'randomBytes' }`. */
export interface Export {
  readonly module: string
  readonly name: string
}

/**
 * How to speak of an export of a module at a place: by a name that the file has for it, by one more
 * name in an import that is there, or by a new import in the file's own module syntax. Undefined
 * where the file does not tell its module syntax.
 *
 * The edit belongs into one fix with the code that needs it (`together`): ESLint makes one change of
 * a fix, from its first to its last place. So two fixes that add the same import overlap, the second
 * one waits for the next pass, and there it finds the import. Where there is no next pass, as in
 * Oxlint, the second finding stays for the next run.
 */
export function importOf(sourceCode: SourceCode, bindings: Bindings, at: Node, wanted: Export, filename: string): Import | undefined {
  const bound = boundName(sourceCode, bindings, at, wanted)
  if (bound !== undefined) return { code: bound, edit: undefined }
  const body = moduleStatements(at, sourceCode)
  const syntax = body && moduleSyntax(sourceCode, body, filename)
  if (!syntax) return undefined
  const local = freeName(sourceCode, at, wanted.name)
  const edit = addToImport(sourceCode, body, wanted, local, syntax) ?? addImport(sourceCode, body, wanted, local, syntax)
  return { code: local, edit }
}

/** A name that the file has for the export, or for its module. */
function boundName(sourceCode: SourceCode, bindings: Bindings, at: Node, wanted: Export): string | undefined {
  const module = moduleName(wanted.module)
  const names = moduleScopes(sourceCode).flatMap((scope) =>
    scope.variables.flatMap((variable) => {
      const [identifier] = variable.identifiers
      if (!identifier || !isUsableAt(variable, at, sourceCode)) return []
      const path = bindings.resolve(identifier)
      if (path?.root.kind !== 'module' || path.root.name !== module) return []
      const steps = path.steps.join('.')
      if (steps === wanted.name) return [{ code: variable.name, isExport: true }]
      return steps === '' ? [{ code: `${variable.name}.${wanted.name}`, isExport: false }] : []
    }),
  )
  return (names.find(({ isExport }) => isExport) ?? names[0])?.code
}

/** The scopes whose names can be seen in the whole file. */
function moduleScopes({ ast, scopeManager }: SourceCode): readonly TSESLint.Scope.Scope[] {
  return scopeManager?.scopes.filter(({ block }) => block === ast) ?? []
}

function isUsableAt(variable: Variable, at: Node, sourceCode: SourceCode): boolean {
  const [definition] = variable.defs
  if (!definition || variable.defs.length > 1 || isTypeOnly(definition.node)) return false
  if (variableAt(sourceCode, at, variable.name) !== variable) return false
  const isLater = definition.type !== 'ImportBinding' && functionAround(at) === undefined && !isBefore(definition.node, at)
  return !isLater
}

function isTypeOnly(node: Node): boolean {
  const { parent } = node
  const isTypeSpecifier = node.type === 'ImportSpecifier' && node.importKind === 'type'
  return isTypeSpecifier || (parent?.type === 'ImportDeclaration' && parent.importKind === 'type')
}

/** The export's own name, or one like it that nothing in the file has. */
function freeName(sourceCode: SourceCode, at: Node, name: string): string {
  const isTaken = (candidate: string) =>
    variableAt(sourceCode, at, candidate) !== undefined ||
    sourceCode.scopeManager?.globalScope?.through.some(({ identifier }) => identifier.type === 'Identifier' && identifier.name === candidate) === true
  const secure = `secure${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return [name, secure, `${secure}2`, `${secure}3`].find((candidate) => !isTaken(candidate)) ?? `${secure}4`
}

/** `import` or `require`, as the file does it; the name of the file decides where it does neither. */
function moduleSyntax(sourceCode: SourceCode, body: readonly Node[], filename: string): 'import' | 'require' | undefined {
  const code = codeText(sourceCode)
  const isImported = body.some(({ type }) => MODULE_STATEMENTS.has(type)) || /\bimport\.meta\b/.test(code)
  if (isImported) return 'import'
  if (/\brequire\s*\(|\bmodule\.exports\b|\bexports\.\w/.test(code)) return 'require'
  if (/\.(?:mjs|mts|ts|tsx|vue|svelte|astro)$/.test(filename)) return 'import'
  return /\.c[jt]s$/.test(filename) ? 'require' : undefined
}

const MODULE_STATEMENTS = new Set<string>(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportDefaultDeclaration', 'ExportAllDeclaration'])

/** One more name in the braces of an import that the file has. */
function addToImport(sourceCode: SourceCode, body: readonly Node[], { module, name }: Export, local: string, syntax: 'import' | 'require'): Edit | undefined {
  const isWanted = (source: string | undefined) => source !== undefined && moduleName(source) === moduleName(module)
  for (const statement of body) {
    if (syntax === 'import' && statement.type === 'ImportDeclaration' && isWanted(statement.source.value) && statement.importKind !== 'type') {
      const last = statement.specifiers.findLast(({ type }) => type === 'ImportSpecifier')
      if (last) return addBehind(sourceCode, last, local === name ? name : `${name} as ${local}`)
    }
    if (syntax === 'require' && statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        if (id.type !== 'ObjectPattern' || !init || !isWanted(required(init))) continue
        const last = id.properties.at(-1)
        if (last?.type === 'Property') return addBehind(sourceCode, last, local === name ? name : `${name}: ${local}`)
      }
    }
  }
  return undefined
}

function addBehind(sourceCode: SourceCode, last: Node, text: string): Edit {
  const isOnOwnLine = sourceCode.getTokenBefore(last)?.loc.end.line !== last.loc.start.line
  if (!isOnOwnLine) return (fixer) => [fixer.insertTextAfter(last, `, ${text}`)]
  return (fixer) => [fixer.insertTextAfter(last, `,${styleOf(sourceCode).lineBreak}${indentOf(last, sourceCode)}${text}`)]
}

/** A new import behind the others, or at the top of the file or script behind its header. */
function addImport(sourceCode: SourceCode, body: readonly Node[], { module, name }: Export, local: string, syntax: 'import' | 'require'): Edit {
  const style = styleOf(sourceCode)
  const text = syntax === 'import' ? importText() : requireText()
  const last = syntax === 'import' ? body.findLast(({ type }) => type === 'ImportDeclaration') : lastRequire(body)
  if (last) {
    const { end, isFollowed } = endOf(sourceCode, last)
    return (fixer) => [fixer.insertTextAfter(end, `${style.lineBreak}${indentOf(last, sourceCode)}${text}${isFollowed ? ';' : style.semicolon}`)]
  }
  const start = startOfCode(sourceCode, body)
  const next = tokenFrom(start, sourceCode)?.value ?? ''
  return (fixer) => [fixer.insertTextBeforeRange([start, start], `${text}${endBefore(next, style)}${style.lineBreak}${style.lineBreak}${indentAt(start, sourceCode)}`)]

  function importText(): string {
    return `import { ${local === name ? name : `${name} as ${local}`} } from ${quoted(module, style)}`
  }

  function requireText(): string {
    const call = `require(${quoted(module, style)})`
    if (!isModern(sourceCode)) return `var ${local} = ${call}.${name}`
    return `const { ${local === name ? name : `${name}: ${local}`} } = ${call}`
  }
}

/** The end of a statement with the comment behind it, and whether there is more code on its line. */
function endOf(sourceCode: SourceCode, statement: Node): { end: TSESTree.Comment | TSESTree.Token | Node; isFollowed: boolean } {
  const end = commentBehind(statement, sourceCode) ?? lastTokenOf(statement, sourceCode) ?? statement
  return { end, isFollowed: sourceCode.getTokenAfter(end)?.loc.start.line === end.loc.end.line }
}

/** The last of the `require`s with which a file starts. */
function lastRequire(body: readonly Node[]): Node | undefined {
  let last: Node | undefined
  for (const statement of body) {
    if (isDirective(statement)) continue
    if (!requires(statement)) break
    last = statement
  }
  return last
}

function requires(statement: Node): boolean {
  if (statement.type === 'ExpressionStatement') return required(statement.expression) !== undefined
  return statement.type === 'VariableDeclaration' && statement.declarations.some(({ init }) => init && required(init) !== undefined)
}

/** The module that an expression requires: `require('express')`, `require('express').Router()`. */
function required(expression: Node): string | undefined {
  const node = unwrap(expression)
  if (node.type === 'MemberExpression') return required(node.object)
  if (node.type !== 'CallExpression') return undefined
  return node.callee.type === 'Identifier' && node.callee.name === 'require' ? textAt(node.arguments[0]) : required(node.callee)
}

/** Where the first statement begins, with the comments that are its own. */
function startOfCode(sourceCode: SourceCode, body: readonly Node[]): number {
  const first = body.find((statement) => !isDirective(statement))
  if (!first) return sourceCode.text.length
  const start = startOf(first)
  const comments = sourceCode.getCommentsBefore(sourceCode.getTokenByRangeStart(start) ?? first)
  const own: TSESTree.Comment[] = []
  let { line } = sourceCode.getLocFromIndex(start)
  for (const comment of comments.toReversed()) {
    if (comment.loc.end.line < line - 1 || isHeader(comment)) break
    own.push(comment)
    line = comment.loc.start.line
  }
  return own.at(-1)?.range[0] ?? start
}

/** Comments that speak of the whole file. */
function isHeader({ type, value }: TSESTree.Comment): boolean {
  return String(type) === 'Shebang' || /^!|@license|@file|@ts-|copyright|eslint|^\s*global\b/i.test(value)
}

function isDirective(statement: Node): boolean {
  return statement.type === 'ExpressionStatement' && statement.expression.type === 'Literal' && typeof statement.expression.value === 'string'
}
