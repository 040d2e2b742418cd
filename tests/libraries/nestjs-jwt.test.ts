import 'reflect-metadata'
import { nestjsJwt } from '../../lib/frameworks/nestjs-jwt.js'
import { load, loadModule, summarise } from './installed.js'
import { CLAIMS, claimsIn, KEY, testJwtFacts } from './jwt-facts.js'
import { runCode } from './run-code.js'

load('reflect-metadata')

interface Nest {
  readonly JwtService: new (options: object) => object
  readonly JwtModule: Record<'register' | 'registerAsync', (options: object) => { readonly providers: readonly { readonly useValue?: unknown; readonly useFactory?: unknown }[] }>
}

const { JwtModule, JwtService } = (await loadModule('@nestjs/jwt')) as Nest

function run(start: string, places: object, options: object = {}): unknown {
  const signature = nestjsJwt.signatures.find(({ text }) => text.startsWith(start))
  if (!signature) throw new Error(`no signature ${start}`)
  return runCode(signature.text, { service: new JwtService({ secret: KEY, ...options }) }, { ...places })
}

summarise('@nestjs/jwt', 'signs, verifies and decodes as the table says')

describe.each([
  ['sign', 'verify'],
  ['signAsync', 'verifyAsync'],
])('%s and %s', (sign, verify) => {
  testJwtFacts({
    facts: { ...nestjsJwt.jwt, algorithms: { option: 'algorithms', missing: 'by key' } },
    sign: (payload, options) => run(`service.${sign}(`, { payload, options }),
    verify: (token, options) => run(`service.${verify}(`, { token, options }),
    decode: (token) => run('service.decode(', { token }),
  })
})

describe('of the module', () => {
  testJwtFacts({
    facts: { ...nestjsJwt.jwt, algorithms: { option: 'algorithms', missing: 'by key' } },
    sign: (payload, signOptions) => run('service.sign(', { payload }, { signOptions }),
    verify: (token, verifyOptions) => run('service.verify(', { token }, { verifyOptions }),
  })

  it('is overruled by the call, which keeps the rest', () => {
    const token = run('service.sign(', { payload: CLAIMS, options: { issuer: 'call' } }, { signOptions: { expiresIn: '1h', issuer: 'module' } })
    expect(claimsIn(String(token))).toMatchObject({ iss: 'call', exp: expect.any(Number) as number })
  })

  it('takes its options at once, or from a factory', () => {
    const factory = () => ({ secret: KEY })
    expect(JSON.stringify(JwtModule.register({ secret: KEY }).providers)).toContain(KEY)
    expect(JwtModule.registerAsync({ useFactory: factory }).providers.map(({ useFactory }) => useFactory)).toContain(factory)
  })
})

it.each(['secret', 'privateKey'])('signs with %s of the call', (option) => {
  const token = run('service.sign(', { payload: CLAIMS, options: { [option]: KEY } }, { secret: option === 'secret' ? 'another key of the module' : undefined })
  expect(run('service.verify(', { token, options: {} })).toMatchObject(CLAIMS)
})
