import { formsOfDefault } from './import-forms.js'
import { lifetimeIn } from './session-in-store.js'

const HEAD = `const PGStore = require('connect-pg-simple')(session)`
const DEFAULT = '86400s*'

describe('a store', () => {
  it.each(formsOfDefault('connect-pg-simple').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(lifetimeIn(`new (${name}(session))({ pool })`, head)).toBe(DEFAULT)
    expect(lifetimeIn(`new Made({ pool })`, `${head}; const Made = ${name}(session)`)).toBe(DEFAULT)
  })

  it.each([
    ['nothing', ``, DEFAULT],
    ['options', `{ pool }`, DEFAULT],
    ['a time to live', `{ ttl: 60 }`, '60s'],
    ['a time to live in a constant', `options`, '60s'],
    ['a time to live from elsewhere', `{ ttl: config.ttl }`, '?'],
    ['options from elsewhere', `config.store`, '?'],
  ])('with %s', (_title, options, expected) => {
    expect(lifetimeIn(`new PGStore(${options})`, `${HEAD}; const options = { ttl: 60 }`)).toBe(expected)
  })

  it('in a constant', () => {
    expect(lifetimeIn('store', `${HEAD}; const store = new PGStore({ pool })`)).toBe(DEFAULT)
  })

  it('in a constant of a type', () => {
    expect(lifetimeIn('store', `${HEAD}; const store: session.Store = new PGStore({ pool })`)).toBe(DEFAULT)
  })
})

it.each([
  ['a class of the file', `class PGStore extends session.Store {}`, `new PGStore()`],
  ['what another module makes', `const PGStore = require('./connect-pg-simple')(session)`, `new PGStore()`],
  ['the result of a function', HEAD, `createStore(PGStore)`],
])('%s is a store that nobody knows', (_title, head, store) => {
  expect(lifetimeIn(store, head)).toBe('?')
})
