import { createOptionsReader, type Options } from '../../lib/ast/object-options.js'
import { first, probe } from './probe.js'

/** What is known of `$(options)`. */
function read(code: string): Options {
  const marked = probe(code)
  return createOptionsReader(marked.sourceCode, marked.bindings).read(first(marked))
}

/** A property as one word: its value, `absent`, or `?` with the values of some runs. */
function text(options: Options, name: string): string {
  const setting = options.get(name)
  if (setting.state === 'unknown') return `?${setting.possible.map(String).join('|')}`
  return setting.state === 'known' ? String(setting.value) : 'absent'
}

describe('a property', () => {
  it.each([
    ['is written in a literal', `$({ secure: true })`, 'true'],
    ['is not written in a literal', `$({ path: '/' })`, 'absent'],
    ['is absent where there is no object', `$(undefined)`, 'absent'],
    ['is absent where there is null', `$(null)`, 'absent'],
    ['is written under a text', `$({ 'secure': true })`, 'true'],
    ['is written under a computed text', `$({ ['secure']: true })`, 'true'],
    ['is the last one of its name', `$({ secure: false, secure: true })`, 'true'],
    ['has a value that nobody can say', `$({ secure: config.secure })`, '?'],
    ['has a value in some runs', `$({ secure: a || false })`, '?false'],
    ['is a shorthand of a constant', `const secure = true; $({ secure })`, 'true'],
    ['is a shorthand of a parameter', `function f(secure) { $({ secure }) }`, '?'],
    ['is undefined on purpose', `$({ secure: undefined })`, 'undefined'],
    ['is a getter', `$({ get secure() { return true } })`, '?'],
    ['is a method', `$({ secure() { return true } })`, '?'],
    ['may be behind a computed name', `$({ [name]: true })`, '?'],
    ['stands after a computed name', `$({ [name]: false, secure: true })`, 'true'],
    ['stands before a computed name', `$({ secure: true, [name]: false })`, '?'],
    ['is in a constant', `const o = { secure: true }; $(o)`, 'true'],
    ['is in a constant of a constant', `const o = { secure: true }; const p = o; $(p)`, 'true'],
    ['is in a constant as const', `const o = { secure: true } as const; $(o)`, 'true'],
    ['is in a constant that satisfies a type', `const o = { secure: true } satisfies Options; $(o!)`, 'true'],
    ['is in a constant with a type', `const o: Options = { secure: true }; $(<Options>o)`, 'true'],
    ['is in a member of a constant', `const config = { session: { secure: true } }; $(config.session)`, 'true'],
    ['is in a spread constant', `const base = { secure: true }; $({ ...base, path: '/' })`, 'true'],
    ['is replaced after a spread', `const base = { secure: true }; $({ ...base, secure: false })`, 'false'],
    ['is replaced by a spread', `const base = { secure: true }; $({ secure: false, ...base })`, 'true'],
    ['may be replaced by an unknown spread', `$({ secure: true, ...base })`, '?'],
    ['is written after an unknown spread', `$({ ...base, secure: true })`, 'true'],
    ['may be in an unknown spread', `$({ ...base })`, '?'],
    ['may be in a spread under a condition', `$({ ...(a && { secure: true }) })`, '?true'],
    ['is in one of two spreads', `$({ ...(a ? { secure: true } : { secure: false }) })`, '?true|false'],
    ['is in both of two spreads', `$({ ...(a ? { secure: true } : { secure: true }) })`, 'true'],
    ['is in one of two spreads and nowhere else', `$({ ...(a ? { secure: true } : {}) })`, '?true'],
    ['is not in a spread of nothing', `$({ ...null, ...undefined, ...false })`, 'absent'],
    ['is in both of two objects', `$(a ? { secure: true } : { secure: true })`, 'true'],
    ['is in neither of two objects', `$(a ? { path: '/' } : {})`, 'absent'],
    ['is in one of two objects', `$(a ? { secure: true } : {})`, '?true'],
    ['may be in the fallback', `$(options || { secure: true })`, '?true'],
    ['may be in the fallback for nothing', `$(options ?? { secure: false })`, '?false'],
    ['is merged in', `$(Object.assign({}, { secure: true }))`, 'true'],
    ['is merged over', `$(Object.assign({ secure: true }, { secure: false }))`, 'false'],
    ['may be merged over', `$(Object.assign({ secure: true }, base))`, '?'],
    ['is merged in by a spread of arguments', `$(Object.assign({ secure: true }, ...all))`, '?'],
    ['is frozen', `$(Object.freeze({ secure: true }))`, 'true'],
    ['is sealed', `$(Object.seal({ secure: true }))`, 'true'],
    ['is made by something else that freezes', `$(Ice.freeze({ secure: true }))`, '?'],
    ['is made by a function of that name', `$(freeze({ secure: true }))`, '?'],
    ['is made in another way', `$(Object.create({ secure: true }))`, '?'],
    ['is merged by something else', `$(Lists.assign({ secure: true }))`, '?'],
    ['may be behind a guard of an object', `$(options && { secure: true })`, '?true'],
    ['is absent or unknown behind a guard', `$(a && options)`, '?'],
    ['is in a spread of a text', `$({ ...'a' })`, '?'],
    ['is written before a spread that has it in some runs', `$({ secure: false, ...(a && { secure: true }) })`, '?true|false'],
    ['is one of two equal values', `$({ secure: a ? 1 : 1 })`, '1'],
    ['is one of two values', `$({ secure: a ? 1 : 2 })`, '?1|2'],
    ['is in a member with a computed name', `const o = { a: { secure: true } }; $(o[name])`, '?'],
    ['is returned by a function of the file', `function o() { return { secure: true } } $(o())`, 'true'],
    ['is returned by an arrow', `const o = () => ({ secure: true }); $(o(prod))`, 'true'],
    ['is a parameter of the function', `const o = (secure) => ({ secure }); $(o(true))`, '?'],
    ['is returned by one of two statements', `function o() { if (a) return { secure: true }; return {} } $(o())`, '?true'],
    ['is returned by an awaited function', `async function o() { return { secure: true } } async function f() { $(await o()) }`, 'true'],
    ['is returned by a method of the class', `class A { o() { return { secure: true } } f() { $(this.o()) } }`, 'true'],
    ['is returned by an unknown function', `$(o())`, '?'],
    ['is returned by a generator', `function* o() { return { secure: true } } $(o())`, '?'],
    ['is in what a callback returns', `$(() => ({ secure: true }))`, 'true'],
    ['is in a parameter', `function f(options = {}) { $(options) }`, '?'],
    ['is in something imported', `import { options } from './options'; $(options)`, '?'],
  ])('%s', (_title, code, expected) => {
    expect(text(read(code), 'secure')).toBe(expected)
  })
})

describe('a property that is written later', () => {
  it.each([
    ['has the new value', `const o = {}; o.secure = true; $(o)`, 'true'],
    ['has the last value', `const o = { secure: false }; o.secure = false; o.secure = true; $(o)`, 'true'],
    ['under a computed text has the new value', `const o = {}; o['secure'] = true; $(o)`, 'true'],
    ['before an object that was declared first has the new value', `let o; o = { path: '/' }; o.secure = true; $(o)`, 'true'],
    ['in both ways has the value', `const o = { secure: true }; if (a) o.secure = true; $(o)`, 'true'],
    ['under a condition has one of two values', `const o = { secure: true }; if (a) o.secure = false; $(o)`, '?false|true'],
    ['under a condition may be absent', `const o = {}; if (a) o.secure = true; $(o)`, '?true'],
    ['in a loop may be absent', `const o = {}; for (const a of b) o.secure = true; $(o)`, '?true'],
    ['in another function may be absent', `const o = {}; function f() { o.secure = true } $(o)`, '?true'],
    ['after the use may be absent', `const o = {}; $(o); o.secure = true`, '?true'],
    ['if it has no value has one of two values', `const o = { secure: false }; o.secure ??= true; $(o)`, '?true|false'],
    ['with an operator is unknown', `const o = { secure: 1 }; o.secure += 1; $(o)`, '?'],
    ['by counting is unknown', `const o = { secure: 1 }; o.secure++; $(o)`, '?1'],
    ['under a computed name is unknown', `const o = { secure: true }; o[name] = false; $(o)`, '?'],
    ['by deletion is unknown', `const o = { secure: true }; delete o.secure; $(o)`, '?'],
    ['through an alias is unknown', `const o = { secure: true }; const p = o; p.secure = false; $(o)`, '?true'],
    ['through an alias of an alias is unknown', `const o = { secure: true }; const p = o; const q = p; q.secure = false; $(o)`, '?true'],
    ['through a later alias is unknown', `const o = { secure: true }; let p; p = o; p.secure = false; $(o)`, '?true'],
    ['through an alias under a computed name is unknown', `const o = { secure: true }; const p = o; p[name] = false; $(o)`, '?'],
    ['by a merge has the new value', `const o = {}; Object.assign(o, { secure: true }); $(o)`, 'true'],
    ['by a merge under a condition may be absent', `const o = {}; if (a) Object.assign(o, { secure: true }); $(o)`, '?true'],
    ['by a merge with something unknown is unknown', `const o = { secure: true }; Object.assign(o, other); $(o)`, '?'],
    ['when the object is exported may have either value', `export const o = { secure: false }; o.secure = true; $(o)`, '?true|false'],
    ['when the object is exported by name may have either value', `const o = { secure: false }; o.secure = true; module.exports = o; $(o)`, '?true|false'],
    ['when the object is exported in a list may have either value', `const o = { secure: false }; o.secure = true; export { o }; $(o)`, '?true|false'],
    ['when the object is the default export may have either value', `const o = { secure: false }; o.secure = true; export default o; $(o)`, '?true|false'],
    ['when the object is a member of the exports may have either value', `const o = { secure: false }; o.secure = true; exports.o = o; $(o)`, '?true|false'],
    ['when the object is put into another one has the new value', `const o = { secure: false }; o.secure = true; other.o = o; $(o)`, 'true'],
    ['by what is assigned to its own member has the new value', `const o = { secure: false }; o.secure = module.exports; $(o)`, '?'],
    ['in a longer statement may have either value', `const o = { secure: false }; other(), o.secure = true; $(o)`, '?true|false'],
    ['as a value of something else may have either value', `const o = { secure: false }; const a = o.secure = true; $(o)`, '?true|false'],
    ['in a block of its own may have either value', `const o = { secure: false }; { o.secure = true } $(o)`, '?true|false'],
    ['after an exported declaration', `export const o = {}; o.secure = true; $(o)`, '?true'],
    ['by a function that is called with it as this is unknown', `const o = { a: 1 }; o.set(); $(o)`, '?'],
    ['by reading it stays as it is', `const o = { secure: true }; typeof o.secure; $(o)`, 'true'],
    ['if it is false has one of two values', `const o = { secure: false }; o.secure ||= true; $(o)`, '?true|false'],
    ['if it is true is unknown', `const o = { secure: 5 }; o.secure &&= 7; $(o)`, '?'],
    ['by a list is unknown', `const o = { secure: 1 }; [o.secure] = [2]; $(o)`, '?1'],
    ['by a pattern is unknown', `const o = { secure: 1 }; ({ a: o.secure } = b); $(o)`, '?1'],
    ['by a loop is unknown', `const o = { secure: 1 }; for (o.secure of [2]) $(o)`, '?1'],
    ['in another object stays as it is', `const o = { secure: 1 }; const p = { a: o.secure, b: [o.secure] }; for (const a of o.secure) $(o)`, '1'],
    ['through an alias by deletion is unknown', `const o = { secure: 5 }; const p = o; delete p.secure; $(o)`, '?5'],
    ['through an alias by a merge is unknown', `const o = { secure: 5 }; const p = o; Object.assign(p, { secure: 6 }); $(o)`, '?'],
    ['through a rest is not', `const o = { secure: true }; const { a, ...p } = o; p.secure = false; $(o)`, 'true'],
    ['through an element is not', `const o = { secure: true }; const [p] = o; p.secure = false; $(o)`, 'true'],
    ['through an alias under a computed member is not', `const o = { secure: true }; const { [name]: p } = o; p.secure = false; $(o)`, 'true'],
    ['and another one stays as it is', `const o = { secure: true }; o.path = '/'; $(o)`, 'true'],
  ])('%s', (_title, code, expected) => {
    expect(text(read(code), 'secure')).toBe(expected)
  })
})

describe('an object that is given away', () => {
  it.each([
    ['to an unknown function is unknown', `const o = { secure: true }; harden(o); $(o)`, '?'],
    ['to an unknown constructor is unknown', `const o = { secure: true }; new Jar(o); $(o)`, '?'],
    ['to an unknown function after its use is known', `const o = { secure: true }; $(o); harden(o)`, 'true'],
    ['to a function that only prints it is known', `const o = { secure: true }; console.log(o); $(o)`, 'true'],
    ['to a method that only reads it is known', `const o = { secure: true }; res.cookie('a', b, o); $(o)`, 'true'],
    ['to a library that only reads it is known', `import lib from 'reader'; const o = { secure: true }; lib(o); $(o)`, 'true'],
    ['as the first argument of a method that only reads others is unknown', `const o = { secure: true }; _.cookie(o, 'a'); $(o)`, '?'],
    ['as the source of a merge is known', `const o = { secure: true }; Object.assign(other, o); $(o)`, 'true'],
    ['to be filled with defaults is unknown', `const o = { secure: true }; $(_.defaults(o, {}))`, '?'],
    ['through an alias is unknown', `const o = { secure: true }; const p = o; harden(p); $(o)`, '?'],
    ['by one of its own methods is unknown', `const o = { secure: true, harden() { this.secure = false } }; o.harden(); $(o)`, '?'],
    ['as one of its values is known', `const o = { secure: true, name: 'sid' }; use(o.name); $(o)`, 'true'],
    ['by being exported is known', `export const o = { secure: true }; $(o)`, 'true'],
    ['by being exported at the end is known', `const o = { secure: true }; $(o); export { o }`, 'true'],
    ['and reassigned is unknown', `let o = { secure: true }; o = other; $(o)`, '?'],
  ])('%s', (_title, code, expected) => {
    expect(text(read(code), 'secure')).toBe(expected)
  })
})

describe('a property of a nested object', () => {
  it.each([
    ['is written in a literal', `$({ cookie: { secure: true } })`, 'true'],
    ['is absent without the object', `$({})`, 'absent'],
    ['is unknown in an unknown object', `$({ cookie: cookieOptions() })`, '?'],
    ['may be in an unknown spread', `$({ ...base })`, '?'],
    ['is in a constant', `const cookie = { secure: true }; $({ cookie })`, 'true'],
    ['is in a spread object', `const base = { cookie: { secure: true } }; $({ ...base })`, 'true'],
    ['is gone with a replaced object', `const base = { cookie: { secure: true } }; $({ ...base, cookie: {} })`, 'absent'],
    ['is in a spread nested object', `const base = { cookie: { secure: true } }; $({ cookie: { ...base.cookie } })`, 'true'],
    ['is written later', `const o = { cookie: {} }; o.cookie.secure = true; $(o)`, 'true'],
    ['is written later under a condition', `const o = { cookie: {} }; if (a) o.cookie.secure = true; $(o)`, '?true'],
    ['is written later where the object is not seen', `const o = { cookie: base }; o.cookie.secure = true; $(o)`, 'true'],
    ['is written later with its object', `const o = {}; o.cookie = { secure: true }; $(o)`, 'true'],
    ['is written before its object is replaced', `const o = { cookie: {} }; o.cookie.secure = true; o.cookie = {}; $(o)`, 'absent'],
    ['is written later in what is spread', `const base = { cookie: {} }; base.cookie.secure = true; $({ ...base })`, 'true'],
    ['is written later in what is spread and replaced', `const base = { cookie: {} }; base.cookie.secure = true; $({ ...base, cookie: {} })`, 'absent'],
    ['is written later in one of two objects', `const p = { cookie: {} }, d = { cookie: {} }; p.cookie.secure = true; $(prod ? p : d)`, '?true'],
    ['is written through an alias of the nested object', `const o = { cookie: { secure: false } }; const c = o.cookie; c.secure = true; $(o)`, '?false'],
    ['is written through a destructured alias', `const o = { cookie: { secure: false } }; const { cookie } = o; cookie.secure = true; $(o)`, '?false'],
    ['may be written by a function that gets the nested object', `const o = { cookie: { secure: false } }; harden(o.cookie); $(o)`, '?'],
    ['may be written under a computed name', `const o = { cookie: { secure: false } }; o.cookie[name] = true; $(o)`, '?'],
    ['is merged in', `const o = { cookie: {} }; Object.assign(o.cookie, { secure: true }); $(o)`, 'true'],
    ['is merged in with its object', `const o = {}; Object.assign(o, { cookie: { secure: true } }); $(o)`, 'true'],
    ['is written in some runs in one of two objects', `const p = { cookie: {} }; if (b) p.cookie.secure = true; $(a ? p : p)`, '?true'],
    ['is absent where a text stands for the object', `$({ cookie: 'sid' })`, 'absent'],
    ['is unknown where another value stands for the object', `$({ cookie: 5 })`, '?'],
    ['is written later in an object that is merged in', `const o = { cookie: { secure: false } }; Object.assign(o, other); o.cookie.secure = true; $(o)`, 'true'],
    ['is deleted', `const o = { cookie: { secure: true } }; delete o.cookie.secure; $(o)`, '?'],
    ['is gone with a deleted object', `const o = { cookie: { secure: true } }; delete o.cookie; $(o)`, '?'],
    ['is changed by a method of the object', `const o = { cookie: { secure: true } }; o.cookie.set(); $(o)`, '?'],
    ['is not changed by a method of the object beside it', `const o = { cookie: { secure: true }, a: {} }; o.a.set(); $(o)`, 'true'],
    ['is not changed by a write beside it', `const o = { cookie: { secure: true } }; o.a.b = c; $(o)`, 'true'],
    ['is not changed by a merge beside it', `const o = { cookie: { secure: true } }; Object.assign(o.a, c); $(o)`, 'true'],
    ['is in what a function returns for each request', `$({ cookie: (req) => ({ secure: true }) })`, 'true'],
    ['is in what a method returns for each request', `$({ cookie(req) { return { secure: true } } })`, 'true'],
    ['is in one of two objects', `$({ cookie: a ? { secure: true } : {} })`, '?true'],
    ['is one of two spreads', `$({ ...(a ? { cookie: { secure: true } } : {}) })`, '?true'],
  ])('%s', (_title, code, expected) => {
    expect(text(read(code).nested('cookie'), 'secure')).toBe(expected)
  })
})

describe('the expressions of a property', () => {
  it.each([
    ['are one', `$({ store: new Store() })`, ['new Store()']],
    ['are none', `$({})`, []],
    ['are those of both branches', `$(a ? { store: x } : { store: y })`, ['x', 'y']],
    ['are those of all writes', `const o = { store: x }; if (a) o.store = y; $(o)`, ['y', 'x']],
    ['can not be seen in some runs', `$(a ? { store: x } : b)`, undefined],
    ['are those that are there', `$(a ? { store: x } : {})`, ['x']],
    ['is the one of both branches', `const x = 1; const o = { store: x }; $(a ? o : o)`, ['x']],
    ['can not be seen', `$({ ...base })`, undefined],
  ])('%s', (_title, code, expected) => {
    const marked = probe(code)
    const options = createOptionsReader(marked.sourceCode, marked.bindings).read(first(marked))
    expect(options.expressions('store')?.map((node) => marked.sourceCode.getText(node))).toEqual(expected)
  })
})

describe('the names in sight', () => {
  it.each([
    ['of a literal', `$({ a: 1, b: 2 })`, ['a', 'b'], true],
    ['of a spread', `const o = { a: 1 }; $({ ...o, b: 2 })`, ['a', 'b'], true],
    ['of an unknown spread', `$({ ...o, b: 2 })`, ['b'], false],
    ['of later writes', `const o = { a: 1 }; o.b.c = 1; $(o)`, ['a', 'b'], true],
    ['of both branches', `$(a ? { a: 1 } : { b: 2 })`, ['a', 'b'], true],
    ['of a branch that is not seen', `$(a ? { a: 1 } : b)`, ['a'], false],
    ['of a merge into a member', `const o = { a: {} }; Object.assign(o.b, c); $(o)`, ['a', 'b'], true],
    ['of a spread of what is not seen', `const o = { ...p, a: 1 }; $({ ...o })`, ['a'], false],
    ['of something unknown', `$(o)`, [], false],
    ['of nothing', `$()`, [], true],
  ])('are those %s', (_title, code, seen, complete) => {
    const marked = probe(code)
    const options = createOptionsReader(marked.sourceCode, marked.bindings).read(marked.marked[0])
    expect(options.names).toEqual({ seen, complete })
  })
})

describe('the literal to add to', () => {
  it.each([
    ['is the object itself', `$({ a: 1 })`, '{ a: 1 }', false],
    ['is the one that a constant holds', `const o = { a: 1 }; $(o)`, '{ a: 1 }', false],
    ['is used by other code too', `const o = { a: 1 }; res.cookie('x', y, o); $(o)`, '{ a: 1 }', true],
    ['is used by other files too', `export const o = { a: 1 }; $(o)`, '{ a: 1 }', true],
    ['is not the one that is spread', `const o = { a: 1 }; $(Object.assign({}, o))`, undefined, false],
    ['is not one of two', `$(b ? { a: 1 } : { a: 2 })`, undefined, false],
  ])('%s', (_title, code, literal, isShared) => {
    const marked = probe(code)
    const options = createOptionsReader(marked.sourceCode, marked.bindings).read(first(marked))
    expect({ literal: options.literal && marked.sourceCode.getText(options.literal), isShared: options.isShared }).toEqual({ literal, isShared })
  })
})

describe('reading ends', () => {
  it.each([
    ['for an object that spreads itself', `const o = { ...o }; $(o)`],
    ['for objects that spread each other', `const o = { ...p }, p = { ...o }; $(o)`],
    ['for a function that spreads its own result', `function o() { return { ...o(), ...o(), ...o() } } $(o())`],
    ['for an object that is its own alias', `const o = { a: 1 }; const p = o; o.b = p; p.c = o; o.x = p.c; $({ ...o, ...q })`],
    ['for a wide and deep tangle', `${Array.from({ length: 30 }, (_, index) => `const o${index} = { ${`...o${index + 1}, `.repeat(10)} };`).join('')} $(o0)`],
    ['for deep choices', `$(${'a ? {} : ('.repeat(200)}{}${')'.repeat(200)})`],
    ['for deep members', `const o = {}; $(o${'.a'.repeat(200)})`],
    ['for deep objects', `$({ ...${'{ secure: '.repeat(200)}{}${'}'.repeat(200)}, ...q })`],
  ])('%s', (_title, code) => {
    const start = performance.now()
    const { state } = read(code).nested('cookie').get('secure')
    expect({ state, isFast: performance.now() - start < 2000 }).toEqual({ state: 'unknown', isFast: true })
  })

  it('after looking once at each use of an object that many calls share', () => {
    const marked = probe(`const o = { secure: true }; ${`res.cookie('a', b, $(o));`.repeat(40)}`)
    let looks = 0
    const isOnlyRead: typeof marked.bindings.isOnlyRead = (call, argument) => (looks++, marked.bindings.isOnlyRead(call, argument))
    const reader = createOptionsReader(marked.sourceCode, { ...marked.bindings, isOnlyRead })
    for (const node of marked.marked) reader.read(node).get('secure')
    expect(looks).toBe(40)
  })
})
