import { describe, expect, test } from 'vitest'
import { fileOf } from '../events-of.js'

/** Whom a program lets read its answers with the user's cookies, and what the report underlines. */
function allowedIn(code: string): string[] {
  const file = fileOf(code)
  return (file?.of('corsAllowed') ?? []).map(({ node, passing }) => `${passing}: ${file?.context.sourceCode.getText(node) ?? ''}`)
}

/** Whom a value of the option `origin` lets pass. */
function passing(origin: string, library: keyof typeof PROGRAMS): string {
  return allowedIn(PROGRAMS[library](origin))[0]?.split(':')[0] ?? 'some'
}

const NAMES = 'const any = true; const list = [/./]; const deep = any; function named(origin, callback) { return callback(null, true) }'
const PROGRAMS = {
  cors: (origin: string) => `import cors from 'cors'\napp.use(cors({ origin: ${origin}, credentials: true }))\n${NAMES}`,
  fastify: (origin: string) => `import cors from '@fastify/cors'\napp.register(cors, { origin: ${origin}, credentials: true })`,
  hono: (origin: string) => `import { cors } from 'hono/cors'\napp.use(cors({ origin: ${origin}, credentials: true }))`,
  koa: (origin: string) => `import cors from '@koa/cors'\napp.use(cors({ origin: ${origin}, credentials: true }))`,
}

describe('a value of cors', () => {
  test.each([
    '[true]',
    '[/./]',
    '[,/./]',
    '[["x", /./]]',
    '/.*/',
    '/^https:/',
    `/^https?:\\/\\/.*$/g`,
    '/^https/y',
    'any',
    'list',
    'deep',
    'true || x',
    'a ? true : true',
    '(x, true)',
    '!0',
    '(origin, cb) => cb(null, true)',
    'function (origin, cb) { cb(null, true) }',
    'named',
  ])('%s lets anybody pass', (origin) => {
    expect(passing(origin, 'cors')).toBe('any')
  })

  test.each([
    'a ? "*" : "*"',
  ])('%s lets everybody pass by a star', (origin) => {
    expect(passing(origin, 'cors')).toBe('star')
  })

  test.each([
    '["*"]',
    '[...list]',
    '/example/',
    'process.env.ORIGIN || "*"',
    'process.env.ORIGIN || true',
    '`${x}`',
    'false || true',
    'true && true',
    'a ? true : "*"',
    'a ? true : false',
    '[[[[[[[[[[/./]]]]]]]]]]',
    'undefined',
    'async (origin) => true',
    '(origin) => true',
    'function* (origin, cb) { cb(null, true) }',
    '(origin, { done }) => done(null, true)',
    '(origin) => {}',
  ])('%s lets only some pass, as far as one sees', (origin) => {
    expect(passing(origin, 'cors')).toBe('some')
  })
})

test('a site that another function is given is only one', () => {
  expect(allowedIn(`import cors from 'cors'\nfunction allow(site) { app.use(cors({ origin: (origin, callback) => callback(null, site), credentials: true })) }`)).toEqual([])
})

describe('a function of cors that does', () => {
  test.each([
    'callback(null, true)',
    'const x = 1, y = callback(null, true)',
    'return callback(null, true)',
    'callback(null, origin)',
    'callback(undefined, true)',
    'callback(false, true)',
    'callback(null, origin || true)',
    `callback(null, origin || '*')`,
    'callback(null, true || origin)',
    'callback(null, origin ?? true)',
    'callback(null, `${origin}`)',
    'callback(null, origin ? origin : true)',
    'callback(null, origin ? origin : false)',
    'callback(null, a ? origin : true)',
    'const x = origin; callback(null, x)',
    'if (a) callback(null, true); else callback(null, true)',
    'if (a) { callback(null, true) } else { callback(null, origin) }',
    'if (a) { log() }; callback(null, true)',
    'if (a) return callback(null, true); callback(null, true)',
    'if (a) { const b = 1 } callback(null, true)',
    'if (a) { function b() { return 1 } } callback(null, true)',
    'let x; callback(null, true)',
    '{ callback(null, true) }',
    '{ log() } callback(null, true)',
    '; callback(null, true)',
    'function f() {} callback(null, true)',
    'log(origin); callback(null, true)',
    'const f = () => { throw 1 }; callback(null, true)',
    'console.log(origin); callback(null, true)',
  ])('%s lets anybody pass', (origin) => {
    expect(passing(`(origin, callback) => { ${origin} }`, 'cors')).toBe('any')
  })

  test.each([
    `callback(0, '*')`,
    'callback(null, `*`)',
  ])('%s lets everybody pass by a star', (origin) => {
    expect(passing(`(origin, callback) => { ${origin} }`, 'cors')).toBe('star')
  })

  test.each([
    'callback(error, true)',
    'callback(new Error(), true)',
    `callback('no', true)`,
    'callback(null, false)',
    'callback(null)',
    'callback()',
    'callback(null, other)',
    'callback(null, [origin])',
    'callback(null, origin && true)',
    'callback(null, `x${origin}`)',
    'callback(null, `${origin}${origin}`)',
    'callback(null, `${origin}x`)',
    'callback(null, origin.host)',
    'callback(null, origin.toString())',
    'if (a) callback(null, true); else callback(null, false)',
    'if (a) callback(null, true)',
    'if (a) return; callback(null, true)',
    'if (a) { return } callback(null, true)',
    'if (a) { throw 1 } callback(null, true)',
    'if (a) { for (;;) {} } callback(null, true)',
    'if (a) if (b) return; callback(null, true)',
    'if (a) { callback(null, true) } else { return }',
    'if (a) {} else { return } callback(null, true)',
    'const x = 1',
    '{ return } callback(null, true)',
    'for (const a of b) {} callback(null, true)',
    'while (a) { callback(null, true) }',
    'try { callback(null, true) } catch {}',
    'setTimeout(() => callback(null, true))',
    'setTimeout(callback, 1, null, true)',
    'callback.call(null, null, true)',
    'new callback(null, true)',
    'callback`true`',
    'log(callback); callback(null, true)',
    'return',
    'return a',
    'return log() || callback(null, true)',
    'throwIf(a); callback(null, true)',
    'checkOrigin(origin); callback(null, true)',
    'if (a) { callback(null, true) } else { return } log()',
  ])('%s lets only some pass, as far as one sees', (origin) => {
    expect(passing(`(origin, callback) => { ${origin} }`, 'cors')).toBe('some')
  })
})

describe('a value of hono', () => {
  test.each([
    '(origin) => origin',
    '(origin) => { return origin }',
    '(origin) => { if (a) return origin; return origin }',
    '(origin, c) => c.req.header("origin")',
    'async (origin) => origin',
    '(origin) => origin ?? "*"',
  ])('%s lets anybody pass', (origin) => {
    expect(passing(origin, 'hono')).toBe('any')
  })

  test.each([
    '(origin) => "*"',
    '"*"',
  ])('%s lets everybody pass by a star', (origin) => {
    expect(passing(origin, 'hono')).toBe('star')
  })

  test.each([
    '(origin) => true',
    '(origin) => { if (a) return origin; return "" }',
    '(origin) => { if (a) return; return origin }',
    '(origin) => {}',
    '(other) => origin',
    '(a, origin) => origin',
    '({ origin }) => origin',
    '(origin) => [1].map((origin) => origin)',
    '(origin) => { const f = (o) => o; return f }',
    '/./',
    'true',
    '["*"]',
    '(origin) => origin.a',
    '(origin) => (c) => origin',
    '(origin) => origin.endsWith("x") ? origin : "x"',
  ])('%s lets only some pass, as far as one sees', (origin) => {
    expect(passing(origin, 'hono')).toBe('some')
  })
})

describe('a value of @fastify/cors', () => {
  test.each([
    'async (origin) => true',
    'async (origin) => origin',
    '(origin, cb) => { cb(null, true) }',
    'async (origin, cb) => { cb(null, true) }',
    '/./',
  ])('%s lets anybody pass', (origin) => {
    expect(passing(origin, 'fastify')).toBe('any')
  })

  test.each([
    '(origin) => true',
    'async (origin) => { if (a) return true; return false }',
    'async () => {}',
  ])('%s lets only some pass, as far as one sees', (origin) => {
    expect(passing(origin, 'fastify')).toBe('some')
  })
})

describe('a value of @koa/cors', () => {
  test.each([
    '(ctx) => ctx.get("Origin")',
    '(ctx) => "*"',
    '(ctx) => ctx.headers.origin',
    '"*"',
    'async (ctx) => ctx.get("origin")',
    '(ctx) => ctx.request.header.origin || "*"',
    '(ctx) => { const origin = ctx.get("Origin"); return origin }',
  ])('%s lets anybody pass', (origin) => {
    expect(passing(origin, 'koa')).toBe('any')
  })

  test.each([
    '(ctx) => ctx',
    '(origin) => origin',
    'true',
  ])('%s lets only some pass, as far as one sees', (origin) => {
    expect(passing(origin, 'koa')).toBe('some')
  })
})

const SHORT: readonly [RegExp, string][] = [
  [/SEND\(/g, `res.setHeader('Access-Control-Allow-Origin', `],
  [/CREDENTIALS/g, `res.setHeader('Access-Control-Allow-Credentials', 'true')`],
  [/ORIGIN/g, 'req.headers.origin'],
]

/** What a middleware of Express allows; the words in capitals stand for the lines that all of them have. */
function allowedBy(lines: string, before = ''): string[] {
  const code = SHORT.reduce((text, [word, meaning]) => text.replace(word, meaning), lines)
  return allowedIn(`import express from 'express'\nexpress().get('/me', ${before}(req, res, next) => {\n${code}\nnext()\n})`)
}

describe('headers', () => {
  test.each([
    ['SEND(ORIGIN); CREDENTIALS', 'any: req.headers.origin'],
    ['SEND("*"); CREDENTIALS', 'star: "*"'],
    [`SEND(ORIGIN); res.setHeader('Access-Control-Allow-Credentials', true)`, 'any: req.headers.origin'],
    [`SEND(ORIGIN); res.setHeader('Access-Control-Allow-Credentials', 'TRUE')`, 'any: req.headers.origin'],
    [`SEND(ORIGIN || '*'); CREDENTIALS`, `any: req.headers.origin || '*'`],
    [`SEND(ORIGIN || 'https://x'); CREDENTIALS`, `any: req.headers.origin || 'https://x'`],
    ['SEND(`${ORIGIN}`); CREDENTIALS', 'any: `${req.headers.origin}`'],
    [`res.writeHead(200, { 'access-control-allow-origin': ORIGIN, 'access-control-allow-credentials': 'true' })`, 'any: req.headers.origin'],
    [`res.set({ 'Access-Control-Allow-Origin': ORIGIN, 'Access-Control-Allow-Credentials': 'true' })`, 'any: req.headers.origin'],
    [`res.set('Access-Control-Allow-Origin', ORIGIN).set('Access-Control-Allow-Credentials', 'true')`, 'any: req.headers.origin'],
    ['if (ORIGIN) { SEND(ORIGIN) }; CREDENTIALS', 'any: req.headers.origin'],
    ['if (!ORIGIN) return next(); SEND(ORIGIN); CREDENTIALS', 'any: req.headers.origin'],
    [`if (req.method === 'OPTIONS') { SEND(ORIGIN); CREDENTIALS }`, 'any: req.headers.origin'],
    [`if ('OPTIONS' === req.method) { SEND(ORIGIN); CREDENTIALS }`, 'any: req.headers.origin'],
    ['ORIGIN && SEND(ORIGIN); CREDENTIALS', 'any: req.headers.origin'],
    ['a || SEND(ORIGIN); CREDENTIALS', 'any: req.headers.origin'],
    ['try { SEND(ORIGIN) } catch {}; CREDENTIALS', 'any: req.headers.origin'],
    ['if (SEND(ORIGIN)) {}; CREDENTIALS', 'any: req.headers.origin'],
    ['const origin = ORIGIN; SEND(origin); CREDENTIALS', 'any: origin'],
    ['const { origin } = req.headers; SEND(origin); CREDENTIALS', 'any: origin'],
    ['const { origin: from } = req.headers; SEND(from); CREDENTIALS', 'any: from'],
    ['const origin = ORIGIN; console.log(origin); SEND(origin); CREDENTIALS', 'any: origin'],
    ['const origin = ORIGIN; logger.info(origin); SEND(origin); CREDENTIALS', 'any: origin'],
    ['const origin = ORIGIN; req.log.info(origin); SEND(origin); CREDENTIALS', 'any: origin'],
    ['const origin = ORIGIN; if (!origin) {}; SEND(origin); CREDENTIALS', 'any: origin'],
    ['const origin = ORIGIN; const a = origin ? 1 : 2; SEND(origin); CREDENTIALS', 'any: origin'],
    ['const origin = ORIGIN; const a = b ? origin : 2; SEND(origin); CREDENTIALS', 'any: origin'],
    ['const a = `from ${ORIGIN}`; SEND(ORIGIN); CREDENTIALS', 'any: req.headers.origin'],
    ['const a = await ORIGIN; SEND(ORIGIN); CREDENTIALS', 'any: req.headers.origin'],
    [`const a = ORIGIN || 'x'; SEND(ORIGIN); CREDENTIALS`, 'any: req.headers.origin'],
    [`res.set({ 'Access-Control-Allow-Origin': ORIGIN }); CREDENTIALS`, 'any: req.headers.origin'],
    ['isAllowed(req); SEND("*"); CREDENTIALS', 'star: "*"'],
    [`if (req.path === '/x') { SEND(ORIGIN); CREDENTIALS }`, 'any: req.headers.origin'],
    [`switch (req.method) { case 'GET': SEND(ORIGIN) }; CREDENTIALS`, 'any: req.headers.origin'],
    [`res.vary('Origin'); SEND(ORIGIN); CREDENTIALS`, 'any: req.headers.origin'],
    [`const origin = req.get('origin'); SEND(origin); CREDENTIALS`, 'any: origin'],
    [`const origin = req.header('Origin'); SEND(origin); CREDENTIALS`, 'any: origin'],
  ])('%s let everybody pass', (lines, allowed) => {
    expect(allowedBy(lines)).toEqual([allowed])
  })

  test.each([
    'SEND(ORIGIN)',
    'CREDENTIALS',
    `SEND(ORIGIN); res.setHeader('Access-Control-Allow-Credentials', yes)`,
    'SEND(other); CREDENTIALS',
    `res.set({ 'Access-Control-Allow-Origin': a ? ORIGIN : 'x', 'Access-Control-Allow-Credentials': 'true' })`,
    `const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' }; if (a) headers['Access-Control-Allow-Origin'] = 'x'; res.set(headers)`,
    `const headers = { 'Access-Control-Allow-Origin': 'x', 'Access-Control-Allow-Credentials': 'true' }; for (const site of sites) headers['Access-Control-Allow-Origin'] = '*'; res.set(headers)`,
    'res.set(name, ORIGIN); CREDENTIALS',
    `if (req.path === x) { SEND(ORIGIN); CREDENTIALS }`,
    'if (a) { SEND(ORIGIN) }; CREDENTIALS',
    'a && SEND(ORIGIN); CREDENTIALS',
    `switch (req.hostname) { case 'a.example': SEND(ORIGIN) }; CREDENTIALS`,
    'try { log() } catch { SEND(ORIGIN) }; CREDENTIALS',
    'a ? SEND(ORIGIN) : 0; CREDENTIALS',
    'if (a) {} else { SEND("*") }; CREDENTIALS',
    'const origin = ORIGIN; if (list.includes(origin)) {}; SEND(origin); CREDENTIALS',
    'const origin = ORIGIN; log(origin); SEND(origin); CREDENTIALS',
    'const origin = ORIGIN; save({ origin }); SEND(origin); CREDENTIALS',
    'const origin = ORIGIN; if (-origin) {}; SEND(origin); CREDENTIALS',
    'const origin = ORIGIN; if (origin === x) {}; SEND(origin); CREDENTIALS',
    'x.y = ORIGIN; SEND(ORIGIN); CREDENTIALS',
    'isAllowed(req); SEND(ORIGIN); CREDENTIALS',
    'allow(req); SEND(ORIGIN); CREDENTIALS',
    'list.permitted(x); SEND(ORIGIN); CREDENTIALS',
    'const f = () => ORIGIN; SEND(f()); CREDENTIALS',
    'return ORIGIN; SEND(ORIGIN); CREDENTIALS',
    'save(a ? ORIGIN : 0); SEND(ORIGIN); CREDENTIALS',
    'if (save(ORIGIN)) {}; SEND(ORIGIN); CREDENTIALS',
    '[].push(ORIGIN); SEND(ORIGIN); CREDENTIALS',
    'consoles.log(ORIGIN); SEND(ORIGIN); CREDENTIALS',
    'console(ORIGIN); SEND(ORIGIN); CREDENTIALS',
  ])('%s let only some pass, as far as one sees', (lines) => {
    expect(allowedBy(lines)).toEqual([])
  })

  test.each(['auth', 'decors'])('say so behind %s', (before) => {
    expect(allowedBy('SEND(ORIGIN); CREDENTIALS', `${before}, `)).toHaveLength(1)
  })

  test.each(['cors', 'allowOrigins', 'requireAllowed', 'checkOrigin'])('may be decided by %s before them', (before) => {
    expect(allowedBy('SEND(ORIGIN); CREDENTIALS', `${before}, `)).toEqual([])
  })

  test('are told once where several servers have such a call', () => {
    expect(allowedIn(`export const handler = (req, res) => { res.writeHead(200, { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' }) }`)).toEqual([`star: '*'`])
  })

  test('belong together in one function only', () => {
    expect(allowedBy('SEND(ORIGIN); inner(() => { CREDENTIALS })')).toEqual([])
  })
})
