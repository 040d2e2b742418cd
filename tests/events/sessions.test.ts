import { nodesIn } from '../nodes-in.js'
import type { SessionInHandler } from '../../lib/events/events.js'
import { createMatcher } from '../../lib/events/match.js'
import { createSessions } from '../../lib/events/sessions.js'
import { fileOf } from '../events-of.js'

/** Where the data of the sessions is that a program sets up. */
function kindIn(code: string): SessionInHandler['kind'] | undefined {
  const file = fileOf(code)
  if (!file) return undefined
  const { context, handlers } = file
  const matcher = createMatcher(context, handlers)
  const matches = nodesIn(context.sourceCode).flatMap((node) => matcher.match(node))
  const configured = matches.find(({ pattern }) => pattern.emits === 'sessionConfigured')
  return configured && createSessions(context, handlers, matcher, matches).sessionAt(configured)?.kind
}

it("another library's options say nothing about where sessions are", () => {
  const code = `import session from 'koa-session'; import express from 'express-session'; app.use(session(app)); legacy.use(express({ secret, store }))`
  expect(kindIn(code)).toBe('client')
})

describe('where an option says outright where sessions are', () => {
  it.each([
    ['on the server with a store', `{ adapter: PrismaAdapter(prisma), session: { maxAge: 60 } }`, 'server'],
    ['in the cookie without one', `{ session: { maxAge: 60 } }`, 'client'],
    ['in the cookie where the option says so, whatever the store', `{ adapter: PrismaAdapter(prisma), session: { strategy: 'jwt' } }`, 'client'],
    ['on the server where it says so', `{ ...shared, session: { strategy: 'database' } }`, 'server'],
    ['unknown where nobody sees what it says', `{ adapter, session: { strategy: config.strategy } }`, 'unknown'],
    ['unknown where it says something else', `{ adapter, session: { strategy: 'other' } }`, 'unknown'],
    ['unknown where nobody sees whether it is there', `{ adapter, session }`, 'unknown'],
  ])('they are %s', (_title, options, expected) => {
    expect(kindIn(`import NextAuth from 'next-auth'; export default NextAuth(${options})`)).toBe(expected)
  })
})
