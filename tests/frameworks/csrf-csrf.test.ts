import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

it.each(formsOfNamed('csrf-csrf', 'doubleCsrf').map(({ head, name, title }) => [title, head, name]))('doubleCsrf(options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; const csrf = ${name}({ size: 32 }) // session`)).toEqual([expect.stringMatching(/^csrfChecked csrf-csrf proved `/)])
})

it.each([
  ['methods of its own', `{ ignoredMethods: ['GET', 'HEAD', 'OPTIONS', 'POST'] }`, ' ignored=get|head|options|post'],
  ['methods that nobody knows', `{ ignoredMethods }`, ''],
])('lets pass %s', (_title, options, ignored) => {
  expect(eventsOf(`import { doubleCsrf } from 'csrf-csrf'; const csrf = doubleCsrf(${options}) // session`)).toEqual([`csrfChecked csrf-csrf proved \`doubleCsrf\`${ignored}`])
})

it('is silent for a function of the file', () => {
  expect(eventsOf(`function doubleCsrf() {} const csrf = doubleCsrf({}) // session`)).toEqual([])
})
