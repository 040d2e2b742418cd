import { expect, it } from 'vitest'
import { nameOfValue } from '../../lib/events/cookie-values.js'
import { first, probe } from '../ast/probe.js'

it.each([
  ['token', 'token'],
  ['tokens.refresh.token', 'tokens.refresh.token'],
  ['tokens[kind]', 'tokens.'],
  ["tokens['refresh']", 'tokens.refresh'],
  ['(await api.login(user)).token', 'api.login.token'],
  ['String(session.id)', 'session.id'],
  ['encodeURIComponent(JSON.stringify(session))', 'session'],
  ['encodeURIComponents(session)', 'encodeURIComponents'],
  ['toString(session)', 'toString'],
  ['this.token', 'token'],
  ['a.b.c.d.e.f', 'c.d.e.f'],
])('%s is called %s', (code, name) => {
  expect(nameOfValue(first(probe(`$(${code})`)))).toBe(name)
})
