import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const forms = formsOfNamed('passport-jwt', 'Strategy').filter(({ name }) => !name.startsWith('(0') && !name.startsWith('require'))

it.each(forms.map((form) => [form.title, form.head, form.name]))('by %s', (_title, head, name) => {
  const code = `${head}; passport.use(new ${name}({ jwtFromRequest, secretOrKey: key }, verify))`
  expect(eventsOf(code).map((line) => line.replace(/`.*`/, '`made`'))).toEqual(['jwtVerified passport-jwt proved `made` tokens=? algorithms=none given'])
})

const OPTIONS = `{ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: false, secretOrKey: key }`

it.each([
  ['a class that extends it', `import { Strategy } from 'passport-jwt'; class Own extends Strategy { constructor() { super(${OPTIONS}, verify) } }`],
  ['a class that extends what is made of it', `import { Strategy } from 'passport-jwt'; class Own extends PassportStrategy(Strategy) { constructor() { super(${OPTIONS}) } }`],
  ['a class that extends what is made of it under a name', `import { Strategy as Jwt } from 'passport-jwt'; class Own extends PassportStrategy(Jwt, 'jwt') { constructor() { super(${OPTIONS}) } }`],
  ['a class that extends a member of a module', `class Own extends require('passport-jwt').Strategy { constructor() { super(${OPTIONS}, verify) } }`],
])('by %s', (_title, code) => {
  expect(eventsOf(code)).toEqual(['jwtVerified passport-jwt proved `super` tokens=? algorithms=none given'])
})

it('is no class that extends something else', () => {
  expect(eventsOf(`import { Strategy } from 'passport-local'; class Own extends PassportStrategy(Strategy) { constructor() { super({ usernameField: 'token' }) } }`)).toEqual([])
  expect(eventsOf(`class Own { constructor() { super({ token }) } }`.replace('super', 'this.start'))).toEqual([])
})

it('takes old tokens where it is told to', () => {
  const code = `import { Strategy } from 'passport-jwt'; new Strategy({ jwtFromRequest, secretOrKey: key, algorithms: ['HS256'], ignoreExpiration: true }, verify)`
  expect(eventsOf(code)).toEqual(['jwtVerified passport-jwt proved `Strategy` tokens=? algorithms=HS256 expiry=ignored'])
})
