import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

it.each(formsOfNamed('csrf-sync', 'csrfSync').map(({ head, name, title }) => [title, head, name]))('csrfSync(options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; const csrf = ${name}({ size: 32 }) // session`)).toEqual([expect.stringMatching(/^csrfChecked csrf-sync proved `/)])
})

it.each([
  ['methods of its own', `{ ignoredMethods: ['GET', 'HEAD', 'OPTIONS', 'POST'] }`, ' ignored=get|head|options|post'],
  ['methods that nobody knows', `{ ignoredMethods }`, ''],
])('lets pass %s', (_title, options, ignored) => {
  expect(eventsOf(`import { csrfSync } from 'csrf-sync'; const csrf = csrfSync(${options}) // session`)).toEqual([`csrfChecked csrf-sync proved \`csrfSync\`${ignored}`])
})

it('is silent for a function of the file', () => {
  expect(eventsOf(`function csrfSync() {} const csrf = csrfSync({}) // session`)).toEqual([])
})
