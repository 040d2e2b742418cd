import { matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'
import { lifetimeIn } from './session-in-store.js'

const HEAD = `import { RedisStore } from 'connect-redis'`
const ONE_DAY = '86400s*'

describe('a store', () => {
  const forms = [...formsOfNamed('connect-redis', 'RedisStore'), ...formsOfDefault('connect-redis')].filter(({ name }) => /^[\w.]+$/.test(name))

  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(lifetimeIn(`new ${name}({ client })`, head)).toBe(ONE_DAY)
  })

  it.each([
    ['what the module makes of express-session', `const RedisStore = require('connect-redis')(session)`, `new RedisStore({ client })`],
    ['what the default makes of express-session', `import connectRedis from 'connect-redis'; const RedisStore = connectRedis(session)`, `new RedisStore({ client })`],
    ['what the module makes in place', ``, `new (require('connect-redis')(session))({ client })`],
    ['a constant', `${HEAD}; const store = new RedisStore({ client })`, `store`],
    ['a type that is asserted', `${HEAD}; const store = new RedisStore({ client }) as session.Store`, `store`],
    ['a later assignment', `${HEAD}; let store; store = new RedisStore({ client })`, `store`],
  ])('by %s', (_title, head, store) => {
    expect(lifetimeIn(store, head)).toBe(ONE_DAY)
  })

  it.each([
    ['a time to live', `{ client, ttl: 60 * 60 }`, '3600s'],
    ['options in a constant', `options`, '60s'],
    ['a function for its time to live', `{ client, ttl: (session) => ttlOf(session) }`, '?'],
    ['a time to live from elsewhere', `{ client, ttl: config.ttl }`, '?'],
    ['options from elsewhere', `config.redis`, '?'],
    ['no time to live', `{ client, disableTTL: true }`, 'none'],
    ['a time to live that is disabled', `{ client, ttl: 60, disableTTL: true }`, 'none'],
    ['a time to live that is not disabled', `{ client, ttl: 60, disableTTL: false }`, '60s'],
    ['a time to live that may be disabled', `{ client, disableTTL: config.keep }`, '?'],
    ['records that are not touched', `{ client, disableTouch: true }`, ONE_DAY],
    ['a time to live without an end', `{ client, ttl: Infinity }`, 'none'],
  ])('with %s', (_title, options, expected) => {
    expect(lifetimeIn(`new RedisStore(${options})`, `${HEAD}; const options = { client, ttl: 60 }`)).toBe(expected)
  })

  it('is one of two, of which one keeps its records', () => {
    const head = `${HEAD}; const store = production ? new RedisStore({ client }) : new session.MemoryStore()`
    expect(lifetimeIn('store', head)).toBe('?')
  })

  it('may not be the one that ends the session', () => {
    expect(lifetimeIn(`new RedisStore({ client, disableTTL: true })`, HEAD, ', cookie: { maxAge: 60_000 }')).toBe('60s')
    expect(lifetimeIn(`new RedisStore({ client })`, HEAD, ', cookie: { maxAge: null }')).toBe(ONE_DAY)
  })

  it('keeps the sessions of other libraries as well', () => {
    expect(matchesOf(`${HEAD}; import session from '@fastify/session'; app.register(session, { secret, store: new RedisStore({ client }) })`)).toEqual([
      'sessionConfigured @fastify/session proved options={ secret, store: new RedisStore({ client }) }',
      'storeMade connect-redis proved options={ client }',
    ])
  })
})

it.each([
  ['a class of the file', `class RedisStore extends session.Store {}`, `new RedisStore({ client, disableTTL: true })`],
  ['a class of another module', `import { RedisStore } from './store.js'`, `new RedisStore({ client, disableTTL: true })`],
  ['a store of another package', `import RedisStore from 'koa-redis'`, `new RedisStore({ disableTTL: true })`],
  ['a class that extends it', `${HEAD}; class Store extends RedisStore {}`, `new Store({ client, disableTTL: true })`],
])('%s is a store that nobody knows', (_title, head, store) => {
  expect(lifetimeIn(store, head)).toBe('?')
})
