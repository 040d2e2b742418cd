import rule from '../../lib/rules/no-client-supplied-session-id.js'
import { fileIn, ruleTester, type InvalidCase, type ValidCase } from '../rule-tester.js'

const EXPRESS = `import express from 'express'
import session from 'express-session'
const app = express()
`

interface Place {
  readonly line?: number
  readonly column?: number
  readonly endColumn?: number
  readonly filename?: string
  readonly options?: readonly unknown[]
  readonly head?: string
}

function valid(name: string, body: string, { filename, head = EXPRESS, options }: Place = {}): ValidCase {
  return { name, code: `${head}${body}`, ...(options && { options }), ...(filename !== undefined && { filename: fileIn(filename) }) }
}

function reported(name: string, messageId: string, body: string, source: string, { filename, head = EXPRESS, options, ...place }: Place = {}): InvalidCase {
  return {
    name,
    code: `${head}${body}`,
    output: null,
    errors: [{ messageId, data: { source }, ...place }],
    ...(options && { options }),
    ...(filename !== undefined && { filename: fileIn(filename) }),
  }
}

ruleTester.run(rule.name, rule, {
  valid: [
    valid(
      'IDs that the server makes',
      `app.use(session({ secret, genid: () => randomUUID() }))
app.use(session({ secret, genid: (req) => uid(24) }))
app.use(session({ secret, genid: generate }))
app.use(session({ secret, genid: (req) => \`\${req.query.tenant}-\${randomUUID()}\` }))
app.use(session({ secret, genid: (req) => req.headers['x-tenant'] + randomUUID() }))
app.use(session({ secret, genid: (req) => sign(req.query.sid) }))`,
    ),
    valid('an ID of a protocol that has its own', `app.use(session({ secret, genid: (req) => req.headers['mcp-session-id'] }))`),
    valid('a header that is allowed', `app.use(session({ secret, genid: (req) => req.get('X-Session-Id') }))`, { options: [{ allowHeaders: ['X-Session-Id'] }] }),
    valid('a header whose name nobody knows', `app.use(session({ secret, genid: (req) => req.headers[HEADER] }))`),
    valid(
      'a cookie that holds something else, or what the server has made of the input',
      `app.post('/a', (req, res) => { res.cookie('theme', req.body.theme); res.cookie('lang', req.query.lang); res.cookie('redirect', req.query.to) })
app.post('/b', async (req, res) => { res.cookie('sid', await createSession(req.body.user)); res.cookie('token', sign(req.body.id)) })
app.post('/c', (req, res) => { res.cookie('remember_me', req.body.remember); res.cookie('sid', '', { maxAge: 0 }) })
app.get('/d', (req, res) => { res.cookie('sid', req.cookies.sid); res.cookie('token', req.headers.authorization) })`,
    ),
    valid('a token that is shown to log in', `app.post('/session', (req, res) => { res.cookie('token', req.body.token); res.cookie('session', req.body.idToken); res.end() })`),
    valid(
      'a token that somebody looks at before it becomes a cookie',
      `app.post('/a', async (req, res) => { await verifyIdToken(req.body.token); res.cookie('token', req.body.token) })
app.get('/b', (req, res) => { const { token } = req.query; if (!sessions.has(token)) return res.sendStatus(401); res.cookie('session', token) })
app.get('/c', verifyToken, (req, res) => { res.cookie('token', req.query.token) })
app.get('/d', (req, res) => { if (req.query.token !== expected) return res.sendStatus(401); res.cookie('token', req.query.token) })
app.get('/e', (req, res) => { const token = req.query.token; jwt.verify(token, key, (err) => { if (err) return res.sendStatus(401); res.cookie('token', token) }) })`,
    ),
    valid(
      'a session that is found by its cookie, or by a header, which no link carries',
      `const sessions = new Map()
app.use((req, res, next) => { const found = sessions.get(req.cookies.sid); req.user = found?.user; next() })
app.use((req, res, next) => { req.user = sessions[req.signedCookies.sid].user; next() })
app.use((req, res, next) => { req.user = sessions.get(req.headers['x-session-token']).user; next() })
app.use((req, res, next) => { req.user = sessions.get(req.headers.authorization.slice(7)).user; next() })`,
    ),
    valid(
      'sessions of something else, found by what is asked for',
      `const sessions = new Map()
app.get('/quiz/:id', (req, res) => { const quiz = sessions.get(req.params.id); res.json(quiz.questions) })
app.delete('/sessions/:id', (req, res) => { sessions.delete(req.params.id); delete sessions[req.params.id]; res.end() })
app.post('/sessions/:id', (req, res) => { sessions[req.params.id] = { user: req.user }; res.end() })
app.get('/sessions/:id', (req, res) => { res.json(sessions.get(req.params.id)) })`,
    ),
    ...[
      ['whose owner is the user of the request', 'if (found.userId !== req.user.id) return res.status(403).end(); res.json(found.messages)'],
      ['whose owner is, as a text', 'if (String(found.userId) !== String(req.user._id)) return res.status(403).end(); res.json(found.messages)'],
      ['whose owner is, by a method', 'if (!found.user.equals(req.user._id)) return res.status(403).end(); res.json(found.messages)'],
      ['whose owner is the user of the session', 'if (found.user !== req.session.userId) return res.status(403).end(); res.json(found.messages)'],
      ['whose owner is, under a name', 'const { user } = req; if (found?.userId === user.id) res.json(found.messages)'],
      ['whose owner is somebody who is known', 'if (found.userId !== ownerOf(req)) return res.status(403).end(); res.json(found.messages)'],
      ['in a handler that has asked for the user', 'if (!req.isAuthenticated()) return res.status(401).end(); const owner = await User.findById(found.userId); res.json(owner.name)'],
      ['that is shown with its user', 'res.json({ connected: found.socket.isOpen, user: found.user })'],
      ['that is shown with the name of its user', 'res.status(200).send(`${found.user.name}`)'],
    ].map(([name, body]) =>
      valid(`a session ${name}`, `const sessions = new Map()\napp.get('/chats/:sessionId', async (req, res) => { const found = sessions.get(req.params.sessionId); ${body} })`),
    ),
    ...["router.get('/look', requireAuth, look)", "router.use(requireAuth)\nrouter.get('/look', look)", "router.get('/look', requireApiKey, look)"].map((registration) =>
      valid(
        `a session that is found behind a guard: ${registration}`,
        `const sessions = new Map()\nconst router = express.Router()\n${registration}\nfunction look(req, res) { const found = sessions.get(req.query.id); mail(found.user); res.end() }`,
      ),
    ),
    ...[
      ['of a call, which a gateway for phones asks for', "app.post('/voice', (req, res) => { const call = sessions[req.body.CallSid]; res.send(`<Say>Hello ${call.user.name}</Say>`) })"],
      ['of a phone without a browser', "app.post('/ussd', async (req, res) => { const { sessionId } = req.body; const found = sessions[sessionId]; const user = await User.findById(found.userId); res.send(`CON Hello ${user.name}`) })"],
      ['of a chat', "app.post('/hook', async (req, res) => { const found = sessions[req.body.message.chat.id]; const user = await User.findById(found.userId); res.json({ text: user.name }) })"],
      ['of a bot', "app.post('/telegram', async (req, res) => { const found = sessions[req.body.from]; const user = await User.findById(found.userId); res.json({ text: user.name }) })"],
      ['of an upload', "app.post('/uploads/:sessionId/complete', async (req, res) => { const found = sessions[req.params.sessionId]; await File.create({ owner: found.userId }); res.end() })"],
      ['of an exam', "app.post('/exam-sessions/:sessionId', async (req, res) => { const found = sessions[req.params.sessionId]; await Answer.create({ by: found.userId }); res.end() })"],
    ].map(([name = '', code = '']) => valid(`a session ${name}`, `const sessions = {}\n${code}`)),
    ...[
      ['whose owner is asked', 'const found = await Session.findById(req.params.id); if (found.userId !== req.user.id) return res.sendStatus(403); res.json(found)'],
      ['with its coach', 'const found = await prisma.session.findUnique({ where: { id: req.params.id }, include: { user: true } }); res.json(found)'],
      ['whose user is told', 'const found = await Session.findOne({ id: req.query.id }); const user = await User.findById(found.userId); await mail(user)'],
      ['of the user, by its cookie', 'req.user = JSON.parse(await redis.get(`session:${req.cookies.sid}`))'],
      ['of the user, by its cookie, in a table', 'const found = await Session.findOne({ sessionId: req.cookies.sid }); req.user = found.user'],
      ['of something else', 'req.user = await prisma.examSession.findUnique({ where: { id: req.query.id } })'],
      ['in a cache', 'req.user = await redis.get(`user:${req.query.id}`)'],
      ['whose state only is asked for', 'const found = await Session.findOne({ state: req.query.state }); req.user = found.user'],
    ].map(([name = '', body = '']) => valid(`a row of sessions ${name}`, `app.get('/sessions/:id', async (req, res) => { ${body} })`)),
    valid('a session with a type', `const sessions = new Map<string, ChatSession>()\napp.get('/chats/:id', (req, res) => { const found = sessions.get(req.params.id); if (!found || found.userId !== req.user!.id) return res.sendStatus(404); res.json(found.messages) })`, { filename: 'fixtures/file.ts' }),
    valid('a session of Koa', `router.get('/chats/:id', (ctx) => { const found = sessions.get(ctx.params.id); if (found.userId !== ctx.state.user.id) ctx.throw(403); ctx.body = found.messages })`, {
      head: `import Router from '@koa/router'\nconst router = new Router()\nconst sessions = new Map()\n`,
    }),
    valid('a session of Hono', `app.get('/chats/:id', (c) => { const found = sessions.get(c.req.param('id')); if (found.userId !== c.get('user').id) return c.text('', 403); return c.json(found.messages) })`, {
      head: `import { Hono } from 'hono'\nconst app = new Hono()\nconst sessions = new Map()\n`,
    }),
    valid(
      'the sessions of a protocol',
      `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
const sessions = {}
app.post('/messages', (req, res) => { const found = sessions[req.query.sessionId]; found.user.post(req, res) })`,
    ),
    valid('a list of all sessions for administrators', `app.get('/admin/:sid', (req, res) => { req.sessionStore.get(req.params.sid, (err, found) => res.json(found)) })`),
    valid('another ID', `app.post('/a', (req, res) => { req.session.cartId = req.body.cart; req.id = req.headers['x-request-id']; res.end() })`),
    {
      name: 'an ID for a chat',
      code: `import OpenAI from 'openai'
const sessions = new Map()
app.post('/chat', (req, res) => { const { account } = sessions.get(req.body.sessionId); res.json(account) })`,
    },
    {
      name: 'an ID that a function of the program looks at before',
      code: `${EXPRESS}app.get('/resume', (req, res) => { if (!isSigned(req.query.sid)) return res.sendStatus(403); req.sessionID = req.query.sid; res.end() })`,
    },
    valid('what is made by what a request says', `const sessions = createSessions()\napp.post('/start', (req, res) => { const { user } = sessions.create(req.body.plan); res.json(user) })`),
    valid('a session of the server that is shown beside one of the request', `app.get('/peek', (req, res) => { let current; req.sessionStore.get(req.query.sid, (err, found) => { current = req.session; res.json({ current, found }) }) })`),
    valid('names that lead to each other', `app.get('/resume', (req, res) => { var id = other; var other = id; req.sessionID = id; res.end() })`),
    valid('a header that a protocol has its own sessions in', `app.register(session, { secret, idGenerator: (request) => request.raw.headers['mcp-session-id'] })`, { head: `import session from '@fastify/session'\n` }),
    valid('what a program is started with', `const lucia = new Lucia(adapter)\nconst { searchParams } = new URL(process.argv[2])\nlucia.validateSession(searchParams.get('sid')).then(console.log)`, { head: `import { Lucia } from 'lucia'\n` }),
    { name: 'what is no user', code: `${EXPRESS}const sessions = new Map()\napp.get('/look', (req, res) => { const { theme } = sessions.get(req.query.sid); res.render('look', { theme }) })` },
    { name: 'what becomes no user', code: `${EXPRESS}const sessions = new Map()\napp.get('/look', (req, res) => { req.preview = sessions.get(req.query.sid); res.end() })` },
  ],
  invalid: [
    reported('a generator that takes a header', 'generated', `app.use(session({ secret, genid: (req) => req.headers['x-session-id'] }))`, "req.headers['x-session-id']", {
      line: 4,
      column: 43,
      endColumn: 70,
    }),
    reported('a generator that takes the query where there is one', 'generated', `app.use(session({ secret, genid: (req) => req.query.sid || randomUUID() }))`, 'req.query.sid'),
    reported('a generator that takes a cookie of another name', 'generated', `app.use(session({ secret, genid: (req) => req.cookies.id ?? randomUUID() }))`, 'req.cookies.id'),
    reported(
      'a generator of its own, with a variable',
      'generated',
      `function generate(request) {
  const id = request.get('X-Id')
  return id ? String(id) : randomUUID()
}
app.use(session({ secret, genid: generate }))`,
      'id',
      { line: 6, column: 22 },
    ),
    reported('a generator of Fastify', 'generated', `app.register(session, { secret, idGenerator: (request) => request.query.sid })`, 'request.query.sid', {
      head: `import session from '@fastify/session'\n`,
    }),
    reported('a header that is not in the list', 'generated', `app.use(session({ secret, genid: (req) => req.headers['mcp-session-id'] }))`, "req.headers['mcp-session-id']", {
      options: [{ allowHeaders: [] }],
    }),
    ...['user', 'auth', 'sessionID'].map((name) =>
      reported(`a session of its own that becomes what a request has as ${name}`, 'lookedUp', `const sessions = new Map()\napp.get('/resume', (req, res) => { req.${name} = sessions.get(req.query.sid); res.end() })`, 'req.query.sid'),
    ),
    reported('a session of its own that is found by an address that is parsed', 'lookedUp', `const sessions = new Map()
http.createServer((req, res) => { const { query } = url.parse(req.url, true); const session = sessions.get(query.sid); res.end(session.user.name) })`, 'query.sid', {
      head: `const http = require('http')\nconst url = require('url')\n`,
    }),
    reported('an ID out of two parts of a request', 'assigned', `app.use((req, res, next) => { const sid = req.query.tenant + req.body.sid; req.sessionID = sid; next() })`, 'sid'),
    reported("an ID that is put in the place of the library's", 'assigned', `app.use((req, res, next) => { req.sessionID = req.query.sid; next() })`, 'req.query.sid'),
    reported('the ID of the session itself', 'assigned', `app.use((req, res, next) => { req.session.id = req.body.sid; next() })`, 'req.body.sid'),
    reported(
      'an ID from an address that is taken apart',
      'assigned',
      `app.use((req, res, next) => { req.sessionID = new URL(req.url, origin).searchParams.get('sid'); next() })`,
      "new URL(req.url, origin).searchParams.get('sid')",
    ),
    reported('a session cookie from the query', 'cookie', `app.get('/start', (req, res) => { if (req.query.sid) res.cookie('sid', req.query.sid); res.redirect('/') })`, 'req.query.sid', {
      line: 4,
      column: 72,
      endColumn: 85,
    }),
    reported(
      'a session cookie from the body, which is logged',
      'cookie',
      `app.post('/start', (req, res) => { const { sessionId } = req.body; console.log(sessionId); res.cookie('sessionId', sessionId); res.end() })`,
      'sessionId',
    ),
    reported('a session cookie from the path', 'cookie', "app.get('/start/:token', (req, res) => { res.cookie('token', `${req.params.token}`); res.end() })", 'req.params.token'),
    reported('a session cookie of Hono', 'cookie', `app.get('/start', (c) => { setCookie(c, 'session', c.req.query('sid')); return c.redirect('/') })`, "c.req.query('sid')", {
      head: `import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
const app = new Hono()
`,
    }),
    reported(
      'a session cookie of Next',
      'cookie',
      `export async function POST(request) { const { sessionId } = await request.json(); (await cookies()).set('session', sessionId); return Response.json({}) }`,
      'sessionId',
      { head: `import { cookies } from 'next/headers'\n`, filename: 'fixtures/next-auth-5/app/start/route.ts' },
    ),
    reported(
      'a session in a map',
      'lookedUp',
      `const sessions = new Map()
app.use((req, res, next) => { const found = sessions.get(req.query.sid); if (found) req.user = found.user; next() })`,
      'req.query.sid',
    ),
    reported(
      'a session in an object, where the cookie is missing',
      'lookedUp',
      `const sessions = {}
app.use((req, res, next) => { const { userId } = sessions[req.cookies.sid || req.query.sid] ?? {}; req.userId = userId; next() })`,
      'req.query.sid',
    ),
    reported(
      'a session in a store of its own, from the body',
      'lookedUp',
      `app.post('/me', async (req, res) => { req.session = await sessionStore.get(req.body.sessionId); res.end() })`,
      'req.body.sessionId',
    ),
    ...[
      ['that says whose data is read', 'const user = await User.findById(found.userId); res.json(user)'],
      ['that is shown to whoever comes by a link', 'res.json({ user: found.user })'],
      ['whose user must be what the request says', 'if (found.userId !== req.body.userId) return res.sendStatus(403); res.json(found.cart)'],
      ['whose user must be an administrator', "if (found.user !== 'admin') return res.sendStatus(403); res.json(users)"],
      ['whose user must be there', 'if (found.user === undefined) return res.sendStatus(403); res.json(found.cart)'],
      ['that is taken where nobody is logged in', 'if (!req.user) req.user = found.user; res.end()'],
      ['that becomes a session where there is none', 'if (!req.session.user) req.session.user = found.user; res.end()'],
      ['whose user a handler writes down for others', 'res.locals.user = found.user; res.end()'],
    ].map(([name, body]) =>
      reported(`a session ${name}`, 'lookedUp', `const sessions = new Map()\napp.post('/resume', async (req, res) => { const found = sessions.get(req.query.sid); ${body} })`, 'req.query.sid'),
    ),
    reported('a session that becomes the user on any page', 'lookedUp', `const sessions = {}\napp.get('/games', (req, res, next) => { req.user = sessions[req.query.sid].user; next() })`, 'req.query.sid'),
    ...([
      ['a cache', 'const raw = await redis.get(`session:${req.query.sid}`); if (!raw) return res.sendStatus(401); req.user = JSON.parse(raw); next()', 'req.query.sid'],
      ['a cache, in steps', "const raw = await client.get('sess:' + req.query.sid); const { user } = JSON.parse(raw); req.user = user; next()", 'req.query.sid'],
      ['Prisma', 'const t = await prisma.session.findUnique({ where: { id: req.query.sid }, include: { user: true } }); req.user = t.user; next()', 'req.query.sid'],
      ['Mongoose', 'const m = await Session.findOne({ sessionId: req.params.sid }); req.user = await User.findById(m.userId); next()', 'req.params.sid'],
      ['Mongoose, by its ID', 'const m = await UserSession.findById(req.body.sid); const user = await User.findById(m.userId); req.user = user; next()', 'req.body.sid'],
      ['Sequelize', 'const { sid } = req.query; const m = await Session.findByPk(sid); req.session.user = m.user; req.user = m.user; next()', 'sid'],
    ] as const).map(([name, body, source]) => reported(`a session of ${name} that becomes the user`, 'lookedUp', `app.get('/a', async (req, res, next) => { ${body} })`, source)),
    reported(
      'a session in the path, whose user is logged in by it',
      'lookedUp',
      `const sessions = new Map()\napp.get('/resume/:sid', async (req, res) => { const found = sessions.get(req.params.sid); const user = await User.findById(found.userId); res.render('home', { user }) })`,
      'req.params.sid',
    ),
    reported(
      'a session in the store of the library, which becomes that of the request',
      'lookedUp',
      `app.use((req, res, next) => { req.sessionStore.get(req.query.sid, (err, found) => { if (err) return next(err); req.sessionStore.createSession(req, found); next() }) })`,
      'req.query.sid',
    ),
    reported('a session of lucia', 'lookedUp', `export async function load({ url }) { return lucia.validateSession(new URL(url).searchParams.get('session')) }`, "new URL(url).searchParams.get('session')", {
      head: `import { Lucia } from 'lucia'
const lucia = new Lucia(adapter)
`,
    }),
    reported('a session of Astro', 'lookedUp', `export async function GET(context) { await context.session.load(context.url.searchParams.get('sid')); return new Response() }`, "context.url.searchParams.get('sid')", {
      head: `import type { APIRoute } from 'astro'\n`,
      filename: 'fixtures/astro/src/pages/start.ts',
    }),
  ],
})
