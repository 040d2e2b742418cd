import rule from '../../lib/rules/no-permissive-credentialed-cors.js'
import { ruleTester } from '../rule-tester.js'

const withCors = (options: string) => `import cors from 'cors'
app.use(cors(${options}))`
const withFastify = (options: string) => `import cors from '@fastify/cors'
app.register(cors, ${options})`
const withHono = (options: string) => `import { cors } from 'hono/cors'
app.use('/api/*', cors(${options}))`
const withKoa = (options: string) => `import cors from '@koa/cors'
app.use(cors(${options}))`
const inExpress = (...lines: readonly string[]) => `import express from 'express'
const app = express()
app.use((req, res, next) => {
  ${lines.join('\n  ')}
  next()
})`
const CREDENTIALS = `res.setHeader('Access-Control-Allow-Credentials', 'true')`

const any = { messageId: 'any' }

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a middleware for development alone, with its options before it',
      code: `import cors from 'cors'
const options = { origin: true, credentials: true }
if (process.env.NODE_ENV !== 'production') app.use(cors(options))`,
    },
    ...[`req.headers.origin === config.url`, `req.path === '/api/me' && isOurs`, `!isProduction`, `config.url`, `url.startsWith(prefix) && known.has(req.headers.origin)`].map((test) => ({
      name: `headers: where something else decides: ${test}`,
      code: inExpress(`if (${test}) {`, `res.setHeader('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS, `}`),
    })),
    {
      name: 'headers: for one of the origins',
      code: inExpress(`switch (req.headers.origin) {`, `case 'https://a.example':`, `res.setHeader('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS, `}`),
    },
    { name: 'without credentials', code: withCors('{ origin: true } /* no credentials */') },
    { name: 'without options', code: `import cors from 'cors'; app.use(cors()); // credentials` },
    { name: 'credentials turned off', code: withCors('{ origin: true, credentials: false }') },
    { name: 'credentials that nobody knows', code: withCors('{ origin: true, credentials: config.credentials }') },
    { name: 'one origin', code: withCors(`{ origin: 'https://app.example.com', credentials: true }`) },
    { name: 'a list of origins', code: withCors(`{ origin: ['https://app.example.com', /\\.example\\.com$/], credentials: true }`) },
    { name: 'a list in a constant', code: `import cors from 'cors'; const origin = ['https://app.example.com']; app.use(cors({ origin, credentials: true }))` },
    { name: 'an expression that only some match', code: withCors(`{ origin: /^https:\\/\\/[a-z]+\\.example\\.com$/, credentials: true }`) },
    { name: 'an origin of the environment', code: withCors('{ origin: process.env.APP_ORIGIN, credentials: true }') },
    { name: 'an origin of the environment, split', code: withCors(`{ origin: process.env.ORIGINS.split(','), credentials: true }`) },
    { name: 'an origin of the configuration', code: withCors('{ origin: config.cors.origin, credentials: true }') },
    { name: 'options that are out of sight', code: withCors('corsOptions') },
    { name: 'a spread after the origin', code: withCors('{ origin: true, credentials: true, ...options }') },
    { name: 'no other site at all', code: withCors('{ origin: false, credentials: true }') },
    { name: 'any origin in development alone', code: withCors(`{ origin: process.env.NODE_ENV === 'production' ? 'https://app.example.com' : true, credentials: true }`) },
    { name: 'a middleware for development alone', code: `import cors from 'cors'; if (process.env.NODE_ENV !== 'production') app.use(cors({ origin: true, credentials: true }))` },
    {
      name: 'a function that looks into a list',
      code: withCors(`{
  credentials: true,
  origin(origin, callback) {
    if (!origin || allowed.includes(origin)) callback(null, true)
    else callback(new Error('Not allowed by CORS'))
  },
}`),
    },
    { name: 'a function that answers with what a list says', code: withCors(`{ credentials: true, origin: (origin, callback) => callback(null, allowed.includes(origin)) }`) },
    {
      name: 'a function that returns before it lets pass',
      code: withCors(`{
  credentials: true,
  origin: (origin, callback) => {
    if (!allowed.includes(origin)) return callback(null, false)
    return callback(null, true)
  },
}`),
    },
    {
      name: 'a function that calls back only for some',
      code: withCors(`{ credentials: true, origin(origin, callback) { if (allowed.includes(origin)) callback(null, true) } }`),
    },
    {
      name: 'a function that leaves those out who are on no list',
      code: withCors(`{ credentials: true, origin(origin, callback) { if (allowed.includes(origin)) count(); else { return } callback(null, true) } }`),
    },
    {
      name: 'a function that throws',
      code: withCors(`{ credentials: true, origin(origin, callback) { if (!allowed.includes(origin)) throw new Error('no'); callback(null, true) } }`),
    },
    { name: 'a function that asks somebody else', code: withCors(`{ credentials: true, origin(origin, callback) { lookUp(origin, callback) } }`) },
    {
      name: 'a function that asks a database',
      code: withCors(`{ credentials: true, origin(origin, callback) { sites.find(origin, (error, found) => callback(error, found)) } }`),
    },
    { name: 'a function of another file', code: withCors(`{ credentials: true, origin: isAllowed }`) },
    { name: 'a function that gives options for each request', code: withCors(`(req, callback) => callback(null, optionsFor(req))`) },
    { name: 'a list with a star, which is the name of a site', code: withCors(`{ origin: ['*'], credentials: true }`) },
    { name: 'a text that is not true', code: withCors(`{ origin: true, credentials: 'include' }`) },
    { name: 'what a page asks for', code: `fetch(url, { mode: 'cors', credentials: 'include' })` },
    { name: 'a function of this file with the same name', code: `function cors(options) {} app.use(cors({ origin: true, credentials: true }))` },
    { name: 'an unknown package', code: `import cors from 'our-cors'; app.use(cors({ origin: true, credentials: true }))` },
    {
      name: 'Hono with a list, a function with a list, and what its table does not take',
      code: withHono(`{ origin: ['https://app.example.com'], credentials: true }`) + `
app.use(cors({ origin: (origin) => (origin.endsWith('.example.com') ? origin : null), credentials: true }))
app.use(cors({ origin: (origin) => allowed.find((one) => one === origin), credentials: true }))
app.use(cors({ origin: (origin, c) => { if (!allowed.has(origin)) return undefined; return origin }, credentials: true }))`,
    },
    {
      name: 'Koa with an origin, and with a function that looks into a list',
      code: withKoa(`{ origin: 'https://app.example.com', credentials: true }`) + `
app.use(cors({ origin: (ctx) => (allowed.includes(ctx.get('Origin')) ? ctx.get('Origin') : ''), credentials: true }))
app.use(cors({ credentials: (ctx) => isOwn(ctx) }))
app.use(cors({ origin: (ctx) => { if (!allowed.has(ctx.get('Origin'))) ctx.throw(403); return ctx.get('Origin') }, credentials: true }))`,
    },
    {
      name: 'Fastify with a list, and with a promise that refuses some',
      code: withFastify(`{ origin: ['https://app.example.com'], credentials: true }`) + `
app.register(cors, { credentials: true, origin: async (origin) => allowed.includes(origin) })
app.register(cors, (instance) => (request, callback) => callback(null, { origin: true, credentials: true }))
app.register(cors, { delegator: (request, callback) => callback(null, optionsFor(request)) })`,
    },
    { name: 'headers: an origin of a constant', code: inExpress(`res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')`, CREDENTIALS) },
    { name: 'headers: any origin, without credentials', code: inExpress(`res.setHeader('Access-Control-Allow-Origin', req.headers.origin)`, `res.setHeader('Vary', 'credentials')`) },
    { name: 'headers: credentials that are off', code: inExpress(`res.setHeader('Access-Control-Allow-Origin', req.headers.origin)`, `res.setHeader('Access-Control-Allow-Credentials', 'false')`) },
    { name: 'headers: a list is asked first', code: inExpress(`if (allowed.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS) },
    {
      name: 'headers: a list is asked, and the function left',
      code: inExpress(`const { origin } = req.headers`, `if (!isAllowed(origin)) return next()`, `res.setHeader('Access-Control-Allow-Origin', origin)`, CREDENTIALS),
    },
    {
      name: 'headers: the answer of a list decides',
      code: inExpress(`const origin = req.get('Origin')`, `const isKnown = allowed.has(origin)`, `if (isKnown) {`, `res.set('Access-Control-Allow-Origin', origin)`, CREDENTIALS, `}`),
    },
    {
      name: 'headers: one of a list is sent back',
      code: inExpress(`res.setHeader('Access-Control-Allow-Origin', allowed.includes(req.headers.origin) ? req.headers.origin : allowed[0])`, CREDENTIALS),
    },
    { name: 'headers: a helper looks at the request', code: inExpress(`if (!isAllowedOrigin(req)) return next()`, `res.header('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS) },
    { name: 'headers: a setting decides', code: inExpress(`if (config.cors.open) {`, `res.header('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS, `}`) },
    { name: 'headers: in development alone', code: inExpress(`if (process.env.NODE_ENV === 'development') {`, `res.header('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS, `}`) },
    { name: 'headers: a middleware has looked at the origin', code: `import express from 'express'
express().get('/me', requireAllowedOrigin, (req, res) => {
  res.header('Access-Control-Allow-Origin', req.headers.origin)
  ${CREDENTIALS}
  res.json(req.session.user)
})` },
    { name: 'headers: in two functions', code: `import express from 'express'
express().use((req, res, next) => { res.header('Access-Control-Allow-Origin', req.headers.origin); next() })
express().use((req, res, next) => { ${CREDENTIALS}; next() })` },
    { name: 'headers: an origin that is handed in', code: `function allow(res, origin) { res.setHeader('Access-Control-Allow-Origin', origin); ${CREDENTIALS} }` },
    { name: 'headers: those of a client', code: `const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' }; fetch(url, { headers })` },
    { name: 'an origin that other options may hold', code: withCors('{ ...shared, credentials: true }') },
  ],
  invalid: [
    { name: 'a star in a template', code: withCors('{ origin: `*`, credentials: true }'), output: null, errors: [{ messageId: 'star' }] },
    { name: 'a function that sends back what it is given, in an odd spelling', code: withCors('{ credentials: true, origin(origin, done) { { ;(done)(null, origin) } } }'), output: null, errors: [any] },
    { name: 'a function that returns what its callback does', code: withCors('{ credentials: true, origin(origin, done) { const result = done(null, origin); return result } }'), output: null, errors: [any] },
    {
      name: 'whoever asks',
      code: withCors('{ origin: true, credentials: true }'),
      output: null,
      errors: [{ ...any, line: 2, column: 24, endColumn: 28 }],
    },
    { name: 'whoever asks, by a constant', code: `const cors = require('cors'); const options = { credentials: true, origin: true }; app.use(cors(options)); app.options('*', cors(options))`, output: null, errors: [any] },
    { name: 'whoever asks, written later', code: `import cors from 'cors'; const options = { origin: 'https://a.example' }; options.credentials = true; options.origin = true; app.use(cors(options))`, output: null, errors: [any] },
    { name: 'an expression that everybody matches', code: withCors('{ origin: /.*/, credentials: true }'), output: null, errors: [any] },
    { name: 'an expression for every site with https', code: withCors(`{ origin: /^https?:\\/\\//, credentials: true }`), output: null, errors: [any] },
    { name: 'a made expression', code: withCors(`{ origin: new RegExp('.*'), credentials: true }`), output: null, errors: [any] },
    { name: 'a list with an expression that everybody matches', code: withCors(`{ origin: ['https://app.example.com', /./], credentials: true }`), output: null, errors: [any] },
    {
      name: 'a function that lets everybody pass',
      code: withCors(`{ credentials: true, origin: (origin, callback) => callback(null, true) }`),
      output: null,
      errors: [{ ...any, line: 2, column: 35, endColumn: 41 }],
    },
    { name: 'a function that sends back what it is given', code: withCors(`{ credentials: true, origin: function (origin, cb) { cb(null, origin) } }`), output: null, errors: [any] },
    {
      name: 'a function that lets everybody pass in both branches',
      code: withCors(`{
  credentials: true,
  origin(origin, callback) {
    if (allowed.includes(origin)) {
      callback(null, true)
    } else {
      console.log('blocked', origin)
      callback(null, true)
    }
  },
}`),
      output: null,
      errors: [any],
    },
    {
      name: 'a function that only logs whom it would refuse',
      code: `import cors from 'cors'
const origin = (origin, callback) => {
  if (!allowed.includes(origin)) console.warn(origin)
  return callback(null, origin || true)
}
app.use(cors({ origin, credentials: true }))`,
      output: null,
      errors: [any],
    },
    { name: 'the origin of a request', code: `import cors from 'cors'; app.use((req, res, next) => cors({ origin: req.headers.origin, credentials: true })(req, res, next))`, output: null, errors: [any] },
    { name: 'a star', code: withCors(`{ origin: '*', credentials: true }`), output: null, errors: [{ messageId: 'star', line: 2, column: 24, endColumn: 27 }] },
    { name: 'the default, which is a star', code: withCors(`{ credentials: true }`), output: null, errors: [{ messageId: 'star', line: 2, column: 29, endColumn: 33 }] },
    {
      name: 'Fastify',
      code: withFastify('{ origin: true, credentials: true }') + `
app.register(cors, { credentials: true, origin: (origin, callback) => callback(null, true) })
app.register(cors, { credentials: true, origin: async () => true })
app.register(require('@fastify/cors'), { credentials: true, origin: '*' })`,
      output: null,
      errors: [any, any, any, { messageId: 'star' }],
    },
    {
      name: 'Hono',
      code: withHono('{ origin: (origin) => origin, credentials: true }') + `
app.use(cors({ origin: (origin, c) => c.req.header('Origin') ?? '*', credentials: true }))
app.use(cors({ credentials: true }))
app.use(cors({ origin: '*', credentials: true }))`,
      output: null,
      errors: [any, any, { messageId: 'star' }, { messageId: 'star' }],
    },
    {
      name: 'Koa, which sends the name of whoever asks where no origin is given, and where it is a star',
      code: withKoa('{ credentials: true }') + `
app.use(cors({ origin: '*', credentials: true }))
app.use(cors({ origin: (ctx) => ctx.get('Origin'), credentials: true }))
app.use(cors({ origin: (ctx) => ctx.request.header.origin, credentials: true }))`,
      output: null,
      errors: [{ messageId: 'missing' }, any, any, any],
    },
    {
      name: 'Nest',
      code: `import { NestFactory } from '@nestjs/core'
async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.enableCors({ origin: true, credentials: true })
  const other = await NestFactory.create<NestExpressApplication>(AppModule, { cors: { origin: true, credentials: true } })
  const third = await NestFactory.create(AppModule, new FastifyAdapter(), { cors: { origin: '*', credentials: true } })
}`,
      filename: '/nowhere/main.ts',
      output: null,
      errors: [any, any, { messageId: 'star' }],
    },
    {
      name: 'headers: the origin of the request',
      code: inExpress(`res.setHeader('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS),
      output: null,
      errors: [{ messageId: 'header', line: 4, column: 48, endColumn: 66 }],
    },
    { name: 'headers: or a star', code: inExpress(`res.header('access-control-allow-origin', req.headers.origin || '*')`, `res.header('access-control-allow-credentials', true)`), output: null, errors: [{ messageId: 'header' }] },
    {
      name: 'headers: if there is one',
      code: inExpress(`const origin = req.get('origin')`, `if (origin) {`, `console.log(origin)`, `res.set('Access-Control-Allow-Origin', origin)`, `}`, `res.set('Access-Control-Allow-Credentials', 'true')`),
      output: null,
      errors: [{ messageId: 'header' }],
    },
    {
      name: 'headers: in an object',
      code: inExpress(`res.set({ 'Access-Control-Allow-Origin': req.headers.origin, 'Access-Control-Allow-Credentials': 'true' })`),
      output: null,
      errors: [{ messageId: 'header' }],
    },
    {
      name: 'headers: for the question before',
      code: inExpress(`if (req.method === 'OPTIONS') {`, `res.setHeader('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS, `return res.sendStatus(204)`, `}`),
      output: null,
      errors: [{ messageId: 'header' }],
    },
    ...[
      `req.url === '/api/me'`,
      `req.method === 'GET' && req.path === '/api/me'`,
      `pathname.startsWith('/api/')`,
      `/^.api/.test(req.url)`,
      `req.originalUrl.match(/api/)`,
      `!req.path.startsWith('/public')`,
      `new URL(req.url, base).pathname == '/api/me'`,
    ].map((test) => ({
      name: `headers: in a part of the site: ${test}`,
      code: inExpress(`if (${test}) {`, `res.setHeader('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS, `}`),
      output: null,
      errors: [{ messageId: 'header' }],
    })),
    {
      name: 'headers: for one of many paths',
      code: inExpress(`switch (req.path) {`, `case '/api/me':`, `res.setHeader('Access-Control-Allow-Origin', req.headers.origin)`, CREDENTIALS, `}`),
      output: null,
      errors: [{ messageId: 'header' }],
    },
    {
      name: 'headers: in a worker, for a path',
      code: `export default {
  async fetch(request) {
    const url = new URL(request.url)
    if (url.pathname === '/me') {
      return new Response('me', { headers: { 'Access-Control-Allow-Origin': request.headers.get('origin'), 'Access-Control-Allow-Credentials': 'true' } })
    }
    return new Response('none')
  },
}`,
      output: null,
      errors: [{ messageId: 'header' }],
    },
    {
      name: 'headers: in a server of Node, for a path',
      code: `import http from 'node:http'
http.createServer((req, res) => {
  if (req.url === '/api/me') {
    res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
    res.setHeader('Access-Control-Allow-Credentials', 'true')
    res.end(JSON.stringify(user))
  }
})`,
      output: null,
      errors: [{ messageId: 'header' }],
    },
    { name: 'headers: a star', code: inExpress(`res.setHeader('Access-Control-Allow-Origin', '*')`, CREDENTIALS), output: null, errors: [{ messageId: 'star' }] },
    {
      name: 'headers: Koa, Fastify, Node',
      code: `import Koa from 'koa'
import fastify from 'fastify'
import { createServer } from 'node:http'
new Koa().use(async (ctx, next) => {
  ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'))
  ctx.set('Access-Control-Allow-Credentials', 'true')
  await next()
})
fastify().addHook('onRequest', async (request, reply) => {
  reply.header('Access-Control-Allow-Origin', request.headers.origin)
  reply.header('Access-Control-Allow-Credentials', 'true')
})
createServer((req, res) => {
  res.writeHead(200, { 'Access-Control-Allow-Origin': req.headers.origin ?? '*', 'Access-Control-Allow-Credentials': 'true' })
})`,
      output: null,
      errors: [{ messageId: 'header' }, { messageId: 'header' }, { messageId: 'header' }],
    },
    {
      name: 'headers: a response that is made',
      code: `export async function GET(request) {
  const origin = request.headers.get('origin')
  return new Response(await readAll(), { headers: { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' } })
}`,
      output: null,
      errors: [{ messageId: 'header' }],
    },
  ],
})
