import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../lib/index.js'

/** A program after the repair of its session ID, without the import; behind a question mark if it is only offered. */
function strengthened(code: string): string {
  const config: Linter.Config = { files: ['**/*.ts'], languageOptions: { parser: typeScriptParser }, plugins: { own: plugin }, rules: { 'own/no-weak-session-id': 'error' } }
  const [message] = new Linter({ cwd: '/' }).verify(code, [config], { filename: '/nowhere/file.ts' })
  if (!message) return 'silent'
  const fix = message.fix ?? message.suggestions?.[0]?.fix
  if (!fix) return 'no repair'
  const text = (code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])).replace(/\n?import \{ randomBytes \} from 'node:crypto';?\n*/, '')
  return `${message.fix ? '' : '? '}${text}`.replaceAll("randomBytes(32).toString('base64url')", 'STRONG')
}

const EXPRESS = `import session from 'express-session';`
const LOOP = `for (let i = 0; i < 8; i++) { id += Math.floor(Math.random() * 16).toString(16); }`

describe('an ID that somebody can guess is drawn', () => {
  it.each([
    ['in one piece', `const sessionId = String(Date.now())`, `const sessionId = STRONG`],
    ['behind a text in a template', 'const sessionId = `sess_${Date.now()}`', 'const sessionId = `sess_${STRONG}`'],
    ['before a text in a template', 'const sessionId = `${Date.now()}_s`', 'const sessionId = `${STRONG}_s`'],
    ['instead of a template', 'const sessionId = `${Date.now()}`', 'const sessionId = STRONG'],
    ['between two texts', `const sessionId = 'a' + Math.random() + Date.now() + 'b'`, `const sessionId = 'a' + STRONG + 'b'`],
    ['before a text', `const sessionId = Date.now() + '_s'`, `const sessionId = STRONG + '_s'`],
    ['without what is no text', `const sessionId = prefix + Math.random()`, `const sessionId = STRONG`],
    ['without an empty text', `const sessionId = '' + Math.random()`, `const sessionId = STRONG`],
    ['as bytes', `const sessionId = Buffer.from(String(Math.random()))`, `const sessionId = randomBytes(32)`],
    ['instead of a loop', `let id = '';\n${LOOP}\nconst sessionId = 's' + id;`, `const sessionId = 's' + STRONG;`],
    ['beside a loop whose text is used elsewhere', `let id = '';\n${LOOP}\nlog(id);\nconst sessionId = 's' + id;`, `const id = STRONG;\nlog(id);\nconst sessionId = 's' + id;`],
    ['beside a loop that makes two texts', `let a = '', b = ''; for (;;) { a += Math.random(); b += Math.random() }\nconst sessionId = a + b`, `? let a = '', b = ''; for (;;) { a += Math.random(); b += Math.random() }\nconst sessionId = STRONG`],
    ['beside two loops', `let a = ''; let b = ''; ${LOOP.replace('id', 'a')} ${LOOP.replace('id', 'b')} const sessionId = a + b`, `? let a = ''; let b = ''; ${LOOP.replace('id', 'a')} ${LOOP.replace('id', 'b')} const sessionId = STRONG`],
    ['instead of a counter that is counted before', `let counter = 0; function next() { counter += 1; const sessionId = 's' + counter }`, `? let counter = 0; function next() { counter += 1; const sessionId = 's' + STRONG }`],
    ['instead of a difference', `const sessionId = 'a' - Math.random()`, `? const sessionId = STRONG`],
    ['whatever the function around it returns', `const count = (): number => { const sessionId = String(Date.now()); return 1 }`, `const count = (): number => { const sessionId = STRONG; return 1 }`],
    ['whatever a function returns that writes it', `function count(): number { session.sessionId = String(Date.now()); return 1 }`, `function count(): number { session.sessionId = STRONG; return 1 }`],
    ['instead of a counter', `let counter = 0; const sessionId = 's' + counter++`, `const sessionId = 's' + STRONG`],
    ['instead of a counter that others read', `let counter = 0; const sessionId = 's' + counter++; log(counter)`, `? let counter = 0; const sessionId = 's' + STRONG; log(counter)`],
    ['instead of a counter in a field', `const sessionId = 's' + this.counter++`, `const sessionId = 's' + STRONG`],
    ['instead of a counter in a field that others read', `const sessionId = 's' + this.counter++; log(this.counter)`, `? const sessionId = 's' + STRONG; log(this.counter)`],
    ['where it is a text', `const sessionId: string = String(Date.now())`, `const sessionId: string = STRONG`],
    ['where a function promises a text', `async function newSessionId(): Promise<string> { return String(Date.now()) }`, `async function newSessionId(): Promise<string> { return STRONG }`],
    ['as a default', `function f(sessionId = String(Date.now())) {}`, `function f(sessionId = STRONG) {}`],
    ['by a function', `${EXPRESS} session({ genid: Date.now })`, `${EXPRESS} session({ genid: () => STRONG })`],
    ['by a function in the style of the file', `${EXPRESS} on(function () {}); session({ genid: Date.now });`, `${EXPRESS} on(function () {}); session({ genid: function () { return STRONG; } });`],
    ['by a function of the same name', `${EXPRESS} import { v1 as genid } from 'uuid'; session({ genid })`, `${EXPRESS} import { v1 as genid } from 'uuid'; session({ genid: () => STRONG })`],
    ['in more bytes', `const sessionId = crypto.randomBytes(4).toString('hex')`, `const sessionId = crypto.randomBytes(32).toString('hex')`],
  ])('%s', (_title, code, expected) => {
    expect(strengthened(code)).toBe(expected)
  })
})

describe('what several places read is drawn once for all of them', () => {
  const inLogin = (...lines: readonly string[]) => `const sessions = {};\nfunction login(req, res) { ${lines.join('; ')} }`
  const both = (spelling: string) => [`sessions[${spelling}] = { userId: 1 }`, `res.cookie('sid', ${spelling}, { httpOnly: true })`]

  it.each([
    ['a number', 'const id = Math.random()', both('String(id)')],
    ['a number behind a text', 'const id = Math.random()', both(`'s' + id`)],
    ['a number in a template', 'const id = Date.now()', both('`s-${id}`')],
    ['a number that is spelled', 'const id = Math.random()', both('id.toString()')],
    ['a number behind a sum that is a text', 'const id = Math.random()', both(`'s' + 1 + id`)],
    ['a number behind a sum that becomes a text', 'const id = Math.random()', both(`1 + 's' + id`)],
    ['a number behind a template', 'const id = Math.random()', both('`${1}-` + id')],
    ['the next number', 'const id = ++last', both(`'s' + id`)],
    ['a text', `const id = uuidv1()`, both('`sess:${id}`')],
    ['a text that is handed on', 'const id = Math.random().toString(36)', ['const sessionId = `s_${id}`', 'save(id)']],
    ['a text that is returned', 'const id = Math.random().toString(36)', ['const sessionId = `s_${id}`', 'return id']],
    ['the end of a way', 'const number = Math.random(); const id = number.toString(36)', both(`'s' + id`), 'const number = Math.random(); const id = STRONG'],
    ['the beginning of a way', 'const id = Math.random()', ['const text = String(id)', 'const sessionId = `s_${text}`', 'save(text, String(id))']],
    ['one that is hashed', 'const id = Date.now()', both(`createHash('md5').update(String(id)).digest('hex')`)],
    ['one in a callback', 'const id = Math.random()', ['save(String(id), () => res.cookie("sid", String(id), { httpOnly: true }))']],
    ['an object', 'const id = new ObjectId()', both('String(id)')],
  ])('%s', (_title, made, uses, expected = made.replace(/= .*/, '= STRONG')) => {
    const before = `import { v1 as uuidv1 } from 'uuid'; import { ObjectId } from 'mongodb'; import express from 'express'; import { createHash } from 'node:crypto'; let last = 0;\n`
    const code = `${before}${inLogin(made, ...uses).replace('function login(req, res)', "express().post('/login', (req, res) =>")})`
    expect(strengthened(code).replace(/^import.*\n/, '')).toBe(code.replace(/^import.*\n/, '').replace(made, expected))
  })
})

it.each(['const sessions = {}', 'const sessions: Record<string, User> = {}'])('a number that is a key is drawn once, too, as the keys of `%s` are texts', (sessions) => {
  const code = `${sessions}; const id = Math.random(); const sessionId = String(id); sessions[id] = user`
  expect(strengthened(`function login() { ${code} }`)).toBe(`function login() { ${code.replace('Math.random()', 'STRONG')} }`)
})

describe('what a place has for itself is drawn there', () => {
  it.each([
    ['a time that is kept', 'const now = Date.now(); const sessionId = `s_${now}`; save({ sessionId, createdAt: now, expires: now + 3600 })'],
    ['a time that is passed on', 'const now = Date.now(); const sessionId = `${user.id}_${now}`; save(sessionId, now)'],
    ['a time that is rounded', 'const now = Date.now(); const sessionId = `s_${now}`; save({ iat: Math.floor(now / 1000) })'],
    ['a time that becomes a date', 'const now = Date.now(); const sessionId = `s_${now}`; save(new Date(now))'],
    ['a time that is subtracted', 'const now = Date.now(); const sessionId = `s_${now}`; log(now - start)'],
    ['a time that a variable holds', 'const now = Date.now(); const sessionId = `s_${now}`; const startedAt = now'],
    ['a time that is assigned', 'const now = Date.now(); const sessionId = `s_${now}`; user.lastSeen = now'],
    ['a number that is compared', 'const chance = Math.random(); const sessionId = `s_${chance}`; if (chance < 0.1) clean()'],
  ])('%s', (_title, code) => {
    expect(strengthened(`function login() { ${code} }`)).toBe(`function login() { ${code.replace(/`.*?`/, (spelled) => (spelled.startsWith('`s_') ? '`s_${STRONG}`' : 'STRONG'))} }`)
  })
})

describe('there is no repair of one place alone', () => {
  it.each([
    ['where another needs the number', 'const id = Math.random(); const sessionId = String(id); numbers.set(id, 1)'],
    ['where another counts with it', 'const id = Math.random(); const sessionId = String(id); save(Math.floor(id * 100))'],
    ['where another adds to it', 'const id = Math.random(); const sessionId = String(id); save(id + 1)'],
    ['where another adds it to what is no text', 'const id = Math.random(); const sessionId = String(id); save(first + second + id)'],
    ['where another subtracts from a text', `const id = Math.random(); const sessionId = String(id); save(first - 's' + id)`],
    ['where another subtracts it from a text', `const id = Math.random(); const sessionId = String(id); save('s' - id)`],
    ['where another spells it in its own way', 'const id = Math.random(); const sessionId = String(id); save(id.toFixed())'],
    ['where another makes something else of the time', 'const now = Date.now(); const sessionId = `s_${now}`; save(new Timer(now))'],
    ['where another calls a function of its own with the time', 'const now = Date.now(); const sessionId = `s_${now}`; save({ iat: myMath.floor(now / 1000) })'],
    ['where a variable of another kind holds the time', 'const now = Date.now(); const sessionId = `s_${now}`; const other = now'],
    ['where another rounds the time', 'const now = Date.now(); const sessionId = String(now); save(Math.floor(now / 1000))'],
    ['where another takes the time for the same', 'const now = Date.now(); const sessionId = `s_${now}`; save(now)'],
    ['where another compares it', 'const id = Math.random(); const sessionId = String(id); if (id === other) throw id'],
    ['where another tags it', 'const id = Math.random(); const sessionId = String(id); sql`insert ${id}`'],
    ['where another spells it in a base', 'const id = Math.random(); const sessionId = id.toString(36); save(id.toString(36))'],
    ['where the keys are numbers', 'const all: Record<number, string> = {}; const id = Math.random(); const sessionId = String(id); all[id] = user'],
    ['where the keys are in an object that nobody sees', 'const id = Math.random(); const sessionId = String(id); this.all[id] = user'],
    ['where the number is looked for', 'const id = Math.random(); const sessionId = String(id); save(String(id), Number(req.cookies.sid))'],
    ['where the variable takes numbers', 'const id: number = Math.random(); const sessionId = String(id); save(String(id))'],
    ['where a list is joined twice', `const parts = []; for (;;) parts.push(Math.random()); const sessionId = parts.join(''); save(parts.join(''))`],
  ])('%s', (_title, code) => {
    expect(strengthened(`function login() { ${code} }`)).toBe('no repair')
  })

  it.each([
    ['a number of the module', 'const seed = Math.random(); function newSessionId(user) { return `${user.id}-${seed}` }'],
    ['a number around a function that is called twice', 'function login() { const seed = Math.random(); const newSessionId = () => `s-${seed}`; save(newSessionId()); send(newSessionId()) }'],
    ['a number that others read, of the module', 'const seed = Math.random(); function login() { const sessionId = `s-${seed}-${Date.now()}`; save(String(seed)) }'],
    ['a number that is exported', 'export const id = Math.random(); export const sessionId = String(id)'],
  ])('%s', (_title, code) => {
    expect(strengthened(code)).toBe('no repair')
  })
})

describe('a longer text is only offered where it may not fit', () => {
  it.each([
    ['a column', `const sessionId = String(Date.now()); const sql = 'session_id varchar(16)'`],
    ['a column of another kind', `const row = { sessionId: String(Date.now()) }; const sql = 'session_id uuid primary key'`],
    ['a column in capitals', `const sessionId = String(Date.now()); const sql = 'SESSION_ID VARCHAR(16)'`],
    ['a length that is asked of a name with a sign', `const $sessionId = String(Date.now()); if ($sessionId.length !== 13) throw $sessionId`],
    ['a length that is asked for', `const row = { sessionId: String(Date.now()) }; if (row.sessionId.length !== 13) throw row`],
    ['padding', `const sessionId = String(Date.now()).padStart(20, '0')`],
    ['padding behind it', `const sessionId = String(Date.now()).padEnd(20, '0')`],
    ['a decorator with a length', `class Session { @Column({ length: 16 }) sessionId = String(Date.now()) }`],
    ['a decorator of a kind', `class Session { @IsUUID() sessionId = String(Date.now()) }`],
  ])('%s', (_title, code) => {
    expect(strengthened(code)).toBe(`? ${code.replace(/String\(Date\.now\(\)\)(?:\.pad\w+\(20, '0'\))?/, 'STRONG')}`)
  })

  it.each([
    ['a column of something else', `const sessionId = String(Date.now())\nconst sql = 'user_id varchar(16)'`],
    ['a short name', `const row = { id: String(Date.now()), sessionId: String(Date.now()) }`],
    ['a decorator without a length', `class Session { @Column() sessionId = String(Date.now()) }`],
  ])('but not because of %s', (_title, code) => {
    expect(strengthened(code)).not.toContain('?')
  })
})

describe('there is no repair', () => {
  it.each([
    ['for a number', `const sessionId: number = Date.now()`],
    ['for a type that nobody knows', `const sessionId: SessionId = String(Date.now())`],
    ['for a number that a function returns', `function newSessionId(): number { return Date.now() }`],
    ['for a number in a field', `class Session { sessionId: number = Date.now() }`],
    ['for a number as a default', `function f(sessionId: number = Date.now()) {}`],
  ])('%s', (_title, code) => {
    expect(strengthened(code)).toBe('no repair')
  })
})

describe('with the loop goes', () => {
  const PART = 'Math.floor(Math.random() * 16).toString(16)'
  const inFunction = (...lines: readonly string[]) => `function newSessionId() {\n${lines.map((line) => `  ${line}${line.endsWith('}') ? '' : ';'}\n`).join('')}}`

  it.each([
    ['what only it uses', [`const chars = 'abcdef'`, `let id = ''`, `for (const a of list) { const at = Math.floor(Math.random() * chars.length); id += chars[at] }`, 'return id'], ['const id = STRONG', 'return id']],
    ['what only that uses', [`const chars = 'ab'.split('')`, 'const count = chars.length', `let id = ''`, 'for (;;) id += chars[Math.floor(Math.random() * count)]', 'return id'], ['const id = STRONG', 'return id']],
    ['nothing that others use', [`const chars = 'abcdef'`, 'log(chars)', `let id = ''`, 'for (;;) id += chars[Math.floor(Math.random() * chars.length)]', 'return id'], [`const chars = 'abcdef'`, 'log(chars)', 'const id = STRONG', 'return id']],
    ['nothing that calls a function', ['const chars = make()', `let id = ''`, 'for (;;) id += chars[Math.floor(Math.random() * chars.length)]', 'return id'], ['const chars = make()', 'const id = STRONG', 'return id']],
    ['the variable that it alone fills', ['const parts = []', `for (;;) parts.push(${PART})`, `return parts.join('')`], ['return STRONG']],
    ['what is put together of simple parts', ['const count = 4 * 2', `let id = ''`, `for (let i = 0; i < count; i++) id += ${PART}`, 'return id'], ['const id = STRONG', 'return id']],
    ['nothing that is called alike', ['const chars = splitted()', `let id = ''`, 'for (;;) id += chars[Math.floor(Math.random() * chars.length)]', 'return id'], ['const chars = splitted()', 'const id = STRONG', 'return id']],
    ['nothing of a var', [`var id = ''`, `for (;;) id += ${PART}`, 'return id'], ['var id = STRONG', 'return id']],
    ['each way to repeat', [`let id = ''`, `while (id.length < 8) id += ${PART}`, `do { id = id + ${PART} } while (id.length < 9)`, `id += ${PART}`, 'return id'], ['const id = STRONG', 'return id']],
  ])('%s', (_title, code, expected) => {
    expect(strengthened(inFunction(...code))).toBe(inFunction(...expected))
  })

  it('no comment behind it', () => {
    expect(strengthened(`function newSessionId() {\n  let id = ''\n  for (;;) id += ${PART} // draws\n  return id\n}`)).toBe('function newSessionId() {\n  const id = STRONG\n  // draws\n  return id\n}')
  })

  it('what the module has for it alone', () => {
    expect(strengthened(`const LOWER = 'abc'\nconst ALPHABET = [...LOWER, '1', \`2\`], LENGTH = LOWER.length * 4\nlet id = ''\nfor (let i = 0; i < LENGTH; i++) id += ALPHABET[Math.floor(Math.random() * ALPHABET.length)]\nconst sessionId = 's' + id\n`)).toBe(`const sessionId = 's' + STRONG\n`)
    expect(strengthened(`const LENGTH = 8\nconst sessionId = Array.from({ length: LENGTH }, () => Math.random()).join('')\n`)).toBe(`const sessionId = STRONG\n`)
  })

  it.each([
    ['others use', `const chars = 'abc'`, 'log(chars)'],
    ['is exported', `export const chars = 'abc'`, ''],
    ['has a comment', `// The letters of IDs.\nconst chars = 'abc'`, ''],
    ['has a comment behind it', `const chars = 'abc' // letters`, ''],
    ['does something when it is made', `const chars = charactersOf('abc')`, ''],
    ['reads a file when it is made', `const chars = readFileSync('chars').toString().split('')`, ''],
    ['is declared beside something else', `const chars = 'abc', app = express()`, ''],
    ['nobody used before', `const length = 'abc'; const chars = f(length)`, ''],
  ])('nothing of the module that %s', (_title, before, after) => {
    expect(strengthened(`${before}\nconst sessionId = Array.from({ length: 8 }, () => chars[Math.floor(Math.random() * chars.length)]).join('')\n${after}`)).toBe(`${before}\nconst sessionId = STRONG\n${after}`)
  })

  it('nothing that others keep', () => {
    const code = `function newSessionId() {\n  let id = ''\n  for (;;) id += ${PART}\n  last = id\n  return 's' + id\n}`
    expect(strengthened(code)).toBe(`function newSessionId() {\n  const id = STRONG\n  last = id\n  return 's' + id\n}`)
  })

  it('only its own part of a line', () => {
    expect(strengthened(`function newSessionId() { let id = ''; for (;;) id += ${PART}; return id }`)).toBe('function newSessionId() { const id = STRONG; return id }')
  })

  it.each([
    ['a loop that does more', [`let id = ''`, `for (;;) { log(id); id += ${PART} }`, 'return id']],
    ['a loop that decides', [`let id = ''`, `for (;;) { if (a) id += ${PART} }`, 'return id']],
    ['a loop that may not run', [`let id = ''`, `if (a) { for (;;) id += ${PART} }`, 'return id']],
    ['a loop whose sum others get', [`let id = ''`, `for (;;) log(id += ${PART})`, 'return id']],
    ['a variable that is declared with others', [`let id = '', other`, `for (;;) id += ${PART}`, 'return id']],
  ])('nothing of %s', (_title, code) => {
    expect(strengthened(inFunction(...code))).toBe(`? ${inFunction(...code.slice(0, -1), 'return STRONG')}`)
  })
})
