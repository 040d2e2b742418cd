import type { Generated, Generator, Generators, Root } from '../frameworks/generators/generator.js'

/** The use of a generator as the matcher looks for it. */
export interface GeneratorPattern {
  readonly table: Generators
  readonly gives: Generated
  /** From the root to the last call: members, `()`, `new()`, and `*` for any member. */
  readonly steps: readonly string[]
  /** The parameters of each call, from the left. */
  readonly lists: readonly (readonly string[] | 'any')[]
}

/** Reads the text of a generator, whose first word is one of the roots that the table has for it. */
export function compileGenerator(table: Generators, { gives, text }: Generator, root: Root): GeneratorPattern {
  const isConstruction = text.startsWith('new ')
  const tokens = [...text.matchAll(/\.(\w+|\*)|\(([^()]*)\)/g)]
  // `...` in a list of parameters is no member.
  const steps = tokens.map(([, member]) => member ?? '()')
  const lists = tokens.flatMap(([, , list]) => (list === undefined ? [] : [list === '...' ? ('any' as const) : list.split(', ').filter((name) => name !== '')]))
  if (isConstruction) steps[steps.indexOf('()')] = 'new()'
  return { table, gives, steps: [...root.steps, ...steps], lists }
}
