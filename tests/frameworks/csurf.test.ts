import { eventsOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

it.each(formsOfDefault('csurf').map(({ head, name, title }) => [title, head, name]))('csurf(options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; app.use(${name}({ cookie: true }))`)).toEqual([expect.stringMatching(/^csrfChecked csurf proved `/)])
})

it.each([
  ['nothing more than the defaults', `csurf()`, ''],
  ['methods of its own', `csurf({ ignoreMethods: ['GET', 'POST'] })`, ' ignored=get|post'],
])('lets pass %s', (_title, call, ignored) => {
  expect(eventsOf(`import csurf from 'csurf'; app.use(${call}) // session`)).toEqual([`csrfChecked csurf proved \`csurf\`${ignored}`])
})

it('is silent for a function of the file', () => {
  expect(eventsOf(`function csurf() {} app.use(csurf()) // session`)).toEqual([])
})
