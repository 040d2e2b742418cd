import type { TSESTree } from '@typescript-eslint/utils'
import { createBindings } from '../../lib/ast/bindings.js'
import { isFunction, type FunctionNode, type Node } from '../../lib/ast/nodes.js'
import { sourceCodeOf } from '../events-of.js'
import { first, nodesIn, pathText, probe } from './probe.js'

describe('the path of an expression', () => {
  const paths: readonly (readonly [title: string, code: string, path: string | undefined])[] = [
    ['a default import is the module', `import express from 'express'; $(express)`, 'express'],
    ['a namespace import is the module', `import * as express from 'express'; $(express.Router())`, 'express Router ()'],
    ['the default of a namespace is the module', `import * as express from 'express'; $(express.default())`, 'express ()'],
    ['a named import is an export', `import { Router } from 'express'; $(Router())`, 'express Router ()'],
    ['an import under another name is the export', `import { Router as R } from 'express'; $(R)`, 'express Router'],
    ['an export named by a text is the export', `import { 'Router' as R } from 'express'; $(R)`, 'express Router'],
    ['the export called default is the module', `import { default as express } from 'express'; $(express)`, 'express'],
    ['import equals is the module', `import express = require('express'); $(express())`, 'express ()'],
    ['require is the module', `const express = require('express'); $(express())`, 'express ()'],
    ['the default of a required module is the module', `const express = require('express').default; $(express())`, 'express ()'],
    ['a destructured require is an export', `const { Router: R } = require('express'); $(R())`, 'express Router ()'],
    ['a member of require is an export', `$(require('express').Router())`, 'express Router ()'],
    ['a nested pattern leads to a member', `const { a: { b = 1 } } = require('lib'); $(b)`, 'lib a b'],
    ['an array pattern leads to an index', `const [a, , c] = require('lib'); $(c)`, 'lib 2'],
    ['a rest element is a variable', `const { a, ...rest } = require('lib'); $(rest.b)`, 'variable rest b'],
    ['an awaited import is the module', `const express = await import('express'); $(express.default())`, 'express ()'],
    ['a destructured import call is an export', `const { default: session } = await import('koa-session'); $(session)`, 'koa-session'],
    ['an import call in place is the module', `$((await import('koa-session')).createSession)`, 'koa-session createSession'],
    ['createRequire gives require', `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); $(require('express')())`, 'express ()'],
    ['createRequire gives require under any name', `import { createRequire } from 'module'; const load = createRequire(import.meta.url); $(load('express')())`, 'express ()'],
    ['createRequire may be called in place', `import { createRequire } from 'module'; $(createRequire(import.meta.url)('express'))`, 'express'],
    ['createRequire of another module gives something else', `import { createRequire } from './mine'; const load = createRequire(import.meta.url); $(load('express'))`, "./mine createRequire (*) ('express')"],
    ['a require of the file is no require', `function require(name) { return fakes[name] } $(require('express'))`, "variable require ('express')"],
    ['a parameter called require is no require', `define(function (require) { $(require('express')) })`, "parameter 0 ('express')"],
    ['an interop helper stands for the module', `const express_1 = __importDefault(require('express')); $((0, express_1.default)())`, 'express ()'],
    ['an interop helper of a library stands for the module', `const tslib_1 = require('tslib'); const s = tslib_1.__importDefault(require('express-session')); $(s.default({}))`, 'express-session (*)'],
    ['the helper of SWC stands for the module', `const _s = /*#__PURE__*/ _interop_require_default(require('express-session')); $((0, _s.default)())`, 'express-session ()'],
    ['the prefix of a module of Node is left out', `import http from 'node:http'; $(http.createServer())`, 'http createServer ()'],
    ['a template without holes names a module', 'const express = require(`express`); $(express)', 'express'],
    ['a module whose name is computed is unknown', `$(require(name))`, 'global require (*)'],
    ['an alias of an alias is followed', `const a = require('lib'); const b = a; const c = b.x; $(c())`, 'lib x ()'],
    ['a variable that is assigned later is followed', `let app; app = require('express')(); $(app)`, 'express ()'],
    ['an assignment inside a function is followed', `let app; function start() { app = require('express')() } $(app)`, 'express ()'],
    ['a variable with two values is itself', `let a = require('x'); a = require('y'); $(a.b)`, 'variable a b'],
    ['a variable of a loop holds an element', `const apps = [require('x')]; for (const app of apps) $(app.use)`, 'variable app use'],
    ['a parameter is the root', `function handle(req) { $(req.session.user) }`, 'parameter 0 session user'],
    ['a destructured parameter is a member', `function handle({ session }, res) { $(session.user) }`, 'parameter 0 session user'],
    ['a default in a pattern changes nothing', `function handle({ session = {} }) { const { user = null } = session; $(user) }`, 'parameter 0 session user'],
    ['a parameter that is reassigned is itself', `function handle(req) { req = other; $(req.session) }`, 'variable req session'],
    ['a parameter property of a class is a parameter', `class A { constructor(private app: App) { $(app.use) } }`, 'parameter 0 use'],
    ['type assertions are looked through', `import e from 'express'; $((e as any)!.x)`, 'express x'],
    ['optional chains are looked through', `function handle(req) { $(req?.session?.user) }`, 'parameter 0 session user'],
    ['a member named by a text is a member', `import e from 'express'; $(e['Router'])`, 'express Router'],
    ['a computed member is unknown', `import e from 'express'; $(e[name])`, 'express []'],
    ['a member named by a constant is a member', `import e from 'express'; const NAME = 'Router'; $(e[NAME])`, 'express Router'],
    ['a member named by a variable is unknown', `import e from 'express'; let name = 'Router'; name = 'static'; $(e[name])`, 'express []'],
    ['a construction is a step', `import Koa from 'koa'; $(new Koa().use)`, 'koa new() use'],
    ['a value with a fallback is the value', `function handle(req) { const s = req.session || {}; $(s.user) }`, 'parameter 0 session user'],
    ['a value behind a guard is the value', `function handle(req) { const s = req && req.session; $(s.user) }`, 'parameter 0 session user'],
    ['an assignment is its right side', `let s; const t = (s = require('lib')); $(t)`, 'lib'],
    ['a name without a definition is a global', `$(window.location)`, 'global window location'],
    ['this is a root', `function f() { $(this.session) }`, 'this session'],
    ['a field of a class is what it holds', `import { Router } from 'express'; class A { router = Router(); start() { $(this.router.post) } }`, 'express Router () post'],
    ['a field that the constructor sets is what it holds', `import express from 'express'; class A { constructor() { this.app = express() } start = () => { $(this.app.post) } }`, 'express () post'],
    ['a field that is set from a parameter property is the parameter', `class A { constructor(private readonly app: App) {} start() { $(this.app.post) } }`, 'parameter 0 post'],
    ['a field with two values is unknown', `class A { app = require('x'); stop() { this.app = null } start() { $(this.app.post) } }`, 'this app post'],
    ['this in a function inside a method is another one', `class A { app = require('x'); start() { return function () { $(this.app) } } }`, 'this app'],
    ['a private field is what it holds', `class A { #app = require('express')(); start() { $(this.#app.post) } }`, 'express () post'],
    ['a name that a parameter shadows is the parameter', `import session from 'express-session'; function f(session) { $(session()) }`, 'parameter 0 ()'],
    ['a text has no path', `$('express')`, undefined],
  ]
  it.each(paths)('%s', (_title, code, path) => {
    const marked = probe(code)
    expect(pathText(marked.bindings.resolve(first(marked)))).toBe(path)
  })

  it.each([
    ['two constants that are each other', `const a = b, b = a; $(a.x); $(b.x)`],
    ['a constant that is itself', `const a = a.b; $(a)`],
    ['fields that are each other', `class A { constructor() { this.a = this.b; this.b = this.a } f() { $(this.a.x) } }`],
    ['functions that are each other', `const f = g, g = f; $(f())`],
    ['a class that extends itself', `class A extends A {} $(new A().x)`],
  ])('ends for %s', (_title, code) => {
    const { bindings, marked } = probe(code)
    expect(marked.map((node) => bindings.resolve(node)?.root.kind)).not.toContain('module')
    expect(marked.map((node) => bindings.function(node))).toEqual(marked.map(() => undefined))
  })

  it('is found at the end of a long chain of calls', () => {
    const marked = probe(`import express from 'express'; $(express()${'.use(x)'.repeat(200)}.post)`)
    const path = marked.bindings.resolve(first(marked))
    expect([path?.root.kind, path?.steps.length, path?.steps.at(-1)]).toEqual(['module', 402, 'post'])
  })

  it('is found for no call of a chain as long as a file, but for those at its beginning', () => {
    const marked = probe(`import e from 'express'; $(e.use(x))`)
    const call = first(marked) as TSESTree.CallExpression
    const chain = [call]
    for (const before of chain) if (chain.length < 600) chain.push({ ...call, callee: { ...call.callee, object: before } } as TSESTree.CallExpression)
    expect(chain.toReversed().map((node) => marked.bindings.resolve(node)?.steps.length).filter((length) => length !== undefined)).toHaveLength(500)
  })

  it('is found behind more `await` than the stack has places', () => {
    const marked = probe(`import e from 'express'; $(await e.x)`)
    const node = first(marked)
    const deep = Array.from({ length: 20_000 }).reduce<typeof node>((argument) => ({ ...node, argument }) as typeof node, node)
    expect(pathText(marked.bindings.resolve(deep))).toBe('express x')
  })

  it('is found inside two hundred brackets and blocks', () => {
    const marked = probe(`import e from 'express'; ${'{ if (x) '.repeat(200)} $(${'('.repeat(200)}e.x${')'.repeat(200)}) ${'}'.repeat(200)}`)
    expect(pathText(marked.bindings.resolve(first(marked)))).toBe('express x')
  })
})

describe('the path of what a class extends', () => {
  it.each([
    ['a class of a module', `import { Strategy } from 'passport-jwt'; class Own extends Strategy { constructor() { super(options) } }`, 'passport-jwt Strategy'],
    ['a class that is made of one', `import { Strategy } from 'passport-jwt'; class Own extends mixin(Strategy, 'jwt') { constructor() { super(options) } }`, 'passport-jwt Strategy'],
    ['a class in a required module', `class Own extends require('passport-jwt').Strategy { constructor() { super(options) } }`, 'passport-jwt Strategy'],
    ['a required module', `class Own extends require('koa') { constructor() { super() } }`, 'koa'],
    ['a class around a class', `import A from 'a'; import B from 'b'; class Own extends A { constructor() { super(class extends B {}) } }`, 'a'],
  ])('%s', (_title, code, path) => {
    const { bindings, sourceCode } = probe(code)
    const [call] = nodesIn(sourceCode, (node): node is TSESTree.CallExpression => node.type === 'CallExpression' && node.callee.type === 'Super')
    expect(pathText(call && bindings.resolve(call.callee))).toBe(path)
  })

  it('leads to no members of the class itself', () => {
    const marked = probe(`import Store from 'store'; class Own extends Store { get(id) { return $(super.get(id)) } }`)
    expect(marked.bindings.resolve(first(marked))).toBeUndefined()
  })
})

describe('the path of a type', () => {
  it.each([
    ['an imported type', `import { Request } from 'express'; let x: Request`, 'express Request'],
    ['a type import', `import type { Request as R } from 'express'; let x: R<Params>`, 'express Request'],
    ['a type of a namespace', `import * as express from 'express'; let x: express.Request`, 'express Request'],
    ['a type of a default import', `import express from 'express'; let x: express.Request`, 'express Request'],
    ['an import in place', `let x: import('express').Request`, 'express Request'],
    ['a whole module', `let x: import('express')`, undefined],
    ['a type below another one in an import', `let x: import('express').a.Request`, 'express []'],
    ['a type of a type', `import * as a from 'a'; let x: a.b.C`, 'a b C'],
    ['a type that nobody declares', `let x: Request`, 'global Request'],
  ])('is known for %s', (_title, code, path) => {
    const { bindings, sourceCode } = probe(code)
    const [type] = nodesIn(sourceCode, (node): node is TSESTree.TSTypeAnnotation => node.type === 'TSTypeAnnotation')
    expect(pathText(type && bindings.resolveType(type.typeAnnotation))).toBe(path)
  })

  it('is unknown for a type that has no name', () => {
    const { bindings, sourceCode } = probe(`let x: { a: 1 }`)
    const [type] = nodesIn(sourceCode, (node): node is TSESTree.TSTypeAnnotation => node.type === 'TSTypeAnnotation')
    expect(type && bindings.resolveType(type.typeAnnotation)).toBeUndefined()
  })
})

describe('the value of a variable', () => {
  it.each([
    ['of a constant', `const a = 1; $(a)`, '1'],
    ['of a variable that is written once', `let a = 1; $(a)`, '1'],
    ['of a variable that is written right after its declaration', `let a; a = 1; $(a)`, '1'],
    ['of a variable that is written under a condition', `let a; if (x) a = 1; $(a)`, undefined],
    ['of a variable that is written in a function', `let a; function f() { a = 1 } $(a)`, undefined],
    ['of a variable that is written twice', `let a = 1; a = 2; $(a)`, undefined],
    ['of a variable that is counted up', `let a = 1; a++; $(a)`, undefined],
    ['of a variable that is written in a block of its own', `let a; { a = 1 } $(a)`, undefined],
    ['of a variable that is written in a longer statement', `let a; b(), a = 1; $(a)`, undefined],
    ['of a variable that is written in another value', `let a; const b = a = 1; $(a)`, undefined],
    ['of a variable that is written in a pattern', `let a; [a] = [1]; $(a)`, undefined],
    ['of a variable with a default', `const { a = 1 } = b; $(a)`, undefined],
    ['of a variable without a value', `let a; $(a)`, undefined],
    ['of a destructured variable', `const { a } = { a: 1 }; $(a)`, undefined],
    ['of a variable of a loop', `for (const a of [1]) $(a)`, undefined],
    ['of a parameter', `function f(a = 1) { $(a) }`, undefined],
  ])('%s', (_title, code, expected) => {
    const marked = probe(code)
    const node = first(marked)
    const variable = node.type === 'Identifier' ? marked.bindings.variable(node) : undefined
    const value = variable && marked.bindings.value(variable)
    expect(value && marked.sourceCode.getText(value)).toBe(expected)
  })
})

describe('the function of an expression', () => {
  it.each([
    ['a function', `$(() => 1)`, '() => 1'],
    ['the name of a declaration', `$(f); function f() {}`, 'function f() {}'],
    ['the name of a constant', `const f = () => 1; $(f)`, '() => 1'],
    ['an alias', `const f = () => 1; const g = f; $(g)`, '() => 1'],
    ['a method of this class', `class A { f() { return 1 } g() { $(this.f) } }`, '() { return 1 }'],
    ['a field of this class', `class A { f = () => 1; g() { $(this.f) } }`, '() => 1'],
    ['a static method', `class A { static f() { return 1 } } $(A.f)`, '() { return 1 }'],
    ['a method of an instance', `class A { f() { return 1 } } const a = new A(); $(a.f)`, '() { return 1 }'],
    ['a method of an object', `const a = { f() { return 1 } }; $(a.f)`, '() { return 1 }'],
    ['a method of this object', `const a = { f: () => 1, g() { $(this.f) } }`, '() => 1'],
    ['a static method of a class in a constant', `const A = class { static f() { return 1 } }; $(A.f)`, '() { return 1 }'],
    ['a method of an instance in place', `class A { f() { return 1 } } $(new A().f)`, '() { return 1 }'],
    ['a method of an instance with an assertion', `class A { f() { return 1 } } const a = new A() as B; $(a!.f)`, '() { return 1 }'],
    ['a method of this class in an arrow', `class A { f() { return 1 } g() { return () => $(this.f) } }`, '() { return 1 }'],
    ['a method of this class in a field', `class A { f() { return 1 } g = () => $(this.f) }`, '() { return 1 }'],
    ['a function that the constructor sets', `class A { constructor() { this.f = () => 1 } g() { $(this.f) } }`, '() => 1'],
    ['a member of an object with an assertion', `const a = { f: (() => 1) as F }; $(a.f)`, '() => 1'],
    ['a method named by a text', `const a = { 'f'() { return 1 } }; $(a['f'])`, '() { return 1 }'],
    ['a method of an object in place', `$({ f() { return 1 } }.f)`, undefined],
    ['a getter', `class A { get f() { return g } h() { $(this.f) } }`, undefined],
    ['a setter', `const a = { set f(b) {} }; $(a.f)`, undefined],
    ['a field without a value', `class A { f; g() { $(this.f) } }`, undefined],
    ['a method with a computed name', `class A { [name]() {} g() { $(this[name]) } }`, undefined],
    ['a method of a function of its own', `class A { f() {} g() { return function () { $(this.f) } } }`, undefined],
    ['a method of no class', `function f() { $(this.g) } function g() {}`, undefined],
    ['a method at the top', `$(this.f); class A { f() {} }`, undefined],
    ['a method of an instance of something imported', `import { A } from 'a'; const a = new A(); $(a.f)`, undefined],
    ['a method of an instance of a member', `class A { f() {} } const a = new lib.A(); $(a.f)`, undefined],
    ['a method of what a function makes', `class A { f() {} } const a = A(); $(a.f)`, undefined],
    ['a method of a class that a member is compared with', `class A { f() {} g() { this.f === h; $(this.f) } }`, '() {}'],
    ['a parameter of the constructor', `class A { constructor(private f = () => 1) { $(this.f) } }`, undefined],
    ['a method that is replaced', `const a = { f: () => 1 }; a.f = () => 2; $(a.f)`, undefined],
    ['a declaration that is replaced', `function f() {} f = other; $(f)`, undefined],
    ['a name that is declared twice', `function outer() { var f; function f() {} $(f) }`, undefined],
    ['an imported name', `import { f } from 'x'; $(f)`, undefined],
  ])('is known for %s', (_title, code, expected) => {
    const marked = probe(code)
    const found = marked.bindings.function(first(marked))
    expect(found && marked.sourceCode.getText(found)).toBe(expected)
  })
})

describe('the entries of a function', () => {
  it.each([
    ['the uses of a declared function', `function f() {} f(); g(f)`, ['f', 'f']],
    ['the uses of a constant', `const f = () => 1; f()`, ['f']],
    ['the uses of a method inside its class', `class A { f() {} g() { this.f(); h(this.f) } }`, ['this.f', 'this.f']],
    ['the uses of a method of an instance', `class A { f() {} } const a = new A(); app.get('/', a.f)`, ['a.f']],
    ['the uses of a static method', `class A { static f() {} } app.get('/', A.f)`, ['A.f']],
    ['the uses of a method in the order of the source', `class A { f() {} g() { h(this.f, () => this.f); this.f() } }`, ['this.f', 'this.f', 'this.f']],
    ['the uses of a field', `class A { f = () => {}; g() { this.f() } }`, ['this.f']],
    ['the uses of a method with an assertion', `class A { f() {} } const a = new A() as B; app.get('/', (a!).f)`, ['(a!).f']],
    ['no use as the name of another member', `const a = { f() {} }; b[a.g]; a.f`, ['a.f']],
    ['no use of a method of what gets the class', `class A { f() {} } const a = new B(A); a.f()`, []],
    ['no use of a method of another object', `class A { f() {} g() { other.f(); this.h.f() } }`, []],
    ['no use of an instance in a pattern', `class A { f() {} } const { f } = new A()`, []],
    ['unknown for a method with a computed name', `class A { [name]() {} }`, undefined],
    ['unknown for a function in a list', `const f = [() => {}]; f()`, undefined],
    ['unknown for a function that is a default', `const { f = () => {} } = a; f()`, undefined],
    ['unknown for a function as the name of a member', `const a = { [() => {}]: 1 }`, undefined],
    ['no use of a method', `class A { f() {} }`, []],
    ['no use where this is another one', `class A { f() {} g() { return function () { this.f() } } h() { return class { i() { this.f() } } } }`, []],
    ['the uses of a method of an object', `const a = { f() {} }; app.get('/', a.f)`, ['a.f']],
    ['unknown for a function without a name', `app.get('/', () => {})`, undefined],
    ['unknown for a method of an object without a name', `app.route({ handler() {} })`, undefined],
  ])('are %s', (_title, code, expected) => {
    const sourceCode = sourceCodeOf(code)
    const bindings = createBindings(sourceCode)
    const [callable] = nodesIn(sourceCode, (node: Node): node is FunctionNode => isFunction(node))
    const entries = callable && bindings.entries(callable)
    expect(entries?.map((entry) => sourceCode.getText(entry))).toEqual(expected)
  })

  it('are read in one walk for all methods of a class', () => {
    const methods = (count: number) => Array.from({ length: count }, (_, index) => `m${index}() { this.m${(index + 1) % count}() }`).join('\n')
    const time = (count: number) => {
      const sourceCode = sourceCodeOf(`class A { ${methods(count)} }`)
      const functions = nodesIn(sourceCode, (node: Node): node is FunctionNode => isFunction(node))
      let visits = 0
      const counting = new Proxy(sourceCode.visitorKeys, { get: (keys, name) => (visits++, Reflect.get(keys, name)) })
      const bindings = createBindings(Object.create(sourceCode, { visitorKeys: { value: counting } }))
      for (const callable of functions) bindings.entries(callable)
      return visits
    }
    expect(time(200) / time(100)).toBeLessThan(2.2)
  })
})
