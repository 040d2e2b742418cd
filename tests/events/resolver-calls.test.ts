import { describe, expect, it } from 'vitest'
import { isFunction } from '../../lib/ast/nodes.js'
import { isResolver } from '../../lib/events/resolver-calls.js'
import { nodesIn, probe } from '../ast/probe.js'

/** Whether the first function of a program is called with a context. */
function isCalledWithContext(code: string): boolean {
  const { bindings, sourceCode } = probe(code)
  const [callable] = nodesIn(sourceCode, isFunction)
  if (!callable) throw new Error('The program has no function.')
  return isResolver(callable, bindings)
}

describe('a function is called with a context', () => {
  it.each([
    'const logout = (parent, args, { res }) => {}',
    'const logout = (parent, args, { userId, req }) => {}',
    'const logout = (parent, args, { req } = {}) => {}',
    `import { Ctx } from 'type-graphql'; class Resolver { logout(@Ctx() { res }) {} }`,
    `import { Ctx } from 'type-graphql'; class Resolver { logout(@Ctx { res }) {} }`,
    `import { Arg, Ctx } from 'type-graphql'; class Resolver { logout(@Arg('id') id, @Ctx() own) {} }`,
    `import { Args, Context } from '@nestjs/graphql'; class Resolver { logout(@Args() given, @Context('req') req) {} }`,
    'const logout = procedure.mutation(({ ctx }) => {})',
    'const logout = procedure.input(schema)["query"](({ input, ctx }) => {})',
    'const logout = procedure.mutation((opts) => {})',
    'const logout = procedure.mutation(({ ctx } = {}) => {})',
  ])('%s', (code) => {
    expect(isCalledWithContext(code)).toBe(true)
  })
})

describe('a function is called with something else', () => {
  it.each([
    'const logout = () => {}',
    'const logout = (parent, { res }) => {}',
    'const logout = (parent, args, { userId }) => {}',
    'const logout = (parent, args, { ...rest }) => {}',
    'const logout = (parent, args, context) => {}',
    `import { Ctx } from './decorators'; class Resolver { logout(@Ctx() { res }) {} }`,
    `import { Arg } from 'type-graphql'; class Resolver { logout(@Arg('id') { id }) {} }`,
    `class Resolver { logout(@Ctx() { res }) {} }`,
    'const logout = procedure.mutation(({ input }) => {})',
    'const logout = procedure.mutation((given) => {})',
    'const logout = procedure.mutation(({ ctx }, another) => {})',
    'const logout = procedure.mutation(schema, ({ ctx }) => {})',
    'const logout = procedure.use(({ ctx }) => {})',
    'const logout = mutation(({ ctx }) => {})',
    'const logout = new Procedure(({ ctx }) => {})',
    'const logout = ({ ctx }) => {}',
  ])('%s', (code) => {
    expect(isCalledWithContext(code)).toBe(false)
  })
})
