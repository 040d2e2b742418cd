import { eventsOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const forms = [...formsOfNamed('express-jwt', 'expressjwt'), ...formsOfNamed('express-jwt', 'jwt'), ...formsOfDefault('express-jwt')]

it.each(forms.map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
  const code = `${head}; app.use(${name}({ secret, algorithms: ['HS256'] }))`
  expect(eventsOf(code).map((line) => line.replace(/`.*`/, '`made`'))).toEqual(['jwtVerified express-jwt proved `made` tokens=? algorithms=HS256'])
})

it.each([
  ['without algorithms, which it refuses', `{ secret }`, '?'],
  ['with options that nobody can see', `options`, '?'],
  ['with several', `{ secret, algorithms: ['HS256', 'RS256'] }`, 'HS256|RS256'],
  ['that takes old tokens', `{ secret, algorithms: ['HS256'], ignoreExpiration: true }`, 'HS256 expiry=ignored'],
])('%s', (_title, options, algorithms) => {
  expect(eventsOf(`import { expressjwt } from 'express-jwt'; expressjwt(${options})`)).toEqual([
    `jwtVerified express-jwt proved \`expressjwt\` tokens=? algorithms=${algorithms}`,
  ])
})
