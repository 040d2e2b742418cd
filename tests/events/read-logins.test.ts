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
