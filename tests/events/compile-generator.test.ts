import { compileGenerator } from '../../lib/events/compile-generator.js'
import { builtin, defineGenerators, derived, exported, fixed, generator, type Root } from '../../lib/frameworks/generators/generator.js'

const math = builtin('Math')
const part = exported('a-package', 'ids.part')
const bits = { form: 'text', bits: fixed(128) } as const

const table = defineGenerators({
  name: 'a-package',
  reference: 'https://example.org',
  names: { Math: [math], part: [part], make: [part], Id: [part] },
  generators: [],
})

const READ: readonly (readonly [ReturnType<typeof generator>, Root, readonly string[], readonly unknown[]])[] = [
  [generator('Math.random()', { form: 'number', bits: fixed(0), weakness: 'random' }), math, ['random', '()'], [[]]],
  [generator('Math.now', { form: 'number', bits: fixed(0), weakness: 'time' }), math, ['now'], []],
  [generator('part(size?)', bits), part, ['ids', 'part', '()'], [['size?']]],
  [generator('make(alphabet, size?)(length?)', bits), part, ['ids', 'part', '()', '()'], [['alphabet', 'size?'], ['length?']]],
  [generator('part.*(data)', { form: 'text', bits: derived('data') }), part, ['ids', 'part', '*', '()'], [['data']]],
  [generator('part.any(...)', bits), part, ['ids', 'part', 'any', '()'], ['any']],
  [generator('new Id().toString()', bits), part, ['ids', 'part', 'new()', 'toString', '()'], [[], []]],
]

it.each(READ.map((read) => [read[0].text, ...read] as const))('%s is read', (_text, each, root, steps, lists) => {
  expect(compileGenerator(table, each, root)).toEqual({ table, gives: each.gives, steps, lists })
})
