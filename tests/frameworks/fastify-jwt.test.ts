import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import Fastify from 'fastify'; import jwt from '@fastify/jwt'; const app = Fastify();`
const jwtEventsOf = (code: string) => eventsOf(code).filter((line) => line.startsWith('jwt'))

describe('the plugin', () => {
  const forms = [...formsOfDefault('@fastify/jwt'), ...formsOfNamed('@fastify/jwt', 'fastifyJwt'), ...formsOfDefault('fastify-jwt')]

  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(matchesOf(`${head}; app.register(${name}, { secret })`)).toEqual([expect.stringContaining('jwtDefaultsSet @fastify/jwt proved')])
  })

  it.each([
    ['without algorithms', `{ secret }`, 'none given'],
    ['with algorithms', `{ secret, verify: { algorithms: ['HS256'] } }`, 'HS256'],
    ['that takes old tokens', `{ secret, verify: { algorithms: ['HS256'], ignoreExpiration: true } }`, 'HS256 expiry=ignored'],
    ['with options that nobody can see', `options`, '?'],
  ])('%s', (_title, options, algorithms) => {
    expect(jwtEventsOf(`${HEAD} app.register(jwt, ${options})`)).toEqual([`jwtVerified @fastify/jwt proved \`register\` tokens=? algorithms=${algorithms}`])
  })
})

describe('the end of a token', () => {
  const plugin = (sign: string) => `app.register(jwt, { secret${sign} });`

  it.each([
    ['that is none', plugin(''), `app.jwt.sign({ id })`, 'none'],
    ['that is none of the reply', plugin(''), `app.post('/', async (request, reply) => reply.jwtSign({ id }))`, 'none'],
    ['in the call', plugin(''), `app.jwt.sign({ id }, { expiresIn: 60 })`, '60s'],
    ['in the call of the reply', plugin(''), `app.post('/', async (request, reply) => reply.jwtSign({ id }, { expiresIn: '1m' }))`, '60s'],
    ['in the call of the reply, nested', plugin(''), `app.post('/', async (request, reply) => reply.jwtSign({ id }, { sign: { expiresIn: '1m' } }))`, '60s'],
    ['in the plugin', plugin(`, sign: { expiresIn: '1h' }`), `app.jwt.sign({ id })`, '3600s'],
    ['in the plugin, beside other options of the call', plugin(`, sign: { expiresIn: '1h' }`), `app.jwt.sign({ id }, { algorithm: 'HS512' })`, '3600s'],
    ['in the call before that in the plugin', plugin(`, sign: { expiresIn: '1h' }`), `app.jwt.sign({ id }, { expiresIn: 60 })`, '60s'],
    ['in a plugin that nobody can see', '', `app.jwt.sign({ id })`, '?'],
    ['in one of several plugins', plugin('') + plugin(`, namespace: 'other', sign: { expiresIn: '1h' }`), `app.jwt.sign({ id })`, '?'],
    ['in the payload', plugin(''), `app.jwt.sign({ id, exp: then })`, 'ends'],
    ['in the application of the request', plugin(''), `app.post('/', async (request) => request.server.jwt.sign({ id }))`, 'none'],
  ])('%s', (_title, registered, code, lifetime) => {
    expect(jwtEventsOf(`${HEAD} ${registered} ${code}`).at(-1)).toMatch(/^jwtSigned @fastify\/jwt \w+ `(?:sign|jwtSign)` payloads=1 lifetime=/)
    expect(jwtEventsOf(`${HEAD} ${registered} ${code}`).at(-1)).toContain(`lifetime=${lifetime}`)
  })
})

it.each([
  ['a verification of the request', `app.addHook('onRequest', async (request) => { await request.jwtVerify() })`, 'jwtVerified @fastify/jwt proved `jwtVerify` tokens=? algorithms=?'],
  ['with options of its own', `app.addHook('onRequest', async (request) => { await request.jwtVerify({ verify: { ignoreExpiration: true } }) })`, 'jwtVerified @fastify/jwt proved `jwtVerify` tokens=? algorithms=? expiry=ignored'],
  ['a verification of a token', `app.jwt.verify(token)`, 'jwtVerified @fastify/jwt proved `verify` tokens=1 algorithms=?'],
  ['a decoding of the request', `app.addHook('onRequest', async (request) => { await request.jwtDecode() })`, 'jwtDecoded @fastify/jwt proved `jwtDecode` token=?'],
  ['a decoding of a token', `app.jwt.decode(token)`, 'jwtDecoded @fastify/jwt proved `decode`'],
])('%s', (_title, code, expected) => {
  expect(jwtEventsOf(`${HEAD} ${code}`)).toEqual([expected])
})

it('takes `jwt.sign` for its own only where it is in use', () => {
  expect(eventsOf(`this.jwt.sign({ id })`)).toEqual([])
  expect(eventsOf(`this.jwt.sign({ id })`, { settings: { libraries: ['@fastify/jwt'] } })).toEqual(['jwtSigned @fastify/jwt likely `sign` payloads=1 lifetime=?'])
})
