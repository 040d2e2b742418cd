import type { TSESTree } from '@typescript-eslint/utils'
import { completionsOf, createFlow, exits, returnedBy } from '../../lib/ast/flow.js'
import { isFunction, type FunctionNode, type Node } from '../../lib/ast/nodes.js'
import { nodesIn, probe, type Probe } from './probe.js'

/** The calls of a name, and the functions with a parameter of it: `first()` and `(first) => …`. */
function named({ sourceCode }: Probe, name: string): Node[] {
  return nodesIn(sourceCode, (node): node is TSESTree.Identifier => node.type === 'Identifier' && node.name === name).flatMap((node) => {
    const { parent } = node
    return parent && (parent.type === 'CallExpression' || isFunction(parent)) ? [parent] : []
  })
}

function isAlwaysBefore(code: string): boolean {
  const source = probe(code)
  const [login] = named(source, 'login')
  if (!login) throw new Error('no call of login()')
  return createFlow(source.sourceCode.visitorKeys, source.bindings).alwaysBefore(login, new Set(named(source, 'mark')))
}

describe('a mark is always before', () => {
  it.each([
    ['a later statement', `mark(); login()`],
    ['a later statement in a block', `mark(); if (a) { login() }`],
    ['a later statement of the function', `function f() { mark(); if (a) return; login() }`],
    ['an argument of the call', `login(mark())`],
    ['the other side of an operator', `mark() + login()`],
    ['what depends on it', `mark() && login()`],
    ['both branches of its condition', `if (mark()) login()`],
    ['the alternate of its condition', `if (mark()) {} else login()`],
    ['the body of a loop that it decides', `while (mark()) login()`],
    ['the body of a loop that starts with it', `for (mark(); ;) login()`],
    ['the body of a loop over it', `for (const a of mark()) login()`],
    ['the cases of its switch', `switch (mark()) { case 1: login() }`],
    ['what follows both branches', `if (a) { mark() } else { mark() } login()`],
    ['what follows a branch when the other one leaves', `if (a) { mark() } else { return } login()`],
    ['what follows a branch when the other one throws', `if (a) { throw b } else { mark() } login()`],
    ['what follows a branch when the other one ends the process', `if (a) { process.exit(1) } else { mark() } login()`],
    ['what follows both sides of a choice', `a ? mark() : mark(); login()`],
    ['what follows a try', `try { mark() } catch (error) { throw error } login()`],
    ['what follows a finally', `try { a() } catch {} finally { mark() } login()`],
    ['what follows it in a try', `try { mark(); login() } catch {}`],
    ['what follows a body that runs at least once', `do { mark() } while (a); login()`],
    ['what follows a loop that starts with it', `for (mark(); a; ) {} login()`],
    ['what follows a loop that it decides', `for (let a = 0; mark(); ) {} login()`],
    ['what follows a loop over it', `for (const a of mark()) {} login()`],
    ['what follows a loop over its names', `for (const a in mark()) {} login()`],
    ['what follows a while that it decides', `while (mark()) {} login()`],
    ['what follows one of two that may be', `mark() + (a && mark()); login()`],
    ['what follows a switch in which cases share it', `switch (a) { case 1: case 2: mark(); break; default: mark() } login()`],
    ['what is made with a callback', `new Later(() => login(), mark())`],
    ['what is made with it', `new Later(mark(), login())`],
    ['what follows a switch in which all cases have it', `switch (a) { case 1: mark(); break; default: mark() } login()`],
    ['what follows a switch in which the other cases leave', `function f() { switch (a) { case 1: return; default: mark() } login() }`],
    ['a callback of a later call', `mark(); later(() => login())`],
    ['a callback of its own call', `later(mark(), () => login())`],
    ['a callback that runs when it was called', `later(() => login(), mark())`],
    ['the functions inside a function that it marks', `later((mark) => { login() })`],
    ['callbacks inside of a function that it marks', `later((mark) => { other(() => { login() }) })`],
    ['a named function that is called after it', `function f() { login() } mark(); f()`],
    ['a named function that is always called after it', `const f = () => login(); if (a) { mark(); f() } else { mark(); f() }`],
    ['a function that calls itself', `function f() { login(); f() } mark(); f()`],
    ['a method that is called after it', `class A { g() { mark(); this.f() } f() { login() } }`],
    ['a method of an object that is called after it', `const a = { f() { login() } }; mark(); a.f()`],
    ['an awaited one', `await mark(); login()`],
    ['an optional call', `mark?.(); login()`],
    ['declarations', `const a = mark(); login(a)`],
  ])('%s', (_title, code) => {
    expect(isAlwaysBefore(`async function around() { ${code} }`)).toBe(true)
  })
})

describe('a mark is not always before', () => {
  it.each([
    ['an earlier statement', `login(); mark()`],
    ['what follows one branch', `if (a) { mark() } login()`],
    ['the other branch', `if (a) { mark() } else { login() }`],
    ['the other side of a choice', `a ? mark() : login()`],
    ['what follows the second side of an operator', `a && mark(); login()`],
    ['what follows a loop that may not run', `while (a) { mark() } login()`],
    ['what follows a loop over something', `for (const a of b) { mark() } login()`],
    ['what follows a body that may be left', `do { if (a) break; mark() } while (b); login()`],
    ['what follows a labelled block that may be left', `out: { if (a) break out; mark() } login()`],
    ['a handler of errors', `try { mark() } catch { login() }`],
    ['what follows a try whose handler goes on', `try { mark() } catch {} login()`],
    ['a finally', `try { mark() } finally { login() }`],
    ['the case after its own', `switch (a) { case 1: mark(); break; case 2: login() }`],
    ['what follows a switch without default', `switch (a) { case 1: mark() } login()`],
    ['what follows a switch in which a case breaks first', `switch (a) { case 1: if (b) break; mark(); break; default: mark() } login()`],
    ['what follows a function that is only defined', `function f() { mark() } login()`],
    ['what follows a call whose callback it is in', `later(() => { mark() }); login()`],
    ['what follows a call whose callback is marked', `later((mark) => {}); login()`],
    ['another callback', `later(() => mark(), () => login())`],
    ['a named function with another entry', `function f() { login() } f(); mark(); f()`],
    ['a named function that nobody calls', `mark(); function f() { login() }`],
    ['the body of a loop whose rounds end with it', `for (;; mark()) { login() }`],
    ['what follows a loop that may not run for it', `for (; a; ) { mark() } login()`],
    ['the other part of its condition', `if (login() + mark()) a()`],
    ['the other part of a choice', `login() + mark() ? a : b`],
    ['the other part of what a switch asks', `switch (login() + mark()) { default: }`],
    ['the second side of a choice', `a ? b : mark(); login()`],
    ['a function that it is given', `login((mark) => {})`],
    ['what follows a switch in which a case goes past it', `switch (a) { case 1: b(); break; default: mark() } login()`],
    ['what follows a switch in which a case has another statement', `switch (a) { case 1: b(); c(); default: mark() } login()`],
    ['the member that is made of it', `class A { [login()]; b = mark() }`],
    ['the callee', `login(a)(mark())`],
  ])('%s', (_title, code) => {
    expect(isAlwaysBefore(`async function around() { ${code} }`)).toBe(false)
  })
})

it('an assignment takes effect after its right side', () => {
  const source = probe(`a = mark()`)
  const [assignment] = nodesIn(source.sourceCode, (node): node is TSESTree.AssignmentExpression => node.type === 'AssignmentExpression')
  const flow = createFlow(source.sourceCode.visitorKeys, source.bindings)
  expect(assignment && flow.alwaysBefore(assignment, new Set(named(source, 'mark')))).toBe(true)
})

it('functions that call each other end', () => {
  const calls = (from: number) => Array.from({ length: 30 }, (_, index) => `f${index}();`).slice(from).join(' ')
  const functions = Array.from({ length: 30 }, (_, index) => `function f${index}() { ${calls(0)} ${index === 0 ? 'login()' : ''} }`)
  expect(isAlwaysBefore(`${functions.join('\n')} f1()`)).toBe(false)
})

it('the time grows with the length of the file, and not with its square', () => {
  const handlers = (count: number) => Array.from({ length: count }, () => `app.post('/', (req) => { renew((mark) => { login() }) }); other(a, b, { c: [1, 2, 3] })`).join('\n')
  const visits = (count: number) => {
    const source = probe(handlers(count))
    let reads = 0
    const marks = new Set(named(source, 'mark'))
    const flow = createFlow(new Proxy(source.sourceCode.visitorKeys, { get: (keys, name) => (reads++, Reflect.get(keys, name)) }), source.bindings)
    for (const login of named(source, 'login')) flow.alwaysBefore(login, marks)
    return reads
  }
  expect(visits(40)).toBeLessThanOrEqual(2 * visits(20))
})

it.each([
  ['return', `return`, true],
  ['throw', `throw a`, true],
  ['process.exit', `process.exit(1)`, true],
  ['a block that ends in return', `{ a(); return }`, true],
  ['an if of which both branches leave', `if (a) return; else { throw b }`, true],
  ['an if of which one branch leaves', `if (a) return`, false],
  ['a try that leaves with its handler', `try { return a } catch { return b }`, true],
  ['a try whose handler goes on', `try { return a } catch {}`, false],
  ['a finally that leaves', `try { a() } finally { return }`, true],
  ['a block in a try that goes on', `try { a() } finally { b() }`, false],
  ['a declaration', `const a = 1`, false],
  ['another call of the process', `process.on('exit', a)`, false],
  ['an exit of something else', `program.exit(1)`, false],
  ['a call', `exit()`, false],
])('whether control goes on after %s', (_title, code, expected) => {
  const source = probe(`function around() { ${code} }`)
  const [body] = nodesIn(source.sourceCode, (node): node is TSESTree.BlockStatement => node.type === 'BlockStatement')
  const [statement] = body?.body ?? []
  expect(statement && exits(statement)).toBe(expected)
})

it('a function returns what its own return statements say', () => {
  const { sourceCode } = probe(`function f() { if (a) return 1; g(() => { return 2 }); return }`)
  const [callable] = nodesIn(sourceCode, (node: Node): node is FunctionNode => isFunction(node))
  const returned = callable ? returnedBy(callable, sourceCode.visitorKeys) : []
  expect(returned.map((node) => node && sourceCode.getText(node))).toEqual(['1', undefined])
})

describe('an asynchronous call has ended', () => {
  it.each([
    ['where its callback runs', `renew((e) => {})`, ['(e) => {}']],
    ['where a named callback runs', `renew(done); function done() {}`, ['function done() {}']],
    ['after await', `await renew()`, ['await renew()']],
    ['after yield', `yield renew()`, ['yield renew()']],
    ['in then', `renew().then(() => {})`, ['() => {}']],
    ['not in the second function of then', `renew().then(ok, () => 2)`, []],
    ['not in catch', `renew().catch(() => {})`, []],
    ['in then after catch', `renew().catch(next).then(() => {})`, ['() => {}']],
    ['in finally', `renew().finally(() => {})`, ['() => {}']],
    ['in each then of a chain', `renew().then(() => 1).then(() => 2)`, ['() => 1', '() => 2']],
    ['after await of a promise around it', `await new Promise((resolve) => renew(resolve))`, [`await new Promise((resolve) => renew(resolve))`]],
    ['after await of a promise around its callback', `await new Promise((ok, no) => { renew((e) => (e ? no(e) : ok())) })`, ['(e) => (e ? no(e) : ok())', `await new Promise((ok, no) => { renew((e) => (e ? no(e) : ok())) })`]],
    ['after await of a promisified call', `await promisify((done) => renew(done))()`, [`await promisify((done) => renew(done))()`]],
    ['after await of all of many', `await Promise.all([renew(), other()])`, [`await Promise.all([renew(), other()])`]],
    ['not after the first of many', `await Promise.race([renew(), other()])`, []],
    ['wherever a variable with its promise is awaited', `const p = renew(); a(); await p`, ['await p']],
    ['wherever a promisified function is awaited', `const f = promisify((done) => renew(done)); await f()`, ['await f()']],
    ['nowhere if nobody waits', `renew()`, []],
    ['nowhere behind a condition', `await (a && renew())`, []],
    ['in then after a then that returns its promise', `a().then(() => renew()).then(() => 2)`, ['() => 2']],
    ['in then after a then whose block returns its promise', `a().then(() => { return renew() }).then(() => 2)`, ['() => 2']],
    ['after await of a promise by a helper', `await util.promisify((done) => renew(done))()`, ['await util.promisify((done) => renew(done))()']],
    ['after await of all that settled', `await Promise.allSettled([renew()])`, ['await Promise.allSettled([renew()])']],
    ['after await of what it is resolved to', `await Promise.resolve(renew())`, ['await Promise.resolve(renew())']],
    ['in then after it was bound', `promisify(renew()).bind(a)().then(() => 1)`, ['() => 1']],
    ['after await of its call', `await promisify(renew()).call(a)`, ['await promisify(renew()).call(a)']],
    ['after await of its call with a list', `await promisify(renew()).apply(a, b)`, ['await promisify(renew()).apply(a, b)']],
    ['nowhere in another method', `await renew().other(() => 1)`, []],
    ['nowhere in a method that is only named', `const f = renew().then`, []],
    ['nowhere in what a member is named by', `await a[renew()].then(() => 1)`, []],
    ['nowhere in what another function gets', `await other(renew())`, []],
    ['nowhere in what another function gets in a list', `await other([renew()])`, []],
    ['nowhere in a list of something else', `await P.all([renew()])`, []],
    ['nowhere in a list by itself', `await [renew()]`, []],
    ['nowhere around another object that is made', `await new Other((resolve) => renew(resolve))`, []],
    ['nowhere around an object that a member makes', `await new a.Promise((resolve) => renew(resolve))`, []],
    ['nowhere around another callback', `await list.map(() => renew())`, []],
    ['nowhere around a callback of another function', `await other(() => renew())`, []],
    ['nowhere around a function by itself', `const f = () => renew(); await f`, []],
    ['nowhere in a pattern', `const { a } = renew(); await a`, []],
    ['nowhere after a then that does not', `a().then(() => { renew() }).then(() => 2)`, []],
  ])('%s', (_title, code, expected) => {
    const source = probe(`async function* around() { ${code} }`)
    const [call] = named(source, 'renew')
    const completions = call ? [...completionsOf(call, source.bindings)] : []
    expect(completions.map((node) => source.sourceCode.getText(node)).sort()).toEqual([...expected].sort())
  })
})
