import { eventsOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

it.each(formsOfDefault('koa-jwt').map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
  const code = `${head}; app.use(${name}({ secret: key, cookie: 'token' }))`
  expect(eventsOf(code).map((line) => line.replace(/`.*`/, '`made`'))).toEqual(['jwtVerified koa-jwt proved `made` tokens=? algorithms=none given'])
})

it.each([
  ['with algorithms', `{ secret: key, algorithms: ['HS256'] }`, 'HS256'],
  ['with options that nobody can see', `options`, '?'],
  ['that takes old tokens', `{ secret: key, algorithms: ['HS256'], ignoreExpiration: true }`, 'HS256 expiry=ignored'],
])('%s', (_title, options, algorithms) => {
  expect(eventsOf(`import jwt from 'koa-jwt'; jwt(${options})`)).toEqual([`jwtVerified koa-jwt proved \`jwt\` tokens=? algorithms=${algorithms}`])
})
