import { possibleValues, staticValue } from '../../lib/ast/static-value.js'
import { first, probe } from './probe.js'

function read(code: string) {
  const marked = probe(code)
  return possibleValues(first(marked), marked.sourceCode, marked.bindings)
}

describe('a value that the source decides', () => {
  it.each([
    ['a literal', `$(true)`, true],
    ['null', `$(null)`, null],
    ['undefined', `$(undefined)`, undefined],
    ['void', `$(void 0)`, undefined],
    ['infinity', `$(Infinity)`, Infinity],
    ['a negative number', `$(-1)`, -1],
    ['the short spelling of true', `$(!0)`, true],
    ['the short spelling of false', `$(!1)`, false],
    ['a product', `$(60 * 60 * 1000)`, 3_600_000],
    ['a product of constants', `const MINUTE = 60 * 1000; $(30 * MINUTE)`, 1_800_000],
    ['all the arithmetic', `$((2 ** 3 + 4 - 1) / 1 % 100 | 0)`, 11],
    ['comparisons', `$(1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3 && 1 === 1 && 1 !== 2)`, true],
    ['joined texts', `$('a' + 1 + 'b')`, 'a1b'],
    ['a template', 'const a = 1; $(`x${a}y${true}`)', 'x1ytrue'],
    ['a constant', `const a = 'sid'; $(a)`, 'sid'],
    ['a constant of a constant', `const a = 'sid'; const b = a; $(b)`, 'sid'],
    ['a constant as const', `const a = 'sid' as const; $(a)`, 'sid'],
    ['a constant that satisfies a type', `const a = true satisfies boolean; $(a!)`, true],
    ['a variable that is written right after its declaration', `let a; a = 1; $(a)`, 1],
    ['a member of a constant object', `const a = { b: { c: 1 } }; $(a.b.c)`, 1],
    ['a member of an object with unknown members', `const a = { b: process.env.B, c: 'sid' }; $(a.c)`, 'sid'],
    ['a member of a frozen object', `const a = Object.freeze({ c: 'sid' }); $(a.c)`, 'sid'],
    ['a member of an object as const', `const a = { c: 'sid' } as const; $(a['c'])`, 'sid'],
    ['a member behind a spread', `const a = { ...b, c: 'sid' }; $(a.c)`, 'sid'],
    ['a member of an object that holds another constant', `const a = { c: 'sid' }; const b = { a }; $(b.a.c)`, 'sid'],
    ['a member of an exported object', `export const a = { c: 'sid' }; $(a.c)`, 'sid'],
    ['a member of an object that is printed', `const a = { c: 'sid' }; console.log(a); $(a.c)`, 'sid'],
    ['a member of an object that a known library reads', `import lib from 'reader'; const a = { c: 'sid' }; lib(a); $(a.c)`, 'sid'],
    ['a member of an object that is spread elsewhere', `const a = { c: 'sid' }; const b = { ...a, c: 2 }; $(a.c)`, 'sid'],
    ['a member of an enum that is named by a text', `enum Name { 'Session-ID' = 'sid' } $(Name['Session-ID'])`, 'sid'],
    ['a member beside one that is written', `const a = { b: { c: 1 }, d: 2 }; a.d = 3; a.b.e = 4; $(a.b.c)`, 1],
    ['a member of an enum', `enum Name { Session = 'sid' } $(Name.Session)`, 'sid'],
    ['a field of a class', `class A { static KEY = 'sid' } $(A.KEY)`, 'sid'],
    ['a field of its own', `class A { #key = 'sid'; f() { $(this.#key) } }`, 'sid'],
    ['a private field', `class A { private key = 'sid'; f() { $(this.key) } }`, 'sid'],
    ['a field that is only read', `class A { readonly key = 'sid'; f() { $(this.key) } }`, 'sid'],
    ['what a function returns', `function f() { return 'sid' } $(f())`, 'sid'],
    ['what an arrow returns', `const f = () => 60 * 1000; $(f())`, 60_000],
    ['what a method of the class returns', `class A { name() { return 'sid' } f() { $(this.name()) } }`, 'sid'],
    ['what a function without return returns', `function f() {} $(f())`, undefined],
    ['conversions', `$(Boolean(1) && Number('2') === 2 && String(3) === '3')`, true],
    ['a global function', `$(parseInt('12', 10))`, 12],
    ['a date', `$(new Date(0))`, new Date(0)],
    ['a text as a number', `$(+'5' - -'1' + -true)`, 5],
    ['bits turned round', `$(~1)`, -2],
    ['a type', `$(typeof 'a' + typeof 1)`, 'stringnumber'],
    ['comparisons that fail', `$(2 < 1 || 3 <= 2 || 1 > 2 || 1 >= 2 || 1 === 2 || 1 !== 1)`, false],
    ['a rest and a shift', `$((7 % 4 << 2) + 2 * 3)`, 18],
    ['nothing in a text', `$('a' + null + undefined)`, 'anullundefined'],
    ['a conversion of a list of arguments', `$(Number(...['5']))`, 5],
    ['a choice between nothing and something', `$(undefined ?? null ?? 0 ?? 1)`, 0],
    ['two branches that agree', `$(a ? 1 : 1)`, 1],
    ['a fallback that is never needed', `$('a' || b)`, 'a'],
    ['a fallback that is always needed', `$(null ?? 'b')`, 'b'],
    ['a guard that never opens', `$(false && a)`, false],
  ])('is known: %s', (_title, code, expected) => {
    const marked = probe(code)
    expect(staticValue(first(marked), marked.sourceCode, marked.bindings)).toEqual({ value: expected })
  })
})

describe('a value that nobody can say', () => {
  it.each([
    ['a global', `$(a)`],
    ['an imported name', `import { a } from './a'; $(a)`],
    ['a member of something imported', `import config from './config'; $(config.session.name)`],
    ['a parameter', `function f(a = 1) { $(a) }`],
    ['a call', `$(f())`],
    ['the environment', `$(process.env.NAME)`],
    ['a comparison with the environment', `$(process.env.NODE_ENV === 'production')`],
    ['a variable with two values', `let a = 1; a = 2; $(a)`],
    ['a variable that is written under a condition', `let a; if (b) a = false; $(a)`],
    ['a variable that is counted', `let a = 1; a += 1; $(a)`],
    ['a variable of a loop', `for (const a of [true, false]) $(a)`],
    ['a destructured name', `const { a } = config; $(a)`],
    ['a member that is written', `const a = { b: 1 }; a.b = 2; $(a.b)`],
    ['a member that is written through an alias', `const a = { b: 1 }; const c = a; c.b = 2; $(a.b)`],
    ['a member that is written under a computed name', `const a = { b: 1 }; a[c] = 2; $(a.b)`],
    ['a member that is deleted', `const a = { b: 1 }; delete a.b; $(a.b)`],
    ['a member of an object that an unknown function gets', `const a = { b: 1 }; harden(a); $(a.b)`],
    ['a member of an object that another one is assigned to', `const a = { b: 1 }; Object.assign(a, c); $(a.b)`],
    ['a member of an object with a method that may write', `const a = { b: 1, init() { this.b = 2 } }; a.init(); $(a.b)`],
    ['a member before a spread', `const a = { b: 1, ...c }; $(a.b)`],
    ['a member before a computed name', `const a = { b: 1, [c]: 2 }; $(a.b)`],
    ['a getter', `const a = { get b() { return 1 } }; $(a.b)`],
    ['a computed member', `const a = { b: 1 }; $(a[c])`],
    ['what an async function returns', `async function f() { return 1 } $(f())`],
    ['what a generator returns', `function* f() { return 1 } $(f())`],
    ['a function', `$(() => 1)`],
    ['a constant object', `const a = { b: 1 }; $(a)`],
    ['a fallback', `$(a || 1)`],
    ['one of two values', `$(a ? 1 : 2)`],
    ['a calculation with nothing', `$(2 * null)`],
    ['a big number turned round', `$(-1n)`],
    ['a date turned round', `$(-new Date(5))`],
    ['a member that is being deleted', `$(delete 'a'.b)`],
    ['a symbol in a text', '$(`${Symbol.iterator}`)'],
    ['an unknown operator', `$(5 ^ 1)`],
    ['a conversion by a function of the file', `function f(Number) { $(Number('2')) }`],
    ['a conversion of nothing known', `$(String(a))`],
    ['a conversion of an object', `$(String(new Date(0)))`],
    ['a member of an enum that is counted', `enum Name { Session } $(Name.Session)`],
    ['a field that anybody may write', `class A { key = 'sid'; f() { $(this.key) } }`],
    ['a field that gets another value', `class A { #key = 'sid'; f() { this.#key = a; $(this.#key) } }`],
    ['a field that counts', `class A { static count = 0; f() { A.count++; $(A.count) } }`],
    ['a member of what is frozen by something else', `const a = Ice.freeze({ c: 'sid' }); $(a.c)`],
    ['a member of what is made by something else', `const a = Object.create({ c: 'sid' }); $(a.c)`],
    ['a member of what a call of a call makes', `const a = make().freeze({ c: 'sid' }); $(a.c)`],
    ['a member below one that is written', `const a = { b: { c: 1 } }; a.b = d; $(a.b.c)`],
    ['an addition of objects', `$('a' + {})`],
    ['a big power', `$(2n ** 9n)`],
  ])('%s', (_title, code) => {
    const marked = probe(code)
    expect(staticValue(first(marked), marked.sourceCode, marked.bindings)).toBeUndefined()
  })
})

describe('the values that some runs have', () => {
  it.each([
    ['of both branches', `$(a ? true : false)`, [true, false], true],
    ['of one branch', `$(a ? true : b)`, [true], false],
    ['of a fallback', `$(process.env.NAME || 'dev')`, ['dev'], false],
    ['of a fallback for nothing', `$(a ?? 'dev')`, ['dev'], false],
    ['of a guard', `$(a && 'x')`, ['x'], false],
    ['of a guard that is one of two', `$((a ? 0 : 1) && 'x')`, [0, 'x'], true],
    ['of a function that returns one of two', `function f() { if (a) return 1; return 2 } $(f())`, [1, 2], true],
    ['of a fallback that one of two needs', `$((a ? 0 : 1) || 'x')`, [1, 'x'], true],
    ['of a fallback for nothing that one of two needs', `$((a ? null : 0) ?? 'x')`, [0, 'x'], true],
    ['of an operation that one of two allows', `$((a ? 1 : 'x') * 2)`, [2], false],
    ['of a conversion of one of two', `$(Number(a ? '1' : '2'))`, [1, 2], true],
    ['of an operation on one of two', `$((a ? 1 : 2) * 60)`, [60, 120], true],
    ['of a constant that is one of two', `const a = b ? 1 : 2; $(a)`, [1, 2], true],
    ['without repeating any', `$(a ? 1 : b ? 1 : 2)`, [1, 2], true],
  ])('are those %s', (_title, code, values, complete) => {
    expect(read(code)).toEqual({ values, complete })
  })

  it('are not all there when there are too many', () => {
    const choice = '(a ? 0 : b ? 1 : c ? 2 : d ? 3 : 4)'
    expect(read(`$(${choice} + ${choice} * 10)`).complete).toBe(false)
    expect(read(`function f() { ${Array.from({ length: 17 }, (_, index) => `if (a) return ${index};`).join(' ')} return 0 } $(f())`)).toMatchObject({ complete: false, values: { length: 16 } })
  })
})

describe('reading ends', () => {
  it.each([
    ['for constants that are each other', `const a = b, b = a; $(a)`],
    ['for a constant that contains itself', `const a = a + 1; $(a)`],
    ['for members that are each other', `const a = { x: b.x }, b = { x: a.x }; $(a.x)`],
    ['for a function that calls itself', `function f() { return f() } $(f())`],
    ['for a function that calls itself in each branch', `function f() { ${'if (a) return f() + f();'.repeat(30)} } $(f())`],
    ['for a long chain of constants', `${Array.from({ length: 60 }, (_, index) => `const a${index} = a${index + 1} + a${index + 1};`).join('')} $(a0)`],
    ['for a deep choice', `$(${'a ? ('.repeat(200)} 1 ${') : 2'.repeat(200)})`],
    ['for a long sum', `$(${'1 + '.repeat(200)} 1)`],
  ])('%s', (_title, code) => {
    const start = performance.now()
    const { complete } = read(code)
    expect({ complete, isFast: performance.now() - start < 2000 }).toEqual({ complete: false, isFast: true })
  })
})
