import { describe, expect, test } from 'vitest'
import { fileOf } from '../events-of.js'

/** A program that keeps its sessions in a map; parts of it can be others. */
interface Program {
  readonly store?: string
  readonly login?: string
  readonly read?: string
  readonly route?: string
  /** What the logout does before it deletes the cookie. */
  readonly line?: string
  readonly clear?: string
  /** What else the file has. */
  readonly more?: string
}

const HELPERS = `const shared = {}; function helper(x) { return x }
function helper2() { return 1 }
function helper2() { return 1 }
function helper3(req, text) { return text }
function helper5(sid) { end(sid) }
function helper4() { end(1) }`

/** The records that the logouts of a program leave behind, by their names; whether cookies are signed, and whether they hold the ID itself. */
function leftBy({ clear = `res.clearCookie('sid')`, line = '', login = `const id = make(); sessions.set(id, req.body); res.cookie('sid', id)`, more = '', read = 'sessions.get(SID)', route = `app.post('/logout', (req, res, next) => {`, store = 'const sessions = new Map()' }: Program): string[] {
  const file = fileOf(`import express from 'express'
const app = express()
${store}
app.post('/login', async (req, res) => { ${login}; res.end() })
app.get('/me', async (req, res) => { res.json(${read}) })
${route} ${line}; ${clear}; res.end() })
${more}`.replaceAll('SID', 'req.cookies.sid'))
  return (file?.of('cookieCleared') ?? []).flatMap((cleared) => {
    const left = file?.recordLeft(cleared)
    return left ? [[left.record.name, ...(left.isSigned ? ['signed'] : []), ...(left.isSame ? [] : ['in another form'])].join(' ')] : []
  })
}

describe('a logout leaves the record', () => {
  test.each([
    '',
    'log()',
    'sessions.get(1)',
    'const s = sessions.get(SID); console.log(s)',
    'const s = sessions.get(SID); if (s) console.log(s.user)',
    'const s = sessions.get(SID); s.toString()',
    'const { user } = sessions.get(SID); show(1)',
    'for (const s of list) end(s)',
    'const { user: owner } = sessions.get(SID); show(config)',
    'later({ run: () => console.log(SID), done: () => res.json(req.headers) })',
    'const id = SID; String(id)',
    'const id = SID; JSON.parse(id)',
    `const id = SID; id.split('.')`,
    'const id = SID; helper(id)',
    'helper(req)',
    'later((x) => end(x))',
    'find(1, (error, s) => end(s))',
    'getUser(req)',
    'readCookies(req)',
    'isAllowed(req)',
    'doCookie(req)',
    'end(req.body)',
    'end(req.body.name)',
    'end(res)',
    'end(() => req)',
    'end(req.session)',
    'req.get("x")',
    'req.is("json")',
    'req.flash("x")',
    'req.socket.end()',
    'req.app.get("x")',
    'req.app.locals.end()',
    'req.log.info(1)',
    'res.send(1)',
    'res.custom()',
    'res.locals.x = 1',
    'let a = {}; a.x = 1',
    'const answer = {}; answer.sid = SID; res.json(answer)',
    'const answer = {}; answer.sid = SID; answer.done = true',
    'helper3(req)',
    'const show = () => console.log(SID); later(show)',
    'count++',
    '!shared.x',
    'next(new Error())',
    'emitter.emit("logout")',
    'console.log(req)',
    'logger.info(req)',
    'endAll()',
    'helper2()',
    'helper4()',
    'setTimeout(helper4)',
  ])('although it does %s', (line) => {
    expect(leftBy({ line, more: HELPERS })).toEqual(['sessions'])
  })

  test.each([
    'sessions.delete(1)',
    'function f() { sessions.delete(1) }',
    'function f() { sessions.delete(1) }; f()',
    'setInterval(() => { sessions.delete(1) }, 1000)',
    'setInterval(f, 1000); function f() { sessions.delete(1) }',
    'setTimeout(f, 1000); function f() { sessions.delete(1) }',
    'app.post("/end", (req, res) => { sessions.delete(1) })',
    'app.post("/end", (req, res) => { f() }); function f() { sessions.delete(1) }',
    'app.post("/end", (req, res) => { f() }); function f() { g() } function g() { sessions.delete(1) }',
    'app.post("/x", (req, res) => { list.forEach(() => sessions.delete(1)) })',
    'app.use((req, res, next) => { if (session.expires < Date.now()) sessions.delete(1); next() })',
    'app.use((req, res, next) => { for (const [k, s] of sessions) if (s.lastSeen < limit) sessions.delete(k); next() })',
    'app.use((req, res, next) => { a.expired && sessions.delete(1); next() })',
    'app.use((req, res, next) => { a.expired ? sessions.delete(1) : 0; next() })',
    'sessions.clear()',
    'sessions.set(1, 2)',
    'app.post("/x", (req, res) => { sessions.set(1, 2) })',
    'for (const a of sessions) {}',
    'sessions.size',
    'sessions.keys()',
  ])('although the file has %s', (more) => {
    expect(leftBy({ more })).toEqual(['sessions'])
  })

  test.each([
    ['behind a guard', { route: `app.post('/logout', requireAuth, (req, res, next) => {` }, 'sessions'],
    ['with a cookie that is written over', { clear: `res.cookie('sid', '', { maxAge: 0 })` }, 'sessions'],
    ['with a cookie by a constant', { login: `const id = make(); sessions.set(id, req.body); res.cookie(NAME, id)`, more: `const NAME = 'sid'` }, 'sessions'],
    ['with a signed cookie', { login: `const id = make(); sessions.set(id, req.body); res.cookie('sid', id, { signed: true })` }, 'sessions signed'],
    ['with a cookie that is not to be signed', { login: `const id = make(); sessions.set(id, req.body); res.cookie('sid', id, { signed: false })` }, 'sessions'],
    ['with a cookie that is not to be signed, in quotes', { login: `const id = make(); sessions.set(id, req.body); res.cookie('sid', id, { "signed" : false })` }, 'sessions'],
    ['with a signature in the cookie', { login: `const id = make(); sessions.set(id, req.body); res.cookie('sid', sign(id))` }, 'sessions in another form'],
    ['with a hash in the store', { login: `const id = make(); sessions.set(hash(id), req.body); res.cookie('sid', id)` }, 'sessions in another form'],
    ['in an object', { store: 'const sessions = {}', login: `const id = make(); sessions[id] = req.body; res.cookie('sid', id)`, read: 'sessions[SID]' }, 'sessions'],
    ['in a helper', { clear: 'clear(res)', more: `function clear(res) { res.clearCookie('sid') }` }, 'sessions'],
    ['in a helper of a helper', { clear: 'clear(res)', more: `function clear(res) { clearBoth(res) } function clearBoth(res) { res.clearCookie('sid') }` }, 'sessions'],
  ] as const)('%s', (_name, program, left) => {
    expect(leftBy(program)).toEqual([left])
  })
})

describe('a logout may end the session', () => {
  test.each([
    'sessions.delete(1)',
    'sessions.delete(SID)',
    'sessions.clear()',
    'sessions.set(1, 2)',
    'audit(SID)',
    'audit(sessions.get(SID))',
    'const s = sessions.get(SID); audit(s)',
    'const s = sessions.get(SID); s.user = null',
    'const s = sessions.get(SID); s.count++',
    'const s = sessions.get(SID); delete s.user',
    'const s = sessions.get(SID); s.end()',
    'const s = sessions.get(SID); s.user.end()',
    'const { user } = sessions.get(SID); end(user)',
    'let s; s = sessions.get(SID); end(s)',
    'let s; ({ user: s } = sessions.get(SID)); end(s)',
    'for (const s of sessions.get(SID)) end(s)',
    'const id = SID; end(id)',
    'helper5(SID)',
    `const id = SID; const other = id + 'x'; end(other)`,
    'const id = SID; later(id).then((x) => end(x))',
    'find(SID, (error, s) => end(s))',
    'const id = SID; find(id, (s) => {})',
    'end(req)',
    'end(req.cookies)',
    'end(req.headers)',
    'end(req.headers.cookie)',
    'end({ req })',
    'new End(req)',
    'req.logout()',
    'req.auth.end()',
    'req.custom()',
    'req.x = 1',
    'req.session.x = 1',
    'app.locals.x = 1',
    'a.x = 1',
    'shared.x = 1',
    'shared.count++',
    '/* global cache */ cache.last = 1',
    'delete shared.x',
    'next()',
    'return next()',
    'await next()',
    'emitter.emit("logout", SID)',
    'console.table(req)',
    'revoke(1)',
    'destroySessions()',
    'await redis.del("x")',
    'params.delete("x")',
    'setTimeout(() => sessions.delete(1))',
    'list.forEach(() => end(req))',
    '[1].map(() => sessions.delete(SID))',
    'if (a) sessions.delete(1)',
    `SID = ''`,
    'throw new Error(req)',
  ])('by %s', (line) => {
    expect(leftBy({ line, more: HELPERS })).toEqual([])
  })

  test.each([
    'export function f() { sessions.delete(1) }',
    'later(f, 1000); function f() { sessions.delete(1) }',
    'later(() => { sessions.delete(1) })',
    'app.use((req, res, next) => { sessions.delete(1); next() })',
    'app.all("*", (req, res, next) => { sessions.delete(1); next() })',
    'app.param("id", (req, res, next) => { sessions.delete(1); next() })',
    'app.post("/logout", (req, res) => { sessions.delete(1) })',
    'app.post("/signout/all", (req, res) => { sessions.delete(1) })',
    'app.use((req, res, next) => { list.forEach(() => sessions.delete(1)); next() })',
    'app.use((req, res, next) => { if (session.name) sessions.delete(1); next() })',
    'app.use((req, res, next) => { while (a.old) sessions.delete(1); next() })',
    'app.use(f); function f(req, res, next) { sessions.delete(1); next() }',
    'const o = { f() { sessions.delete(1) } }',
    'const x = f; function f() { sessions.delete(1) }',
    'function f() { f(); sessions.delete(1) }',
    'export default sessions',
    'export { sessions }',
    'end(sessions)',
    'sessions = 1',
    'const s = sessions; s.delete(1)',
    'const s = sessions',
    'sessions.custom()',
    'class A { f() { sessions.delete(1) } }',
    'class A { f(expired) { return sessions.delete(expired) || fail() } }',
    'class A { f() { this.timeout = sessions.delete(1) } }',
    'class A { f(expired) { if (sessions.delete(expired)) log() } }',
    'export class A { f() { sessions.delete(1) } }',
  ])('as the file has %s', (more) => {
    expect(leftBy({ more })).toEqual([])
  })

  test.each([
    ['before its handler', { route: `app.post('/logout', revokeAll, (req, res, next) => {` }],
    ['as a helper marks it', { line: 'mark()', more: 'function mark() { sessions.set(1, { ended: true }) }' }],
    ['where a helper that clears the cookie is handed on', { clear: 'clear(res)', more: `function clear(res) { res.clearCookie('sid') }\napp.get('/settings', (req, res) => { later(clear); res.end() })` }],
    ['as it is another cookie', { clear: `res.clearCookie('other')` }],
    ['as nobody knows the cookie', { clear: 'res.clearCookie(NAME)' }],
    ['as no record has the ID', { login: `const id = make(); res.cookie('sid', id)` }],
    ['as no cookie has the ID', { login: 'const id = make(); sessions.set(id, req.body)' }],
    ['as the cookie has something else', { login: `const id = make(); sessions.set(id, req.body); res.cookie('sid', other)` }],
    ['as the store is one of games', { store: 'const gameSessions = new Map()', login: `const id = make(); gameSessions.set(id, req.body); res.cookie('sid', id)` }],
    ['as the store is from another file', { store: `import { sessions } from './sessions.js'` }],
    ['as nobody sees what the store is', { store: 'const sessions = createStore()' }],
    ['of an object', { store: 'const sessions = {}', login: `const id = make(); sessions[id] = req.body; res.cookie('sid', id)`, read: 'sessions[SID]', line: 'delete sessions[SID]' }],
    ['of an object, written over', { store: 'const sessions = {}', login: `const id = make(); sessions[id] = req.body; res.cookie('sid', id)`, read: 'sessions[SID]', line: 'sessions[SID] = null' }],
    ['as another handler may, under whatever name it is called', { route: `app.post('/logout', (req, res, proceed) => {`, line: 'proceed()' }],
    ['as whoever calls a helper may go on', { clear: 'clear(res, next)', more: `function clear(res, next) { res.clearCookie('sid'); next() }\napp.post('/signout', (req, res) => { clear(res, () => {}) })` }],
    ['of one of two stores', { store: 'const sessions = new Map(); const userSessions = new Map()', login: `const id = make(); userSessions.set(id, 1); sessions.set(id, 2); res.cookie('sid', id)`, line: 'sessions.clear()' }],
    ['in what calls the helper', { clear: '', more: `function clear(res) { res.clearCookie('sid') }\napp.post('/signout', (req, res) => { clear(res); sessions.delete(1) })` }],
  ] as const)('%s', (_name, program) => {
    expect(leftBy(program)).toEqual([])
  })
})

const REDIS = {
  store: `import { createClient } from 'redis'; const redis = createClient()`,
  login: "const id = make(); redis.set(`session:${id}`, req.body); res.cookie('sid', id)",
  read: 'redis.get(`session:${SID}`)',
}
const DRIZZLE = {
  store: `import { db, sessions } from './database.js'`,
  login: `const id = make(); await db.insert(sessions).values({ id, userId: 1 }); res.cookie('sid', id)`,
  read: 'await db.select().from(sessions).where(eq(sessions.id, SID))',
}

const OBJECT = {
  login: "const id = make(); this.redis.set(`session:${id}`, req.body); res.cookie('sid', id)",
  read: 'this.redis.get(`session:${SID}`)',
}

describe('what goes to a server', () => {
  test.each([
    [REDIS, '', 'session:'],
    [REDIS, 'redis.get(1)', 'session:'],
    [REDIS, 'end()', 'session:'],
    [REDIS, 'function other(redis) { redis.quit() }; other(1)', 'session:'],
    [DRIZZLE, '', 'sessions'],
    [DRIZZLE, 'db.select().from(sessions)', 'sessions'],
    [DRIZZLE, 'db.query.sessions.findFirst(1)', 'sessions'],
    [OBJECT, '', 'session:'],
  ])('%j is left by %s', (program, line, left) => {
    expect(leftBy({ ...program, line })).toEqual([left])
  })

  test.each([
    [REDIS, 'redis.del(1)'],
    [REDIS, 'redis.expire(1)'],
    [REDIS, 'redis.set(1)'],
    [REDIS, 'redis.multi().del(1)'],
    [REDIS, 'redis.quit()'],
    [REDIS, 'other.del(1)'],
    [DRIZZLE, 'db.delete(sessions)'],
    [OBJECT, 'this.redis.quit()'],
    [DRIZZLE, 'db.update(sessions).set({})'],
    [DRIZZLE, `db.execute('delete from x')`],
  ])('%j may be taken out by %s', (program, line) => {
    expect(leftBy({ ...program, line })).toEqual([])
  })

  test('may be taken out where the key is the same', () => {
    expect(leftBy({ ...REDIS, more: 'export function end() { redis.del(`session:1`) }' })).toEqual([])
    expect(leftBy({ ...REDIS, more: 'export function end() { redis.del(`cart:1`) }' })).toEqual(['session:'])
    expect(leftBy({ ...DRIZZLE, more: 'export function end() { db.execute("delete from sessions") }' })).toEqual([])
    expect(leftBy({ ...DRIZZLE, more: 'export function end() { db.execute("delete from carts") }' })).toEqual(['sessions'])
    expect(leftBy({ ...REDIS, more: "app.post('/other', (req, res) => { redis.del(`session:1`) })" })).toEqual(['session:'])
  })
})
