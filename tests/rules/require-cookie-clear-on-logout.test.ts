import rule from '../../lib/rules/require-cookie-clear-on-logout.js'
import { fileIn, ruleTester, type InvalidCase, type ValidCase } from '../rule-tester.js'

const HEAD = `import express from 'express'
import session from 'express-session'
const app = express()
`
const CONFIGURED = `${HEAD}app.use(session({ secret, name: 'id' }))
`

interface Place {
  readonly data?: Readonly<Record<string, unknown>>
  readonly line?: number
  readonly column?: number
  readonly endColumn?: number
  readonly filename?: string
  readonly options?: readonly unknown[]
}

function valid(name: string, code: string, { filename, options }: Place = {}): ValidCase {
  return { name, code, ...(options && { options }), ...(filename !== undefined && { filename: fileIn(filename) }) }
}

/** A case that is reported once; `fixed` is the program that is offered. */
function reported(name: string, messageId: string, suggestion: string, code: string, fixed: string | undefined, { filename, options, ...place }: Place = {}): InvalidCase {
  const suggestions = fixed === undefined ? [] : [{ messageId: suggestion, output: fixed }]
  return { name, code, output: null, errors: [{ messageId, ...place, suggestions }], ...(options && { options }), ...(filename !== undefined && { filename: fileIn(filename) }) }
}

function missing(name: string, code: string, fixed: string | undefined, place?: Place): InvalidCase {
  return reported(name, 'missing', 'clear', code, fixed, place)
}

/** A logout of these lines. */
function logout(lines: readonly string[]): string {
  return `${CONFIGURED}app.post('/logout', (req, res, next) => {\n${lines.map((line) => `  ${line}\n`).join('')}})`
}

ruleTester.run(rule.name, rule, {
  valid: [
    valid(
      'a cookie that is deleted in the callback, or before',
      `${CONFIGURED}app.post('/logout', (req, res, next) => { req.session.destroy((err) => { if (err) return next(err); res.clearCookie('id'); res.redirect('/') }) })
app.post('/signout', (req, res, next) => { res.clearCookie('id'); req.session.destroy((err) => (err ? next(err) : res.redirect('/'))) })
app.post('/logoff', (req, res, next) => { req.session.destroy((err) => { if (err) return next(err); res.cookie('id', '', { maxAge: 0 }); res.end() }) })`,
    ),
    valid(
      'a cookie whose name nobody knows is deleted',
      `${CONFIGURED}app.post('/logout', (req, res, next) => { req.session.destroy((err) => { if (err) return next(err); res.clearCookie(config.name); res.end() }) })`,
    ),
    valid('a file that does not set the session up', `${HEAD}app.post('/logout', (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.redirect('/'))) })`),
    valid(
      'a name, a path or a Domain from elsewhere',
      `${HEAD}app.use(session({ secret, name: config.name }))
app.post('/logout', (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.redirect('/'))) })`,
    ),
    valid(
      'a cookie with a path from elsewhere',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: config.path } }))
app.post('/logout', (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.redirect('/'))) })`,
    ),
    valid('options from elsewhere', `${HEAD}app.use(session(config.session))
app.post('/logout', (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.redirect('/'))) })`),
    valid('a session that ends for another reason', `${CONFIGURED}app.post('/start', (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.redirect('/'))) })`),
    valid(
      'somebody else may delete it',
      `${CONFIGURED}app.post('/logout', (req, res, next) => { req.session.destroy((err) => { if (err) return next(err); forget(res); res.end() }) })
app.post('/signout', (req, res, next) => { req.session.destroy(next) })
app.post('/log-out', (req, res, next) => { req.session.destroy((err) => { if (err) return next(err); next() }) })
app.post('/logoff', clearCookies, (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.end())) })
app.post('/sign-out', (req, res, next) => { req.session.destroy((err) => { if (err) return next(err); res.set('Clear-Site-Data', '"cookies"').end() }) })`,
    ),
    valid('a session that is renewed', `${CONFIGURED}app.post('/logout', (req, res, next) => { req.session.regenerate((err) => (err ? next(err) : res.redirect('/'))) })`),
    valid(
      'a library that deletes its cookie itself',
      `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
app.use((ctx) => { if (ctx.path === '/logout') ctx.session = null })`,
    ),
    valid(
      'deletions that match',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app', domain: 'example.com' } }))
app.post('/logout', (req, res) => { res.clearCookie('id', { path: '/app', domain: '.Example.com' }); res.end() })
app.post('/token', (req, res) => { res.cookie('token', jwt, { path: '/api' }); res.end() })
app.post('/signout', (req, res) => { res.clearCookie('token', { path: '/api' }); res.end() })`,
    ),
    valid(
      'deletions whose options come from elsewhere',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app' } }))
app.post('/logout', (req, res) => { res.clearCookie('id', options); res.clearCookie('id', { ...base }); res.end() })`,
    ),
    valid(
      'an older cookie is swept up, too',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app' } }))
app.post('/logout', (req, res) => { res.clearCookie('id'); res.clearCookie('id', { path: '/app' }); res.end() })`,
    ),
    valid(
      'one of several cookies of the name is meant',
      `${HEAD}app.post('/a', (req, res) => { res.cookie('token', a, { path: '/a' }); res.end() })
app.post('/b', (req, res) => { res.cookie('token', b); res.end() })
app.post('/logout', (req, res) => { res.clearCookie('token'); res.end() })`,
    ),
    valid('another cookie', `${HEAD}app.post('/a', (req, res) => { res.cookie('theme', a, { path: '/a' }); res.clearCookie('theme'); res.clearCookie('__Host-theme'); res.end() })`),
    valid(
      'a prefix with what browsers ask for',
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('__Host-sid', { secure: true, path: '/' }); res.clearCookie('__Secure-token', options); res.end() })`,
    ),
    valid(
      'libraries that send Secure by themselves',
      `import type { RequestHandler } from './$types'
export const POST: RequestHandler = ({ cookies }) => { cookies.delete('__Host-sid', { path: '/' }); return new Response() }`,
      { filename: '/app/src/routes/logout/+server.ts' },
    ),
    valid(
      'a definition that is merged into the deletion',
      `import Hapi from '@hapi/hapi'
const server = Hapi.server()
server.state('sid', { path: '/app' })
server.route({ method: 'POST', path: '/logout', handler: (request, h) => h.redirect('/').unstate('sid') })`,
    ),
    valid(
      'a logout that sends Clear-Site-Data, where that is asked for',
      `${CONFIGURED}app.post('/logout', (req, res, next) => { req.session.destroy((err) => { if (err) return next(err); res.clearCookie('id'); res.set('Clear-Site-Data', '"storage"'); res.end() }) })`,
      { options: [{ clearSiteData: true }] },
    ),
    valid('a deletion that is no logout, where Clear-Site-Data is asked for', `${HEAD}app.get('/', (req, res) => { res.clearCookie('token'); res.end() })`, { options: [{ clearSiteData: true }] }),
    valid('a cookie of another name, which has another path', `${HEAD}app.post('/theme', (req, res) => { res.cookie('theme', 'dark', { path: '/app' }); res.end() })
app.post('/logout', (req, res) => { res.clearCookie('sid'); res.end() })`),
  ],
  invalid: [
    missing(
      'a line that begins with a semicolon, behind the end of the session',
      `${CONFIGURED}app.post('/logout', async (req, res) => {
  await req.session.destroy()
  ;[first, second].forEach(run)
})`,
      `${CONFIGURED}app.post('/logout', async (req, res) => {
  await req.session.destroy()
  res.clearCookie('id')
  ;[first, second].forEach(run)
})`,
    ),
    reported(
      'a path and a Domain that the deletion does not have',
      'otherPath',
      'set',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app', domain: 'example.com' } }))
app.post('/logout', (req, res) => { res.clearCookie('id'); res.end() })`,
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app', domain: 'example.com' } }))
app.post('/logout', (req, res) => { res.clearCookie('id', { path: '/app', domain: 'example.com' }); res.end() })`,
    ),
    reported(
      'a path that only the deletion of another cookie has',
      'otherPath',
      'set',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app' } }))
app.post('/logout', (req, res) => { res.clearCookie('id'); res.clearCookie('theme', { path: '/app' }); res.end() })`,
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app' } }))
app.post('/logout', (req, res) => { res.clearCookie('id', { path: '/app' }); res.clearCookie('theme', { path: '/app' }); res.end() })`,
    ),
    reported(
      'a Domain that is taken away where the cookie is deleted',
      'otherDomain',
      'set',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { domain: 'example.com' } }))
app.post('/logout', (req, res) => { res.clearCookie('id', { domain: null }); res.end() })`,
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { domain: 'example.com' } }))
app.post('/logout', (req, res) => { res.clearCookie('id', { domain: 'example.com' }); res.end() })`,
    ),
    reported(
      'a path that the deletion does not have, and a Domain that it has alone',
      'otherPath',
      'set',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app' } }))
app.post('/logout', (req, res) => { res.clearCookie('id', { domain: 'example.com' }); res.end() })`,
      undefined,
    ),
    reported(
      'a prefix that asks for more than one attribute',
      'prefix',
      'set',
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('__Host-session', { path: '/app' }); res.end() })`,
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('__Host-session', { path: '/', secure: true }); res.end() })`,
    ),
    missing(
      'a session that is destroyed, and a callback that answers',
      `${CONFIGURED}app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      `${CONFIGURED}app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('id')
    res.redirect('/')
  })
})`,
      { data: { name: 'id', deletion: "res.clearCookie('id')" }, line: 6, column: 15, endColumn: 22 },
    ),
    missing(
      'a name by default, and a callback that is one expression',
      `${HEAD}app.use(session({ secret }))
app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => (err ? next(err) : res.redirect('/')))
})`,
      `${HEAD}app.use(session({ secret }))
app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => (err ? next(err) : res.clearCookie('connect.sid').redirect('/')))
})`,
    ),
    missing(
      'a path and a Domain',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app', domain: 'example.com' } }))
app.post('/logout', function (req, res) {
  req.session.destroy(function () {
    res.status(204).end()
  })
})`,
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app', domain: 'example.com' } }))
app.post('/logout', function (req, res) {
  req.session.destroy(function () {
    res.clearCookie('id', { path: '/app', domain: 'example.com' })
    res.status(204).end()
  })
})`,
    ),
    missing(
      'neither a path nor a Domain, as the options say',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: null, domain: null } }))
app.post('/logout', function (req, res) {
  req.session.destroy(function () {
    res.status(204).end()
  })
})`,
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: null, domain: null } }))
app.post('/logout', function (req, res) {
  req.session.destroy(function () {
    res.clearCookie('id')
    res.status(204).end()
  })
})`,
    ),
    missing(
      'a name with a prefix, and no callback',
      `${HEAD}app.use(session({ secret, name: '__Host-id', cookie: { secure: true } }))
app.post('/logout', (req, res) => {
  req.session.destroy()
  res.redirect('/')
})`,
      `${HEAD}app.use(session({ secret, name: '__Host-id', cookie: { secure: true } }))
app.post('/logout', (req, res) => {
  req.session.destroy()
  res.clearCookie('__Host-id', { secure: true })
  res.redirect('/')
})`,
    ),
    missing(
      'a callback on one line that does more than answer',
      `${CONFIGURED}app.post('/logout', (req, res) => { req.session.destroy(() => { log('gone'); res.redirect('/') }) })`,
      `${CONFIGURED}app.post('/logout', (req, res) => { req.session.destroy(() => { res.clearCookie('id'); log('gone'); res.redirect('/') }) })`,
    ),
    ...([
      ['a callback that names its error and looks away', ['req.session.destroy((err) => {', '  HERE', "  log('gone')", "  res.redirect('/')", '})']],
      ['a callback that does something with its error', ['req.session.destroy((err) => {', '  log(err)', "  res.redirect('/')", '})']],
      ['a callback that takes its error apart', ['req.session.destroy(({ message } = {}) => {', "  res.redirect('/?error=' + message)", '})']],
      ['a callback in which nothing happens, and an answer behind it', ['req.session.destroy(() => {})', 'HERE', "res.redirect('/')"]],
      ['a callback that answers only when the end fails, and an answer behind it', ['req.session.destroy((err) => {', '  if (err) return next(err)', '})', 'HERE', "res.redirect('/')"]],
      ['a callback that only logs, and an answer behind it', ['req.session.destroy((err) => {', '  if (err) console.error(err)', '})', 'HERE', "res.redirect('/')"]],
      ['a callback that is an expression and only logs, and an answer behind it', ['req.session.destroy((err) => log(err))', 'HERE', "res.redirect('/')"]],
      ['an end of the session that is no statement of its own', ['const left = req.session.destroy()', "res.redirect('/')"]],
    ] as const).map(([name, lines]) => missing(name, logout(lines.filter((line) => line.trim() !== 'HERE')), lines.some((line) => line.trim() === 'HERE') ? logout(lines).replace('HERE', "res.clearCookie('id')") : undefined)),
    missing(
      'a callback that branches on its error',
      `${CONFIGURED}app.post('/logout', (req, res) => {
  req.session.destroy((err) => {
    if (err) { res.sendStatus(500) } else { res.redirect('/') }
  })
})`,
      undefined,
    ),
    missing(
      'another cookie is deleted',
      `${CONFIGURED}app.post('/logout', (req, res) => {
  res.clearCookie('theme')
  req.session.destroy(() => res.redirect('/'))
})`,
      `${CONFIGURED}app.post('/logout', (req, res) => {
  res.clearCookie('theme')
  req.session.destroy(() => res.clearCookie('id').redirect('/'))
})`,
    ),
    missing(
      'a session of Fastify',
      `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
app.register(session, { secret })
app.post('/logout', async (request, reply) => {
  await request.session.destroy()
  return reply.redirect('/')
})`,
      `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
app.register(session, { secret })
app.post('/logout', async (request, reply) => {
  await request.session.destroy()
  reply.clearCookie('sessionId')
  return reply.redirect('/')
})`,
      { data: { name: 'sessionId', deletion: "reply.clearCookie('sessionId')" } },
    ),
    reported(
      'a prefix without Secure',
      'prefix',
      'set',
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('__Host-sid'); res.end() })`,
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('__Host-sid', { secure: true }); res.end() })`,
      { data: { name: '__Host-sid', key: 'secure', wanted: '' }, line: 4, column: 41, endColumn: 52 },
    ),
    reported(
      'a prefix with a path of its own',
      'path',
      'set',
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('__Host-sid', { secure: true, path: '/app' }); res.end() })`,
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('__Host-sid', { secure: true, path: '/' }); res.end() })`,
    ),
    reported(
      'a prefix with a Domain',
      'domain',
      'remove',
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('__Host-sid', { secure: true, domain: 'example.com' }); res.end() })`,
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('__Host-sid', { secure: true }); res.end() })`,
    ),
    reported(
      'SameSite=None without Secure',
      'none',
      'set',
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('sid', { sameSite: 'none' }); res.end() })`,
      `${HEAD}app.post('/logout', (req, res) => { res.clearCookie('sid', { secure: true, sameSite: 'none' }); res.end() })`,
    ),
    reported(
      'a deletion by name alone, in Next',
      'prefix',
      'set',
      `import { cookies } from 'next/headers'
export async function POST() { (await cookies()).delete('__Host-session'); return Response.json({}) }`,
      undefined,
      { filename: 'fixtures/next-auth-5/app/logout/route.ts' },
    ),
    reported(
      'a path that the deletion does not have',
      'otherPath',
      'set',
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app' } }))
app.post('/logout', (req, res) => { res.clearCookie('id'); res.end() })`,
      `${HEAD}app.use(session({ secret, name: 'id', cookie: { path: '/app' } }))
app.post('/logout', (req, res) => { res.clearCookie('id', { path: '/app' }); res.end() })`,
      { data: { name: 'id', key: 'path', wanted: '/app' }, line: 5 },
    ),
    reported(
      'a Domain that the deletion does not have',
      'otherDomain',
      'set',
      `${HEAD}app.post('/token', (req, res) => { res.cookie('token', jwt, { domain: 'example.com' }); res.end() })
app.post('/logout', (req, res) => { res.clearCookie('token', { path: '/' }); res.end() })`,
      `${HEAD}app.post('/token', (req, res) => { res.cookie('token', jwt, { domain: 'example.com' }); res.end() })
app.post('/logout', (req, res) => { res.clearCookie('token', { path: '/', domain: 'example.com' }); res.end() })`,
    ),
    reported(
      'a Domain that the cookie does not have',
      'noDomain',
      'remove',
      `${HEAD}app.post('/token', (req, res) => { res.cookie('token', jwt); res.end() })
app.post('/logout', (req, res) => { res.clearCookie('token', { domain: 'example.com' }); res.end() })`,
      `${HEAD}app.post('/token', (req, res) => { res.cookie('token', jwt); res.end() })
app.post('/logout', (req, res) => { res.clearCookie('token', {}); res.end() })`,
    ),
    reported(
      'a path that Fastify deletes by itself',
      'otherPath',
      'set',
      `import Fastify from 'fastify'
import cookie from '@fastify/cookie'
const app = Fastify()
app.register(cookie)
app.post('/token', (request, reply) => { reply.setCookie('token', jwt, { path: '/api' }).send() })
app.post('/logout', (request, reply) => { reply.clearCookie('token').send() })`,
      `import Fastify from 'fastify'
import cookie from '@fastify/cookie'
const app = Fastify()
app.register(cookie)
app.post('/token', (request, reply) => { reply.setCookie('token', jwt, { path: '/api' }).send() })
app.post('/logout', (request, reply) => { reply.clearCookie('token', { path: '/api' }).send() })`,
    ),
    reported(
      'a deletion by writing',
      'otherPath',
      'set',
      `${HEAD}app.post('/token', (req, res) => { res.cookie('token', jwt, { path: '/api' }); res.end() })
app.post('/logout', (req, res) => { res.cookie('token', '', { maxAge: 0 }); res.end() })`,
      `${HEAD}app.post('/token', (req, res) => { res.cookie('token', jwt, { path: '/api' }); res.end() })
app.post('/logout', (req, res) => { res.cookie('token', '', { maxAge: 0, path: '/api' }); res.end() })`,
    ),
    reported(
      'a logout without Clear-Site-Data, where that is asked for',
      'siteData',
      '',
      `${CONFIGURED}app.post('/logout', (req, res, next) => { req.session.destroy((err) => { if (err) return next(err); res.clearCookie('id'); res.end() }) })`,
      undefined,
      { options: [{ clearSiteData: true }], line: 5 },
    ),
    ...["{ name: '__Host-sid', path: '/', secure: true }", "{ name: '__Host-sid' }", "'__Host-sid'"].map((deleted) => ({
      name: `a deletion that has no word for Secure: ${deleted}`,
      code: `Bun.serve({ routes: { '/logout': { POST(req) { req.cookies.delete(${deleted}); return new Response('bye') } } } })`,
      filename: fileIn('fixtures/bun/server.ts'),
      output: null,
      errors: [{ messageId: 'wordless' as const, data: { name: '__Host-sid', key: 'secure', wanted: '' } }],
    })),
  ],
})
