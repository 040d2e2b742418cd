import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const FILE = { filename: '/nowhere/auth.service.ts' }
const HEAD = `import { Inject } from '@nestjs/common'; import { JwtModule, JwtService } from '@nestjs/jwt';`
const SIGNED = 'jwtSigned @nestjs/jwt proved `sign` payloads=1 lifetime=?'

function withService(body: string): string {
  return `${HEAD} class AuthService { constructor(private readonly jwtService: JwtService) {} async log() { ${body} } }`
}

describe('the service', () => {
  it.each([
    ['in a parameter property', withService(`this.jwtService.sign({ id })`)],
    ['under another name', `${HEAD} class AuthService { constructor(private tokens: JwtService) {} log() { this.tokens.sign({ id }) } }`],
    ['in a parameter', `${HEAD} function log(service: JwtService) { service.sign({ id }) }`],
    ['in a parameter with a type of a namespace', `import * as nest from '@nestjs/jwt'; function log(service: nest.JwtService) { service.sign({ id }) }`],
    ['that is made', `${HEAD} const service = new JwtService(options); service.sign({ id })`],
    ['that a member gets from outside', `${HEAD} class AuthService { @Inject() private jwtService: JwtService; log() { this.jwtService.sign({ id }) } }`],
  ])('%s', (_title, code) => {
    const [event, ...others] = eventsOf(code, FILE).filter((line) => line.startsWith('jwtSigned'))
    expect(event?.replace('likely', 'proved')).toBe(SIGNED)
    expect(others).toEqual([])
  })

  it.each([
    ['of another type', `${HEAD} import { JwtService as Own } from './jwt'; function log(service: Own) { service.sign({ id }) }`],
    ['of no type', `function log(service) { service.sign({ id }) }`],
    ['in a project without it', `class AuthService { log() { this.jwtService.sign({ id }) } }`],
  ])('no object %s', (_title, code) => {
    expect(eventsOf(code, FILE)).toEqual([])
  })
})

describe('the end of a token', () => {
  it.each([
    ['in the call', `this.jwtService.sign({ id }, { expiresIn: '15m' })`, '900s'],
    ['in the call, asynchronous', `await this.jwtService.signAsync({ id }, { secret, expiresIn: 60 })`, '60s'],
    ['that the module may have', `this.jwtService.sign({ id }, { secret })`, '?'],
    ['in the payload', `this.jwtService.sign({ id, exp: then }, { secret })`, 'ends'],
  ])('%s', (_title, body, lifetime) => {
    expect(eventsOf(withService(body), FILE)).toEqual([expect.stringMatching(new RegExp(`^jwtSigned @nestjs/jwt proved .* payloads=1 lifetime=${lifetime.replace('?', '\\?')}$`))])
  })

  it.each([
    ['of a module in the file', `JwtModule.register({ secret, signOptions: { expiresIn: '1h' } });`, '3600s'],
    ['of a module in the file that has none', `JwtModule.register({ secret });`, 'none'],
    ['of a module that is set up later', `JwtModule.registerAsync({ useFactory: () => ({ secret, signOptions: { expiresIn: '1h' } }) });`, '3600s'],
    ['of a module that is set up later, with a body', `JwtModule.registerAsync({ inject: [Config], useFactory: async (config) => { return { secret, signOptions: { algorithm: 'HS512' } } } });`, 'none'],
    ['of a module that is set up elsewhere', `JwtModule.registerAsync({ useClass: JwtConfig });`, '?'],
  ])('%s', (_title, module, lifetime) => {
    const signed = eventsOf(`${withService(`this.jwtService.sign({ id })`)} ${module}`, FILE).filter((line) => line.startsWith('jwtSigned'))
    expect(signed).toEqual([SIGNED.replace('?', lifetime)])
  })
})

describe('the module', () => {
  it.each(formsOfNamed('@nestjs/jwt', 'JwtModule').map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
    expect(matchesOf(`${head}; ${name}.register({ secret })`, FILE)).toEqual([expect.stringContaining('jwtDefaultsSet @nestjs/jwt proved')])
  })

  it.each([
    [`register({ secret, signOptions: { expiresIn: '60d' } })`, 'register', '5184000s'],
    ['registerAsync({ useFactory: async (config) => ({ secret: config.secret, signOptions: { expiresIn: 3600 } }) })', 'registerAsync', '3600s'],
  ])('gives tokens their end, whatever signs them elsewhere: %s', (call, word, lifetime) => {
    expect(eventsOf(`${HEAD} @Module({ imports: [JwtModule.${call}] }) class AuthModule {}`, FILE)).toContain(`jwtSigned @nestjs/jwt proved \`${word}\` payloads=0 lifetime=${lifetime}`)
  })

  it.each(['register({ secret })', 'register({ secret, signOptions: { expiresIn: undefined } })', 'register({ secret, signOptions })', 'registerAsync({ useClass: JwtConfig })'])('says nothing of their end: %s', (call) => {
    expect(eventsOf(`${HEAD} JwtModule.${call}`, FILE).filter((line) => line.startsWith('jwtSigned'))).toEqual([])
  })

  it('is no list of algorithms: a strategy may have it', () => {
    expect(eventsOf(`${HEAD} JwtModule.register({ secret, verifyOptions: { ignoreExpiration: true } })`, FILE)).toEqual([
      'jwtVerified @nestjs/jwt proved `register` tokens=? algorithms=? expiry=ignored',
    ])
  })
})

it.each([
  ['a verification', `await this.jwtService.verifyAsync(token, { secret })`, 'jwtVerified @nestjs/jwt proved `verifyAsync` tokens=1 algorithms=?'],
  ['a verification with algorithms', `this.jwtService.verify(token, { secret, algorithms: ['HS256'] })`, 'jwtVerified @nestjs/jwt proved `verify` tokens=1 algorithms=HS256'],
  ['a decoding', `this.jwtService.decode(token)`, 'jwtDecoded @nestjs/jwt proved `decode`'],
])('%s', (_title, body, expected) => {
  expect(eventsOf(withService(body), FILE)).toEqual([expected])
})
