import { eventsOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const forms = [...formsOfNamed('jwt-decode', 'jwtDecode'), ...formsOfDefault('jwt-decode')]

it.each(forms.map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; const user = ${name}(token)`).map((line) => line.replace(/`.*`/, '`made`'))).toEqual(['jwtDecoded jwt-decode proved `made`'])
})

it('reads nothing where only the header is decoded', () => {
  expect(eventsOf(`import { jwtDecode } from 'jwt-decode'; jwtDecode(token, { header: true })`)).toEqual([])
  expect(eventsOf(`import { jwtDecode } from 'jwt-decode'; jwtDecode<Claims>(token, { header: false })`, { filename: '/nowhere/a.ts' })).toEqual(['jwtDecoded jwt-decode proved `jwtDecode`'])
})
