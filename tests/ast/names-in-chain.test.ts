import { expect, test } from 'vitest'
import { namesInChain } from '../../lib/ast/names-in-chain.js'
import { first, probe } from './probe.js'

test.each([
  ['a name', 'analytics', ['analytics']],
  ['a member', 'analytics.track', ['analytics', 'track']],
  ['a member by its name', "analytics['track']", ['analytics', 'track']],
  ['a member that nobody can tell', 'analytics[name].now', ['analytics', '', 'now']],
  ['a call', 'db.users.find(id)', ['db', 'users', 'find']],
  ['what is made', 'new models.User(id)', ['models', 'User']],
  ['what is awaited', '(await db.users).first()', ['db', 'users', 'first']],
  ['what a type is said of', '(db as Db)!.users', ['db', 'users']],
  ['something else', '`text`.length', ['length']],
])('the names of %s', (_title, code, names) => {
  expect(namesInChain(first(probe(`$(${code})`)))).toEqual(names)
})
