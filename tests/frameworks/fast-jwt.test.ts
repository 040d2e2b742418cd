import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { createDecoder, createSigner, createVerifier } from 'fast-jwt';`
const SIGNED = 'jwtSigned fast-jwt proved `createSigner` '

describe.each([
  ['createSigner', (name: string) => `const sign = ${name}({ key }); sign({ id })`, 'jwtSigned'],
  ['createVerifier', (name: string) => `const verify = ${name}({ key }); verify(token)`, 'jwtVerified'],
  ['createDecoder', (name: string) => `const decode = ${name}(); decode(token)`, 'jwtDecoded'],
])('%s', (exported, use, type) => {
  it.each(formsOfNamed('fast-jwt', exported).map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; ${use(name)}`)).toEqual([expect.stringContaining(`${type} fast-jwt proved`)])
  })
})

describe('the end of a token', () => {
  it.each([
    ['none', `const sign = createSigner({ key }); sign({ id })`, 'payloads=1 lifetime=none'],
    ['none where it is called at once', `createSigner({ key })({ id })`, 'payloads=1 lifetime=none'],
    ['none in one of several', `const sign = createSigner({ key }); sign({ id, exp: then }); sign({ id })`, 'payloads=2 lifetime=none'],
    ['a number of milliseconds', `const sign = createSigner({ key, expiresIn: 600_000 }); sign({ id })`, 'payloads=1 lifetime=600s'],
    ['a text', `const sign = createSigner({ key, expiresIn: '10m' }); sign({ id })`, 'payloads=1 lifetime=600s'],
    ['from a configuration', `const sign = createSigner({ key, expiresIn: ttl }); sign({ id })`, 'payloads=1 lifetime=?'],
    ['in the payload', `const sign = createSigner({ key }); sign({ id, exp: then })`, 'payloads=1 lifetime=ends'],
    ['in a payload that nobody can see', `const sign = createSigner({ key }); sign(payload)`, 'payloads=1 lifetime=?'],
    ['where others sign', `export const sign = createSigner({ key })`, 'payloads=0 lifetime=?'],
    ['where others sign too', `const sign = createSigner({ key }); sign({ id }); use(sign)`, 'payloads=0 lifetime=?'],
    ['where nobody signs', `const sign = createSigner({ key })`, 'payloads=0 lifetime=?'],
    ['on purpose', `const sign = createSigner({ key, expiresIn: Infinity }); sign({ id })`, 'payloads=1 lifetime=endless!'],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([SIGNED + expected])
  })
})

it.each([
  ['a verification', `const verify = createVerifier({ key }); await verify(token)`, 'jwtVerified fast-jwt proved `createVerifier` tokens=1 algorithms=none given'],
  ['a verification elsewhere', `export const verify = createVerifier({ key, algorithms: ['RS256'], maxAge: 1 })`, 'jwtVerified fast-jwt proved `createVerifier` tokens=? algorithms=RS256 age=limited'],
  ['a verification of old tokens', `const verify = createVerifier({ key, ignoreExpiration: true }); verify(token)`, 'jwtVerified fast-jwt proved `createVerifier` tokens=1 algorithms=none given expiry=ignored'],
  ['a decoding', `createDecoder({ complete: true })(token)`, 'jwtDecoded fast-jwt proved `createDecoder({ complete: true })`'],
])('%s', (_title, code, expected) => {
  expect(eventsOf(`${HEAD} ${code}`)).toEqual([expected])
})
