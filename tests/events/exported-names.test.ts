import { expect, test } from 'vitest'
import { isFunction } from '../../lib/ast/nodes.js'
import { nodesIn } from '../nodes-in.js'
import { exportedNames } from '../../lib/events/exported-names.js'
import { fileOf } from '../events-of.js'

/** The names under which the first function of a module is exported. */
function namesIn(code: string): readonly string[] {
  const file = fileOf(`${code} // session`, { filename: '/nowhere/file.ts' })
  if (!file) return []
  const { bindings, sourceCode } = file.context
  const callable = nodesIn(sourceCode).find((node) => isFunction(node))
  return callable ? exportedNames(callable, bindings) : []
}

test.each([
  ['export default function f() {}', 'default'],
  ['export default () => {}', 'default'],
  ['export default wrap(() => {})', 'default'],
  ['export default wrap(wrap(() => {}))', 'default'],
  ['export function f() {}', 'f'],
  ['export const f = () => {}', 'f'],
  ['export const f = wrap(() => {})', 'f'],
  ['export const a = { f() {}, g: 1 }', 'a.f'],
  ['export const a = { f: () => {} }', 'a.f'],
  ['export const a = { b: { f: () => {} } }', 'a.b.f'],
  ['const f = () => {}; export { f }', 'f'],
  ['const f = () => {}; export { f as g }', 'g'],
  ['const f = () => {}; export { f as default }', 'default'],
  ['const f = () => {}; export { f as "a-b" }', 'a-b'],
  ['function f() {}; export { f }', 'f'],
  ['function f() {}; export default f', 'default'],
  ['function f() {}; export default wrap(f)', 'default'],
  ['function f() {}; export const a = { f }', 'a.f'],
  ['function f() {}; export const a = { g: f }', 'a.g'],
  ['function f() {}; export const g = f', 'g'],
  ['function f() {}; const a = { f }; export default a', 'default.f'],
  ['function f() {}; module.exports = f', 'default'],
  ['function f() {}; module.exports = { f }', 'f'],
  ['function f() {}; module.exports = { g: f }', 'g'],
  ['function f() {}; module.exports.g = f', 'g'],
  ['function f() {}; exports.g = f', 'g'],
  ['const a = () => {}; const b = a; export const c = b', 'c'],
  ['exports.g = () => {}', 'g'],
  ['exports.g = wrap(() => {})', 'g'],
  ['exports.a = { f() {} }', 'a.f'],
  ['function f() {}; a.exports.g = f', 'g'],
  ['function f() {}; exports["a-b"] = f', 'a-b'],
  ['export default { f() {} }', 'default.f'],
  ['export default { a: { f() {} } }', 'default.a.f'],
  ['export default { f: wrap(() => {}) }', 'default.f'],
  ['export const a = (() => {}) as any', 'a'],
  ['module["exports"] = () => {}', 'default'],
  ['exports.default = () => {}', 'default'],
])('%s exports it as %s', (code, name) => {
  expect(namesIn(code)).toEqual([name])
})

test.each([
  'export default (() => {})()',
  'function f() {}; other.exports = f',
  'function f() {}; module.g = f',
  'function f() {}; a.b.g = f',
  'function f() {}; g = f',
  'function f() {}; f.x = 1',
  'function f() {}; x.y = z(f)',
  'function f() {}; f()',
  'function f() {}',
  'let f; f = () => {}; export { f }',
  'const [f] = [() => {}]; export { f }',
  'const { f = () => {} } = a; export { f }',
  'export class A { f() {} }',
  'export const a = [() => {}]',
  'export const a = b ? () => {} : 0',
  'const f = a(b(c(d(e(g(h(() => {}))))))); export { f }',
  'export const f = a(b(c(d(e(g(() => {}))))))',
  'export const a = { b: { c: { d: { e: { f: { g: () => {} } } } } } }',
  'const { a } = { f() {} }; export { a }',
  'module.exports.a.b = () => {}',
  'const a = () => {}; const b = a; const c = b; const d = c; const e = d; const f = e; export const g = f',
  'var a = () => {}; var b = a; var a = b',
])('%s exports it under no name', (code) => {
  expect(namesIn(code)).toEqual([])
})
