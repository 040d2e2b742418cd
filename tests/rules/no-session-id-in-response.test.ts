import rule from '../../lib/rules/no-session-id-in-response.js'
import { ruleTester } from '../rule-tester.js'

const inExpress = (statement: string) => `import express from 'express'
express().post('/login', (req, res) => {
  ${statement}
})`

ruleTester.run(rule.name, rule, {
  valid: [
    { name: 'a body that others fill', code: inExpress(`const body = { sid: req.sessionID }\n  redact(body)\n  res.json(body)`) },
    { name: 'who it is', code: inExpress(`res.json({ user: req.session.user, id: req.user.id })`) },
    { name: 'a token for a client that has no cookies', code: inExpress(`res.json({ accessToken, refreshToken })`) },
    { name: 'something made of the ID', code: inExpress(`res.json({ session: hash(req.sessionID), known: Boolean(req.sessionID) })`) },
    { name: 'the header for cookies', code: inExpress(`res.set('Set-Cookie', req.sessionID)`) },
    { name: 'a server that has other sessions alone', code: `import { Server } from 'socket.io'\nimport express from 'express'\nexpress().get('/', (req, res) => res.json({ sid: req.sessionID }))` },
    { name: 'other cookies', code: inExpress(`res.json({ theme: req.cookies.theme, csrf: req.cookies['XSRF-TOKEN'], timeout: req.cookies.session_timeout, token: req.cookies.token, chat: req.cookies.chatSessionId })`) },
    { name: 'whether there is a session in a cookie', code: inExpress(`res.json({ known: Boolean(req.cookies.sid), length: req.cookies.sid.length, hash: hash(req.cookies.sid) })`) },
    {
      name: 'what a handler returns, where the server does not send it',
      code: inExpress(`return { sid: req.sessionID }`),
    },
    {
      name: 'what a function returns that answers nothing',
      code: `import fastify from 'fastify'
const app = fastify()
const sessionOf = (request) => request.cookies.sid
app.decorateRequest('sid', { getter() { return this.cookies.sid } })
app.addHook('preHandler', async (request) => request.cookies.sid)
app.get('/', async (request) => ({ user: await findUser(sessionOf(request)) }))`,
    },
    {
      name: 'what a plugin of Elysia gives its handlers',
      code: `import { Elysia } from 'elysia'
new Elysia().derive(({ cookie }) => ({ sid: cookie.sid.value })).get('/', ({ sid }) => findUser(sid))`,
    },
    {
      name: 'other values in the answers of Hono',
      code: `import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
const app = new Hono()
app.get('/me', async (c) => c.json({ user: await findUser(getCookie(c, 'sid')) }))
app.get('/session', (c) => c.json({ id: c.get('session').id, also: c.var.session.id }))
app.get('/theme', (c) => c.text(getCookie(c, 'theme')))
app.get('/known', (c) => c.json({ known: Boolean(getCookie(c, 'sid')) }))`,
    },
    { name: 'an ID of something else', code: inExpress(`res.json({ sessionId: checkout.id, id: room.session.id })`) },
  ],
  invalid: [
    {
      name: 'a server that has other sessions as well',
      code: `import { Server } from 'socket.io'
import session from 'express-session'
import express from 'express'
const app = express().use(session({ secret }))
new Server(app)
app.get('/debug', (req, res) => res.json({ sid: req.sessionID }))`,
      output: null,
      errors: [{ messageId: 'sent' }],
    },
    ...[
      "res.json({ id: req.session['id'] })",
      'const { id } = req.session\n  res.json({ id })',
      'const {id}=req.session;res.json({ id })',
      'const own = req.session\n  res.json({ id: own.id })',
      "const { '__session': own } = req.cookies\n  res.json({ own })",
      'const jar = req.cookies\n  res.json({ id: jar.sessionid })',
      'res.json({ id: req.cookies.session })',
    ].map((statement) => ({
      name: `an ID that is read by ${statement}`,
      code: inExpress(statement),
      output: null,
      errors: [{ messageId: 'sent' }],
    })),
    {
      name: 'an ID that a pattern takes out of the request',
      code: `import express from 'express'
express().get('/me', ({ session: { id } }, res) => { res.json({ id }) })`,
      output: null,
      errors: [{ messageId: 'sent' }],
    },
    {
      name: 'a body that is made before',
      code: inExpress(`const body = { sid: req.sessionID }
  res.json(body)
  res.json(body)
  res.send(Object.assign({}, { id: req.session.id }))`),
      output: null,
      errors: Array(2).fill({ messageId: 'sent' }),
    },
    {
      name: 'a body with the ID of the session',
      code: inExpress(`res.json({ sid: req.sessionID })`),
      output: null,
      errors: [{ messageId: 'sent', line: 3, column: 19, endColumn: 32 }],
    },
    {
      name: 'an ID that is read from its cookie',
      code: inExpress(`const { session_id } = req.cookies
  res.json({ sid: req.cookies['connect.sid'] })
  res.json({ sid: req.signedCookies.sid, session_id })
  res.send(req.cookies.sessionId)`),
      output: null,
      errors: Array(4).fill({ messageId: 'sent' }),
    },
    {
      name: 'an ID that a function reads from its cookie',
      code: `import Koa from 'koa'
new Koa().use(async (ctx) => { const session = ctx.cookies.get('session_id'); ctx.body = { session } })`,
      output: null,
      errors: [{ messageId: 'sent' }],
    },
    {
      name: 'other ways to answer',
      code: inExpress(`res.send(req.session.id)
  res.status(200).json({ data: { session: req.sessionID } })
  res.send(\`<input value="\${req.sessionID}">\`)
  res.set('X-Session-Id', req.sessionID)
  res.setHeader('X-Session', req.session.id)`),
      output: null,
      errors: Array(5).fill({ messageId: 'sent' }),
    },
    {
      name: 'Koa, Fastify and Node',
      code: `import Koa from 'koa'
import fastify from 'fastify'
new Koa().use(async (ctx) => {
  ctx.body = { id: ctx.session.id }
})
fastify().get('/', async (request, reply) => {
  reply.send({ id: request.session.sessionId })
})`,
      output: null,
      errors: [{ messageId: 'sent' }, { messageId: 'sent' }],
    },
    {
      name: 'the methods of Hono that answer',
      code: `import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
const app = new Hono()
app.get('/me', async (c) => {
  const sid = getCookie(c, 'sid')
  if (c.req.query('plain')) return c.text(sid)
  if (c.req.query('html')) return c.html(\`<p>\${sid}</p>\`, 200)
  if (c.req.query('raw')) return c.body(JSON.stringify({ sid }))
  return c.json({ sid }, 200, { 'Cache-Control': 'no-store' })
})
app.get('/id', (c) => c.newResponse(getCookie(c, 'session_id')))`,
      output: null,
      errors: [6, 7, 8, 9, 11].map((line) => ({ messageId: 'sent', line })),
    },
    {
      name: 'answers of the platform and of Next',
      filename: 'app/api/me/route.ts',
      code: `import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'
export async function GET() {
  const sid = (await cookies()).get('session_id')?.value
  return NextResponse.json({ sid })
}
export async function POST() {
  const sid = (await cookies()).get('session_id')?.value
  return Response.json({ sid }, { status: 201 })
}
export async function PUT(request) {
  return new Response(JSON.stringify({ sid: request.cookies.get('sid')?.value }))
}
export async function PATCH(request) {
  return new NextResponse(request.cookies.get('sid')?.value, { status: 200 })
}`,
      output: null,
      errors: [5, 9, 12, 15].map((line) => ({ messageId: 'sent', line })),
    },
    {
      name: 'the handlers of pages in Next',
      filename: 'pages/api/me.ts',
      code: `export default function handler(req, res) {
  res.status(200).json({ sid: req.cookies.sid })
}`,
      output: null,
      errors: [{ messageId: 'sent' }],
    },
    {
      name: 'answers of SvelteKit',
      filename: 'src/routes/me/+server.ts',
      code: `import { json, text } from '@sveltejs/kit'
export const GET = ({ cookies }) => json({ sid: cookies.get('sid') })
export const POST = ({ cookies }) => text(cookies.get('sid'))`,
      output: null,
      errors: [{ messageId: 'sent' }, { messageId: 'sent' }],
    },
    {
      name: 'what Fastify is returned',
      code: `import fastify from 'fastify'
const app = fastify()
app.get('/me', async (request) => {
  return { sid: request.cookies.sid }
})
app.route({ method: ['GET', 'HEAD'], url: '/id', handler: (request) => ({ id: request.session.sessionId }) })`,
      output: null,
      errors: [4, 6].map((line) => ({ messageId: 'sent', line })),
    },
    {
      name: 'what a file of Nitro returns',
      filename: 'server/api/me.get.ts',
      code: `export default defineEventHandler((event) => ({ sid: getCookie(event, 'sid') }))`,
      settings: { 'session-security': { libraries: ['nuxt', 'h3'] } },
      output: null,
      errors: [{ messageId: 'sent' }],
    },
  ],
})
