import { from, type Exported } from './meaning.js'

/**
 * How a framework on top of a server calls its functions: it hands them a context in which the program has put the
 * server's own objects, `{ req, res }`.
 */
export interface Resolvers {
  /** The framework's name, as its documentation has it. */
  readonly name: string
  readonly reference: string
  /** Which parameter is the context, of at least that many. */
  readonly position?: number
  /** Decorators that mark a parameter as the context, or as a member of it. */
  readonly decorators?: readonly Exported[]
  /** Methods that take such a function alone, and the names of the context in its first parameter, or of that parameter. */
  readonly methods?: { readonly names: readonly string[]; readonly context: string; readonly parameter: string }
}

export const resolvers: readonly Resolvers[] = [
  { name: 'GraphQL', reference: 'https://graphql.org/learn/execution/#root-fields-and-resolvers', position: 2 },
  { name: 'TypeGraphQL', reference: 'https://typegraphql.com/docs/context.html', decorators: [from('type-graphql', 'Ctx')] },
  { name: 'Nest', reference: 'https://docs.nestjs.com/graphql/resolvers#graphql-argument-decorators', decorators: [from('@nestjs/graphql', 'Context')] },
  {
    name: 'tRPC',
    reference: 'https://trpc.io/docs/server/context#using-context-in-your-procedure',
    methods: { names: ['query', 'mutation', 'subscription'], context: 'ctx', parameter: 'opts' },
  },
]
