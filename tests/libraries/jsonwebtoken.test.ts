import { generateKeyPairSync } from 'node:crypto'
import { jsonwebtoken } from '../../lib/frameworks/jsonwebtoken.js'
import { load, summarise } from './installed.js'
import { CLAIMS, claimsIn, KEY, run, signed, testJwtFacts } from './jwt-facts.js'

summarise('jsonwebtoken', 'signs, verifies and decodes as the table says')

const sign = (payload: unknown, options: object, key = KEY) => run(jsonwebtoken, 'jwt.sign', { payload, key, options })
const verify = (token: unknown, options: object, key: unknown = KEY) => run(jsonwebtoken, 'jwt.verify', { token, key, options })

testJwtFacts({ facts: jsonwebtoken.jwt, sign, verify, decode: (token) => run(jsonwebtoken, 'jwt.decode', { token }) })

it('takes the callback as the last argument, with options and without', async () => {
  const tokens = [{}, { options: { expiresIn: 60 } }].map(
    (given) => new Promise((resolve) => void run(jsonwebtoken, 'jwt.sign', { payload: CLAIMS, key: KEY, ...given, done: (_: unknown, token: unknown) => { resolve(token) } })),
  )
  const [without, withOptions] = (await Promise.all(tokens)).map((token) => claimsIn(String(token)))
  expect(without).not.toHaveProperty('exp')
  expect(withOptions).toHaveProperty('exp')
})

it('takes no `expiresIn` for a text, and none beside `exp`', () => {
  expect(() => sign('text', { expiresIn: '15m' })).toThrow('invalid expiresIn option for string payload')
  expect(() => sign({ exp: 2_000_000_000 }, { expiresIn: '15m' })).toThrow('already has an "exp" property')
})

it('decodes with a key as without one', () => {
  expect(run(jsonwebtoken, 'jwt.decode', { token: signed(CLAIMS, 'another key of whoever sends this token'), options: KEY })).toMatchObject(CLAIMS)
})

it(`has ${jsonwebtoken.jwt?.verify ?? 'nothing'} for what is decoded with a key`, () => {
  const { [jsonwebtoken.jwt?.verify ?? '']: method } = load('jsonwebtoken') as Record<string, (token: string, key: string) => unknown>
  expect(method?.(signed(CLAIMS), KEY)).toMatchObject(CLAIMS)
  expect(() => method?.(signed(CLAIMS, 'another key of whoever sends this token'), KEY)).toThrow('invalid signature')
})

it('signs with no algorithm, and takes that where there is no key', () => {
  const token = sign(CLAIMS, { algorithm: 'none' }, '')
  expect(verify(token, { algorithms: ['none'] }, '')).toMatchObject(CLAIMS)
  expect(() => verify(token, { algorithms: ['HS256', 'none'] })).toThrow('jwt signature is required')
})

it('takes a public key for no secret, also where a list has both kinds', () => {
  const publicKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString()
  expect(() => verify(signed(CLAIMS, publicKey), { algorithms: ['HS256', 'RS256'] }, publicKey)).toThrow('must be a symmetric key')
})
