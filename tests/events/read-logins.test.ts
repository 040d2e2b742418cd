import { describe, expect, it } from 'vitest'
import { sessionFileOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'

const HEAD = `import express from 'express'
import session from 'express-session'
const app = express()
app.use(session({ secret }))
`

/** Before its version 0.6, which gives each login a session of its own. */
const OLD_PASSPORT = 'fixtures/passport-0.5/app.js'

/** What becomes of the user of a session. */
function changesIn(code: string, filename?: string): string[] {
  const events = sessionFileOf(code, filename === undefined ? {} : { filename: fileIn(filename) }).events
  return events.flatMap(({ type }) => (type === 'userLoggedIn' || type === 'identityUnset' ? [type] : []))
}

function changesInHandler(body: string): string[] {
  return changesIn(`${HEAD}app.post('/start', (req, res) => { ${body} })`)
}

describe('a user logs in', () => {
  it.each([
    ['where nothing is asked', 'req.session.userId = account.id'],
    ['behind a note that nobody is known', `if (!req.session.userId) log('new'); req.session.userId = account.id`],
    ['behind a guard against users who are known', `if (req.session.userId) return res.redirect('/'); req.session.userId = account.id`],
    ['behind a guard that asks twice', `if (req.session.user && req.session.user.id) return res.redirect('/'); req.session.userId = account.id`],
    ['behind a guard that compares', `if (req.session.userId !== undefined) return res.redirect('/'); req.session.userId = account.id`],
    ['where nobody is known', 'if (!req.session.userId) { req.session.userId = account.id }'],
    ['where nobody is known, by a comparison', 'if (req.session.userId == null) { req.session.userId = account.id }'],
    ['where nobody is known, by a strict comparison', 'if (req.session.userId === undefined) { req.session.userId = account.id }'],
    ['where nobody is known, in the other branch', 'if (req.session.userId) { log() } else { req.session.userId = account.id }'],
  ])('%s', (_title, body) => {
    expect(changesInHandler(body)).toEqual(['userLoggedIn'])
  })

  it.each([
    ...['username', 'email', 'userInfo', 'userData', 'loginUser', 'login', 'auth', 'authorized', 'customer', 'memberId', 'employee', 'profile'].map(
      (property) => [`by the property ${property}`, `if (!(await bcrypt.compare(password, user.hash))) return res.sendStatus(401); req.session.${property} = user`] satisfies [string, string],
    ),
    ['in a callback', 'bcrypt.compare(req.body.password, user.password, (err, same) => { if (same) { req.session.username = user.name } })'],
    ['in a callback that leaves first', `bcrypt.compare(req.body.password, user.password, (err, same) => { if (err || !same) return res.redirect('/'); req.session.username = user.name })`],
    ['in the branch of a check', 'if (user && bcrypt.compareSync(req.body.password, user.password)) { req.session.username = user.name } else { res.sendStatus(401) }'],
    ['in the other branch', 'if (!user.validPassword(req.body.password)) { res.sendStatus(401) } else { req.session.username = user.name }'],
    ['behind a comparison', 'if (req.body.password !== user.password) return res.sendStatus(401); req.session.username = user.name'],
    ['behind a check of argon2', 'if (!(await argon2.verify(user.hash, req.body.password))) return res.sendStatus(401); req.session.email = user.email'],
    ['behind a service', 'const user = await auth.authenticate({ email, password }); req.session.email = user.email'],
    ['behind a service with a password of its own word', 'const user = await validateUser(req.body.email, req.body.pwd); req.session.email = user.email'],
    ['behind a step that kept the e-mail', `if (req.session.email) return res.redirect('/'); if (!(await user.comparePassword(req.body.password))) return res.sendStatus(401); req.session.email = user.email`],
  ] satisfies readonly (readonly [string, string])[])('behind a check of the password: %s', (_title, body) => {
    expect(changesIn(`${HEAD}app.post('/start', async (req, res) => { ${body} })`)).toEqual(['userLoggedIn'])
  })

  it.each([
    ['where nothing is checked', 'req.session.username = req.body.username'],
    ['before the check', 'req.session.email = req.body.email; if (!(await bcrypt.compare(req.body.password, user.hash))) return res.sendStatus(401)'],
    ['where the check has failed', `if (!(await bcrypt.compare(req.body.password, user.hash))) { req.session.email = req.body.email; return res.redirect('/login') }`],
    ['in the other branch', 'if (bcrypt.compareSync(req.body.password, user.password)) { res.sendStatus(200) } else { req.session.email = req.body.email }'],
    ['where the check has thrown', 'try { await auth.verify(req.body.email, req.body.password) } catch { req.session.email = req.body.email }'],
    ['in a registration that hashes the password', 'const hash = await bcrypt.hash(req.body.password, 10); req.session.email = req.body.email'],
    ['in a registration whose password is typed twice', `if (req.body.password !== req.body.confirmPassword) return res.redirect('/'); req.session.email = req.body.email`],
    ['in a registration that looks at the password', `if (!validatePassword(req.body.password)) return res.redirect('/'); req.session.email = req.body.email`],
    ['in a registration that validates its form', `if (validator.isEmpty(req.body.password) || schema.validate({ email, password }).error) return res.redirect('/'); req.session.email = req.body.email`],
    ['in a registration with strict passwords', `if (!checkPasswordStrength(req.body.password, 8)) return res.redirect('/'); req.session.email = req.body.email`],
    ['where the e-mail of a user is changed', `const user = await User.findOne({ email: req.session.email }); if (!(await user.comparePassword(req.body.password))) return res.sendStatus(401); req.session.email = req.body.email`],
    ['where something else is kept', 'if (!(await bcrypt.compare(password, user.hash))) return res.sendStatus(401); req.session.theme = user.theme'],
  ])('not by a property that only describes somebody: %s', (_title, body) => {
    expect(changesIn(`${HEAD}app.post('/start', async (req, res) => { ${body} })`)).toEqual([])
  })

  it('in a function that is called by its method', () => {
    expect(changesIn(`${HEAD}function begin(req) { req.session.userId = account.id }\napp.post('/start', (req, res) => { begin.call(app, req) })`)).toEqual(['userLoggedIn'])
  })

  it('by one of several properties', () => {
    const write = '(request, h) => { request.yar.set({ user: null, userId: account.id }); return h.response() }'
    expect(changesIn(`import Hapi from '@hapi/hapi'\nimport yar from '@hapi/yar'\nconst server = Hapi.server()\nserver.route({ method: 'POST', path: '/start', handler: ${write} })`)).toEqual(['userLoggedIn'])
  })

  it('where credentials are posted to a library', () => {
    expect(changesIn(`import passport from 'passport'\n${HEAD}app.post('/login', passport.authenticate('local'))`, OLD_PASSPORT)).toEqual(['userLoggedIn'])
  })
})

describe('a user who is known is written again', () => {
  it.each([
    ['behind a guard against visitors', 'if (!req.session.userId) return res.sendStatus(401); req.session.userId = account.id'],
    ['where one is known', 'if (req.session.userId) { req.session.userId = account.id }'],
    ['behind a guard of users by what they may', `if (isBanned(req.session.userId)) return res.redirect('/'); req.session.userId = account.id`],
    ['where it is one of another account', 'if (req.session.userId === other.id) { req.session.userId = account.id }'],
    ['in the other branch', 'if (!req.session.userId) { log() } else { req.session.userId = account.id }'],
    ['by what was there', 'req.session.userId = merge(req.session.userId)'],
  ])('%s', (_title, body) => {
    expect(changesInHandler(body)).toEqual([])
  })

  it('which a library starts elsewhere does not end here', () => {
    expect(changesIn(`import passport from 'passport'\n${HEAD}app.get('/login/github', passport.authenticate('github'))`, OLD_PASSPORT)).toEqual([])
  })
})
