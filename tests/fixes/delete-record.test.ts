import { describe, expect, it } from 'vitest'
import { FORGET, showing, writtenIntoLogout } from './written-into-logout.js'

const PRISMA = {
  head: `import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()`,
  write: 'await prisma.session.create({ data: { id, name: req.body.name } })',
  others: showing('req.cookies.sid'),
}
const REDIS = {
  head: `import { createClient } from 'redis'\nconst redis = createClient()`,
  write: 'await redis.set(`session:${id}`, req.body.name)',
  others: showing('req.cookies.sid'),
}
const DELETE = 'await redis.del(`session:${req.cookies.sid}`)'

describe('a record is deleted', () => {
  it.each([
    ['by an ID that is a name', { ...PRISMA, before: 'const sid = req.cookies.sid' }, 'if (sid) await prisma.session.deleteMany({ where: { id: String(sid) } })'],
    ['by an ID that is a member', PRISMA, 'if (req.cookies.sid) await prisma.session.deleteMany({ where: { id: String(req.cookies.sid) } })'],
    ['by an ID that a constant names', { ...PRISMA, others: `const NAME = 'sid'\n${showing('req.cookies[NAME]')}` }, 'if (req.cookies[NAME]) await prisma.session.deleteMany({ where: { id: String(req.cookies[NAME]) } })'],
    ['by an ID that is read once', { ...PRISMA, others: showing(`getCookie(req, 'sid')`) }, `const sessionId = getCookie(req, 'sid')\nif (sessionId) await prisma.session.deleteMany({ where: { id: String(sessionId) } })`],
    ['by an ID that a call names', { ...PRISMA, cookie: 'nameOf(app)', others: showing('req.cookies[nameOf(app)]') }, 'const sessionId = req.cookies[nameOf(app)]\nif (sessionId) await prisma.session.deleteMany({ where: { id: String(sessionId) } })'],
    ['by a name that is free', { ...PRISMA, others: `const sessionToken = 1\n${showing(`getCookie(req, 'sid')`)}`, before: 'const sessionId = 2' }, `const oldSessionId = getCookie(req, 'sid')\nif (oldSessionId) await prisma.session.deleteMany({ where: { id: String(oldSessionId) } })`],
    ['by the last name of all', { ...PRISMA, others: `const sessionToken = 1, oldSessionId = 2\n${showing(`getCookie(req, 'sid')`)}`, before: 'const sessionId = 3' }, `const endedSessionId = getCookie(req, 'sid')\nif (endedSessionId) await prisma.session.deleteMany({ where: { id: String(endedSessionId) } })`],
    ['out of a table that is called like a variable', { ...PRISMA, before: 'const session = 1' }, 'if (req.cookies.sid) await prisma.session.deleteMany({ where: { id: String(req.cookies.sid) } })'],
    ['under a key in a template', REDIS, DELETE],
    ['under a key with an operator in it', { ...REDIS, write: `await redis.set('session:' + id, req.body.name)`, others: showing(`redis.get('session:' + (req.cookies.sid ?? ''))`) }, `await redis.del('session:' + (req.cookies.sid ?? ''))`],
    ['after its handler has looked at it', { before: 'if (!sessions.has(req.cookies.sid)) return res.end()' }, 'sessions.delete(req.cookies.sid)'],
    ['after a function has looked at it', { head: 'const find = (r) => sessions.get(r.cookies.sid)', before: 'if (!find(req)) return res.end()' }, 'sessions.delete(req.cookies.sid)'],
    ['while a function looks at something else', { head: 'const greeting = () => "bye"', others: showing('sessions.get(req.cookies.sid)'), logout: `(req, res) => {\nres.clearCookie('sid')\nres.send(greeting())\n}` }, 'sessions.delete(req.cookies.sid)'],
    ['in a server that does not wait, with an answer to failures', { ...REDIS, server: 'express-4' }, `try {\n  ${DELETE}\n} catch {\n  return res.sendStatus(500)\n}`],
    ['in a server that does not wait, where failures are answered', { ...REDIS, server: 'express-4', logout: `async (req, res) => {\ntry {\n${FORGET}\n} catch (error) {\nres.sendStatus(500)\n}\n}` }, DELETE],
    ['if somebody wants that, in a callback for which nobody waits', { ...REDIS, logout: `(req, res) => {\nsetImmediate(async () => {\n${FORGET}\n})\n}` }, `if wanted: ${DELETE}`],
    ['in the style of the file', { ...REDIS, others: `${REDIS.others}\n${'tick();\n'.repeat(20)}`, server: 'express-4' }, `try {\n  ${DELETE};\n} catch {\n  return res.sendStatus(500);\n}`],
    ['before all expressions of an arrow function', { others: showing('req.cookies.sid'), logout: `(req, res) => (res.clearCookie('sid'), res.end())` }, `{\n  sessions.delete(req.cookies.sid)\n  return (res.clearCookie('sid'), res.end())\n}`],
    ['on a line with others', { others: showing('req.cookies.sid'), logout: `(req, res) => {\nres.locals.isGone = true;res.clearCookie('sid')\n;[res].map((one) => one.end())\n}` }, 'sessions.delete(req.cookies.sid)'],
  ] as const)('%s', (_title, parts, code) => {
    const written = writtenIntoLogout(parts)
    expect(written.slice(0, code.length)).toBe(code)
    expect(written.slice(code.length)).not.toMatch(/^ *\S/)
  })
})

describe('a semicolon that begins a line stays with it', () => {
  it.each([
    ['where it is the first of its block', '', '\n;'],
    ['behind another statement', 'tick()', '\n;'],
    ['but not one that ends what is before', 'tick();', '\n'],
  ])('%s', (_title, before, semicolon) => {
    const logout = `(req, res) => {\n${before}${semicolon}(res).clearCookie('sid')\nres.end()\n}`
    const deletion = 'sessions.delete(req.cookies.sid)'
    expect(writtenIntoLogout({ others: showing('req.cookies.sid'), logout })).toBe(semicolon.endsWith(';') ? deletion : `${deletion};`)
  })
})

describe('a record stays', () => {
  it.each([
    ['whose store has another meaning at the logout', { ...PRISMA, before: 'const prisma = 1' }],
    ['whose column is no name', { ...PRISMA, write: `await prisma.session.create({ data: { 'session-id': id } })` }],
    ['that a function looks up once more', { head: 'const find = (r) => sessions.get(r.cookies.sid)', logout: `(req, res) => {\nres.clearCookie('sid')\nres.send(find(req))\n}` }],
    ['of which the store tells more afterwards', { others: showing('req.cookies.sid'), logout: `(req, res) => {\nres.clearCookie('sid')\nres.send([...sessions.keys()])\n}` }],
    ['where a generator waits for nobody', { ...REDIS, logout: `async function* (req, res) {\n${FORGET}\n}` }],
    ['where a default of a parameter deletes the cookie', { others: showing('req.cookies.sid'), logout: `(req, res, _ = res.clearCookie('sid')) => { res.end() }` }],
  ] as const)('%s', (_title, parts) => {
    expect(writtenIntoLogout(parts)).toBe('no repair')
  })
})
