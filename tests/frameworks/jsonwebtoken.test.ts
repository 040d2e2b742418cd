import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import jwt from 'jsonwebtoken';`
const SIGNED = 'jwtSigned jsonwebtoken proved `sign` payloads=1 lifetime='
const VERIFIED = 'jwtVerified jsonwebtoken proved `verify` tokens=1 algorithms='

describe.each([
  ['sign', `(payload, key)`, 'jwtSigned'],
  ['verify', `(token, key)`, 'jwtVerified'],
  ['decode', `(token)`, 'jwtDecoded'],
])('%s', (name, call, type) => {
  it.each(formsOfDefault('jsonwebtoken').map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, module) => {
    expect(eventsOf(`${head}; ${module}.${name}${call}`)).toEqual([expect.stringContaining(`${type} jsonwebtoken proved`)])
  })

  it.each(formsOfNamed('jsonwebtoken', name).map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, exported) => {
    expect(eventsOf(`${head}; ${exported}${call}`)).toEqual([expect.stringContaining(`${type} jsonwebtoken proved`)])
  })
})

describe('the end of a token', () => {
  it.each([
    ['none', `jwt.sign({ id }, key)`, 'none'],
    ['none with other options', `jwt.sign({ id }, key, { algorithm: 'HS256' })`, 'none'],
    ['none with a callback', `jwt.sign({ id }, key, (err, token) => {})`, 'none'],
    ['none with options and a callback', `jwt.sign({ id }, key, {}, done)`, 'none'],
    ['a text', `jwt.sign({ id }, key, { expiresIn: '15m' })`, '900s'],
    ['a long text', `jwt.sign({ id }, key, { expiresIn: '2 hours' })`, '7200s'],
    ['a text of digits, which are milliseconds', `jwt.sign({ id }, key, { expiresIn: '3600' })`, '3.6s'],
    ['a number of seconds', `jwt.sign({ id }, key, { expiresIn: 60 * 60 })`, '3600s'],
    ['a quoted key', `jwt.sign({ id }, key, { 'expiresIn': '1h' })`, '3600s'],
    ['a constant', `const DAY = '1d'; const options = { expiresIn: DAY }; jwt.sign({ id }, key, options)`, '86400s'],
    ['before the callback', `jwt.sign({ id }, key, { expiresIn: '1h' }, (err, token) => {})`, '3600s'],
    ['from a configuration', `jwt.sign({ id }, key, { expiresIn: config.ttl })`, '?'],
    ['in options that nobody can see', `jwt.sign({ id }, key, options)`, '?'],
    ['in a spread', `jwt.sign({ id }, key, { ...defaults, algorithm: 'HS256' })`, '?'],
    ['in options that are filled later', `const options = {}; if (short) options.expiresIn = '1h'; jwt.sign({ id }, key, options)`, '?'],
    ['in arguments that nobody can see', `jwt.sign({ id }, ...parameters)`, '?'],
    ['in the payload', `jwt.sign({ id, exp: Math.floor(Date.now() / 1000) + 60 * 60 }, key)`, '3600s'],
    ['in the payload, from elsewhere', `jwt.sign({ id, exp: claims.exp }, key)`, 'ends'],
    ['in a payload with a name', `const payload = { id }; payload.exp = now() + 60; jwt.sign(payload, key)`, 'ends'],
    ['in a payload that nobody can see', `jwt.sign(payload, key)`, '?'],
    ['in the spread of a payload', `jwt.sign({ ...user }, key)`, '?'],
    ['none in a payload that may be text', `jwt.sign('text', key)`, '?'],
    ['none in a template', 'jwt.sign(`${user.id}`, key)', '?'],
    ['none in what a function gives', `jwt.sign(user.toJSON(), key)`, '?'],
    ['an undefined one', `jwt.sign({ id, exp: undefined }, key)`, 'none'],
  ])('%s', (_title, code, lifetime) => {
    expect(eventsOf(`${HEAD} ${code}`).filter((line) => !line.startsWith('secret'))).toEqual([SIGNED + lifetime])
  })

  it('nothing protects a token that is signed by no algorithm', () => {
    expect(eventsOf(`${HEAD} jwt.sign({ id }, '', { algorithm: 'none', expiresIn: '1h' })`)).toEqual([SIGNED.replace('payloads', 'none payloads') + '3600s'])
  })
})

describe('a verification', () => {
  it.each([
    ['without algorithms', `jwt.verify(token, key)`, 'none given'],
    ['without algorithms, with a callback', `jwt.verify(token, key, (err, payload) => {})`, 'none given'],
    ['with one', `jwt.verify(token, key, { algorithms: ['HS256'] })`, 'HS256'],
    ['with several', `jwt.verify(token, key, { algorithms: ['HS256', 'RS256'] })`, 'HS256|RS256'],
    ['with a constant list', `const LIST = ['RS256']; jwt.verify(token, key, { algorithms: LIST })`, 'RS256'],
    ['with some from elsewhere', `jwt.verify(token, key, { algorithms: [config.algorithm, 'none'] })`, 'none…'],
    ['with a list from elsewhere', `jwt.verify(token, key, { algorithms: config.algorithms })`, '?'],
    ['with options from elsewhere', `jwt.verify(token, key, options)`, '?'],
    ['that takes old tokens', `jwt.verify(token, key, { ignoreExpiration: true })`, 'none given expiry=ignored'],
    ['that takes no old tokens', `jwt.verify(token, key, { ignoreExpiration: false })`, 'none given'],
    ['that may take old tokens', `jwt.verify(token, key, { ignoreExpiration: lenient })`, 'none given'],
    ['that limits the age', `jwt.verify(token, key, { algorithms: ['HS256'], maxAge: '1h' })`, 'HS256 age=limited'],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([VERIFIED + expected])
  })

  it('that is handed over takes what nobody sees', () => {
    const code = `import { promisify } from 'node:util'; ${HEAD} export const verifyToken = promisify(jwt.verify)`
    expect(eventsOf(code)).toEqual(['jwtVerified jsonwebtoken proved `verify` tokens=? algorithms=?'])
  })

  it.each([
    ['at once', 'await promisify(jwt.verify)(token, key)', 'promisify(jwt.verify)'],
    ['by its name', 'const verifyAsync = util.promisify(jwt.verify); const decoded = await verifyAsync(token, key)', 'verifyAsync'],
    ['with the object that it is a method of', 'const verifyAsync = promisify(jwt.verify.bind(jwt)); verifyAsync(token, key).then(next)', 'verifyAsync'],
    ['through a type', 'const decoded = await (promisify(jwt.verify) as Verify)(token, key)', 'promisify(jwt.verify)'],
  ])('that is promisified is called %s', (_title, code, callee) => {
    expect(eventsOf(`import util, { promisify } from 'node:util'; ${HEAD} ${code}`)).toEqual([`jwtVerified jsonwebtoken proved \`${callee}\` tokens=1 algorithms=none given`])
  })
})

describe('a decoding', () => {
  it.each([
    ['alone', `jwt.decode(token)`, ''],
    ['with options', `jwt.decode(token, { complete: true })`, ''],
    ['with options in a variable', `jwt.decode(token, options)`, ''],
    ['with a secret of the environment', `jwt.decode(token, process.env.JWT_SECRET)`, ' secret'],
    ['with a secret of the environment that is there for sure', `jwt.decode(token, process.env.JWT_SECRET!)`, ' secret'],
    ['with a secret of the environment or another', `jwt.decode(token, process.env.JWT_SECRET || fallback)`, ' secret'],
    ['with a secret of a configuration or of the environment', `jwt.decode(token, config.jwt ?? process.env.JWT_SECRET)`, ' secret'],
    ['with a secret of a configuration', `jwt.decode(token, config.get('jwt.secret'))`, ' secret'],
    ['with a constant', `jwt.decode(token, JWT_KEY)`, ' secret'],
    ['with a text', `const it = 'cat'; jwt.decode(token, it)`, ' secret'],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD} ${code}`).filter((line) => line.startsWith('jwt'))).toEqual([`jwtDecoded jsonwebtoken proved \`decode\`${expected}`])
  })
})

it('takes the methods of others for nothing', () => {
  expect(matchesOf(`import jwt from './jwt'; jwt.sign({ id }, key); jwt.verify(token, key); jwt.decode(token); signer.sign({}, key); key.verify(token, key)`)).toEqual([])
})
