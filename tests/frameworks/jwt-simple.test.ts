import { eventsOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import jwt from 'jwt-simple';`

it.each(formsOfDefault('jwt-simple').map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; ${name}.encode({ id }, key)`)).toEqual(['jwtSigned jwt-simple proved `encode` payloads=1 lifetime=none'])
})

it.each(formsOfNamed('jwt-simple', 'decode').map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; ${name}(token, key)`)).toEqual([expect.stringContaining('jwtVerified jwt-simple proved')])
})

it.each([
  ['a token with an end', `jwt.encode({ id, exp: then }, key, 'HS512')`, 'jwtSigned jwt-simple proved `encode` payloads=1 lifetime=ends'],
  ['a token that nobody can see', `jwt.encode(payload, key)`, 'jwtSigned jwt-simple proved `encode` payloads=1 lifetime=?'],
  ['a decoding that verifies', `jwt.decode(token, key)`, 'jwtVerified jwt-simple proved `decode` tokens=1 algorithms=?'],
  ['a decoding that verifies, and says so', `jwt.decode(token, key, false, 'HS256')`, 'jwtVerified jwt-simple proved `decode` tokens=1 algorithms=?'],
  ['a decoding that may verify', `jwt.decode(token, key, lenient)`, 'jwtVerified jwt-simple proved `decode` tokens=1 algorithms=?'],
  ['a decoding that does not verify, whatever key it is given', `jwt.decode(token, key, true)`, 'jwtDecoded jwt-simple proved `decode` secret'],
  ['a decoding that does not verify, without a key', `jwt.decode(token, null, true)`, 'jwtDecoded jwt-simple proved `decode`'],
  ['a decoding that does not verify, of some algorithm', `jwt.decode(token, '', true, 'HS256')`, 'jwtDecoded jwt-simple proved `decode`'],
])('%s', (_title, code, expected) => {
  expect(eventsOf(`${HEAD} ${code}`)).toEqual([expected])
})
