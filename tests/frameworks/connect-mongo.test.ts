import { formsOfDefault, formsOfNamed } from './import-forms.js'
import { lifetimeIn } from './session-in-store.js'

const HEAD = `import MongoStore from 'connect-mongo'`
const TWO_WEEKS = '1209600s*'

describe('a store', () => {
  const forms = [...formsOfNamed('connect-mongo', 'MongoStore'), ...formsOfDefault('connect-mongo')]

  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(lifetimeIn(`${name}.create({ mongoUrl })`, head)).toBe(TWO_WEEKS)
  })

  it.each([
    ['its constructor', HEAD, `new MongoStore({ client })`],
    ['what the module makes of express-session', `const MongoStore = require('connect-mongo')(session)`, `new MongoStore({ mongooseConnection })`],
    ['a constant', `${HEAD}; const store = MongoStore.create({ mongoUrl })`, `store`],
  ])('by %s', (_title, head, store) => {
    expect(lifetimeIn(store, head)).toBe(TWO_WEEKS)
  })

  it.each([
    ['a time to live', `{ mongoUrl, ttl: 14 * 24 * 60 * 60 }`, '1209600s'],
    ['a time to live from elsewhere', `{ mongoUrl, ttl: config.ttl }`, '?'],
    ['options from elsewhere', `options`, '?'],
    ['records that nothing deletes', `{ mongoUrl, autoRemove: 'disabled' }`, TWO_WEEKS],
    ['records that are touched seldom', `{ mongoUrl, touchAfter: 24 * 3600 }`, TWO_WEEKS],
  ])('with %s', (_title, options, expected) => {
    expect(lifetimeIn(`MongoStore.create(${options})`, HEAD)).toBe(expected)
  })
})

it.each([
  ['a model', `import { MongoStore } from './models.js'`, `MongoStore.create({ ttl: 1 })`],
  ['another store of MongoDB', `const MongoStore = require('connect-mongodb-session')(session)`, `new MongoStore({ uri })`],
])('%s is a store that nobody knows', (_title, head, store) => {
  expect(lifetimeIn(store, head)).toBe('?')
})
