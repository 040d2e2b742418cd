import { describe, expect, it } from 'vitest'
import { mayReadSessionId } from '../../lib/events/session-id-readings.js'

describe('a session ID', () => {
  it.each([
    'res.json({ id: req.sessionID })',
    'res.json({ id: req.session.sessionId })',
    'res.json(req.cookies.sid)',
    "res.json(req.cookies['connect.sid'])",
    'res.json(session_id)',
    'res.json(req.cookies.PHPSESSID)',
    'res.json(req.session.id)',
    'res.json(req.session?.id, req.session!)',
    "res.json(req.session['id'])",
    'res.json((req.session as Session).id)',
    'res.json(req.session\n  .id)',
    'h.response(request.yar.id)',
    'res.json(req.cookies.__session)',
    "res.json(req.signedCookies['auth.session'])",
    'const { id } = req.session',
    'const {id}=req.session',
    'const { id }: Session = req.session',
    'const own = req.session ?? {}',
    'const own = request.yar\nsend(own.id)',
    'const sessionOf = (req) => req.session',
    'function own(req) { return req.session }',
    'const { session } = req.cookies',
    'app.get("/", ({ session: { id } }) => id)',
    'app.get("/", ({ session: own }) => own.id)',
    'const jar = req["cookies"]',
    'const own = await getSession(header)',
  ])('may be read by %s', (code) => {
    expect(mayReadSessionId(code)).toBe(true)
  })

  it.each([
    "import session from 'express-session'",
    "const session = require('express-session')",
    'app.use(session({ secret, cookie: { maxAge: 1000 } }))',
    'req.session.userId = user.id',
    'req.session.regenerate((err) => next(err))',
    'const { userId } = req.session.user',
    "res.cookie('token', token)",
    'const { theme } = req.query',
  ])('is not read by %s', (code) => {
    expect(mayReadSessionId(code)).toBe(false)
  })
})
