import rule from '../../lib/rules/no-weak-session-id.js'
import { sessionFileOf } from '../events-of.js'
import { fileIn, ruleTester } from '../rule-tester.js'

const WEB_SECRET = `Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')`

/** A handler of Express that makes something for its user, or for whoever asks. */
const inHandler = (body: string, route = '/start', guard = '') => `import express from 'express'
const app = express()
app.post('${route}', ${guard}(req, res) => { ${body} })`

const OTHER_SESSIONS: readonly (readonly [name: string, code: string])[] = [
  ['a route of other sessions', inHandler('const sessionId = `${req.body.user}-${Date.now()}`; activeSessions.set(sessionId, { minutes: 25 }); res.json({ sessionId })', '/focus-sessions')],
  ['a route below other sessions', inHandler('const sessionId = Math.random().toString(36); res.json({ sessionId, user: req.body.user })', '/api/parking_sessions/:lot')],
  ['a function for other sessions', 'function startExamSession(user) { const sessionId = Math.random().toString(36); return { sessionId, user } }'],
  ['a store of other sessions', inHandler('const session = { id: Date.now(), user: req.body.user }; parkingSessions.set(session.id, session); res.json(session)')],
  ['a collection of other sessions', inHandler('const sessionId = Math.random().toString(36).slice(2, 8); await db.pokerSessions.insert({ sessionId, user: req.body.user }); res.json({ sessionId })').replace('(req', 'async (req')],
  ['a table of other sessions', inHandler('db.insert("charging_sessions", { session_id: `CS${Date.now()}`, user_id: req.body.user })')],
  ['a model of other sessions', inHandler('res.json(ExamSession.create({ sessionId: Date.now(), userId: req.body.user }))')],
  ['a class of other sessions', inHandler('const sessionId = Date.now(); res.json(new WorkoutSession(sessionId, req.body.user))')],
  ['a handler that knows its user', inHandler('const sessionId = Date.now() + req.user.id; runs.set(sessionId, req.user); res.json({ sessionId })')],
  ['a handler behind a guard', inHandler('const sessionId = Date.now(); runs.set(sessionId, req.body.user); res.json({ sessionId })', '/start', 'requireAuth, ')],
  ['a chat, by the text in it', inHandler('const sessionId = req.body.sessionId ?? `chat_${Date.now()}`; save(sessionId, req.body.user); res.json({ sessionId })')],
  ['an agent, by the text in it', inHandler("const sessionId = 'agent-' + Date.now(); save(sessionId, req.body.user); res.json({ sessionId })")],
  ['a conversation that is kept under it', inHandler('const sessionId = `${Date.now()}`; saveConversation(sessionId, req.body.user); res.json({ sessionId })')],
  ['a game that is made with it', inHandler('const sessionId = String(Date.now()); games.create({ sessionId, user: req.body.user }); res.json({ sessionId })')],
  ['a game, by the key under which it is kept', inHandler('const sessionId = `${Date.now()}`; redis.set(`game_session:${sessionId}`, req.body.user); res.json({ sessionId })')],
  ['a game, by the one word of its key', inHandler('const sessionId = `${Date.now()}`; redis.set(`gamesession:${sessionId}`, req.body.user); res.json({ sessionId })')],
  ['a store of exams, made by a function', `const examSessions = {}\nfunction newSessionId() { return Date.now() + '' + Math.random() }\n${inHandler('const sessionId = newSessionId(); examSessions[sessionId] = req.body.user; res.json({ sessionId })')}`],
  ['a store of exams, made where it is kept', `const examSessions = {}\nconst newSessionId = () => Date.now() + '' + Math.random()\n${inHandler('examSessions[newSessionId()] = req.body.user')}`],
  ['a statement for another table', inHandler("const sessionId = `proc-${Date.now()}`; db.query('INSERT INTO proctoring_sessions (id, user_id) VALUES ($1, $2)', [sessionId, req.body.user]); res.json({ sessionId })")],
  ['a call, by what is kept', 'export class Phone { constructor(ua) { this.ua = ua; this.sessions = {} } call(user) { const session = this.ua.invite(user); const sessionId = Date.now(); this.sessions[sessionId] = session; return sessionId } }'],
  ['the name of a file', "export function fileFor(user) { const sessionId = new Date().toISOString().replace(/[:.]/g, '-'); return `${user}/session-${sessionId}.json` }"],
  ['the name of a file, in a sum', "export function fileFor(user) { const sessionId = Date.now(); return user + '/session-' + sessionId + '.log' }"],
  ['what has messages', "export function generateSessionId() { return `${Date.now()}-${Math.random()}` }\nexport const create = () => ({ id: generateSessionId(), messages: [] })\nexport const user = 'me'"],
  ['a visit', inHandler("const visitSessionId = req.cookies._vsid ?? `${Date.now()}`; res.cookie('_vsid', visitSessionId); req.visit = { sessionId: visitSessionId }")],
  ['a search for places', "let sessionToken = Math.random().toString(36)\nexport const find = (input, user) => fetch(`https://maps.googleapis.com/maps/api/place/details/json?input=${input}&sessiontoken=${sessionToken}`)"],
  ['searches for places, one after the other', "let sessionToken = Math.random().toString(36)\nexport async function find(input, user) { const found = await fetch(`/place/details/json?input=${input}&sessiontoken=${sessionToken}`); sessionToken = Math.random().toString(36); return found }"],
  ['a search for places, through a server', "export function find(input, user) { const sessionToken = Math.random().toString(36); return fetch(`/api/places/autocomplete?input=${input}&sessiontoken=${sessionToken}`) }"],
  ['a search for addresses, by its function', 'export function autocomplete(q, user) { const sessionToken = Math.random().toString(36); return search({ q, sessionToken }) }'],
  ['an editor that asks another server', "import * as vscode from 'vscode'\nexport const open = async (scopes) => { const session = { id: Math.random().toString(36), accessToken: await login(scopes), account, scopes }; return session }"],
  ['a dialogue', "const dialogflow = require('@google-cloud/dialogflow')\nconst sessionId = Math.random().toString()\nconst path = new dialogflow.SessionsClient().projectAgentSessionPath(project, sessionId + req.body.userId)"],
  ['a bot with users', "import { Client } from 'discord.js'\nconst client = new Client()\nclient.on('interactionCreate', ({ user }) => { const sessionId = Math.random().toString(36); sessions.set(sessionId, { user }) })\nclient.login(token)"],
]

/** Programs of jsonwebtoken, and those of @nestjs/jwt in a service, whose IDs only tokens say. */
const ONLY_CLAIMS: readonly (readonly [name: string, code: string])[] = [
  ...([
    ['a function of the file signs it', 'const id = ID; return { accessToken: sign(userId, id) }'],
    ['a function of the file signs it under its name', 'const sessionId = ID; return { accessToken: sign(userId, sessionId) }'],
    ['it is made where a function signs it', 'return { accessToken: sign(userId, ID) }'],
    ['two functions give it on', 'const sessionId = ID; return issue(userId, sessionId)'],
    ['a row has it', 'const id = ID; const refreshToken = jwt.sign({ sub: userId, jti: id }, KEY); await prisma.refreshToken.create({ data: { id, userId, expiresAt } }); return refreshToken'],
    ['a row gives it back', 'const session = await prisma.session.create({ data: { id: ID, userId } }); return jwt.sign({ sub: userId, sid: session.id }, KEY)'],
    ['a part of a row is taken out', 'const { id, expiresAt } = await prisma.session.create({ data: { id: ID, userId } }); return { expiresAt, token: jwt.sign({ sub: userId, sid: id }, KEY) }'],
    ['the first of several rows gives it back', 'const [session] = await db.insert(sessions).values({ id: ID, userId }).returning(); return jwt.sign({ sid: session.id }, KEY)'],
    ['a document is saved with it', 'const session = new Session({ _id: ID, userId }); await session.save(); return jwt.sign({ sid: session._id }, KEY)'],
    ['it is a part of a key', 'const sessionId = ID; await redis.set(`session:${sessionId}`, JSON.stringify({ userId, sessionId })); await redis.sadd(`user:${userId}`, sessionId); return jwt.sign({ sessionId }, KEY)'],
    ['a function makes keys of it', 'const sessionId = ID; await Promise.all([redis.set(keyOf(sessionId), userId), redis.expire(keyOf(sessionId), 60)]); return jwt.sign({ sessionId }, KEY)'],
    ['a map has it', 'const sessionId = ID; sessions.set(sessionId, userId); return jwt.sign({ sessionId }, KEY)'],
    ['a repository saves it', 'const sessionId = ID; await repository.save({ id: sessionId, userId }); return jwt.sign({ sessionId }, KEY)'],
    ['an option of the token says it', 'const sessionId = ID; return jwt.sign({ sub: userId }, KEY, { jwtid: sessionId })'],
  ] as const).map(([name, body]) => [
    name,
    `import jwt from 'jsonwebtoken'
const sessions = new Map()
const keyOf = (id) => \`session:\${id}\`
const issue = (userId, sessionId) => ({ token: sign(userId, sessionId) })
function sign(userId, sessionId) { return jwt.sign({ sub: userId, sid: sessionId }, KEY) }
export async function login(userId) { ${body} }`,
  ] as const),
  ...([
    ['a method of the class signs it', 'const sessionId = ID; return { accessToken: await this.signAccess(userId, sessionId) }'],
    ['a method of the class signs the number of a row', 'const sessionId = ID; await this.prisma.session.create({ data: { id: sessionId, userId } }); return this.signAccess(userId, sessionId)'],
    ['a client of the class has it', 'const sessionId = ID; await this.redis.set(`session:${sessionId}`, userId); await this.redis.sadd(userId, sessionId); return this.jwt.signAsync({ sub: userId, sessionId })'],
  ] as const).map(([name, body]) => [
    name,
    `import { JwtService } from '@nestjs/jwt'
export class AuthService {
  constructor(jwt) { this.jwt = new JwtService({ secret: KEY }) }
  async login(userId) { ${body} }
  signAccess(userId, sessionId) { return this.jwt.signAsync({ sub: userId, sid: sessionId }) }
}`,
  ] as const),
  ['a step of the token says it', "import { SignJWT } from 'jose'\nexport const login = (userId) => { const sessionId = ID; return new SignJWT({ sub: userId }).setJti(sessionId).setProtectedHeader({ alg: 'HS256' }).sign(KEY) }"],
].map(([name = '', code = '']) => [name, code.replaceAll('ID', 'Math.random().toString(36)')] as const)

const SESSIONS_OF_USERS: readonly (readonly [name: string, code: string])[] = [
  ['a route of sessions', inHandler('const sessionId = Math.random().toString(36); activeSessions.set(sessionId, { user }); res.json({ sessionId })', '/api/sessions')],
  ['a route of the sessions of users', inHandler('const sessionId = Math.random().toString(36); res.json({ sessionId, user })', '/user-sessions')],
  ['a function with a verb of its own', 'function establishSession(user) { const sessionId = Math.random().toString(36); return { sessionId, user } }'],
  ['a store of user sessions', inHandler('const sessionId = Math.random().toString(36); userSessions.set(sessionId, user); res.json({ sessionId })')],
  ['a table of login sessions', inHandler('const sessionId = Math.random().toString(36); db.insert("login_sessions", { sessionId, user }); res.json({ sessionId })')],
  ['a handler that has just let its user in', inHandler('const sessionId = Math.random().toString(36); sessions.set(sessionId, req.user.id); res.json({ sessionId })', '/login', "passport.authenticate('local'), ")],
  ['a handler that sends a cookie to its user', inHandler("const sessionId = Math.random().toString(36); sessions.set(sessionId, req.user.id); res.cookie('sid', sessionId)", '/enter')],
  ['an audit that writes it down', inHandler('const sessionId = Math.random().toString(36); auditLog.create({ sessionId, user: req.body.user }); res.json({ sessionId })')],
  ['a key behind the name of an application', inHandler('const sessionId = Math.random().toString(36); redis.set(`acme:session:${sessionId}`, req.body.user); res.json({ sessionId })')],
  ['a function whose IDs go into two stores', `const examSessions = {}\nfunction newSessionId() { return Math.random().toString(36) }\n${inHandler('const sessionId = newSessionId(); sessions.set(sessionId, req.body.user); examSessions[newSessionId()] = req.body.exam; res.json({ sessionId })')}`],
  ['a statement for the sessions of users', inHandler("const sessionId = Math.random().toString(36); db.query('INSERT INTO user_sessions (id, user_id) VALUES ($1, $2)', [sessionId, req.body.user]); res.json({ sessionId })")],
  ['what a server gives', inHandler('const sessionId = Math.random().toString(36); sessions[sessionId] = backend.server.login(req.body.user); res.json({ sessionId })')],
  ['a URL for something else', "export function link(user) { const sessionToken = Math.random().toString(36); return `/account/replaced?token=${sessionToken}&user=${user}` }"],
  ['a file that is sent as well', inHandler('const sessionId = Math.random().toString(36); write(`sessions/${sessionId}.json`, req.body.user); res.json({ sessionId })')],
  ['what has messages of a user', "export function generateSessionId() { return `${Date.now()}-${Math.random()}` }\nexport const create = (userId) => ({ id: generateSessionId(), messages: [], userId })"],
  ['a claim that is sent as well', `import jwt from 'jsonwebtoken'\n${inHandler('const sessionId = Math.random().toString(36); sessions.set(sessionId, req.body.user); res.json({ sessionId, token: jwt.sign({ sessionId }, KEY) })')}`],
  ['a claim that a cookie holds as well', `import jwt from 'jsonwebtoken'\n${inHandler("const sessionId = Math.random().toString(36); sessions.set(sessionId, req.body.user); res.cookie('sid', sessionId); res.json({ token: jwt.sign({ sessionId }, KEY) })")}`],
  ['a claim that its callback sends', `import jwt from 'jsonwebtoken'\n${inHandler('const sessionId = Math.random().toString(36); jwt.sign({ sessionId, user: req.body.user }, KEY, (error, token) => res.json({ sessionId, token }))')}`],
  ['a claim that a function sends as well', `import jwt from 'jsonwebtoken'\n${inHandler('const sessionId = Math.random().toString(36); res.json({ token: sign(res, req.body.user, sessionId) })')}\nfunction sign(res, user, sessionId) { res.set('X-Session', sessionId); return jwt.sign({ user, sessionId }, KEY) }`],
  ['a claim that something unknown is given', `import jwt from 'jsonwebtoken'\n${inHandler('const sessionId = Math.random().toString(36); open(sessionId, req.body.user); res.json({ token: jwt.sign({ sessionId }, KEY) })')}`],
  ['a row that is sent beside its token', `import jwt from 'jsonwebtoken'\nexport async function login(userId) { const session = await prisma.session.create({ data: { id: Math.random().toString(36), userId } }); return { session, token: jwt.sign({ sid: session.id }, KEY) } }`],
  ['a row that no token speaks of', `import jwt from 'jsonwebtoken'\nexport async function login(userId) { const id = Math.random().toString(36); await prisma.session.create({ data: { id, userId } }); return jwt.sign({ sub: userId }, KEY) }`],
  ['a claim of a token that nobody signs', `import jwt from 'jsonwebtoken'\n${inHandler("const sessionId = Math.random().toString(36); res.json({ token: jwt.sign({ sessionId, user: req.body.user }, '', { algorithm: 'none' }) })")}`],
  ['a chat that reads it', inHandler('const sessionId = Math.random().toString(36); users.set(sessionId, req.body.user); greet(chat, sessionId)')],
  ['a handler that makes a token for its user', inHandler('const authToken = Math.random().toString(36); res.json({ authToken, user: req.user })')],
  ['a page with a bot, and passwords', "import { Telegraf } from 'telegraf'\napp.post('/enter', (req, res) => { check(req.body.password); const sessionId = Math.random().toString(36); res.json({ sessionId }) })"],
]

ruleTester.run(rule.name, rule, {
  valid: [
    ...OTHER_SESSIONS.map(([name, code]) => ({ name: `an ID for ${name}`, code })),
    ...ONLY_CLAIMS.map(([name, code]) => ({ name: `an ID that only a token says, where ${name}`, code })),
    {
      name: 'the channel by which a server for development reloads pages',
      filename: fileIn('fixtures/hot-reloader.js'),
      code: `const cookie = require('cookie')
const sessionId = Math.floor(Number.MAX_SAFE_INTEGER * Math.random())`,
    },
    {
      name: 'a conversation that stands beside its input',
      code: `export const start = (inputs) => ({ sessionId: \`mcp-session-\${Date.now()}\`, action: 'sendMessage', chatInput: inputs.chatInput })`,
    },
    { name: 'a UUID from the platform', code: `import { randomUUID } from 'node:crypto'
const sessionId = randomUUID()` },
    { name: 'a UUID of version 4 from the package, under each of its names', code: `import { v4, v4 as uuidv4 } from 'uuid'
import old from 'uuid/v4'
const sessionId = uuidv4()
const sessionToken = v4()
const authToken = old()` },
    { name: 'a UUID without its hyphens', code: `import { randomUUID } from 'node:crypto'
const sessionId = randomUUID().replace(/-/g, '')` },
    { name: '16 random bytes', code: `import crypto from 'crypto'
export const generateSessionId = () => crypto.randomBytes(16).toString('hex')` },
    { name: 'nanoid as it comes', code: `import { nanoid } from 'nanoid'
const sessionId = nanoid()` },
    { name: 'cuid2 as it comes', code: `import { createId } from '@paralleldrive/cuid2'
const sessionToken = createId()` },
    { name: 'bytes of the web platform', code: `const sessionToken = toHex(crypto.getRandomValues(new Uint8Array(20)))` },
    { name: 'a text of random characters that is long enough', code: `import { randomInt } from 'node:crypto'
const chars = 'abcdefghijklmnopqrstuvwxyz0123456789'
const sessionId = Array.from({ length: 32 }, () => chars[randomInt(chars.length)]).join('')` },
    { name: 'a hash of random bytes', code: `import { createHash, randomBytes } from 'node:crypto'
const sid = createHash('sha256').update(randomBytes(32)).digest('hex')` },
    { name: 'an HMAC under a key that nobody sees', code: `import { createHmac } from 'node:crypto'
const sid = createHmac('sha256', key).update(user.id + Date.now()).digest('hex')` },
    { name: 'a strong part beside the time', code: `import { randomBytes } from 'node:crypto'
const sessionId = Date.now() + '-' + randomBytes(16).toString('hex')` },
    { name: 'a part that nobody can see beside the time', code: `const sessionId = \`\${user.id}.\${secret}.\${Date.now()}\`` },
    { name: 'a length that nobody can see', code: `import { randomBytes } from 'node:crypto'
const sessionId = randomBytes(config.length).toString('hex')` },
    { name: 'a list that gets a part which nobody can see', code: `const parts = [Date.now()]
parts.push(secret)
export const sessionId = parts.join('.')` },
    { name: 'a list that is filled by its numbers', code: `const parts = new Array(8)
for (let i = 0; i < 8; i++) parts[i] = secrets[i]
export const sessionId = Date.now() + parts.join('')` },
    { name: 'a long part of what several pieces are joined to', code: `import { randomBytes } from 'node:crypto'
export const sessionId = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')].join('').slice(0, 40)
export const sessionToken = Buffer.concat([randomBytes(16), randomBytes(16)]).toString('hex').slice(8)` },
    { name: 'an ID that comes from elsewhere', code: `const sessionId = req.cookies.sid
const sessionToken = await createToken()` },
    { name: 'a generator from another file', code: `import session from 'express-session'
import { makeId } from './ids.js'
app.use(session({ secret, genid: makeId }))` },
    { name: 'a generator of the platform, handed on', code: `import { randomUUID } from 'node:crypto'
import session from 'express-session'
app.use(session({ secret, genid: randomUUID }))` },
    { name: 'a generator option of a library that keeps no sessions', code: `import { createServer } from './rpc.js'
createServer({ idGenerator: () => Math.random().toString(36) })` },
    { name: 'a guessable branch for platforms without a generator', code: `const sessionId = typeof crypto === 'undefined' ? Math.random().toString(36) : crypto.randomUUID()
const sessionToken = crypto.randomUUID?.() ?? Math.random().toString(36)` },
    { name: 'a list that is filled with something else', code: `const parts = ['a', 'b']\nparts.fill(secure())\nexport const sessionId = parts.join('')` },
    { name: 'a guessable return for platforms without a generator', code: `function generateSessionId() {
  if (globalThis.crypto?.randomUUID) return crypto.randomUUID()
  return Math.random().toString(36)
}` },
    { name: 'a number that is longer than others', code: `import { randomBytes } from 'node:crypto'
const sessionId = BigInt('0x' + randomBytes(32).toString('hex')).toString(36)` },
    { name: 'a helper that promises enough', code: `import { randomBytes } from 'node:crypto'
const sessionId = await new Promise((resolve, reject) => randomBytes(32, (error, bytes) => (error ? reject(error) : resolve(bytes.toString('hex')))))` },
    { name: 'a signed token', code: `import jwt from 'jsonwebtoken'
const accessToken = jwt.sign({ sub: user.id, iat: Date.now() }, secret)` },
    { name: 'the first characters of an ID, for a log', code: `import { randomUUID } from 'node:crypto'
const sessionId = randomUUID()
log({ sessionId: sessionId.slice(0, 8) })` },
    { name: 'a claim of a signed token', code: `import { SignJWT } from 'jose'
import { nanoid } from 'nanoid'
export const issue = (user) => new SignJWT({ sessionId: nanoid(10), sid: String(Date.now()) }).setSubject(user).setProtectedHeader({ alg: 'HS256' }).sign(key)` },
    { name: 'a claim of a signed token, through a variable', code: `import jwt from 'jsonwebtoken'
const sessionId = Date.now() + user.id
const claims = { sessionId, sub: user.id }
const accessToken = jwt.sign(claims, secret)` },
    { name: 'jitter and back-off', code: `const delay = 1000 + Math.random() * 200
setTimeout(refreshSession, delay)` },
    { name: 'a colour kept in the session', code: `req.session.user.profileColor = '#' + Math.floor(Math.random() * 0xffffff).toString(16)` },
    { name: 'a sample of sessions', code: `const sessionToShow = sessions[Math.floor(Math.random() * sessions.length)]` },
    { name: 'element IDs, file names, slugs and cache busters', code: `const elementId = 'el-' + Math.random().toString(36)
const fileName = Date.now() + '.png'
const slug = title + '-' + Math.random().toString(36).slice(2, 6)
const url = '/session.js?v=' + Date.now()` },
    { name: 'names that contain the word as part of another', code: `const inside = Math.random()
const residual = Math.random()
const tokenizer = Math.random()` },
    { name: 'when a session began and ends', code: `const sessionStart = Date.now()
session.createdAt = Date.now()
const sessionExpires = Date.now() + 3600
const tokenExpiry = Date.now()` },
    { name: 'how many sessions there are', code: `let sessionCount = 0
sessionCount++
const sessionNumber = ++sessionCount` },
    { name: 'a CSRF token', code: `const csrfToken = Math.random().toString(36)
req.session.csrf = Math.random().toString(36)` },
    { name: 'a nonce, a request ID and a one-time code', code: `const nonce = Math.random().toString(36)
const requestId = Date.now().toString(36)
const otp = Math.floor(Math.random() * 1e6)` },
    { name: 'a token for resetting a password', code: `app.post('/forgot-password', (req, res) => {
  const token = Math.random().toString(36)
  mail(req.body.email, token)
})` },
    { name: 'a token for verifying an address', code: `function sendVerificationMail(user) {
  const token = user.email + Date.now()
  return mail(token)
}` },
    { name: 'a token of a subscription', code: `let lastUid = -1
function subscribe() {
  const token = 'uid_' + String(++lastUid)
  return token
}` },
    { name: 'tokens of a parser', code: `class Lexer {
  createToken() { return this.tokens[this.position++] }
}` },
    { name: 'a token by which a container finds a class', code: `export function assign(type, token = Math.random().toString(36)) { users.set(token, type) }` },
    { name: 'a short token of no known use', code: `import { randomBytes } from 'node:crypto'
const token = randomBytes(8).toString('hex')` },
    { name: 'a random token for any use', code: `export function createRandomToken(size) {
  return Math.random().toString(36).slice(0, size)
}` },
    { name: 'a generic helper that nothing here uses for sessions', code: `export function randomString() { return Math.random().toString(36).slice(2) }
const boundary = randomString(); // session` },
    { name: 'sessions of analytics, of an editor and of a tab', code: `analytics.track({ sessionId: Math.random().toString(36) })
const editorSessionId = Math.random().toString(36)
class Recorder { sessionId = Date.now() }` },
    { name: 'a session that a page makes up', code: `let sessionId = localStorage.getItem('sessionId')
if (!sessionId) sessionId = Math.random().toString(36)` },
    { name: 'a session of a language model', code: `import OpenAI from 'openai'
const sessionId = 'session_' + Date.now()` },
    { name: 'a number for each connection', code: `import { WebSocketServer } from 'ws'
let nextSessionId = 0
server.on('connection', (socket) => { const sessionId = nextSessionId++ })` },
    { name: 'live connections by a number', code: `const sessions = new Map()
io.on('connection', (socket) => {
  const id = Math.random().toString(36)
  sessions.set(id, socket)
})` },
    { name: 'a cache that is called sessions', code: `function load() {
  const sessions = new Map()
  sessions.set(Date.now(), 1)
}` },
    { name: 'IDs of rows in a loop', code: `for (let i = 0; i < 10; i++) insert({ sessionId: \`session-\${i}\` })` },
    { name: 'IDs that another service gave', code: `const accountSid = Date.now()
const callSid = counter++` },
    { name: 'a value in the session that is called token', code: `app.get('/', (req, res) => { req.session.token = Math.random().toString(36) })` },
    { name: 'a user in a cookie that is signed', code: `import express from 'express'
const app = express()
app.get('/', (req, res) => { res.cookie('session', user.id, { signed: true }) })` },
    { name: 'a user in a cookie that Koa signs where it has keys', code: `import Koa from 'koa'
const app = new Koa()
app.use((ctx) => { ctx.cookies.set('session', user.id) })` },
    { name: 'the name of the user, to fill in a form', code: `import express from 'express'
const app = express()
app.get('/', (req, res) => { res.cookie('remember_me', user.name) })` },
    { name: 'a cookie that says when the session began', code: `import express from 'express'
const app = express()
app.get('/', (req, res) => { res.cookie('session_start', Date.now()) })` },
    { name: 'a cookie for a preference', code: `import express from 'express'
const app = express()
app.get('/', (req, res) => { res.cookie('variant', Math.random() < 0.5 ? 'a' : 'b') })` },
    { name: 'a key under which a session is found', code: `const sessionKey = \`session:\${userId}\`` },
    { name: 'a name that says likely, where only proof counts', settings: { 'session-security': { certainty: 'proved' } }, code: `const sessionId = Math.random().toString(36)` },
    { name: 'a UUID, whatever the limit, where UUIDs are allowed', options: [{ minEntropyBits: 128, allowUuid: true }], code: `import { randomUUID } from 'node:crypto'
const sessionId = randomUUID()` },
    { name: '8 bytes where 64 bits are enough', options: [{ minEntropyBits: 64 }], code: `import { randomBytes } from 'node:crypto'
const sessionId = randomBytes(8).toString('hex')` },
    { name: 'what the fix writes, under the strict limit', options: [{ minEntropyBits: 128, allowUuid: false }], code: `import { randomBytes } from 'node:crypto'
const sessionId = randomBytes(32).toString('base64url')
const sessionToken = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')` },
  ],
  invalid: [
    {
      name: 'a cookie named sid that holds the name of its user',
      code: `import express from 'express'
express().post('/login', (req, res) => { res.cookie('sid', req.user.id); res.end() })`,
      output: null,
      errors: [{ messageId: 'guessable' }],
    },
    {
      name: 'a header with a cookie that holds the name of its user',
      code: `import express from 'express'
express().post('/login', (req, res) => { res.setHeader('Set-Cookie', 'sid=' + req.user.id + '; HttpOnly'); res.end() })`,
      output: null,
      errors: [{ messageId: 'guessable' }],
    },
    {
      name: 'a function that makes IDs, in a file that says nothing about users',
      code: `export function genSid() { return Math.random().toString(36) }`,
      output: `import { randomBytes } from 'node:crypto'\n\nexport function genSid() { return randomBytes(32).toString('base64url') }`,
      errors: [{ messageId: 'random' }],
    },
    {
      name: 'a long call, which the message shortens',
      code: `import { v1 } from 'uuid'
import { randomBytes } from 'node:crypto'
export const sessionId = v1({ clockseq: 0x1234, msecs: Date.now(), nsecs: 5678 })`,
      output: `import { v1 } from 'uuid'
import { randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'guessable', data: { sink: 'sessionId', source: 'v1(…)', instead: 'randomBytes(32) from node:crypto', bits: 0, limit: 112 } }],
    },
    {
      name: 'a list with a type, which is filled and joined',
      filename: fileIn('fixtures/file.ts'),
      code: `export function sessionId() {
  const parts = [] as string[]
  for (let i = 0; i < 8; i++) parts.push(Math.random().toString(36))
  const sessionId = parts.join('')
  return sessionId
}`,
      output: `import { randomBytes } from 'node:crypto'

export function sessionId() {
  const sessionId = randomBytes(32).toString('base64url')
  return sessionId
}`,
      errors: [{ messageId: 'random' }],
    },
    {
      name: 'an import before a line that begins with a semicolon',
      code: `import express from 'express' // server
;(() => {
  const sessionId = Math.random().toString(36)
  express().listen(sessionId)
})()`,
      output: `import express from 'express' // server
import { randomBytes } from 'node:crypto'
;(() => {
  const sessionId = randomBytes(32).toString('base64url')
  express().listen(sessionId)
})()`,
      errors: [{ messageId: 'random' }],
    },
    {
      name: 'an option of express-session',
      code: `import session from 'express-session'
app.use(session({ secret, genid: () => Math.random().toString(36) }))`,
      output: `import session from 'express-session'
import { randomBytes } from 'node:crypto'
app.use(session({ secret, genid: () => randomBytes(32).toString('base64url') }))`,
      errors: [{ messageId: 'random', line: 2, column: 40, endColumn: 53 }],
    },
    {
      name: 'a method as the option',
      code: `const session = require('express-session')
app.use(session({ secret, genid(req) { return String(Date.now()) } }))`,
      output: `const session = require('express-session')
const { randomBytes } = require('node:crypto')
app.use(session({ secret, genid(req) { return randomBytes(32).toString('base64url') } }))`,
      errors: [{ messageId: 'guessable', line: 2, column: 54, endColumn: 64 }],
    },
    {
      name: 'a function of the file as the option',
      code: `import session from 'express-session'
function makeId() {
  return Math.random().toString(36)
}
app.use(session({ secret, genid: makeId }))`,
      output: `import session from 'express-session'
import { randomBytes } from 'node:crypto'
function makeId() {
  return randomBytes(32).toString('base64url')
}
app.use(session({ secret, genid: makeId }))`,
      errors: [{ messageId: 'random', line: 3, column: 10, endColumn: 23 }],
    },
    {
      name: 'a property that is written short',
      code: `import session from 'express-session'
import { v1 as genid } from 'uuid'
app.use(session({ secret, genid }))`,
      output: `import session from 'express-session'
import { v1 as genid } from 'uuid'
import { randomBytes } from 'node:crypto'
app.use(session({ secret, genid: () => randomBytes(32).toString('base64url') }))`,
      errors: [{ messageId: 'guessable', line: 3, column: 27, endColumn: 32 }],
    },
    {
      name: 'a generator of a package, handed on',
      code: `const session = require('express-session');
const { v1: uuidv1 } = require('uuid');
app.use(session({ secret, genid: uuidv1 }));`,
      output: `const session = require('express-session');
const { v1: uuidv1 } = require('uuid');
const { randomBytes } = require('node:crypto');
app.use(session({ secret, genid: () => randomBytes(32).toString('base64url') }));`,
      errors: [{ messageId: 'guessable', line: 3, column: 34, endColumn: 40 }],
    },
    {
      name: 'the option of @fastify/session',
      code: `import fastifySession from '@fastify/session'
app.register(fastifySession, { secret, idGenerator: () => \`\${Date.now()}\` })`,
      output: `import fastifySession from '@fastify/session'
import { randomBytes } from 'node:crypto'
app.register(fastifySession, { secret, idGenerator: () => randomBytes(32).toString('base64url') })`,
      errors: [{ messageId: 'guessable', line: 2, column: 62, endColumn: 72 }],
    },
    {
      name: 'options that another file gives to the library',
      code: `export default { secret, genid: () => Math.random() + '' }`,
      output: `import { randomBytes } from 'node:crypto'

export default { secret, genid: () => randomBytes(32).toString('base64url') }`,
      errors: [{ messageId: 'random', line: 1, column: 39, endColumn: 52 }],
    },
    {
      name: 'a variable',
      code: `export const sessionId = Math.random().toString(36).substring(2) + Date.now()`,
      output: `import { randomBytes } from 'node:crypto'

export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'random', line: 1, column: 26, endColumn: 39 }],
    },
    {
      name: 'an assignment, where the cookie is missing',
      code: `import './x.js'
let sessionId = req.cookies.sid
if (!sessionId) sessionId = Math.random().toString(36)`,
      output: `import './x.js'
import { randomBytes } from 'node:crypto'
let sessionId = req.cookies.sid
if (!sessionId) sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'random', line: 3, column: 29, endColumn: 42 }],
    },
    {
      name: 'the right side of an alternative only',
      code: `import './x.js'
const sessionId = req.cookies.sid || Math.random().toString(36)`,
      output: `import './x.js'
import { randomBytes } from 'node:crypto'
const sessionId = req.cookies.sid || randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'random', line: 2, column: 38, endColumn: 51 }],
    },
    {
      name: 'a property',
      code: `export const user = { name, sessionToken: Math.random().toString(36) }`,
      output: `import { randomBytes } from 'node:crypto'

export const user = { name, sessionToken: randomBytes(32).toString('base64url') }`,
      errors: [{ messageId: 'random', line: 1, column: 43, endColumn: 56 }],
    },
    {
      name: 'the ID of an object that is called session',
      code: `export const session = { id: Math.random().toString(36), userId }`,
      output: `import { randomBytes } from 'node:crypto'

export const session = { id: randomBytes(32).toString('base64url'), userId }`,
      errors: [{ messageId: 'random', line: 1, column: 30, endColumn: 43 }],
    },
    {
      name: 'a field of a class',
      code: `class Login { sessionToken = Math.random().toString(36) }
export { Login }`,
      output: `import { randomBytes } from 'node:crypto'

class Login { sessionToken = randomBytes(32).toString('base64url') }
export { Login }`,
      errors: [{ messageId: 'random', line: 1, column: 30, endColumn: 43 }],
    },
    {
      name: 'a default of a parameter',
      code: `export function open(sessionId = Math.random().toString(36)) { return sessionId }`,
      output: `import { randomBytes } from 'node:crypto'

export function open(sessionId = randomBytes(32).toString('base64url')) { return sessionId }`,
      errors: [{ messageId: 'random', line: 1, column: 34, endColumn: 47 }],
    },
    {
      name: 'an argument for a parameter',
      code: `function open(sessionId) { store(sessionId) }
open(Math.random().toString(36))
export { open }`,
      output: `import { randomBytes } from 'node:crypto'

function open(sessionId) { store(sessionId) }
open(randomBytes(32).toString('base64url'))
export { open }`,
      errors: [{ messageId: 'random', line: 2, column: 6, endColumn: 19 }],
    },
    {
      name: 'the result of a function that is named so',
      code: `export function generateToken() {
  return Math.random().toString(36).slice(2)
}`,
      output: `import { randomBytes } from 'node:crypto'

export function generateToken() {
  return randomBytes(32).toString('base64url')
}`,
      errors: [{ messageId: 'random', line: 2, column: 10, endColumn: 23 }],
    },
    {
      name: 'a function expression on exports',
      code: `exports.createSessionId = function () { return Math.random().toString(36) }`,
      output: `var randomBytes = require('node:crypto').randomBytes

exports.createSessionId = function () { return randomBytes(32).toString('base64url') }`,
      errors: [{ messageId: 'random', line: 1, column: 48, endColumn: 61 }],
    },
    {
      name: 'a method',
      code: `export class Sessions {
  newSessionId() { return Math.random().toString(36) }
}`,
      output: `import { randomBytes } from 'node:crypto'

export class Sessions {
  newSessionId() { return randomBytes(32).toString('base64url') }
}`,
      errors: [{ messageId: 'random', line: 2, column: 27, endColumn: 40 }],
    },
    {
      name: 'the value of a session cookie',
      code: `import express from 'express'
const app = express()
app.post('/login', (req, res) => {
  res.cookie('sid', Math.random().toString(36), { httpOnly: true })
})`,
      output: `import express from 'express'
import { randomBytes } from 'node:crypto'
const app = express()
app.post('/login', (req, res) => {
  res.cookie('sid', randomBytes(32).toString('base64url'), { httpOnly: true })
})`,
      errors: [{ messageId: 'random', line: 4, column: 21, endColumn: 34 }],
    },
    {
      name: 'the value of a session cookie, through a variable',
      code: `import express from 'express'
const app = express()
app.post('/login', (req, res) => {
  const value = Math.random().toString(36)
  res.cookie('sid', value, { httpOnly: true })
})`,
      output: `import express from 'express'
import { randomBytes } from 'node:crypto'
const app = express()
app.post('/login', (req, res) => {
  const value = randomBytes(32).toString('base64url')
  res.cookie('sid', value, { httpOnly: true })
})`,
      errors: [{ messageId: 'random', line: 4, column: 17, endColumn: 30 }],
    },
    {
      name: 'a cookie in a header',
      code: `const http = require('http')
http.createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${Math.random()}; HttpOnly\`)
})`,
      output: `const http = require('http')
const { randomBytes } = require('node:crypto')
http.createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${randomBytes(32).toString('base64url')}; HttpOnly\`)
})`,
      errors: [{ messageId: 'random', line: 3, column: 38, endColumn: 51 }],
    },
    {
      name: 'a hand-made store',
      code: `const sessions = {}
export function login(user) {
  const id = Math.random().toString(36)
  sessions[id] = { user }
  return id
}`,
      output: `import { randomBytes } from 'node:crypto'

const sessions = {}
export function login(user) {
  const id = randomBytes(32).toString('base64url')
  sessions[id] = { user }
  return id
}`,
      errors: [{ messageId: 'random', line: 3, column: 14, endColumn: 27 }],
    },
    {
      name: 'a hand-made store that is a map',
      code: `const sessions = new Map()
export function login(user) {
  const id = Math.random().toString(36)
  sessions.set(id, { user })
  return id
}`,
      output: `import { randomBytes } from 'node:crypto'

const sessions = new Map()
export function login(user) {
  const id = randomBytes(32).toString('base64url')
  sessions.set(id, { user })
  return id
}`,
      errors: [{ messageId: 'random', line: 3, column: 14, endColumn: 27 }],
    },
    {
      name: 'the time',
      code: `export const sessionId = Date.now().toString(36)`,
      output: `import { randomBytes } from 'node:crypto'

export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'guessable', line: 1, column: 26, endColumn: 36 }],
    },
    {
      name: 'the time as a text',
      code: `export const sessionId = new Date().toISOString()`,
      output: `import { randomBytes } from 'node:crypto'

export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'guessable', line: 1, column: 26, endColumn: 36 }],
    },
    {
      name: 'the process',
      code: `export const sessionId = \`\${process.pid}-\${performance.now()}\``,
      output: `import { randomBytes } from 'node:crypto'

export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'guessable', line: 1, column: 44, endColumn: 61 }],
    },
    {
      name: 'a counter',
      code: `import express from 'express'
const app = express()
let counter = 0
app.post('/login', (req, res) => {
  res.cookie('sid', String(++counter), { httpOnly: true })
})`,
      output: `import express from 'express'
import { randomBytes } from 'node:crypto'
const app = express()
app.post('/login', (req, res) => {
  res.cookie('sid', randomBytes(32).toString('base64url'), { httpOnly: true })
})`,
      errors: [{ messageId: 'counted', line: 5, column: 28, endColumn: 37 }],
    },
    {
      name: 'a counter whose number is used again',
      code: `import express from 'express'
const app = express()
let counter = 0
app.post('/login', (req, res) => {
  res.cookie('sid', String(++counter), { httpOnly: true })
  users[counter] = req.body.user
})`,
      output: null,
      errors: [{ messageId: 'counted', line: 5, column: 28, endColumn: 37, suggestions: [{ messageId: 'draw', output: `import express from 'express'
import { randomBytes } from 'node:crypto'
const app = express()
let counter = 0
app.post('/login', (req, res) => {
  res.cookie('sid', randomBytes(32).toString('base64url'), { httpOnly: true })
  users[counter] = req.body.user
})` }] }],
    },
    {
      name: 'a number that is the key of the session and the value of its cookie',
      code: `import express from 'express'
const app = express()
const sessions = {}
app.post('/login', (req, res) => {
  const id = Math.random()
  sessions[id] = { userId: req.user.id }
  res.cookie('sid', String(id), { httpOnly: true })
})`,
      output: `import express from 'express'
import { randomBytes } from 'node:crypto'
const app = express()
const sessions = {}
app.post('/login', (req, res) => {
  const id = randomBytes(32).toString('base64url')
  sessions[id] = { userId: req.user.id }
  res.cookie('sid', String(id), { httpOnly: true })
})`,
      errors: [
        { messageId: 'random', line: 5, column: 14, endColumn: 27, suggestions: [{ messageId: 'draw', output: `import express from 'express'
import { randomBytes } from 'node:crypto'
const app = express()
const sessions = {}
app.post('/login', (req, res) => {
  const id = randomBytes(32).toString('base64url')
  sessions[id] = { userId: req.user.id }
  res.cookie('sid', String(id), { httpOnly: true })
})` }] },
        { messageId: 'random', line: 7, column: 28, endColumn: 30 },
      ],
    },
    {
      name: 'a number that a store for numbers keeps',
      filename: fileIn('fixtures/file.ts'),
      code: `import express from 'express'
const app = express()
const grants: Record<number, string> = {}
app.post('/login', (req, res) => {
  const id = Math.floor(Math.random() * 1e15) + 1
  grants[id] = req.user.id
  res.cookie('refresh_token', String(id), { httpOnly: true })
})`,
      output: null,
      errors: [{ messageId: 'random', line: 7, column: 38, endColumn: 40 }],
    },
    {
      name: 'the user',
      code: `import express from 'express'
const app = express()
app.post('/login', (req, res) => {
  res.cookie('session', user.id, { httpOnly: true })
})`,
      output: null,
      errors: [{ messageId: 'guessable', line: 4, column: 25, endColumn: 32 }],
    },
    {
      name: 'a hash of the user and the time',
      code: `import { createHash } from 'node:crypto'
export const sid = createHash('sha256').update(user.email + Date.now()).digest('hex')`,
      output: `import { createHash, randomBytes } from 'node:crypto'
export const sid = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'hashed', line: 2, column: 61, endColumn: 71 }],
    },
    {
      name: 'a hash in several statements',
      code: `import crypto from 'crypto'
export function createAuthToken(userId) {
  const hash = crypto.createHash('md5')
  hash.update(userId)
  hash.update(String(Date.now()))
  return hash.digest('hex')
}`,
      output: `import crypto from 'crypto'
export function createAuthToken(userId) {
  return crypto.randomBytes(32).toString('base64url')
}`,
      errors: [{ messageId: 'hashed', line: 5, column: 22, endColumn: 32 }],
    },
    {
      name: 'a secret that only its hash is kept of, beside the number of a row',
      code: `import { createHash, randomUUID } from 'node:crypto'
export async function open(user) {
  const id = Math.random().toString(36)
  const secret = Math.random().toString(36)
  await prisma.session.create({ data: { id, userId: user.id, secretHash: createHash('sha256').update(secret).digest('hex') } })
  return \`\${id}.\${secret}\`
}`,
      output: `import { createHash, randomUUID, randomBytes } from 'node:crypto'
export async function open(user) {
  const id = Math.random().toString(36)
  const secret = randomBytes(32).toString('base64url')
  await prisma.session.create({ data: { id, userId: user.id, secretHash: createHash('sha256').update(secret).digest('hex') } })
  return \`\${id}.\${secret}\`
}`,
      errors: [{ messageId: 'hashed' }],
    },
    {
      name: 'the number of a row beside a hash, where a cookie holds it alone',
      code: `import express from 'express'
import { randomBytes } from 'node:crypto'
express().post('/login', async (req, res) => {
  const id = Math.random().toString(36)
  await prisma.session.create({ data: { id, userId: user.id, secretHash: hashed } })
  res.cookie('sid', id)
})`,
      output: `import express from 'express'
import { randomBytes } from 'node:crypto'
express().post('/login', async (req, res) => {
  const id = randomBytes(32).toString('base64url')
  await prisma.session.create({ data: { id, userId: user.id, secretHash: hashed } })
  res.cookie('sid', id)
})`,
      errors: [{ messageId: 'random' }],
    },
    {
      name: 'a hash of the user alone, which is compared with a new one later',
      code: `import md5 from 'md5'
export const sessionToken = md5(user.email)`,
      output: null,
      errors: [{ messageId: 'hashed', line: 2, column: 33, endColumn: 43 }],
    },
    {
      name: 'what is only encoded',
      code: `export const sessionToken = Buffer.from(\`\${username}:\${Date.now()}\`).toString('base64')`,
      output: `import { randomBytes } from 'node:crypto'

export const sessionToken = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'guessable', line: 1, column: 56, endColumn: 66 }],
    },
    {
      name: 'an encoded number, which is decoded later',
      code: `import Hashids from 'hashids'
const hashids = new Hashids('salt')
export const sessionToken = hashids.encode(user.id)`,
      output: null,
      errors: [{ messageId: 'encoded', line: 3, column: 29, endColumn: 52 }],
    },
    {
      name: 'a UUID of version 1',
      code: `import { v1 as uuid } from 'uuid'
export const sessionId = uuid()`,
      output: `import { v1 as uuid } from 'uuid'
import { randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'guessable', line: 2, column: 26, endColumn: 32 }],
    },
    {
      name: 'a UUID of version 7',
      code: `import { v7 } from 'uuid'
export const sessionId = v7()`,
      output: `import { v7 } from 'uuid'
import { randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'short', line: 2, column: 26, endColumn: 30 }],
    },
    {
      name: 'an ObjectId',
      code: `import { ObjectId } from 'mongodb'
export const sessionToken = new ObjectId().toHexString()`,
      output: null,
      errors: [{ messageId: 'counted', line: 2, column: 29, endColumn: 43, suggestions: [{ messageId: 'draw', output: `import { ObjectId } from 'mongodb'
import { randomBytes } from 'node:crypto'
export const sessionToken = randomBytes(32).toString('base64url')` }] }],
    },
    {
      name: 'a package that takes Math.random',
      code: `import { nanoid } from 'nanoid/non-secure'
export const sessionId = nanoid()`,
      output: `import { nanoid } from 'nanoid/non-secure'
import { randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'random', line: 2, column: 26, endColumn: 34 }],
    },
    {
      name: 'a few bytes',
      code: `const crypto = require('crypto')
function generateSessionId() {
  return crypto.randomBytes(8).toString('hex')
}
module.exports = generateSessionId`,
      output: `const crypto = require('crypto')
function generateSessionId() {
  return crypto.randomBytes(32).toString('hex')
}
module.exports = generateSessionId`,
      errors: [{ messageId: 'short', line: 3, column: 10, endColumn: 31 }],
    },
    {
      name: 'few bytes through a constant',
      code: `import { randomBytes } from 'node:crypto'
const LENGTH = 8
export const sessionId = randomBytes(LENGTH).toString('hex')`,
      output: `import { randomBytes } from 'node:crypto'
const LENGTH = 8
export const sessionId = randomBytes(32).toString('hex')`,
      errors: [{ messageId: 'short', line: 3, column: 26, endColumn: 45 }],
    },
    {
      name: 'few bytes as the default of a parameter',
      code: `import { randomBytes } from 'node:crypto'
export function generateSessionId(length = 8) {
  return randomBytes(length).toString('hex')
}`,
      output: `import { randomBytes } from 'node:crypto'
export function generateSessionId(length = 32) {
  return randomBytes(length).toString('hex')
}`,
      errors: [{ messageId: 'short', line: 3, column: 10, endColumn: 29 }],
    },
    {
      name: 'few bytes in a callback',
      code: `import { randomBytes } from 'node:crypto'
randomBytes(8, (error, buffer) => {
  const sessionId = buffer.toString('hex')
  save(sessionId)
})`,
      output: `import { randomBytes } from 'node:crypto'
randomBytes(32, (error, buffer) => {
  const sessionId = buffer.toString('hex')
  save(sessionId)
})`,
      errors: [{ messageId: 'short', line: 2, column: 1, endColumn: 12 }],
    },
    {
      name: 'few bytes of a promise',
      code: `import { promisify } from 'node:util'
import { randomBytes } from 'node:crypto'
const draw = promisify(randomBytes)
export async function createSessionToken() {
  return (await draw(8)).toString('hex')
}`,
      output: `import { promisify } from 'node:util'
import { randomBytes } from 'node:crypto'
const draw = promisify(randomBytes)
export async function createSessionToken() {
  return (await draw(32)).toString('hex')
}`,
      errors: [{ messageId: 'short', line: 5, column: 17, endColumn: 24 }],
    },
    {
      name: 'few bytes in a promise made by hand',
      code: `import { randomBytes } from 'node:crypto'
export async function login() {
  const sessionId = await new Promise((resolve, reject) => randomBytes(8, (error, bytes) => (error ? reject(error) : resolve(bytes.toString('hex')))))
  return sessionId
}`,
      output: `import { randomBytes } from 'node:crypto'
export async function login() {
  const sessionId = await new Promise((resolve, reject) => randomBytes(32, (error, bytes) => (error ? reject(error) : resolve(bytes.toString('hex')))))
  return sessionId
}`,
      errors: [{ messageId: 'short', line: 3, column: 60, endColumn: 71 }],
    },
    {
      name: 'few bytes behind then',
      code: `import { promisify } from 'node:util'
import { randomBytes } from 'node:crypto'
export const createSessionToken = () => promisify(randomBytes)(8).then((buffer) => buffer.toString('hex'))`,
      output: `import { promisify } from 'node:util'
import { randomBytes } from 'node:crypto'
export const createSessionToken = () => promisify(randomBytes)(32).then((buffer) => buffer.toString('hex'))`,
      errors: [{ messageId: 'short', line: 3, column: 41, endColumn: 66 }],
    },
    {
      name: 'few bytes in an array that is filled',
      code: `const bytes = new Uint8Array(8)
crypto.getRandomValues(bytes)
export const sessionToken = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')`,
      output: `const bytes = new Uint8Array(32)
crypto.getRandomValues(bytes)
export const sessionToken = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')`,
      errors: [{ messageId: 'short', line: 2, column: 1, endColumn: 30 }],
    },
    {
      name: 'few characters',
      code: `import { nanoid } from 'nanoid'
export const sessionId = nanoid(10)`,
      output: `import { nanoid } from 'nanoid'
export const sessionId = nanoid(43)`,
      errors: [{ messageId: 'short', line: 2, column: 26, endColumn: 36 }],
    },
    {
      name: 'few characters of an alphabet',
      code: `import { customAlphabet } from 'nanoid'
const makeSid = customAlphabet('0123456789abcdef', 10)
export const sessionId = makeSid()`,
      output: `import { customAlphabet } from 'nanoid'
const makeSid = customAlphabet('0123456789abcdef', 64)
export const sessionId = makeSid()`,
      errors: [{ messageId: 'short', line: 3, column: 26, endColumn: 35 }],
    },
    {
      name: 'few characters by an option',
      code: `import cryptoRandomString from 'crypto-random-string'
export const sessionId = cryptoRandomString({ length: 10, type: 'alphanumeric' })`,
      output: `import cryptoRandomString from 'crypto-random-string'
export const sessionId = cryptoRandomString({ length: 44, type: 'alphanumeric' })`,
      errors: [{ messageId: 'short', line: 2, column: 26, endColumn: 82 }],
    },
    {
      name: 'few characters, one by one',
      code: `import { randomInt } from 'node:crypto'
const chars = 'abcdefghijklmnopqrstuvwxyz0123456789'
export const sessionId = Array.from({ length: 8 }, () => chars[randomInt(chars.length)]).join('')`,
      output: `import { randomInt, randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'short', line: 3, column: 64, endColumn: 87 }],
    },
    {
      name: 'a cut',
      code: `import { randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('hex').slice(0, 16)`,
      output: `import { randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('hex')`,
      errors: [{ messageId: 'cut', line: 2, column: 26, endColumn: 70 }],
    },
    {
      name: 'a cut of few bytes',
      code: `import { randomBytes } from 'node:crypto'
export const sessionId = randomBytes(8).toString('hex').slice(0, 16)`,
      output: `import { randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('hex')`,
      errors: [{ messageId: 'short', line: 2, column: 26, endColumn: 40 }],
    },
    {
      name: 'the first part of a UUID',
      code: `import { randomUUID } from 'node:crypto'
export const sessionId = randomUUID().split('-')[0]`,
      output: `import { randomUUID, randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'cut', line: 2, column: 26, endColumn: 52 }],
    },
    {
      name: 'a cut of a UUID',
      code: `import { randomUUID } from 'node:crypto'
export const sessionId = randomUUID().slice(0, 8)`,
      output: `import { randomUUID, randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'cut', line: 2, column: 26, endColumn: 50 }],
    },
    {
      name: 'a helper of the file that serves others too',
      code: `function randomString() { return Math.random().toString(36) }
export const roomCode = randomString()
export const sessionId = randomString()`,
      output: `import { randomBytes } from 'node:crypto'

function randomString() { return Math.random().toString(36) }
export const roomCode = randomString()
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'random', line: 3, column: 26, endColumn: 40 }],
    },
    {
      name: 'a helper that serves only this',
      code: `function randomString() {
  return Math.random().toString(36)
}
export const sessionId = randomString()`,
      output: `import { randomBytes } from 'node:crypto'

function randomString() {
  return randomBytes(32).toString('base64url')
}
export const sessionId = randomString()`,
      errors: [{ messageId: 'random', line: 2, column: 10, endColumn: 23 }],
    },
    {
      name: 'a private method of a service',
      filename: fileIn('fixtures/file.ts'),
      code: `export class SessionService {
  private generate(): string {
    return Math.random().toString(36)
  }

  create(user: User): string {
    const sessionId = this.generate()
    this.sessions.set(sessionId, user)
    return sessionId
  }
}`,
      output: `import { randomBytes } from 'node:crypto'

export class SessionService {
  private generate(): string {
    return randomBytes(32).toString('base64url')
  }

  create(user: User): string {
    const sessionId = this.generate()
    this.sessions.set(sessionId, user)
    return sessionId
  }
}`,
      errors: [{ messageId: 'random', line: 3, column: 12, endColumn: 25 }],
    },
    {
      name: 'a cut of what a helper gives',
      code: `import { randomUUID } from 'node:crypto'
function makeKey() { return randomUUID() }
export const key = makeKey()
export const sessionId = makeKey().slice(0, 6)`,
      output: `import { randomUUID, randomBytes } from 'node:crypto'
function makeKey() { return randomUUID() }
export const key = makeKey()
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'cut', line: 4, column: 26, endColumn: 47 }],
    },
    {
      name: 'a text that a loop puts together',
      code: `export function generateSessionId() {
  let result = ''
  const chars = 'abcdefghijklmnopqrstuvwxyz'
  const length = chars.length
  for (let i = 0; i < 32; i++) {
    result += chars.charAt(Math.floor(Math.random() * length))
  }
  return result
}`,
      output: `import { randomBytes } from 'node:crypto'

export function generateSessionId() {
  const result = randomBytes(32).toString('base64url')
  return result
}`,
      errors: [{ messageId: 'random', line: 6, column: 39, endColumn: 52 }],
    },
    {
      name: 'a list that a loop fills',
      code: `const possible = 'abcdef'
export function makeSid() {
  const parts = []
  for (let i = 0; i < 20; i++) parts.push(possible[Math.floor(Math.random() * possible.length)])
  return parts.join('')
}`,
      output: `import { randomBytes } from 'node:crypto'

export function makeSid() {
  return randomBytes(32).toString('base64url')
}`,
      errors: [{ messageId: 'random', line: 4, column: 63, endColumn: 76 }],
    },
    {
      name: 'characters in place of others',
      code: `export const sessionId = 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) => {
  const r = (Math.random() * 16) | 0
  return (c === 'x' ? r : (r & 0x3) | 0x8).toString(16)
})`,
      output: `import { randomBytes } from 'node:crypto'

export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'random', line: 2, column: 14, endColumn: 27 }],
    },
    {
      name: 'what is written before and behind',
      code: `export const sessionId = \`sess_\${Date.now()}_\${Math.random().toString(36).slice(2)}.v1\``,
      output: `import { randomBytes } from 'node:crypto'

export const sessionId = \`sess_\${randomBytes(32).toString('base64url')}.v1\``,
      errors: [{ messageId: 'random', line: 1, column: 48, endColumn: 61 }],
    },
    {
      name: 'what is written before a sum',
      code: `export const sessionToken = 'tok_' + Math.random().toString(36)`,
      output: `import { randomBytes } from 'node:crypto'

export const sessionToken = 'tok_' + randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'random', line: 1, column: 38, endColumn: 51 }],
    },
    {
      name: 'a number, which other code may count with',
      code: `export const sessionId = Math.floor(Math.random() * 1e9)`,
      output: null,
      errors: [{ messageId: 'random', line: 1, column: 37, endColumn: 50, suggestions: [{ messageId: 'draw', output: `import { randomBytes } from 'node:crypto'

export const sessionId = randomBytes(32).toString('base64url')` }] }],
    },
    {
      name: 'a text that is compared with a length',
      code: `export const sessionId = Math.random().toString(36).slice(2, 10)
if (input.sessionId.length !== 8) fail()`,
      output: null,
      errors: [{ messageId: 'random', line: 1, column: 26, endColumn: 39, suggestions: [{ messageId: 'draw', output: `import { randomBytes } from 'node:crypto'

export const sessionId = randomBytes(32).toString('base64url')
if (input.sessionId.length !== 8) fail()` }] }],
    },
    {
      name: 'a text that is padded',
      code: `export const sessionId = Math.random().toString(36).slice(2).padStart(12, '0')`,
      output: null,
      errors: [{ messageId: 'random', line: 1, column: 26, endColumn: 39, suggestions: [{ messageId: 'draw', output: `import { randomBytes } from 'node:crypto'

export const sessionId = randomBytes(32).toString('base64url')` }] }],
    },
    {
      name: 'a field with a column of a fixed width',
      filename: fileIn('fixtures/file.ts'),
      code: `import { Column } from 'typeorm'
import { nanoid } from 'nanoid'
export class User {
  @Column({ length: 16 })
  sessionToken = nanoid(16)
}`,
      output: null,
      errors: [{ messageId: 'short', line: 5, column: 18, endColumn: 28, suggestions: [{ messageId: 'draw', output: `import { Column } from 'typeorm'
import { nanoid } from 'nanoid'
export class User {
  @Column({ length: 16 })
  sessionToken = nanoid(43)
}` }] }],
    },
    {
      name: 'a type that takes no other text',
      filename: fileIn('fixtures/file.ts'),
      code: `export const sessionId: \`\${string}-\${string}\` = \`\${Date.now()}-\${Math.random()}\``,
      output: null,
      errors: [{ messageId: 'random', line: 1, column: 66, endColumn: 79 }],
    },
    {
      name: 'a type that takes numbers only',
      filename: fileIn('fixtures/file.ts'),
      code: `export const sessionId: number = Date.now()`,
      output: null,
      errors: [{ messageId: 'guessable', line: 1, column: 34, endColumn: 44 }],
    },
    {
      name: 'a type that takes any text',
      filename: fileIn('fixtures/file.ts'),
      code: `import type { Request } from 'express'
export function generateSessionId(req: Request): string {
  return Math.random().toString(36)
}`,
      output: `import type { Request } from 'express'
import { randomBytes } from 'node:crypto'
export function generateSessionId(req: Request): string {
  return randomBytes(32).toString('base64url')
}`,
      errors: [{ messageId: 'random', line: 3, column: 10, endColumn: 23 }],
    },
    {
      name: 'a name that is taken',
      code: `import { randomBytes } from './random.js'
export const sessionId = Math.random().toString(36)
randomBytes()`,
      output: `import { randomBytes } from './random.js'
import { randomBytes as secureRandomBytes } from 'node:crypto'
export const sessionId = secureRandomBytes(32).toString('base64url')
randomBytes()`,
      errors: [{ messageId: 'random', line: 2, column: 26, endColumn: 39 }],
    },
    {
      name: 'a page that makes a token',
      code: `document.title = 'x'
export const sessionToken = Math.random().toString(36)`,
      output: `document.title = 'x'
export const sessionToken = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')`,
      errors: [{ messageId: 'random', line: 2, column: 29, endColumn: 42 }],
    },
    {
      name: 'a program for Deno',
      code: `const sessionId = Math.random().toString(36)
Deno.serve(() => new Response(sessionId))`,
      output: `const sessionId = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')
Deno.serve(() => new Response(sessionId))`,
      errors: [{ messageId: 'random', line: 1, column: 19, endColumn: 32 }],
    },
    {
      name: 'a worker',
      code: `export default { async fetch() { const sessionId = Math.random().toString(36); return new Response(sessionId) } }`,
      output: `export default { async fetch() { const sessionId = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join(''); return new Response(sessionId) } }`,
      errors: [{ messageId: 'random', line: 1, column: 52, endColumn: 65 }],
    },
    ...(['react-native', 'expo'] as const).flatMap((library) => [
      {
        name: `an application of ${library}, where no generator is sure to be`,
        settings: { 'session-security': { libraries: [library] } },
        code: `import AsyncStorage from '@react-native-async-storage/async-storage'
const sessionToken = Math.random().toString(36).slice(2) + Date.now()
AsyncStorage.setItem('sessionToken', sessionToken)`,
        output: null,
        errors: [{ messageId: 'random', data: { sink: 'sessionToken', source: 'Math.random()', instead: 'a cryptographic generator', bits: 0, limit: 112 } }],
      },
      {
        name: `an application of ${library} that brings the generator of the web`,
        settings: { 'session-security': { libraries: [library, 'react-native-get-random-values'] } },
        code: `export const makeSessionToken = () => Math.random().toString(36)`,
        output: `export const makeSessionToken = () => ${WEB_SECRET}`,
        errors: [{ messageId: 'random' }],
      },
    ]),
    ...([
      ['a module', "import browser from 'webextension-polyfill'\n", 'browser.storage.local.set({ sessionToken })'],
      ['a global of Chrome', "import { api } from './api.js'\n", 'chrome.storage.local.set({ sessionToken })'],
      ['a global of Firefox', "import { api } from './api.js'\n", 'browser.storage.local.set({ sessionToken })'],
    ] as const).map(([name, lines, use]) => ({
      name: `an extension of a browser, told by ${name}`,
      code: `${lines}const sessionToken = Math.random().toString(36)\n${use}`,
      output: `${lines}const sessionToken = ${WEB_SECRET}\n${use}`,
      errors: [{ messageId: 'random' }],
    })),
    {
      name: 'a page that writes to its cookie store',
      code: `export const begin = () => cookieStore.set('sid', Math.random().toString(36))`,
      output: `export const begin = () => cookieStore.set('sid', Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join(''))`,
      errors: [{ messageId: 'random', line: 1, column: 51, endColumn: 64 }],
    },
    {
      name: 'a script that says nothing of modules',
      code: `var sessionId = Math.random().toString(36);`,
      output: `var sessionId = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');`,
      errors: [{ messageId: 'random', line: 1, column: 17, endColumn: 30 }],
    },
    {
      name: 'double quotes and semicolons',
      code: `const session = require("express-session");
module.exports = session({ secret: "x", genid: function () { return Math.random().toString(36); } });`,
      output: `const session = require("express-session");
const { randomBytes } = require("node:crypto");
module.exports = session({ secret: "x", genid: function () { return randomBytes(32).toString("base64url"); } });`,
      errors: [{ messageId: 'random', line: 2, column: 69, endColumn: 82 }],
    },
    {
      name: 'fixes that shall be looked at',
      settings: { 'session-security': { fixes: 'suggest' } },
      code: `export const sessionId = Math.random().toString(36)`,
      output: null,
      errors: [{ messageId: 'random', line: 1, column: 26, endColumn: 39, suggestions: [{ messageId: 'draw', output: `import { randomBytes } from 'node:crypto'

export const sessionId = randomBytes(32).toString('base64url')` }] }],
    },
    {
      name: 'a UUID under the strict options',
      options: [{ minEntropyBits: 128, allowUuid: false }],
      code: `import { randomUUID } from 'node:crypto'
export const sessionId = randomUUID()`,
      output: `import { randomUUID, randomBytes } from 'node:crypto'
export const sessionId = randomBytes(32).toString('base64url')`,
      errors: [{ messageId: 'uuid', line: 2, column: 26, endColumn: 38 }],
    },
    {
      name: 'nanoid as it comes under the strict limit',
      options: [{ minEntropyBits: 128 }],
      code: `import { nanoid } from 'nanoid'
export const sessionId = nanoid()`,
      output: `import { nanoid } from 'nanoid'
export const sessionId = nanoid(43)`,
      errors: [{ messageId: 'short', line: 2, column: 26, endColumn: 34 }],
    },
  ],
})

const RANDOM = 'Math.random().toString(36)'

ruleTester.run(`${rule.name}, for stores made by hand,`, rule, {
  valid: [
    ...([
      ['a map of transports', 'const transports = new Map()', 'transports.set(ID, {})'],
      ['promises on their way', 'const pendingSessions = new Map()', 'pendingSessions.set(ID, load())'],
      ['a cache', 'const sessionCache = new Map()', 'sessionCache.set(ID, user)'],
      ['tokens that were used', 'const usedTokens = new Map()', 'usedTokens.set(ID, true)'],
      ['games', 'const gameSessions = {}', 'gameSessions[ID] = { user }'],
      ['a store that lives as long as its function', '', 'const sessions = new Map(); sessions.set(ID, user)'],
      ['sockets', 'const sessions = new Map()', 'sessions.set(ID, user.socket)'],
      ['a chat under a key', "import { redis } from './redis.js'", 'await redis.set(`chat:session:${ID}`, user)'],
      ['a recording under a key', "import { redis } from './redis.js'", 'await redis.set(`recording-session:${ID}`, user)'],
      ['what belongs to a session', "import { redis } from './redis.js'", 'await redis.set(`session:lock:${ID}`, user)'],
      ['a key that goes on behind the ID', "import { redis } from './redis.js'", 'await redis.set(`session:${ID}:cart`, user)'],
      ['a path with a number in it, and a user', "import { http } from './http.js'", 'await http.put(`/sessions/${ID}`, user)'],
      ['another key', "import { redis } from './redis.js'", 'await redis.set(`page:${ID}`, user)'],
      ['a session under the name of its user', "import { redis } from './redis.js'", 'await redis.set(`session:${user.id}`, user)'],
      ['analytics', "import { analytics } from './analytics.js'", "await analytics.redis.set(`session:${ID}`, user)"],
      ['a model of games', "import { prisma } from './prisma.js'", 'await prisma.gameSession.create({ data: { id: ID, userId: user.id } })'],
      ['a row of another table', "import { prisma } from './prisma.js'", 'await prisma.document.create({ data: { id: ID, userId: user.id } })'],
      ['the number of a row that has a secret of its own', "import { prisma } from './prisma.js'\nimport { randomBytes } from 'node:crypto'", "await prisma.session.create({ data: { id: ID, token: randomBytes(32).toString('hex') } })"],
      ...(['secretHash', 'secret_hash', 'hashedSecret', 'verifierHash', 'refreshTokenHash', 'tokenDigest', 'hash', 'secret', 'validator'] as const).map((column) => [
        `the number of a row beside ${column}`, "import { prisma } from './prisma.js'", `const id = ID; await prisma.refreshToken.create({ data: { id, userId: user.id, ${column}: await hash(secret) } }); return \`\${id}.\${secret}\``,
      ] as const),
      ['the number of a row of SQL beside a hash', "import { db } from './database.js'", "await db.run('INSERT INTO sessions (id, secret_hash) VALUES (?, ?)', [ID, hashed])"],
      ['the number of a row with a name of its own beside a hash', "import { db } from './database.js'", "const sessionId = ID; await db.run('INSERT INTO sessions (session_id, secret_hash) VALUES (?, ?)', [sessionId, hashed])"],
      ['the number of an object that becomes a row, beside a hash', "import { db, sessions } from './database.js'", 'const session = { id: ID, secretHash: hashed, userId: user.id }; await db.insert(sessions).values(session)'],
      ['a key of what has a hash', "import { redis } from './redis.js'", 'await redis.set(`session:${ID}`, JSON.stringify({ userId: user.id, secretHash: hashed }))'],
      ['a key of a map in which a hash is', 'const sessions = new Map()', 'sessions.set(ID, { user, tokenHash: hashed })'],
      ['a chat of a user', "import { prisma } from './prisma.js'", 'await prisma.session.create({ data: { id: ID, chatId: 1, userId: user.id } })'],
      ['the number of a row that is nobody\'s', "import { prisma } from './prisma.js'", 'await prisma.session.create({ data: { id: ID, day: 1 } })'],
      ['a workout', "import { db, sessions } from './database.js'", 'await db.insert(sessions).values({ id: ID, userId: user.id, startedAt: new Date() })'],
      ['an appointment', "import { prisma } from './prisma.js'", 'await prisma.session.create({ data: { id: ID, trainerId: user.id, startTime: new Date() } })'],
      ['a lesson', "import { Session } from './models.js'", "await Session.create({ _id: ID, title: 'Yoga', userId: user.id })"],
      ['the payments of a checkout', "import Stripe from 'stripe'\nconst stripe = new Stripe(KEY)", 'await stripe.checkout.sessions.create({ client_reference_id: ID })'],
      ['a session of a language model', "import { client } from './client.js'", 'await client.sessions.create({ data: { id: ID } }, { model: openai })'],
      ['a table of another kind', "import { db, gameSessions } from './database.js'", 'await db.insert(gameSessions).values({ id: ID })'],
      ['a statement for another table', "import { pool } from './database.js'", "await pool.query('INSERT INTO uploads (id) VALUES ($1)', [ID])"],
      ['a statement without values', "import { pool } from './database.js'", "await pool.query('INSERT INTO sessions SELECT * FROM old_sessions', [ID])"],
      ['another column', "import { pool } from './database.js'", "await pool.query('INSERT INTO sessions (colour, id) VALUES ($1, $2)', [ID, createId()])"],
    ] as const).map(([name, lines, write]) => ({ name, code: `${lines}\nexport async function login(user) {\n  ${write.replaceAll('ID', RANDOM)}\n}` })),
    { name: 'a generator that nobody guesses', code: "import { randomUUID } from 'node:crypto'\nexport async function login(user) {\n  await redis.set(`session:${randomUUID()}`, user.name)\n}" },
    { name: 'a page', code: `document.title = 'Login'\nexport function login(user) { store.set(\`session:\${${RANDOM}}\`, user.name) }` },
  ],
  invalid: [
    ...([
      ['a map', 'const sessions = new Map()', 'sessions.set(ID, { user })', 'sessions.set(…, …)'],
      ['an object', 'const sessions = {}', 'sessions[ID] = { user }', 'sessions[…]'],
      ['Redis', "import { redis } from './redis.js'", 'await redis.set(`session:${ID}`, user.name)', 'session:…'],
      ['Redis with an expiry', "import { client } from './redis.js'", "await client.set('sess:' + ID, JSON.stringify(user), { EX: 3600 })", 'sess:…'],
      ['Redis with words for the expiry', "import { client } from './redis.js'", "await client.set('sess:' + ID, JSON.stringify(user), 'EX', 3600)", 'sess:…'],
      ['`setEx`', "import { client } from './redis.js'", 'await client.setEx(`session:${ID}`, 3600, user.name)', 'session:…'],
      ['`setex`', "import { client } from './redis.js'", 'await client.setex(`user_session:${ID}`, 3600, user.name)', 'user_session:…'],
      ['a hash', "import { client } from './redis.js'", "await client.hSet('session:' + ID, { name: user.name })", 'session:…'],
      ['a field of a hash', "import { client } from './redis.js'", "await client.hset('session:' + ID, 'name', user.name)", 'session:…'],
      ['a prefix in a constant', "import { client } from './redis.js'\nconst PREFIX = 'app:session:'", 'await client.set(PREFIX + ID, user.name)', 'app:session:…'],
      ['a function for keys', "import { client } from './redis.js'\nconst keyOf = (id) => `session:${id}`", 'await client.set(keyOf(ID), user.name)', 'session:…'],
      ['Prisma', "import { prisma } from './prisma.js'", 'await prisma.session.create({ data: { id: ID, userId: user.id } })', 'session.id'],
      ['Prisma with an upsert', "import { prisma } from './prisma.js'", 'await prisma.userSession.upsert({ where: { userId: user.id }, create: { id: ID }, update: {} })', 'userSession.id'],
      ['Prisma with a token', "import { prisma } from './prisma.js'", 'await prisma.session.create({ data: { token: ID, userId: user.id } })', 'token'],
      ['Prisma with a session token', "import { prisma } from './prisma.js'", 'await prisma.session.create({ data: { sessionToken: ID, userId: user.id } })', 'sessionToken'],
      ['Prisma with the hash of something else', "import { prisma } from './prisma.js'", 'await prisma.session.create({ data: { id: ID, userId: user.id, passwordHash: user.hash, csrfSecret: secret } })', 'session.id'],
      ['Prisma with a token beside a hash', "import { prisma } from './prisma.js'", 'await prisma.session.create({ data: { token: ID, refreshTokenHash: hashed } })', 'token'],
      ['Prisma with a secret', "import { prisma } from './prisma.js'", 'await prisma.session.create({ data: { id: makeId(), secret: ID } })', 'session.secret'],
      ['a secret beside the key', "import { redis } from './redis.js'", 'await redis.set(`session:${ID}`, JSON.stringify({ userId: user.id, secret }))', 'session:…'],
      ['Drizzle', "import { db, sessions } from './database.js'", 'await db.insert(sessions).values({ id: ID, userId: user.id }).returning()', 'sessions.id'],
      ['Drizzle with another name', "import { db, sessionTable } from './database.js'", 'await db.insert(sessionTable).values({ id: ID, userId: user.id })', 'sessionTable.id'],
      ['Knex', "import { knex } from './database.js'", "await knex('sessions').insert({ id: ID, user_id: user.id })", 'sessions.id'],
      ['Knex with a token', "import { db } from './database.js'", "await db('user_sessions').insert({ token: ID, user_id: user.id })", 'token'],
      ['Knex the other way round', "import { knex } from './database.js'", "await knex.insert({ id: ID, user_id: user.id }).into('sessions')", 'sessions.id'],
      ['Kysely', "import { db } from './database.js'", "await db.insertInto('sessions').values({ id: ID, user_id: user.id }).execute()", 'sessions.id'],
      ['Workers KV', "import { env } from './worker.js'", 'await env.KV.put(`session:${ID}`, user.name, { expirationTtl: 3600 })', 'session:…'],
      ['Mongoose', "import { Session } from './models.js'", 'await Session.create({ sessionId: ID, user: user.id })', 'sessionId'],
      ['Mongoose with the ID of the document', "import { Session } from './models.js'", 'await Session.create({ _id: ID, user: user.id })', 'Session._id'],
      ['Mongoose with a document', "import { Session } from './models.js'", 'await new Session({ token: ID, user: user.id }).save()', 'Session.token'],
      ['MongoDB', "import { db } from './database.js'", "await db.collection('sessions').insertOne({ _id: ID, user: user.id })", 'sessions._id'],
      ['a collection in a variable', "import { db } from './database.js'\nconst sessions = db.collection('sessions')", 'await sessions.insertOne({ _id: ID, user: user.id })', 'sessions._id'],
      ['SQL with numbers', "import { pool } from './database.js'", "await pool.query('INSERT INTO sessions (user_id, id) VALUES ($1, $2)', [user.id, ID])", 'sessions.id'],
      ['SQL with question marks', "import { db } from './database.js'", "await db.run('INSERT INTO sessions (sid, user_id) VALUES (?, ?)', ID, user.id)", 'sessions.sid'],
      ['SQL that is prepared', "import { db } from './database.js'", "db.prepare('INSERT INTO sessions (token, created) VALUES (?, datetime(0, 1))').run(ID)", 'sessions.token'],
      ['SQL whose values are bound', "import { env } from './worker.js'", "await env.DB.prepare('INSERT INTO sessions (id, user_id) VALUES (?, ?)').bind(ID, user.id).run()", 'sessions.id'],
      ['SQL behind a tag', "import { sql } from './database.js'", 'await sql`insert into sessions (id, user_id) values (${ID}, ${user.id})`', 'sessions.id'],
      ['SQL with names', "import { db } from './database.js'", "db.prepare('INSERT OR REPLACE INTO user_sessions (id, user_id) VALUES (@id, @user)').run({ id: ID, user: user.id })", 'user_sessions.id'],
    ] as const).map(([name, lines, write, sink]) => {
      const code = `import { randomBytes } from 'node:crypto'\n${lines}\nexport async function login(user) {\n  ${write}\n}`
      return {
        name,
        code: code.replaceAll('ID', RANDOM),
        output: code.replaceAll('ID', "randomBytes(32).toString('base64url')"),
        errors: [{ messageId: 'random', data: { sink, source: 'Math.random()', instead: 'randomBytes(32) from node:crypto', bits: 0, limit: 112 } }],
      }
    }),
  ],
})

describe('an ID is that of a session of users in', () => {
  it.each(SESSIONS_OF_USERS)('%s', (_name, code) => {
    expect(sessionFileOf(code).of('sessionIdGenerated')).toHaveLength(1)
  })
})
