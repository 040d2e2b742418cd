import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import * as jose from 'jose';`
const SIGNED = 'jwtSigned jose proved `SignJWT` payloads=1 lifetime='

describe.each([
  ['SignJWT', (name: string) => `await new ${name}({ id }).sign(key)`, 'jwtSigned'],
  ['EncryptJWT', (name: string) => `await new ${name}({ id }).encrypt(key)`, 'jwtSigned'],
  ['UnsecuredJWT', (name: string) => `new ${name}({ id }).encode()`, 'jwtSigned'],
  ['jwtVerify', (name: string) => `await ${name}(token, key)`, 'jwtVerified'],
  ['compactVerify', (name: string) => `await ${name}(token, key)`, 'jwtVerified'],
  ['decodeJwt', (name: string) => `${name}(token)`, 'jwtDecoded'],
])('%s', (exported, use, type) => {
  const forms = formsOfNamed('jose', exported).filter(({ name }) => !name.startsWith('(0') && !name.startsWith('require'))

  it.each(forms.map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; ${use(name)}`)).toEqual([expect.stringContaining(`${type} jose proved`)])
  })
})

it.each([
  ['by its own path', `import { SignJWT } from 'jose/jwt/sign'; new SignJWT({ id }).sign(key)`],
  ['by the default of its own path', `import SignJWT from 'jose/jwt/sign'; new SignJWT({ id }).sign(key)`],
  ['under Deno', `import { SignJWT } from 'npm:jose@5'; new SignJWT({ id }).sign(key)`],
])('SignJWT %s', (_title, code) => {
  expect(eventsOf(code)).toEqual([SIGNED + 'none'])
})

describe('the end of a token', () => {
  it.each([
    ['none', `await new jose.SignJWT({ id }).setProtectedHeader({ alg }).setIssuedAt().sign(key)`, 'none'],
    ['a text', `await new jose.SignJWT({ id }).setProtectedHeader({ alg }).setExpirationTime('2h').sign(key)`, '7200s'],
    ['a date', `await new jose.SignJWT({ id }).setExpirationTime(new Date(Date.now() + 60_000)).sign(key)`, '60s'],
    ['from a configuration', `await new jose.SignJWT({ id }).setExpirationTime(ttl).sign(key)`, 'ends'],
    ['in the payload', `await new jose.SignJWT({ id, exp: then }).sign(key)`, 'ends'],
    ['in a payload that nobody can see', `await new jose.SignJWT(payload).sign(key)`, '?'],
    ['in a later statement', `const jwt = new jose.SignJWT({ id }).setIssuedAt(); jwt.setExpirationTime('1h'); export const token = await jwt.sign(key)`, '3600s'],
    ['only sometimes', `const jwt = new jose.SignJWT({ id }); if (short) jwt.setExpirationTime('1h'); export const token = await jwt.sign(key)`, '3600s'],
    ['none in later statements', `const jwt = new jose.SignJWT({ id }); jwt.setProtectedHeader({ alg }); export const token = await jwt.sign(key)`, 'none'],
  ])('%s', (_title, code, lifetime) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([SIGNED + lifetime])
  })

  it.each([
    ['is handed on', `finish(new jose.SignJWT({ id }))`],
    ['is handed on under a name', `const jwt = new jose.SignJWT({ id }); finish(jwt); jwt.sign(key)`],
    ['is given back', `export function build(id) { return new jose.SignJWT({ id }).setIssuedAt() }`],
    ['is exported', `export const jwt = new jose.SignJWT({ id }); jwt.sign(key)`],
    ['is replaced', `let jwt = new jose.SignJWT({ id }); jwt = jwt.setExpirationTime('1h'); jwt.sign(key)`],
    ['is never signed', `const jwt = new jose.SignJWT({ id }); jwt.setIssuedAt()`],
  ])('is unknown where the builder %s', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([])
  })
})

it('tells what protects a token', () => {
  expect(eventsOf(`${HEAD} new jose.EncryptJWT({ id }).setExpirationTime('1h').encrypt(key); new jose.UnsecuredJWT({ id }).encode()`)).toEqual([
    'jwtSigned jose proved `EncryptJWT` encrypted payloads=1 lifetime=3600s',
    'jwtSigned jose proved `UnsecuredJWT` none payloads=1 lifetime=none',
  ])
})

it.each([
  ['without algorithms', `await jose.jwtVerify(token, key)`, 'none given'],
  ['without algorithms, with other options', `await jose.jwtVerify(token, key, { issuer })`, 'none given'],
  ['with algorithms', `await jose.jwtVerify(token, key, { algorithms: ['ES256'] })`, 'ES256'],
  ['that limits the age', `await jose.jwtVerify(token, key, { algorithms: ['ES256'], maxTokenAge: '1h' })`, 'ES256 age=limited'],
])('a verification %s', (_title, code, expected) => {
  expect(eventsOf(`${HEAD} ${code}`)).toEqual([`jwtVerified jose proved \`jwtVerify\` tokens=1 algorithms=${expected}`])
})

it('reads nothing where only the header is decoded', () => {
  expect(eventsOf(`${HEAD} jose.decodeProtectedHeader(token)`)).toEqual([])
  expect(eventsOf(`${HEAD} jose.UnsecuredJWT.decode(token)`)).toEqual(['jwtDecoded jose proved `decode`'])
})
