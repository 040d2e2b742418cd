import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

const IMPORT = `import cookieSession from 'cookie-session'; import express from 'express'; const app = express();`

describe('a configuration', () => {
  const CONFIGURED = 'sessionConfigured cookie-session proved `session` httpOnly=true* secure=tls* path=/* lifetime=none'

  it.each(formsOfDefault('cookie-session').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const [event, ...others] = eventsOf(`${head}; app.use(${name}({ keys }))`)
    expect(event?.replace(/`.*`/, '`session`')).toBe(CONFIGURED)
    expect(others).toEqual([])
  })

  it.each([
    ['flat', `cookieSession({ keys, httpOnly: false, secure: true, sameSite: 'strict', maxAge: 60_000 })`, 'httpOnly=false secure=true sameSite=strict path=/* lifetime=60s'],
    ['called session', `import session from 'cookie-session'; session({ secret, httpOnly: false })`, 'httpOnly=false secure=tls* path=/* lifetime=none'],
    ['nested, where they have no effect', `cookieSession({ cookie: { httpOnly: false, maxAge: 60_000 } })`, 'httpOnly=true* secure=tls* path=/* lifetime=?'],
    ['in a constant', `const options = { httpOnly: false }; cookieSession(options)`, 'httpOnly=false secure=tls* path=/* lifetime=none'],
    ['nobody can see', `cookieSession(options)`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['with an age of 0', `cookieSession({ maxAge: 0 })`, 'httpOnly=true* secure=tls* path=/* lifetime=endless'],
    ['with a date', `cookieSession({ expires: new Date(Date.now() + 60_000) })`, 'httpOnly=true* secure=tls* path=/* lifetime=60s'],
  ])('with options %s', (_title, code, expected) => {
    const [event = ''] = eventsOf(`import cookieSession from 'cookie-session'; ${code}`)
    expect(event.replace(/^sessionConfigured cookie-session proved `.*` /, '')).toBe(expected)
  })
})

it.each([
  ['req.session[property] = value', `req.session.views = 1`, ['sessionWritten cookie-session proved property=views value=1']],
  ['delete req.session[property]', `delete req.session.user`, ['sessionPropertyDeleted cookie-session proved property=user']],
  ['req.session = null', `req.session = null`, ['sessionDestroyed cookie-session proved']],
  ['req.session = undefined', `req.session = undefined`, ['sessionDestroyed cookie-session proved']],
  ['req.session = {}', `req.session = {}`, ['sessionAbandoned cookie-session proved']],
  ['delete req.session', `delete req.session`, ['sessionAbandoned cookie-session proved']],
  ['no call that the library does not have', `req.session.regenerate(next); req.session.destroy()`, []],
])('the signature %s', (_title, statement, expected) => {
  const matches = matchesOf(`${IMPORT} app.post('/', (req, res, next) => { ${statement} })`)
  expect(matches.filter((line) => !line.startsWith('sessionReplaced'))).toEqual(expected)
})

it('the data is in the cookie', () => {
  expect(eventsOf(`${IMPORT} app.post('/', (req, res) => { req.session.userId = user.id })`)).toEqual([
    'userLoggedIn cookie-session proved `req.session.userId` by=program session=cookie-session/client/proved/req',
  ])
})

it('a session that either of two libraries may keep is nobody’s', () => {
  const code = `import cookieSession from 'cookie-session'; import session from 'express-session'; export const f = (req, res) => { req.session.userId = user.id }`
  expect(eventsOf(code)).toEqual([])
})
