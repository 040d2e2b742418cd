import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const HEAD = `import { Elysia } from 'elysia'; import { jwt } from '@elysiajs/jwt';`
const jwtEventsOf = (code: string) => eventsOf(`${HEAD} ${code}`).filter((line) => line.startsWith('jwt'))

const forms = [...formsOfDefault('@elysiajs/jwt'), ...formsOfNamed('@elysiajs/jwt', 'jwt')]
it.each(forms.map(({ head, name, title }) => [title, head, name]))('the plugin by %s', (_title, head, name) => {
  expect(matchesOf(`${head}; app.use(${name}({ secret }))`)).toEqual([expect.stringContaining('jwtDefaultsSet @elysiajs/jwt proved')])
})

describe('the end of a token', () => {
  const app = (options: string, sign: string) => `new Elysia().use(jwt(${options})).post('/login', async (ctx) => ${sign})`

  it.each([
    ['none', app(`{ secret }`, `ctx.jwt.sign({ sub })`), 'none'],
    ['in the plugin', app(`{ name: 'jwt', secret, exp: '7d' }`, `ctx.jwt.sign({ sub })`), '604800s'],
    ['in the plugin, as a moment', app(`{ secret, exp: 2000000000 }`, `ctx.jwt.sign({ sub })`), 'ends'],
    ['in the payload', app(`{ secret }`, `ctx.jwt.sign({ sub, exp: '1h' })`), 'ends'],
    ['in a plugin that nobody can see', app(`options`, `ctx.jwt.sign({ sub })`), '?'],
    ['none under another name', app(`{ name: 'accessJwt', secret }`, `ctx.accessJwt.sign({ sub })`), 'none'],
  ])('%s', (_title, code, lifetime) => {
    expect(jwtEventsOf(code)).toEqual([`jwtSigned @elysiajs/jwt proved \`sign\` payloads=1 lifetime=${lifetime}`])
  })

  it('is that of one of several plugins, and nobody knows of which', () => {
    const code = app(`{ name: 'access', secret, exp: '15m' }`, `ctx.access.sign({ sub })`).replace('.post', `.use(jwt({ name: 'refresh', secret })).post`)
    expect(jwtEventsOf(code)).toEqual(['jwtSigned @elysiajs/jwt proved `jwt` payloads=0 lifetime=900s', 'jwtSigned @elysiajs/jwt proved `sign` payloads=1 lifetime=?'])
  })

  it('is none where the context is taken apart', () => {
    expect(jwtEventsOf(`new Elysia().use(jwt({ secret })).post('/login', async ({ jwt }) => jwt.sign({ sub }))`)).toEqual([
      'jwtSigned @elysiajs/jwt proved `sign` payloads=1 lifetime=none',
    ])
  })
})

it('verifies tokens', () => {
  expect(jwtEventsOf(`new Elysia().use(jwt({ secret })).get('/me', async ({ jwt, cookie: { auth } }) => jwt.verify(auth.value))`)).toEqual([
    'jwtVerified @elysiajs/jwt proved `verify` tokens=1 algorithms=none given',
  ])
})
