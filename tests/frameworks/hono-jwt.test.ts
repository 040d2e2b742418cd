import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

describe.each([
  ['sign', (name: string) => `await ${name}({ id }, key)`, 'jwtSigned hono/jwt proved `made` payloads=1 lifetime=none'],
  ['verify', (name: string) => `await ${name}(token, key, 'HS256')`, 'jwtVerified hono/jwt proved `made` tokens=1 algorithms=?'],
  ['decode', (name: string) => `${name}(token)`, 'jwtDecoded hono/jwt proved `made`'],
  ['jwt', (name: string) => `app.use(${name}({ secret, alg: 'HS256' }))`, 'jwtVerified hono/jwt proved `made` tokens=? algorithms=?'],
])('%s', (exported, use, expected) => {
  it.each(formsOfNamed('hono/jwt', exported).map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; ${use(name)}`).map((line) => line.replace(/`.*`/, '`made`'))).toEqual([expected])
  })
})

it.each([
  ['in the payload', `import { sign } from 'hono/jwt'; await sign({ id, exp: Math.floor(Date.now() / 1000) + 60 * 5 }, key)`, 'jwtSigned hono/jwt proved `sign` payloads=1 lifetime=300s'],
  ['by the path that others take', `import { Jwt } from 'hono/utils/jwt'; await Jwt.sign({ id }, key)`, 'jwtSigned hono/jwt proved `sign` payloads=1 lifetime=none'],
  ['under Deno', `import { sign } from 'npm:hono@4/jwt'; await sign({ id }, key, 'HS512')`, 'jwtSigned hono/jwt proved `sign` payloads=1 lifetime=none'],
  ['not looked at', `import { verify } from 'hono/jwt'; await verify(token, key, { alg: 'HS256', exp: false })`, 'jwtVerified hono/jwt proved `verify` tokens=1 algorithms=? expiry=ignored'],
  ['not looked at by the middleware', `import { jwt } from 'hono/jwt'; jwt({ secret, alg: 'HS256', verification: { exp: false } })`, 'jwtVerified hono/jwt proved `jwt` tokens=? algorithms=? expiry=ignored'],
])('the end of a token is %s', (_title, code, expected) => {
  expect(eventsOf(code)).toEqual([expected])
})
