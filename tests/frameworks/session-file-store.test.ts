import { formsOfDefault } from './import-forms.js'
import { lifetimeIn } from './session-in-store.js'

const HEAD = `const FileStore = require('session-file-store')(session)`
const DEFAULT = '3600s*'

describe('a store', () => {
  it.each(formsOfDefault('session-file-store').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(lifetimeIn(`new (${name}(session))({ path })`, head)).toBe(DEFAULT)
    expect(lifetimeIn(`new Made({ path })`, `${head}; const Made = ${name}(session)`)).toBe(DEFAULT)
  })

  it.each([
    ['nothing', ``, DEFAULT],
    ['options', `{ path }`, DEFAULT],
    ['a time to live', `{ ttl: 60 }`, '60s'],
    ['a time to live in a constant', `options`, '60s'],
    ['a time to live from elsewhere', `{ ttl: config.ttl }`, '?'],
    ['options from elsewhere', `config.store`, '?'],
  ])('with %s', (_title, options, expected) => {
    expect(lifetimeIn(`new FileStore(${options})`, `${HEAD}; const options = { ttl: 60 }`)).toBe(expected)
  })

  it('in a constant', () => {
    expect(lifetimeIn('store', `${HEAD}; const store = new FileStore({ path })`)).toBe(DEFAULT)
  })

  it('in a constant of a type', () => {
    expect(lifetimeIn('store', `${HEAD}; const store: session.Store = new FileStore({ path })`)).toBe(DEFAULT)
  })
})

it.each([
  ['a class of the file', `class FileStore extends session.Store {}`, `new FileStore()`],
  ['what another module makes', `const FileStore = require('./session-file-store')(session)`, `new FileStore()`],
  ['the result of a function', HEAD, `createStore(FileStore)`],
])('%s is a store that nobody knows', (_title, head, store) => {
  expect(lifetimeIn(store, head)).toBe('?')
})
