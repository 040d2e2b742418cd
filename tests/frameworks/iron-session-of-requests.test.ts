import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const CONFIGURED = 'sessionConfigured iron-session/next proved `name` httpOnly=true* secure=true* sameSite=lax* path=/* lifetime=1296000s*'
const WRAPPER = `import { withIronSessionApiRoute } from 'iron-session/next';`
const LOGIN = `req.session.user = { id: user.id }; await req.session.save(); res.send({ ok: true })`

describe('a configuration', () => {
  const wrappers = ['withIronSessionApiRoute', 'withIronSessionSsr'].flatMap((wrapper) =>
    formsOfNamed('iron-session/next', wrapper).map(({ head, name, title }) => [wrapper, title, `${head}; export default ${name}(handler, { cookieName: 'app', password })`]),
  )
  const middlewares = formsOfNamed('iron-session/express', 'ironSession').map(({ head, name, title }) => ['ironSession', title, `${head}; app.use(${name}({ cookieName: 'app', password }))`])

  it.each([...wrappers, ...middlewares])('of %s by %s', (_export, _title, code = '') => {
    expect(eventsOf(code).map((event) => event.replace(/`.*`/, '`name`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['a flag', `cookieOptions: { httpOnly: false }`, CONFIGURED.replace('httpOnly=true*', 'httpOnly=false')],
    ['an end', `ttl: 3600`, CONFIGURED.replace('1296000s*', '3600s')],
    ['no end', `cookieOptions: { maxAge: undefined }`, CONFIGURED.replace('1296000s*', 'endless')],
  ])('with %s', (_title, option, expected) => {
    const events = eventsOf(`${WRAPPER} export default withIronSessionApiRoute(handler, { cookieName: 'app', password, ${option} })`)
    expect(events.map((event) => event.replace(/`.*`/, '`name`'))).toEqual([expected])
  })
})

describe('the session of a request', () => {
  const LOGGED_IN = 'userLoggedIn iron-session/next proved `req.session.user` by=program session=iron-session/next/client/'

  it.each([
    ['a route of Next', `${WRAPPER} export default withIronSessionApiRoute(async function login(req, res) { ${LOGIN} }, options)`, '/nowhere/pages/api/login.js'],
    ['a typed route of Next', `import type { NextApiRequest, NextApiResponse } from 'next'; ${WRAPPER} async function login(req: NextApiRequest, res: NextApiResponse) { ${LOGIN} } export default withIronSessionApiRoute(login, options)`, '/nowhere/pages/api/login.ts'],
    ['a route of Express', `import express from 'express'; import { ironSession } from 'iron-session/express'; const app = express(); app.use(ironSession(options)); app.post('/login', async (req, res) => { ${LOGIN} })`, '/nowhere/app.js'],
  ])('of %s is in the cookie', (_title, code, filename) => {
    const events = eventsOf(code, { filename, settings: { libraries: ['next'] } })
    expect(events.filter((event) => event.startsWith('userLoggedIn'))).toEqual([expect.stringContaining(LOGGED_IN)])
  })

  it.each([
    ['request.session[property] = value', `req.session.views = 1`, 'sessionWritten iron-session/next proved property=views value=1'],
    ['delete request.session[property]', `delete req.session.views`, 'sessionPropertyDeleted iron-session/next proved property=views'],
    ['request.session.save()', `await req.session.save()`, 'sessionSaved iron-session/next proved'],
    ['request.session.destroy()', `req.session.destroy()`, 'sessionDestroyed iron-session/next proved'],
  ])('the signature %s', (_title, statement, expected) => {
    const code = `import { ironSession } from 'iron-session/express'; import express from 'express'; const app = express(); app.post('/', async (req, res) => { ${statement} })`
    expect(matchesOf(code)).toEqual([expected])
  })

  it('is nobody knows whose where another library is in sight too', () => {
    const code = `import session from 'express-session'; import { ironSession } from 'iron-session/express'; import express from 'express'; const app = express(); app.post('/login', (req, res) => { req.session.user = user })`
    expect(eventsOf(code)).toEqual([])
  })
})
