import { joinedArray, textParts } from '../../lib/ast/text-parts.js'
import { first, probe } from './probe.js'

/** The parts of `$(…)` as one text, with the source of each hole in braces. */
function read(code: string): string {
  const marked = probe(code)
  return textParts(first(marked), marked.bindings)
    .map((part) => (part.kind === 'text' ? part.text : `{${marked.sourceCode.getText(part.node)}}`))
    .join('')
}

it.each([
  ['a literal', `$('sid=1')`, 'sid=1'],
  ['a number', `$('sid=' + 1)`, 'sid=1'],
  ['a template', '$(`sid=${id}; HttpOnly`)', 'sid={id}; HttpOnly'],
  ['a sum', `$('sid=' + id + '; ' + 'HttpOnly')`, 'sid={id}; HttpOnly'],
  ['a constant', `const NAME = 'sid'; $(NAME + '=' + id)`, 'sid={id}'],
  ['a constant that holds a template', 'const cookie = `sid=${id}`; $(cookie + "; Secure")', 'sid={id}; Secure'],
  ['a member of a constant object', `const names = { session: 'sid' }; $(names.session + '=1')`, 'sid=1'],
  ['an escape', String.raw`$('sid=\x41')`, 'sid=A'],
  ['a joined array', `$(['sid=' + id, 'HttpOnly'].join('; '))`, 'sid={id}; HttpOnly'],
  ['a joined array with a spread', `$(['sid=1', ...more].join('; '))`, `sid=1; {['sid=1', ...more].join('; ')}`],
  ['a joined constant array', `const parts = ['sid=1', 'Secure']; $(parts.join(';'))`, 'sid=1;Secure'],
  ['a joined array that grows', `const parts = ['sid=1']; parts.push('Secure'); $(parts.join(';'))`, `{parts.join(';')}`],
  ['an array joined by something unknown', `$(['a'].join(separator))`, `{['a'].join(separator)}`],
  ['a variable that grows', `let cookie = 'sid=1'; cookie += '; Secure'; $(cookie)`, '{cookie}'],
  ['a variable without a text', `const id = make(); $('sid=' + id)`, 'sid={id}'],
  ['a call', `$(serialize('sid', id))`, `{serialize('sid', id)}`],
  ['a joined constant that is used twice', `const parts = ['a']; other(parts); $(parts.join(';'))`, `{parts.join(';')}`],
  ['an array joined by a comma', `$(['a', 'b'].join())`, `{['a', 'b'].join()}`],
  ['a text that is joined', `const parts = 'a'; $(parts.join(';'))`, `{parts.join(';')}`],
  ['an array that is put together in another way', `const parts = ['a']; $(parts.concat(';'))`, `{parts.concat(';')}`],
  ['what a call joins', `$(parts().join(';'))`, `{parts().join(';')}`],
  ['a function called join', `const parts = ['a']; $(join(';'))`, `{join(';')}`],
  ['an array with a hole', `$(['a', , 'b'].join(';'))`, `a;{['a', , 'b'].join(';')};b`],
  ['a constant that holds no text', `const a = b + c; $('x' + a)`, 'x{a}'],
  ['a member that holds no text', `const a = { b: c }; $('x' + a.b)`, 'x{a.b}'],
  ['a member of a member', `const a = { b: 'y' + c }; $('x' + a.b)`, 'xy{c}'],
  ['a choice', `$('a' + (b ? 'c' : 'd'))`, `a{b ? 'c' : 'd'}`],
  ['a boolean', `$('a' + true)`, 'a{true}'],
  ['another operator', `$('a' - 'b')`, `{'a' - 'b'}`],
  ['a type assertion', `$(('a' as string) + 'b')`, 'ab'],
])('the text of %s', (_title, code, expected) => {
  expect(read(code)).toBe(expected)
})

it.each([
  ['for constants that are each other', `const a = 'x' + b, b = 'y' + a; $(a)`],
  ['for a constant that contains itself many times', `const a = 'x' + a + a + a; $(a)`],
  ['for constants that contain each other many times', `${Array.from({ length: 30 }, (_, index) => `const a${index} = 'x' + a${index + 1} + a${index + 1};`).join('')} $(a0)`],
  ['for a long sum', `$('a'${' + b'.repeat(200)})`],
])('reading ends %s', (_title, code) => {
  const start = performance.now()
  const text = read(code)
  expect({ hasHole: text.includes('{'), isFast: performance.now() - start < 2000 }).toEqual({ hasHole: true, isFast: true })
})

it.each([
  [`$(['a'].join(';'))`, `['a']`],
  [`$(['a'].map(f))`, undefined],
  [`$(a.join(';'))`, undefined],
])('the array that %s joins', (code, expected) => {
  const marked = probe(code)
  const array = joinedArray(first(marked))
  expect(array && marked.sourceCode.getText(array)).toBe(expected)
})
