import { eventsOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

it.each(formsOfDefault('lusca').map(({ head, name, title }) => [title, head, name]))('lusca(options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; app.use(${name}({ csrf: true })) // session`)).toEqual([expect.stringMatching(/^csrfChecked lusca proved `/)])
})

it.each([
  ['its own middleware', `lusca.csrf()`, ['csrfChecked lusca proved `csrf`']],
  ['options', `lusca({ csrf: { angular: true }, xframe: 'DENY' })`, ['csrfChecked lusca proved `lusca`']],
  ['everything but that', `lusca({ xframe: 'DENY' })`, []],
  ['everything, and not that', `lusca({ csrf: false })`, []],
  ['another middleware', `lusca.xframe('DENY')`, []],
])('by %s', (_title, call, expected) => {
  expect(eventsOf(`import lusca from 'lusca'; app.use(${call}) // session`)).toEqual(expected)
})
