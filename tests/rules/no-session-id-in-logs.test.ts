import rule from '../../lib/rules/no-session-id-in-logs.js'
import { fileIn, ruleTester } from '../rule-tester.js'

const inExpress = (statement: string, imports = '') => `import express from 'express'
${imports}
express().post('/login', (req, res, next) => {
  ${statement}
  res.end()
})`
const logged = (what: string) => ({ messageId: 'logged', data: { what } })

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'who did what',
      code: inExpress(`console.log('login', req.session.userId, req.body.name, req.ip)
  logger.info({ user: req.user.id, path: req.path, cookies: Object.keys(req.cookies) }, 'login')
  console.log(req.session.cart.length, req.session.id === id, typeof req.session)`),
    },
    {
      name: 'a hash, a mark, a piece',
      code: inExpress(`console.log('session', hash(req.sessionID))
  logger.info({ session: createHash('sha256').update(req.sessionID).digest('hex') })
  logger.debug(mask(accessToken), accessToken.slice(0, 6), redact(req.headers.authorization))
  console.log(accessToken.length, req.headers.cookie.length, Boolean(req.headers.cookie))`),
    },
    {
      name: 'tokens of another kind',
      code: `const tokens = tokenize(source)
for (const token of tokens) console.log(token, token.type)
console.log(csrfToken, resetToken, pushToken, verificationToken)`,
    },
    ...([
      ['a link to reset a password', "app.post('/forgot-password', (req, res) => { const token = jwt.sign({ id }, KEY, { expiresIn: '15m' }); console.log(token) })"],
      ['a token by its name', "app.post('/login', (req, res) => { const resetToken = jwt.sign({ id }, KEY, { expiresIn: '15m' }); console.log(resetToken) })"],
      ['what a command prints', "async function main() { const token = jwt.sign({ id }, KEY, { expiresIn: '1h' }); console.log(token) }"],
      ['what stands in a token', "app.get('/', (req, res) => { const token = jwt.sign({ id }, KEY, { expiresIn: '15m' }); console.log(token.length, jwt.decode(token)) })"],
      ['a preference', "app.get('/', (req, res) => console.log(req.cookies.theme, req.cookies['XSRF-TOKEN'], req.cookies.session_timeout))"],
      ['the scheme of a header', "app.get('/', (req, res) => { const [scheme] = req.headers.authorization.split(' '); console.log(scheme, req.get('authorization').split(' ')[0]) })"],
      ['a piece of a header', "app.get('/', (req, res) => { const piece = req.headers.authorization.slice(0, 12); console.log(piece, req.get('authorization').substring(0, 10)) })"],
      ['the length of a token', "app.get('/', (req, res) => console.log(req.headers.authorization.split(' ')[1].length, req.headers.authorization.replace('Bearer ', '').startsWith('a')))"],
      ['whether there is a token', "app.get('/', (req, res) => console.log(Boolean(req.cookies.token), req.headers.authorization.startsWith('Bearer '), req.headers.authorization.length))"],
    ] as const).map(([name, line]) => ({ name: `${name} is no session`, code: `import express from 'express'\nimport jwt from 'jsonwebtoken'\nconst app = express()\n${line}` })),
    ...[
      ['what a guard has taken from a token', "logger.info({ sessionId: req.user.sid }, 'session revoked')"],
      ['what express-jwt has taken from a token', 'console.log(req.auth.sid, req.auth.payload.sid, req.auth?.sessionId)'],
      ['what is taken out of that', 'const { sid } = req.user; logger.info({ sid })'],
      ['what a signature has vouched for', "const payload = jwt.verify(req.cookies.token, KEY); logger.info('renewed', payload.sid)"],
      ['what is taken out of what it has vouched for', "const { sid } = jwt.verify(req.cookies.token, KEY); logger.info('renewed', sid)"],
    ].map(([name = '', body = '']) => ({ name: `the number of a session, ${name}, is no credential`, code: inExpress(body, "import jwt from 'jsonwebtoken'") })),
    ...[
      ['a cookie of taste, by a function', "import { cookies } from 'next/headers'\nexport async function GET() { console.log((await cookies()).get('theme')?.value, (await cookies()).get('csrf-token')) }"],
      ['a header of another kind, by a function', "import { defineEventHandler, getHeader } from 'h3'\nexport default defineEventHandler((event) => { console.log(getHeader(event, 'accept'), getHeader(event, name), 'token') })"],
      ['a header for another kind of token', "import express from 'express'\nexpress().get('/', (req, res) => { console.log(req.headers['x-csrf-token'], req.header('x-request-id')) })"],
      ['a cookie beside its value', "import { getCookie } from 'hono/cookie'\nimport { Hono } from 'hono'\nnew Hono().get('/', (c) => { const token = getCookie(c, 'token'); console.log(Boolean(token), token.length, verify(token)) })"],
      ['one of two numbers', "import express from 'express'\nexpress().get('/', (req, res) => { let token; if (req.query.a) token = 1; else token = req.query.b; console.log(token) })"],
      ['the ID of a session that is in its cookie', "import { createCookieSessionStorage } from '@remix-run/node'\nconst { getSession } = createCookieSessionStorage({ cookie })\nexport async function loader({ request }) { const session = await getSession(request.headers.get('Cookie')); console.log(session.id) }"],
    ].map(([name = '', code = '']) => ({ name: `${name} is no credential`, code })),
    {
      name: 'something else that is called so',
      code: `const session = new RecordingSession()
console.log(session.id, session)
audit.log(entry)
math.log(sessionId)
chart.info(accessToken)`,
    },
    ...[
      ['Telegraf', "import { Telegraf, session } from 'telegraf'\nconst bot = new Telegraf(process.env.BOT_TOKEN)\nbot.use(session())\nbot.on('text', (ctx) => { console.log('session of user', ctx.session, ctx.session.id) })"],
      ['grammy', "import { Bot, session } from 'grammy'\nconst bot = new Bot(process.env.BOT_TOKEN)\nbot.use(session({ initial }))\nbot.command('login', (ctx) => { console.log(ctx.session, ctx.session.sessionId) })"],
      ['Discord', "const { Client } = require('discord.js')\nconst client = new Client()\nclient.on('interactionCreate', (interaction) => { const sessionId = interaction.customId; console.log(sessionId, interaction.user.id) })\nclient.login(token)"],
    ].map(([name = '', code = '']) => ({ name: `the session of a bot for ${name}`, code })),
    {
      name: 'a session that does not show its ID',
      code: inExpress(`console.log(req.session, JSON.stringify(req.session), { session: req.session }, { ...req.session })
  logger.info({ session: req.session })`, "import session from 'express-session'"),
    },
    ...[
      ['cookie-session', "import session from 'cookie-session'\nimport express from 'express'\nexpress().get('/', (req, res) => { console.log(req.session) })"],
      ['koa-session', "import session from 'koa-session'\nimport Koa from 'koa'\nnew Koa().use((ctx) => { console.log(ctx.session) })"],
      ['@fastify/session, as JSON', "import session from '@fastify/session'\nimport fastify from 'fastify'\nfastify().get('/', (request) => { console.log(JSON.stringify(request.session)) })"],
      ['@fastify/session, as a text', "import session from '@fastify/session'\nimport fastify from 'fastify'\nfastify().get('/', (request) => { console.log(`${request.session}`, 'session ' + request.session, String(request.session)) })"],
      ['@fastify/session, in a logger', "import session from '@fastify/session'\nimport fastify from 'fastify'\nfastify().get('/', (request) => { request.log.info({ session: request.session }); logger.info(request.session) })"],
      ['a library that nobody knows', "import express from 'express'\nexpress().get('/', (req, res) => { console.log(req.session) })"],
      ['a bot in another file', "export async function answer(ctx) { console.log(ctx.session) }"],
    ].map(([name = '', code = '']) => ({ name: `a session of ${name}`, code })),
    ...[
      ['commander', "#!/usr/bin/env node\nimport { program } from 'commander'\nprogram.command('print-access-token').action(async () => { const accessToken = await keytar.getPassword('acme', 'user'); console.log(accessToken) })"],
      ['no library', "#!/usr/bin/env node\nconst { accessToken } = await login(process.argv[2], password)\nconsole.log(accessToken)"],
      ['yargs', "import yargs from 'yargs'\nyargs(process.argv).command('token', 'Print your token', {}, async () => { const session = await login(); console.log(session.accessToken) })"],
      ['oclif', "const { Command } = require('@oclif/core')\nmodule.exports = class extends Command { async run() { const accessToken = await login(); console.log(accessToken) } }"],
    ].map(([name = '', code = '']) => ({ name: `a token that a command prints, with ${name}`, code })),
    { name: 'a format without credentials', code: `import morgan from 'morgan'; app.use(morgan(':method :url :status :req[accept] :res[content-length]')); app.use(morgan('combined'))` },
  ],
  invalid: [
    {
      name: 'the session, its ID, and what carries it',
      code: inExpress(`console.log(req.sessionID)
  console.log('login', req.session.id)
  console.debug('cookies', req.cookies)
  console.log(req.headers.cookie, req.headers['authorization'])
  console.log(req.get('Authorization'))`),
      output: null,
      errors: [
        { ...logged('the session ID'), line: 4, column: 15, endColumn: 28 },
        logged('the session ID'),
        logged('all cookies'),
        logged('a header that logs its reader in'),
        logged('a header that logs its reader in'),
        logged('a header that logs its reader in'),
      ],
    },
    {
      name: 'a token that the file signs, whatever it is called',
      code: inExpress(`const token = jwt.sign({ id: user.id }, KEY, { expiresIn: '1h' })
  console.log('token', token)
  logger.info({ token })
  console.log(jwt.sign({ id: user.id }, KEY, { expiresIn: '1h' }))`, "import jwt from 'jsonwebtoken'"),
      output: null,
      errors: [logged('a token'), logged('a token'), logged('a token')],
    },
    {
      name: 'a token that the request brings',
      code: inExpress(`const token = req.headers.authorization?.split(' ')[1]
  const { sid } = req.cookies
  const rest = req.headers.authorization.substring(7)
  console.log(token, rest)
  console.log(req.cookies.token, req.signedCookies['session'], sid)
  console.log(req.headers['authorization'].replace('Bearer ', ''), req.get('Authorization').slice(7).trim())`),
      output: null,
      errors: Array.from({ length: 7 }, () => logged('a token')),
    },
    {
      name: 'a session ID that the request brings',
      code: inExpress(`const { session_id } = req.cookies
  console.log(req.cookies.sessionId, req.cookies['session-id'], req.signedCookies.user_session_id)
  console.log(session_id)`),
      output: null,
      errors: Array.from({ length: 4 }, () => logged('a token')),
    },
    {
      name: 'what a socket is opened with',
      code: `import { Server } from 'socket.io'
new Server(3000).on('connection', (socket) => {
  console.log(socket.handshake.headers.cookie, socket.handshake.headers.authorization)
  console.log('token', socket.handshake.auth.token, socket.handshake.headers.authorization.split(' ')[1])
  const { token } = socket.handshake.auth
  console.log({ token })
  console.log(socket.handshake.address, socket.handshake.query.room, socket.handshake.auth.name)
})`,
      output: null,
      errors: [logged('a header that logs its reader in'), logged('a header that logs its reader in'), logged('a token'), logged('a token'), logged('a token')],
    },
    {
      name: 'a token that an authorizer is asked about',
      code: `exports.handler = async (event) => {
  const token = event.authorizationToken.split(' ')[1]
  console.log(token, event.authorizationToken)
}`,
      output: null,
      errors: [logged('a token'), logged('a token')],
    },
    {
      name: 'a token in a header of its own',
      code: inExpress(`const token = req.headers['x-access-token']
  console.log(token)
  console.log(req.header('x-auth-token'), req.get('X-Access-Token'), req.headers.token)`),
      output: null,
      errors: Array.from({ length: 4 }, () => logged('a header that logs its reader in')),
    },
    {
      name: 'an ID that is no claim',
      code: inExpress(`const { sid } = req.body
  logger.info({ sid, other: store.sid })`),
      output: null,
      errors: [logged('a token'), logged('a token')],
    },
    ...[
      ['one of two places', `let token
  if (req.headers.authorization?.startsWith('Bearer')) token = req.headers.authorization.split(' ')[1]
  else if (req.cookies.token) token = req.cookies.token
  console.log(token)`],
      ['one of two places, in a choice', `const token = req.body.token || req.cookies.token
  console.log(token)`],
      ['a place, if there is one', `const token = req.headers.authorization ? req.headers.authorization.split(' ')[1] : null
  console.log(token)`],
      ['a place that is looked at later', `let token = null
  if (req.cookies.jwt) token = req.cookies.jwt
  console.log(token)`],
      ['a signature with a callback', `jwt.sign({ id: user.id }, KEY, { expiresIn: '1h' }, (error, token) => { console.log(token); res.json({ token }) })`],
    ].map(([name = '', body = '']) => ({ name: `a token of ${name}`, code: inExpress(body, "import jwt from 'jsonwebtoken'"), output: null, errors: [logged('a token')] })),
    ...[
      ['Next', "import { cookies } from 'next/headers'\nexport async function GET() { const token = (await cookies()).get('token')?.value; console.log(token) }"],
      ['Next, in a jar', "import { cookies } from 'next/headers'\nexport async function GET() { const jar = await cookies(); const session = jar.get('session'); console.log(session.value) }"],
      ['Next, by a header', "import { headers } from 'next/headers'\nexport async function GET() { const token = (await headers()).get('authorization'); console.log(token) }"],
      ['Hono', "import { Hono } from 'hono'\nimport { getCookie } from 'hono/cookie'\nnew Hono().get('/', (c) => { const token = getCookie(c, 'token'); console.log('t', token) })"],
      ['h3', "import { defineEventHandler, getCookie } from 'h3'\nexport default defineEventHandler((event) => { console.log(getCookie(event, 'session_token')) })"],
      ['h3, by a header', "import { defineEventHandler, getHeader } from 'h3'\nexport default defineEventHandler((event) => { const token = getHeader(event, 'Authorization'); console.log(token) })"],
      ['SvelteKit', "import type { RequestEvent } from '@sveltejs/kit'\nexport const GET = ({ cookies }: RequestEvent) => { const session = cookies.get('session'); console.log({ session }) }"],
    ].map(([name = '', code = '']) => ({ name: `a token that a function of ${name} reads`, code, filename: fileIn('fixtures/file.ts'), output: null, errors: [logged('a token')] })),
    {
      name: 'the ID of a session that a function of a library gives',
      code: `import { createSessionStorage } from '@remix-run/node'
const { getSession } = createSessionStorage({ cookie, createData, readData, updateData, deleteData })
export async function loader({ request }) {
  const session = await getSession(request.headers.get('Cookie'))
  console.log('session', session.id)
}`,
      output: null,
      errors: [logged('the session ID')],
    },
    {
      name: 'a token beside what a command prints, and in the server that it starts',
      code: `#!/usr/bin/env node
import express from 'express'
console.log('logged in with', accessToken)
console.error(accessToken)
express().get('/', (req, res) => { console.log(req.user.accessToken); res.end() })`,
      output: null,
      errors: [logged('a token'), logged('a token'), logged('a token')],
    },
    {
      name: 'inside texts and objects',
      code: inExpress(`console.log(\`session \${req.sessionID} of \${req.user.name}\`)
  console.log('session ' + req.sessionID)
  logger.info({ sid: req.sessionID, nested: { cookies: req.cookies } }, 'login')
  console.log(debug ? req.sessionID : '')`),
      output: null,
      errors: [
        logged('the session ID'),
        logged('the session ID'),
        logged('the session ID'),
        logged('all cookies'),
        logged('the session ID'),
      ],
    },
    {
      name: 'through variables',
      code: inExpress(`const { sessionID } = req
  const { authorization } = req.headers
  console.log(sessionID, authorization)`),
      output: null,
      errors: [logged('the session ID'), logged('a header that logs its reader in')],
    },
    {
      name: 'tokens by their names',
      code: `import pino from 'pino'
import winston from 'winston'
const log = pino()
const logger = winston.createLogger({})
log.info({ accessToken }, 'issued')
log.child({ module: 'auth' }).debug(user.refreshToken)
logger.error('bad token', sessionToken)
winston.info(jwt)
this.logger.warn(authToken)`,
      output: null,
      errors: Array(5).fill(logged('a token')),
    },
    {
      name: 'Koa and Fastify',
      code: `import Koa from 'koa'
import fastify from 'fastify'
new Koa().use(async (ctx) => {
  console.log(ctx.headers.cookie)
})
fastify().get('/', async (request, reply) => {
  request.log.info(request.session.sessionId)
  request.log.info({ headers: request.headers.cookie })
})`,
      output: null,
      errors: [
        logged('a header that logs its reader in'),
        logged('the session ID'),
        logged('a header that logs its reader in'),
      ],
    },
    {
      name: 'a session that shows its ID where the console prints it',
      code: `import session from '@fastify/session'
import fastify from 'fastify'
import { inspect } from 'node:util'
fastify().get('/', async (request, reply) => {
  const { session } = request
  console.log(request.session)
  console.log({ session })
  request.log.info(inspect(request.session))
})`,
      output: null,
      errors: Array(3).fill(logged('the whole session, with its ID')),
    },
    {
      name: 'a session of yar that shows its ID',
      code: `import Hapi from '@hapi/hapi'
import yar from '@hapi/yar'
Hapi.server().route({ method: 'GET', path: '/', handler: (request, h) => { console.log('session', request.yar); return 1 } })`,
      output: null,
      errors: [logged('the whole session, with its ID')],
    },
    {
      name: 'a format that has the header',
      code: `const morgan = require('morgan')
app.use(morgan(':method :url :req[cookie]'))
app.use(morgan(':res[set-cookie]', { stream }))`,
      output: null,
      errors: [
        { ...logged('a header that logs its reader in'), line: 2, column: 16, endColumn: 43 },
        logged('a header that logs its reader in'),
      ],
    },
    { name: 'the cookies of a page', code: `console.log(document.cookie)`, output: null, errors: [logged('all cookies')] },
  ],
})
