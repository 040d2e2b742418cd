import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, test } from 'vitest'
import { endOfStatements, moduleStatements } from '../../lib/ast/module-statements.js'
import type { Node } from '../../lib/ast/nodes.js'
import { nodesIn } from '../nodes-in.js'
import { sourceCodeOf } from '../events-of.js'

type SourceCode = ReturnType<typeof sourceCodeOf>

/** The code of a file with markup, at its places in the file. */
const codeIn = (text: string) => sourceCodeOf(text.replace(/<[^>]*>/g, (tag) => tag.replace(/[^\n]/g, ' ')))

/** The same as the parsers of such files give it: the code of all scripts in one tree, beside the text of the file. */
const inMarkup = (text: string, code = codeIn(text)) => Object.create(code, { text: { value: text } }) as SourceCode

/** The texts of the statements around the identifier `x`. */
function around(code: SourceCode, file = code) {
  const at = nodesIn(code).find((node): node is TSESTree.Identifier => node.type === 'Identifier' && node.name === 'x')
  return at && moduleStatements(at, file)?.map((statement) => code.getText(statement))
}

describe('the statements of a module', () => {
  test('are those of the file', () => {
    expect(around(sourceCodeOf('a()\nfunction f() { if (b) { c(x) } }\nd()'))).toEqual(['a()', 'function f() { if (b) { c(x) } }', 'd()'])
  })

  test.each([
    ['the first script', '<script>\na()\nx()\n</script>\n<script setup>\nb()\nc()\n</script>', ['a()', 'x()']],
    ['the last script', '<script>\na()\nb()\n</script>\n<script setup>\nc()\nx()\n</script>', ['c()', 'x()']],
    ['a script between two others', '<script>\na()\n</SCRIPT\n>\n<script>\nb()\nx()\n</script>\n<script>\nc()\n</script>', ['b()', 'x()']],
    ['a script behind an empty one', '<script src="a.js"></script>\n<script>\na()\nx()\n</script>', ['a()', 'x()']],
  ])('are those of %s alone', (_title, text, statements) => {
    const code = codeIn(text)
    expect(around(code, inMarkup(text, code))).toEqual(statements)
  })

  const sourceCode = sourceCodeOf('a()\nb()')
  const [first, second] = sourceCode.ast.body

  /** The statements of the list that a node of another file's parser has, asked for the first of them. */
  function statementsIn(type: string, ...others: readonly unknown[]) {
    const parent = { type, body: [...others] }
    const statement = { ...first, parent } as unknown as Node
    parent.body.push(statement)
    return moduleStatements(statement, sourceCode)?.map((one) => sourceCode.getText(one))
  }

  test('are those of a script of Svelte', () => {
    expect(statementsIn('SvelteScriptElement', second)).toEqual(['b()', 'a()'])
  })

  test('are no elements of a page', () => {
    expect(statementsIn('Program', { type: 'SvelteElement' })).toEqual(['a()'])
  })

  test('are none where code stands in markup', () => {
    expect(statementsIn('SvelteElement', second)).toBeUndefined()
  })
})

describe('code can be added', () => {
  test.each([
    ['behind the last statement', 'a()\nb();\n\n', 'a()\nb();'],
    ['behind the comments at the end', 'a()\n\n// b\n// c\n', 'a()\n\n// b\n// c'],
    ['behind the comment of the last statement', '// a\nb() // c\n', '// a\nb() // c'],
    ['behind the comments of a file without code', '// a\n\n', '// a'],
  ])('%s', (_title, text, before) => {
    const sourceCode = sourceCodeOf(text)
    expect(text.slice(0, endOfStatements(sourceCode.ast.body, sourceCode))).toBe(before)
  })

  test.each([
    ['behind the last statement', '<script>\na()\nb()\n</script>\n<p></p>', '<script>\na()\nb()'],
    ['behind its comment', '<script>\na() // b\n// c\n</script>', '<script>\na() // b'],
  ])('in a script %s', (_title, text, before) => {
    const sourceCode = inMarkup(text)
    expect(sourceCode.text.slice(0, endOfStatements(sourceCode.ast.body, sourceCode))).toBe(before)
  })
})
