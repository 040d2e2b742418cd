import { expect, test } from 'vitest'
import { block, code, message, plain } from '../../lib/audit/markdown-text.js'
import { visible } from '../../lib/audit/visible-text.js'

test('plain text stays text', () => {
  expect(plain('<b>[a](javascript:x) *b* `c` | #d & www.evil.example http://evil.example a@b.c')).toBe(
    '\\<b\\>\\[a\\](javascript:x) \\*b\\* \\`c\\` \\| \\#d \\& www\\.evil.example http\\://evil.example a\\@b.c',
  )
})

test('code ends where it ends, and no cell of a table in it', () => {
  expect(code('a')).toBe('`a`')
  expect(code('a`b')).toBe('``a`b``')
  expect(code('`a')).toBe('`` `a ``')
  expect(code('a|b\nc')).toBe('`a\\|b\\u{a}c`')
  expect(code('')).toBe('(empty)')
})

test('a message keeps its code, and nothing else', () => {
  expect(message('Set `cookie.secure` to <b>.')).toBe('Set `cookie.secure` to \\<b\\>.')
})

test('a block can not be ended by its lines', () => {
  expect(block('js', ['```', '</script>'])).toBe('````js\n```\n</script>\n````')
})

test('what moves a cursor, turns a line around or hides is spelled out', () => {
  expect(visible('a\u001B[2Jb\u202Ec\u200Bd\te\u009B')).toBe('a\\u{1b}[2Jb\\u{202e}c\\u{200b}d\te\\u{9b}')
})
