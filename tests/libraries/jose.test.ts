import { jose } from '../../lib/frameworks/jose.js'
import { loadModule, summarise } from './installed.js'
import { CLAIMS, claimsIn, KEY, signed, testJwtFacts } from './jwt-facts.js'
import { runCode } from './run-code.js'

type Builder = Record<string, (...values: readonly unknown[]) => Builder>
type Exports = Record<string, new (payload: object) => Builder>

const exports = (await loadModule('jose')) as Exports
const key = new TextEncoder().encode(KEY)
const builder = jose.jwt?.builder

function build(name: string, payload: object): Builder {
  const Made = exports[name]
  if (!Made) throw new Error(`jose has no ${name}`)
  return new Made(payload)
}

function sign(payload: object, steps: Readonly<Record<string, unknown>> = {}): unknown {
  const made = build('SignJWT', payload)
  made[builder?.header ?? '']?.({ alg: 'HS256' })
  for (const [name, value] of Object.entries(steps)) made[name]?.(value)
  return made['sign']?.(key)
}

function run(start: string, places: object): unknown {
  const signature = jose.signatures.find(({ text }) => text.startsWith(start))
  if (!signature) throw new Error(`no signature ${start}`)
  return runCode(signature.text, exports, { ...places })
}

summarise('jose', 'signs, verifies and decodes as the table says')

testJwtFacts({
  facts: jose.jwt,
  sign: (payload) => sign(payload),
  verify: (token, options) => run('jwtVerify', { token, key, options }),
  decode: (token) => run('decodeJwt', { token }),
})

it.each([
  ['a text', '15m', 900],
  ['a date', new Date(Date.now() + 600_000), 600],
  ['seconds since 1970', 3600, 3600 - Date.now() / 1000],
])('a token ends by %s', async (_title, value, seconds) => {
  const { exp } = claimsIn(String(await sign(CLAIMS, { [builder?.expires ?? '']: value })))
  expect(Number(exp) - Date.now() / 1000).toBeCloseTo(seconds, -1)
})

it('takes no text of digits', () => {
  expect(() => sign(CLAIMS, { [builder?.expires ?? '']: '3600' })).toThrow('Invalid time period format')
})

it('lets only those algorithms pass in compact form, too, that are in its list', async () => {
  await expect(run('compactVerify', { token: signed(CLAIMS), key, options: { algorithms: ['HS512'] } })).rejects.toThrow('not allowed')
  await expect(run('compactVerify', { token: signed(CLAIMS), key })).resolves.toBeDefined()
})

it.each(Object.entries(builder?.ends ?? {}))('%s makes a token that is %s', async (step, protection) => {
  const name = { encrypted: 'EncryptJWT', none: 'UnsecuredJWT', signed: 'SignJWT' }[protection]
  const made = build(name, CLAIMS)
  if (protection !== 'none') made[builder?.header ?? '']?.(protection === 'encrypted' ? { alg: 'dir', enc: 'A256GCM' } : { alg: 'HS256' })
  const token = String(await made[step]?.(protection === 'encrypted' ? key.slice(0, 32) : key))
  expect(token.split('.')).toHaveLength(protection === 'encrypted' ? 5 : 3)
  expect(token.endsWith('.')).toBe(protection === 'none')
})

it('reads a token that nothing signs', () => {
  expect(run('UnsecuredJWT.decode', { token: build('UnsecuredJWT', CLAIMS)['encode']?.() })).toMatchObject({ payload: CLAIMS })
})
