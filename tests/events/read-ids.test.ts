import { describe, expect, test } from 'vitest'
import type { SessionIdGenerated } from '../../lib/events/events.js'
import { fileOf } from '../events-of.js'

/** Where a program makes session IDs, one line for each: what it becomes, what tells, and the underlined text. */
function idsIn(code: string): string[] {
  const file = fileOf(code)
  const ids = file?.events.filter((event): event is SessionIdGenerated => event.type === 'sessionIdGenerated') ?? []
  return ids.map(({ certainty, node, sink, told }) => `${sink}, ${told} ${certainty}: ${file?.context.sourceCode.getText(node) ?? ''}`)
}

const RANDOM = 'Math.random().toString(36)'

/** A handler of a server that writes a cookie. */
function sending(cookie: string): string {
  return `import express from 'express'\nimport { SESSION_COOKIE } from './names.js'\nexpress().get('/', (req, res) => { res.cookie(${cookie}) })`
}

describe('a cookie', () => {
  test.each([
    ['has the name of a constant from elsewhere', `SESSION_COOKIE, ${RANDOM}`, 'session cookie, cookie proved: Math.random()'],
    ['is the user without a signature', `'my_app_session', user.id`, 'my_app_session, cookie proved: user.id'],
    ['is the user and is not to be signed', `'session', user.id, { signed: false }`, 'session, cookie proved: user.id'],
    ['gets one value or another', `'sid', first ? ${RANDOM} : 'none'`, 'sid, cookie proved: Math.random()'],
    ['is the time', `'session', Date.now()`, 'session, cookie proved: Date.now()'],
    ['is random, although it is named for a time', `'session_time', ${RANDOM}`, 'session_time, cookie proved: Math.random()'],
  ])('%s', (_name, cookie, line) => {
    expect(idsIn(sending(cookie))).toEqual([line])
  })

  test.each([
    ['is the user and may be signed', `'session', user.id, { signed: config.signed }`],
    ['is the user, and nobody knows its name', `SESSION_COOKIE, user.id`],
    ['is named for the user', `'session_user', user.id`],
    ['is named for a time', `'session_time', String(Date.now())`],
    ['says when a session began', `'session_created_at', Date.now()`],
  ])('is no ID that %s', (_name, cookie) => {
    expect(idsIn(sending(cookie))).toEqual([])
  })

  test.each(['ssid', 'sid', 'sess', 'my_session', 'session_id', 'auth', 'my_token', 'authToken', 'sessionToken', 'jwt'])('named %s is the user', (name) => {
    expect(idsIn(sending(`'${name}', user.id`))).toEqual([`${name}, cookie proved: user.id`])
  })

  test('that is a header is the user, for nobody signs it', () => {
    expect(idsIn(`import express from 'express'\nexpress().get('/', (req, res) => { res.setHeader('Set-Cookie', 'session=' + user.id) })`)).toEqual(['session, cookie proved: user.id'])
  })

  test('has the first value of a variable, too', () => {
    const code = `import express from 'express'\nexpress().get('/', (req, res) => { let id = ${RANDOM}; if (req.query.id) id = other(req); res.cookie('sid', id) })`
    expect(idsIn(code)).toEqual(['sid, cookie proved: Math.random()'])
  })

  test('tells what the first of several says', () => {
    const code = `import express from 'express'\nexpress().get('/', (req, res) => { const id = ${RANDOM}; res.cookie('auth', id); res.cookie('sid', id) })`
    expect(idsIn(code)).toEqual(['auth, cookie proved: Math.random()'])
  })

  test('that is surely one tells more than another', () => {
    const code = `import express from 'express'\nconst id = ${RANDOM}
function hello(response) { cookies().set('sid', id) }
express().get('/', (req, res) => { res.cookie('auth', id) })`
    expect(idsIn(code)).toEqual(['auth, cookie proved: Math.random()'])
  })
})

describe('a name alone is enough', () => {
  test.each([
    ['for what is random', `const sid = Math.random()`, 'sid, name likely: Math.random()'],
    ['for what draws too little', `import { randomInt } from 'node:crypto'; const sid = randomInt(10)`, 'sid, name likely: randomInt(10)'],
    ['for a text with a process in it', `const sessionId = 'session:' + process.pid`, 'sessionId, name likely: process.pid'],
    ['for a text with a number in it', `let n = 0; const sessionId = 's' + n++`, 'sessionId, name likely: n++'],
    ['for a key with the time in it', `const sessionKey = 'session:' + Date.now()`, 'sessionKey, name likely: Date.now()'],
    ['for a number of users', `let n = 0; const sessionId = n++; login(sessionId)`, 'sessionId, name likely: n++'],
    ['for a process of users', `const sessionId = process.pid; login(sessionId)`, 'sessionId, name likely: process.pid'],
    ['for the time at which users log in', `const sid = Date.now(); login(sid)`, 'sid, name likely: Date.now()'],
    ['for a short name of a number of users', `let n = 0; const sid = n++; login(sid)`, 'sid, name likely: n++'],
    ['for a token of random text', `const token = ${RANDOM}`, 'token, name likely: Math.random()'],
    ['for a token of users', `const token = 't' + Date.now(); login(token)`, 'token, name likely: Date.now()'],
    ['for a token that is a hash', `import { createHash } from 'node:crypto'; const token = createHash('sha256').update(String(Date.now())).digest('hex')`, 'token, name likely: Date.now()'],
    ['for a token that a variable gets later', `let token = ''; token = ${RANDOM}`, 'token, name likely: Math.random()'],
    ['for a token beside a user', `const answer = { token: ${RANDOM}, user }`, 'token, name likely: Math.random()'],
    ['for the token of a session of users', `const session = { token: ${RANDOM}, user }`, 'session.token, name likely: Math.random()'],
    ['for the ID of a session', `const session = { id: ${RANDOM}, user }`, 'session.id, name likely: Math.random()'],
    ['for the ID of a session that a variable gets later', `let session; session = { id: ${RANDOM}, user }`, 'session.id, name likely: Math.random()'],
    ['for the ID of a document of a database', `const session = { _id: ${RANDOM}, user }`, 'session._id, name likely: Math.random()'],
    ['for the key of a session', `const session = { key: ${RANDOM}, user }`, 'session.key, name likely: Math.random()'],
    ['for a member', `this.sessionId = ${RANDOM}`, 'sessionId, name likely: Math.random()'],
    ['for a member of a class', `class Login { sessionId = ${RANDOM} }`, 'sessionId, name likely: Math.random()'],
    ['for a value that is left out', `function open({ sessionId = ${RANDOM} }) { login(sessionId) }`, 'sessionId, name likely: Math.random()'],
    ['for a function', `const createToken = () => ${RANDOM}`, 'createToken, name likely: Math.random()'],
    ['for a function that is named as libraries name it', `const genSid = () => String(Date.now())`, 'genSid, name likely: Date.now()'],
    ['for a private method', `class Store { #newSessionId() { return ${RANDOM} } }`, '#newSessionId, name likely: Math.random()'],
    ['for one function with a name in quotes', `const makers = { 'new-session-id': () => ${RANDOM} }; const sessionId = makers['new-session-id'](); const authToken = makers['new-session-id']()`, 'new-session-id, name likely: Math.random()'],
    ['for a parameter that may be left out', `function open(sessionId = none) {}; open(${RANDOM})`, 'sessionId, name likely: Math.random()'],
    ['for bytes that are drawn later', `const bytes = new Uint8Array(4); crypto.getRandomValues(bytes); const sessionId = bytes`, 'sessionId, name likely: crypto.getRandomValues(bytes)'],
    ['for a parameter', `function open(sessionId) {}; open(${RANDOM})`, 'sessionId, name likely: Math.random()'],
    ['for a parameter of an arrow function', `const open = (user, sessionId) => {}; open(user, ${RANDOM})`, 'sessionId, name likely: Math.random()'],
    ['for a parameter of a method', `class Login { open(sessionId) {} start() { this.open(${RANDOM}) } }`, 'sessionId, name likely: Math.random()'],
    ['for a parameter of a constructor', `function Session(sessionId) {}; new Session(${RANDOM})`, 'sessionId, name likely: Math.random()'],
    ['for a token of a page', `document.title = 'Login'; const sessionToken = ${RANDOM}`, 'sessionToken, name likely: Math.random()'],
    ['for what a library may ask for', `lucia.createSession(user.id, {}, { sessionId: ${RANDOM} })`, 'sessionId, name likely: Math.random()'],
    ['for the ID of a class of sessions', `class Session { constructor(user) { this.id = ${RANDOM} } }`, 'Session.id, name likely: Math.random()'],
    ['for the ID of a class of sessions that has another name', `const Login = class Session { id = ${RANDOM}; user = 1 }`, 'Session.id, name likely: Math.random()'],
    ['for the token of a session of a page', `document.title = 'Login'; const session = { token: ${RANDOM}, user }`, 'session.token, name likely: Math.random()'],
    ['for the last of several values', `const sessionId = (log(), ${RANDOM})`, 'sessionId, name likely: Math.random()'],
    ['for the last of more values', `const sessionId = (log(), count(), ${RANDOM})`, 'sessionId, name likely: Math.random()'],
    ['for the value of a condition', `const sessionId = ready && ${RANDOM}`, 'sessionId, name likely: Math.random()'],
    ['for a value that something else gets too', `const sessionId = (other = ${RANDOM})`, 'sessionId, name likely: Math.random()'],
    ['for what stands beside a spare', `const sessionId = crypto.randomUUID?.() ?? ${RANDOM}`, 'sessionId, name likely: crypto.randomUUID?.()'],
    ['for what a promise of a function holds', `async function make() { return ${RANDOM} }; const sessionId = await make()`, 'sessionId, name likely: Math.random()'],
    ['for what a function makes for several', `const generateSessionId = () => ${RANDOM}; const sessionId = generateSessionId(); const sessionToken = generateSessionId()`, 'generateSessionId, name likely: Math.random()'],
    ['for what a promise hands on', `import { randomBytes } from 'node:crypto'; import { promisify } from 'node:util'; promisify(randomBytes)(4).then((bytes) => { const sessionId = bytes.toString('hex'); login(sessionId) })`, 'sessionId, name likely: promisify(randomBytes)(4)'],
    ['for one of several values of a variable', `let id; if (ready) id = ${RANDOM}; else id = other(); const sessionId = id`, 'sessionId, name likely: Math.random()'],
    ['for an object that a function gives on', `getState().start({ sessionId: ${RANDOM} })`, 'sessionId, name likely: Math.random()'],
  ])('%s', (_name, code, line) => {
    expect(idsIn(code)).toEqual([line])
  })

  test.each([
    ['a user', `const sessionId = user.id`],
    ['a process', `const sessionId = process.pid`],
    ['a key for a process', `const sessionKey = 'session:' + process.pid`],
    ['a number of anything', `let n = 0; const sessionId = n++`],
    ['a short name of a number of anything', `let n = 0; const sid = n++`],
    ['a short name of the time', `const sid = Date.now()`],
    ['a token that is a number', `const token = Math.random()`],
    ['a token that is made of the time', `const token = 't' + Date.now()`],
    ['a token beside anything', `const answer = { token: ${RANDOM} }`],
    ['the token of a session of anything', `const session = { token: ${RANDOM} }`],
    ['a token that is left out', `function open({ token = ${RANDOM} }) { login(token) }`],
    ['a short name of a parameter', `const open = (user, sid) => {}; open(user, ${RANDOM})`],
    ['data of a session by another name', `export function open(req, res) { const kept = req.session; kept.token = ${RANDOM} }`],
    ['the ID of a function', `function session(user) { this.id = ${RANDOM} }`],
    ['what a promise holds', `const sessionId = await made`],
    ['a parameter that is written over', `function open(id, user) { id = ${RANDOM}; const sessionId = id }`],
    ['a part of a list', `let sessionId; [sessionId] = [${RANDOM}]`],
    ['what gives many, one after the other', `function* generateSessionId() { return ${RANDOM} }; const sessionId = generateSessionId()`],
    ['a session of a page', `document.title = 'Login'; const sessionId = ${RANDOM}`],
    ['a token of a page that stands for anything', `document.title = 'Login'; const token = ${RANDOM}`],
  ])('but not for %s', (_name, code) => {
    expect(idsIn(code)).toEqual([])
  })
})

test.each([
  ['a function', `function startGame() { lucia.createSession(user.id, {}, { sessionId: ${RANDOM} }) }`],
  ['an object', `game.sessionId = ${RANDOM}`],
  ['an object of an object', `this.game.session.id = ${RANDOM}`],
  ['a variable', `const game = { sessionId: ${RANDOM} }`],
  ['a property', `const state = { game: { sessionId: ${RANDOM} } }`],
  ['a member of a class', `class State { game = { sessionId: ${RANDOM} } }`],
  ['a class with two names', `const Login = class Recorder { sessionId = ${RANDOM} }`],
  ['an argument', `emit('chat:start', { sessionId: ${RANDOM} })`],
  ['a constructor', `new Game({ sessionId: ${RANDOM} })`],
  ['a call of a call', `getGame().start({ sessionId: ${RANDOM} })`],
  ['a call around a parameter', `const open = (user, sessionId) => {}; openGame(open(user, ${RANDOM}))`],
])('a session of another kind is told by %s', (_name, code) => {
  expect(idsIn(code)).toEqual([])
})

describe('a record', () => {
  test.each([
    ['in a map', 'const sessions = new Map()', 'sessions.set(id, user)', 'sessions.set(id, …)'],
    ['in an object', 'const sessions = {}', 'sessions[id] = user', 'sessions[id]'],
    ['in what a function of another file makes', `import { makeStore } from './stores.js'; const sessions = makeStore()`, 'sessions.set(id, user)', 'sessions.set(id, …)'],
    ['under a key', '', 'redis.set(`session:${id}`, user.name)', 'session:${id}'],
  ])('%s has the ID that a variable holds', (_name, lines, write, sink) => {
    expect(idsIn(`${lines}; function login(user) { const id = ${RANDOM}; ${write} }`)).toEqual([`${sink}, name likely: Math.random()`])
  })

  test.each([
    ['is a connection beside others', 'const sessions = {}', 'sessions[id] = [user, user.socket]'],
    ['is found by its user', 'const sessions = {}', 'sessions[user.id] = user'],
    ['is kept where another file says', `import { sessions } from './stores.js'`, 'sessions.set(id, user)'],
    ['is kept in what nobody sees', 'const sessions = loaded', 'sessions.set(id, user)'],
  ])('is none that %s', (_name, lines, write) => {
    expect(idsIn(`${lines}; function login(user) { const id = ${RANDOM}; ${write} }`)).toEqual([])
  })
})

describe('underlined is', () => {
  test.each([
    ['what draws too little, not the time beside it', `const sessionId = Date.now().toString(36) + randomBytes(4).toString('hex')`, ['randomBytes(4)']],
    ['the worst of what can be guessed', `const sessionId = Date.now() + '-' + Math.random()`, ['Math.random()']],
    ['a call of a function that cuts for others too', `const makeId = () => randomBytes(16).toString('hex').slice(0, 8); const sessionId = makeId(); const sessionToken = makeId()`, ['makeId()', 'makeId()']],
    ['a cut of what a function gives', `const makeId = () => randomBytes(16).toString('hex'); const sessionId = makeId().slice(0, 8); const sessionToken = makeId()`, ['makeId().slice(0, 8)', 'makeId()']],
    ['a call on several lines', `const sessionId = Math.random()\n  .toString(36)`, ['Math.random()']],
    ['the name of what is called with arguments on several lines', `const sessionId = v1({\n  node })`, ['v1']],
    ['the name of a method with arguments on several lines', `const sessionId = uuid.v1({\n  node })`, ['v1']],
  ])('%s', (_name, code, texts) => {
    const lines = `import { randomBytes } from 'node:crypto'\nimport uuid, { v1 } from 'uuid'\n${code}`
    expect(idsIn(lines).map((line) => line.split(': ')[1])).toEqual(texts)
  })
})
