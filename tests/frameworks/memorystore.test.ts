import { formsOfDefault } from './import-forms.js'
import { lifetimeIn } from './session-in-store.js'

const HEAD = `const MemoryStore = require('memorystore')(session)`
const DEFAULT = '86400s*'

describe('a store', () => {
  it.each(formsOfDefault('memorystore').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(lifetimeIn(`new (${name}(session))({ checkPeriod: 86_400_000 })`, head)).toBe(DEFAULT)
    expect(lifetimeIn(`new Made({ checkPeriod: 86_400_000 })`, `${head}; const Made = ${name}(session)`)).toBe(DEFAULT)
  })

  it.each([
    ['nothing', ``, DEFAULT],
    ['options', `{ checkPeriod: 86_400_000 }`, DEFAULT],
    ['a time to live', `{ ttl: 60_000 }`, '60s'],
    ['a time to live in a constant', `options`, '60s'],
    ['a time to live from elsewhere', `{ ttl: config.ttl }`, '?'],
    ['options from elsewhere', `config.store`, '?'],
  ])('with %s', (_title, options, expected) => {
    expect(lifetimeIn(`new MemoryStore(${options})`, `${HEAD}; const options = { ttl: 60_000 }`)).toBe(expected)
  })

  it('in a constant', () => {
    expect(lifetimeIn('store', `${HEAD}; const store = new MemoryStore({ checkPeriod: 86_400_000 })`)).toBe(DEFAULT)
  })

  it('in a constant of a type', () => {
    expect(lifetimeIn('store', `${HEAD}; const store: session.Store = new MemoryStore({ checkPeriod: 86_400_000 })`)).toBe(DEFAULT)
  })
})

it.each([
  ['a class of the file', `class MemoryStore extends session.Store {}`, `new MemoryStore()`],
  ['what another module makes', `const MemoryStore = require('./memorystore')(session)`, `new MemoryStore()`],
  ['the result of a function', HEAD, `createStore(MemoryStore)`],
])('%s is a store that nobody knows', (_title, head, store) => {
  expect(lifetimeIn(store, head)).toBe('?')
})
