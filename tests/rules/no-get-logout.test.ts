import rule from '../../lib/rules/no-get-logout.js'
import { fileIn, ruleTester, type InvalidCase, type ValidCase } from '../rule-tester.js'

const EXPRESS = `const express = require('express')
const session = require('express-session')
const app = express()
`

interface Place {
  readonly line?: number
  readonly column?: number
  readonly endColumn?: number
  readonly filename?: string
  readonly settings?: Readonly<Record<string, unknown>>
}

function valid(name: string, code: string, { filename, settings }: Place = {}): ValidCase {
  return { name, code, ...(settings && { settings }), ...(filename !== undefined && { filename: fileIn(filename) }) }
}

/** A case that is reported once; `fixed` is the program that is offered. */
function reported(name: string, code: string, fixed: string | undefined, { filename, settings, ...place }: Place = {}): InvalidCase {
  const suggestions = fixed === undefined ? [] : [{ messageId: 'post', output: fixed }]
  return { name, code, output: null, errors: [{ messageId: 'open', ...place, suggestions }], ...(settings && { settings }), ...(filename !== undefined && { filename: fileIn(filename) }) }
}

function inExpress(name: string, body: string, fixed: string | undefined, place?: Place): InvalidCase {
  return reported(name, `${EXPRESS}${body}`, fixed === undefined ? undefined : `${EXPRESS}${fixed}`, place)
}

const NEXT = `import type { NextApiRequest, NextApiResponse } from 'next'\nimport { serialize } from 'cookie'\n`
const CLEARED = `res.setHeader('Set-Cookie', serialize('token', '', { path: '/', maxAge: 0 })); res.redirect('/')`

function NITRO(first: string): string {
  return `export default defineEventHandler((event) => { ${first} deleteCookie(event, 'auth_token'); return sendRedirect(event, '/') })`
}

ruleTester.run(rule.name, rule, {
  valid: [
    valid('a logout that asks for the method, in another spelling', `${EXPRESS}app.all('/logoff', (req, res) => { if (req['method'] !== 'POST') return res.sendStatus(405); req.session.destroy(() => res.end()) })`),
    valid(
      'logouts that answer POST or DELETE',
      `${EXPRESS}app.post('/logout', (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.redirect('/'))) })
app.delete('/session/logout', (req, res) => { res.clearCookie('sid'); res.end() })`,
    ),
    ...[
      `export default function handler(req: NextApiRequest, res: NextApiResponse) { if (req.method !== 'POST') return res.status(405).end(); ${CLEARED} }`,
      `function handler(req: NextApiRequest, res: NextApiResponse) { ${CLEARED} }\nexport default allowMethods(['POST'], handler)`,
      `export default allowMethods(['POST'])((req: NextApiRequest, res: NextApiResponse) => { ${CLEARED} })`,
      `export default nextConnect().post((req: NextApiRequest, res: NextApiResponse) => { ${CLEARED} })`,
      `export default apiHandler({ post: (req: NextApiRequest, res: NextApiResponse) => { ${CLEARED} } })`,
    ].map((code) => valid(`a handler for every method that is for one of them: ${code}`, `${NEXT}${code}`, { filename: 'fixtures/pages/api/logout.ts' })),
    valid('a handler of Nuxt for POST', NITRO(''), { filename: 'fixtures/nitro/server/api/logout.post.ts' }),
    valid('a handler of Nuxt that asks for the method', NITRO(`assertMethod(event, 'POST');`), { filename: 'fixtures/nitro/server/api/logout.ts' }),
    valid('a helper of Nuxt', NITRO(''), { filename: 'fixtures/nitro/server/utils/logout.ts' }),
    valid('a page that asks whether to log out', `${EXPRESS}app.get('/logout', (req, res) => res.render('logout'))`),
    valid('a GET that is no logout', `${EXPRESS}app.get('/login', (req, res) => { res.clearCookie('sid'); res.render('login') })
app.get('/me', (req, res) => { if (!req.user) { req.session.destroy(next) } res.json(req.user) })`),
    valid('another cookie', `${EXPRESS}app.get('/logout', (req, res) => { res.clearCookie('theme'); res.render('logout') })`),
    valid(
      'where the identity provider sends the browser to',
      `${EXPRESS}app.get('/oauth/end-session', async (req, res) => { const { id_token_hint } = req.query; await grants.endSession(await read(id_token_hint)); res.clearCookie('sid'); res.redirect('/') })
app.get('/logout/callback', (req, res) => { res.clearCookie('sid'); res.redirect('/') })
app.get('/oidc/frontchannel-logout', (req, res) => { req.session.destroy(() => res.end()) })
app.get('/saml/logout', (req, res) => { req.session.destroy(() => res.end()) })
app.get('/logout-success', (req, res) => { res.clearCookie('sid'); res.render('bye') })`,
    ),
    valid(
      'a logout that asks for a token, or where the request comes from',
      `${EXPRESS}app.get('/logout', csrfProtection, (req, res) => { req.session.destroy(() => res.end()) })
app.get('/signout', (req, res) => { if (req.query.csrf !== req.session.csrf) return res.sendStatus(403); req.session.destroy(() => res.end()) })
app.get('/log-out', (req, res) => { if (req.get('sec-fetch-site') !== 'same-origin') return res.sendStatus(403); req.session.destroy(() => res.end()) })
app.all('/logoff', (req, res) => { if (req.method !== 'POST') return res.sendStatus(405); req.session.destroy(() => res.end()) })`,
    ),
    valid('a logout that asks for the site by a function', `${EXPRESS}app.get('/logout', (req, res) => { if (!isSameSite(req)) return res.sendStatus(403); res.clearCookie('sid', { sameSite: 'lax' }); res.end() })
app.get('/signout', requireSameSite, (req, res) => { res.clearCookie('sid'); res.end() })
app.get('/log-off', (req, res) => { if (!req.headers.referer?.startsWith(OWN)) return res.redirect('/'); res.clearCookie('sid'); res.end() })
app.get('/logoff', (req, res) => { const { origin } = req.headers; if (origin !== OWN) return res.sendStatus(403); res.clearCookie('sid'); res.end() })`),
    ...([
      ['whose library nobody names', 'app.js', 'module.exports = (app) =>'],
      ['of one of two libraries', 'fixtures/two-session-libraries/app.js', "import express from 'express'\nimport Koa from 'koa'\nexport default (app) =>"],
      ['with the type of another library', 'fixtures/express-4/app.ts', "import type { Client } from 'a-client'\nexport default (app: Client) =>"],
      ['by another name', 'fixtures/express-4/app.js', 'module.exports = (client) =>'],
    ] as const).map(([name, filename, start]) => valid(`an application that is handed in, ${name}`, `${start} { app.get('/logout', (req, res) => { req.session.destroy(() => res.end()) }) }`.replace(start.includes('client)') ? 'app.get' : 'none', 'client.get'), { filename })),
    valid('a handler that another file registers', `${EXPRESS}exports.logout = (req, res) => { req.session.destroy(() => res.end()) }`),
    valid(
      'a function of another file than that of a route, whatever it is called',
      `import type { RequestHandler } from '@sveltejs/kit'
export const GET: RequestHandler = ({ cookies }) => { cookies.delete('sid', { path: '/' }); return new Response() }`,
      { filename: 'fixtures/lib/logout.ts' },
    ),
    ...([
      ['in an action', 'action', 'routes/logout.tsx', 'return logout(request)'],
      ['with another purpose', 'loader', 'routes/sessions.tsx', 'await invalidateSession(params.id)'],
      ['that only shows a page', 'loader', 'routes/logout.tsx', 'return { session: await getSession(request) }'],
      ['that forgets another thing', 'loader', 'routes/logout.tsx', 'await deleteDraft(request, session)'],
    ] as const).map(([name, exported, filename, body]) => valid(
      `a function of the project ${name}`,
      `import { redirect } from '@remix-run/node'\nexport async function ${exported}({ request }) {\n  ${body}\n}`,
      { filename: `app/${filename}` },
    )),
    valid('a function of the project, where only proofs count', `import { redirect } from '@remix-run/node'\nexport async function loader({ request }) { return logout(request) }`, { filename: 'app/routes/logout.tsx', settings: { 'session-security': { certainty: 'proved' } } }),
    valid('a middleware', `${EXPRESS}app.use('/logout', (req, res, next) => { req.session.destroy(next) })`),
    valid('a client that asks the server', `function logout() { return api.get('/logout', () => { cookies.remove('sid') }) }`),
    valid(
      'a handler of POST in a file of Next',
      `import { cookies } from 'next/headers'
export async function POST() { (await cookies()).delete('session'); return Response.json({}) }
export async function GET() { return Response.json({}) }`,
      { filename: 'fixtures/next-auth-5/app/logout/route.ts' },
    ),
    valid(
      'a handler of GET in another file of Next',
      `import { cookies } from 'next/headers'
export async function GET() { (await cookies()).delete('session'); return Response.json({}) }`,
      { filename: 'fixtures/next-auth-5/app/start/route.ts' },
    ),
    valid(
      'an action of React Router',
      `import { redirect } from 'react-router'
import { storage } from './sessions'
export async function action({ request }) { return redirect('/', { headers: { 'Set-Cookie': 'sid=; Max-Age=0' } }) }`,
      { filename: '/app/routes/logout.tsx' },
    ),
  ],
  invalid: [
    ...[
      `export default function handler(req: NextApiRequest, res: NextApiResponse) { ${CLEARED} }`,
      `export default withSession(async (req: NextApiRequest, res: NextApiResponse) => { ${CLEARED} })`,
    ].map((code) => reported(`a handler of Next for every method: ${code}`, `${NEXT}${code}`, undefined, { line: 3, filename: 'fixtures/pages/api/logout.ts' })),
    reported('a handler of Nuxt for every method', NITRO(''), undefined, { line: 1, filename: 'fixtures/nitro/server/api/auth/logout.ts' }),
    ...['', ': Request', ': NextRequest'].map((type) => {
      const program = (method: string) => `import { NextRequest, NextResponse } from 'next/server'
import { cookies } from 'next/headers'
export async function ${method}(request${type}) {
  (await cookies()).delete('session')
  return NextResponse.redirect(new URL('/', request.url))
}`
      return reported(`a handler of GET in a file of Next, with a request${type}`, program('GET'), undefined, { line: 3, column: 23, endColumn: 26, filename: 'fixtures/next-15/app/logout/route.ts' })
    }),
    reported(
      'a handler of Astro for every method',
      `import type { APIRoute } from 'astro'\nexport const ALL: APIRoute = async ({ cookies, redirect }) => { cookies.delete('token', { path: '/' }); return redirect('/') }`,
      undefined,
      { line: 2, filename: 'fixtures/astro/src/pages/logout.ts' },
    ),
    inExpress(
      'a handler in a constant, with something wrapped around it',
      `const signout = asyncHandler(async (req, res) => { req.session.destroy(() => res.end()) })
app.get('/signout', signout)`,
      `const signout = asyncHandler(async (req, res) => { req.session.destroy(() => res.end()) })
app.post('/signout', signout)`,
    ),
    inExpress(
      'a route in a template',
      'app.get(`/logout`, (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.redirect(`/`))) })',
      'app.post(`/logout`, (req, res, next) => { req.session.destroy((err) => (err ? next(err) : res.redirect(`/`))) })',
    ),
    reported(
      'a file with no word of sessions but the one of its library',
      `import express from 'express'
import { auth } from '../lib/auth'
const app = express()
app.get('/signout', async (req, res) => { await auth.api.signOut({ headers: req.headers }); res.redirect('/') })`,
      `import express from 'express'
import { auth } from '../lib/auth'
const app = express()
app.post('/signout', async (req, res) => { await auth.api.signOut({ headers: req.headers }); res.redirect('/') })`,
      { settings: { 'session-security': { libraries: ['better-auth'] } } },
    ),
    reported(
      'a route object of Fastify, by its name',
      `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
const route = { method: 'GET', url: '/logout', handler: async (request, reply) => { await request.session.destroy(); return reply.redirect('/') } }
app.route(route)`,
      `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
const route = { method: 'POST', url: '/logout', handler: async (request, reply) => { await request.session.destroy(); return reply.redirect('/') } }
app.route(route)`,
    ),
    inExpress(
      'a session that is destroyed',
      `app.get('/logout', (req, res, next) => {
  req.session.destroy((err) => (err ? next(err) : res.redirect('/')))
})`,
      `app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => (err ? next(err) : res.redirect('/')))
})`,
      { line: 4, column: 5, endColumn: 8 },
    ),
    inExpress('a cookie that is cleared', `app.get('/auth/sign-out', (req, res) => { res.clearCookie('token'); res.redirect('/') })`, `app.post('/auth/sign-out', (req, res) => { res.clearCookie('token'); res.redirect('/') })`),
    inExpress('an identity that is unset', `app.get('/logout', (req, res) => { req.session.user = null; res.redirect('/') })`, `app.post('/logout', (req, res) => { req.session.user = null; res.redirect('/') })`),
    inExpress(
      'a session that is given up',
      `app.get('/logout', (req, res) => { req.session = null; res.redirect('/') })`,
      `app.post('/logout', (req, res) => { req.session = null; res.redirect('/') })`,
    ),
    inExpress(
      'a session that is renewed',
      `app.get('/logout', (req, res, next) => { req.session.regenerate((err) => (err ? next(err) : res.redirect('/'))) })`,
      `app.post('/logout', (req, res, next) => { req.session.regenerate((err) => (err ? next(err) : res.redirect('/'))) })`,
    ),
    inExpress('a logout of Passport', `app.get('/logout', (req, res, next) => { req.logout(next) })`, `app.post('/logout', (req, res, next) => { req.logout(next) })`),
    ...([
      ['a cookie with SameSite', "res.clearCookie('sid', { httpOnly: true, sameSite: 'lax' })"],
      ['a cookie with SameSite in quotes', "res.clearCookie('sid', { 'sameSite': 'strict' })"],
      ['a cookie with SameSite from a constant', "const sameSite = 'lax'; res.clearCookie('sid', { sameSite })"],
      ['a cookie in a header', "res.setHeader('Set-Cookie', 'sid=; Max-Age=0; SameSite=Lax')"],
      ['a way back to where the request comes from', "res.clearCookie('sid'); res.redirect(req.get('Referrer') || '/')"],
      ['a way back to where a header says', "res.clearCookie('sid'); return res.redirect(302, req.headers.referer ?? '/')"],
      ['a way to another page of the origin', "res.clearCookie('sid'); res.redirect(new URL('/login', origin).href)"],
      ['an answer that other origins may read', "res.set('Access-Control-Allow-Origin', 'https://app.example.com'); res.clearCookie('sid')"],
    ] as const).map(([name, statement]) => inExpress(name, `app.get('/logout', (req, res) => { ${statement}; res.end() })`, `app.post('/logout', (req, res) => { ${statement}; res.end() })`)),
    ...([
      ['by the manifest', 'fixtures/express-4/app.js', 'module.exports = function (app, passport) {', 'app', '}'],
      ['by an arrow function', 'fixtures/express-4/app.js', 'module.exports = (app) => {', 'app', '}'],
      ['by the file', undefined, "const session = require('express-session')\nexports.routes = (app) => {", 'app', '}'],
      ['under the name of a router', 'fixtures/express-4/app.js', 'exports.mount = (router) => {', 'router', '}'],
      ['with a type of the project', 'fixtures/express-4/app.ts', "import type { App } from './app'\nexport default (app: App) => {", 'app', '}'],
    ] as const).map(([name, filename, start, router, end]) => {
      const program = (method: string) => `${start} ${router}.${method}('/logout', function (req, res) { req.session.destroy(() => res.end()) }) ${end}`
      return reported(`an application that is handed in, told ${name}`, program('get'), program('post'), filename === undefined ? {} : { filename })
    }),
    inExpress('every method', `app.all('/logout', (req, res) => { res.clearCookie('sid'); res.end() })`, `app.post('/logout', (req, res) => { res.clearCookie('sid'); res.end() })`),
    inExpress(
      'a handler with a name, behind a guard',
      `const router = express.Router()
router.get('/logout', requireUser, logout)
function logout(req, res) { res.clearCookie('sid'); res.redirect('/') }`,
      `const router = express.Router()
router.post('/logout', requireUser, logout)
function logout(req, res) { res.clearCookie('sid'); res.redirect('/') }`,
      { line: 5, column: 8, endColumn: 11 },
    ),
    inExpress(
      'a handler that answers GET beside POST',
      `app.get('/logout', logout)
app.post('/logout', logout)
function logout(req, res) { res.clearCookie('sid'); res.redirect('/') }`,
      undefined,
      { line: 4 },
    ),
    inExpress(
      'a path with several methods',
      `app.route('/logout').get((req, res) => { res.clearCookie('sid'); res.redirect('/') })`,
      `app.route('/logout').post((req, res) => { res.clearCookie('sid'); res.redirect('/') })`,
    ),
    inExpress('a name from the settings', `app.get('/leave', (req, res) => { res.clearCookie('sid'); res.redirect('/') })`, `app.post('/leave', (req, res) => { res.clearCookie('sid'); res.redirect('/') })`, {
      settings: { 'session-security': { functions: { logout: ['/leave'] } } },
    }),
    reported(
      'a route object of Fastify',
      `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
app.route({ method: 'GET', url: '/logout', handler: async (request, reply) => { await request.session.destroy(); return reply.redirect('/') } })`,
      `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
app.route({ method: 'POST', url: '/logout', handler: async (request, reply) => { await request.session.destroy(); return reply.redirect('/') } })`,
      { line: 4, column: 21, endColumn: 26 },
    ),
    reported(
      'a list of methods',
      `import Fastify from 'fastify'
import session from '@fastify/session'
const app = Fastify()
app.route({ method: ['GET', 'HEAD'], url: '/logout', handler: async (request, reply) => { await request.session.destroy(); return reply.redirect('/') } })`,
      undefined,
    ),
    reported(
      'a list of routes of Hapi',
      `const Hapi = require('@hapi/hapi')
const server = Hapi.server()
server.route([{ method: 'get', path: '/bye', handler: function logout(request, h) { h.unstate('sid'); return h.redirect('/') } }, { method: 'GET', path: '/', handler: home }])`,
      `const Hapi = require('@hapi/hapi')
const server = Hapi.server()
server.route([{ method: 'post', path: '/bye', handler: function logout(request, h) { h.unstate('sid'); return h.redirect('/') } }, { method: 'GET', path: '/', handler: home }])`,
      { line: 3, column: 25, endColumn: 30 },
    ),
    reported(
      'a router of Koa',
      `import Router from '@koa/router'
import session from 'koa-session'
const router = new Router()
router.get('/logout', (ctx) => { ctx.session = null; ctx.redirect('/') })`,
      `import Router from '@koa/router'
import session from 'koa-session'
const router = new Router()
router.post('/logout', (ctx) => { ctx.session = null; ctx.redirect('/') })`,
    ),
    reported(
      'the logout of passport in Koa',
      `import Router from 'koa-router'
import passport from 'koa-passport'
const router = new Router()
router.get('/logout', async (ctx) => { await ctx.logout(); ctx.redirect('/') })`,
      `import Router from 'koa-router'
import passport from 'koa-passport'
const router = new Router()
router.post('/logout', async (ctx) => { await ctx.logout(); ctx.redirect('/') })`,
    ),
    reported(
      'a route of Hono',
      `import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
const app = new Hono()
app.get('/logout', (c) => { deleteCookie(c, 'session'); return c.redirect('/') })`,
      `import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
const app = new Hono()
app.post('/logout', (c) => { deleteCookie(c, 'session'); return c.redirect('/') })`,
    ),
    reported(
      'a decorator of Nest, whose sibling is imported already',
      `import { Controller, Get, Post, Req } from '@nestjs/common'
@Controller('auth')
export class AuthController {
  @Get('logout')
  async logout(@Req() req) { await end(req); req.res.clearCookie('token') }
}`,
      `import { Controller, Get, Post, Req } from '@nestjs/common'
@Controller('auth')
export class AuthController {
  @Post('logout')
  async logout(@Req() req) { await end(req); req.res.clearCookie('token') }
}`,
      { line: 4, column: 4, endColumn: 7, filename: 'fixtures/nest-express/auth.controller.ts' },
    ),
    reported(
      'a decorator of Nest, whose sibling must be imported',
      `import { Controller, Get, Req } from '@nestjs/common'
@Controller('auth')
export class AuthController {
  @Get('logout')
  async logout(@Req() req) { req.res.clearCookie('token') }
}`,
      `import { Controller, Get, Req, Post } from '@nestjs/common'
@Controller('auth')
export class AuthController {
  @Post('logout')
  async logout(@Req() req) { req.res.clearCookie('token') }
}`,
      { filename: 'fixtures/nest-express/auth.controller.ts' },
    ),
    reported(
      'a handler of GET in a file of Next',
      `import { cookies } from 'next/headers'
export async function GET() { (await cookies()).delete('session'); return Response.json({}) }`,
      undefined,
      { line: 2, column: 23, endColumn: 26, filename: 'fixtures/next-auth-5/app/logout/route.ts' },
    ),
    reported(
      'a handler of GET in a file of SvelteKit',
      `import type { RequestHandler } from './$types'
export const GET: RequestHandler = ({ cookies }) => { cookies.delete('sid', { path: '/' }); return new Response() }`,
      undefined,
      { line: 2, filename: '/app/src/routes/logout/+server.ts' },
    ),
    ...([
      ['that a library makes', "import { getSession, destroySession } from '~/sessions.server'", "const session = await getSession(request.headers.get('Cookie'))\n  return redirect('/', { headers: { 'Set-Cookie': await destroySession(session) } })"],
      ['of the project', "import { logout } from '~/auth.server'", 'return logout(request)'],
      ['of a service', "import { auth } from '~/auth.server'", "await auth.invalidateSession(request.headers.get('Cookie'))\n  return redirect('/')"],
      ['that deletes the cookie', "import { deleteSessionTokenCookie } from '~/auth.server'", "deleteSessionTokenCookie(request)\n  return redirect('/')"],
    ] as const).map(([name, imported, body]) => reported(
      `a loader with a function ${name}`,
      `import { redirect } from '@remix-run/node'\n${imported}\nexport async function loader({ request }) {\n  ${body}\n}`,
      undefined,
      { line: 3, column: 23, endColumn: 29, filename: 'app/routes/logout.tsx' },
    )),
    reported(
      'a loader of React Router',
      `import { createCookieSessionStorage, redirect } from 'react-router'
const storage = createCookieSessionStorage({ cookie: { name: '__session' } })
export async function loader({ request }) {
  const session = await storage.getSession(request.headers.get('Cookie'))
  return redirect('/', { headers: { 'Set-Cookie': await storage.destroySession(session) } })
}`,
      undefined,
      { line: 3, column: 23, endColumn: 29, filename: '/app/routes/logout.tsx' },
    ),
    reported(
      'a file of Nitro for GET',
      `export default defineEventHandler((event) => { deleteCookie(event, 'session') })`,
      undefined,
      { line: 1, filename: 'fixtures/nitro/server/api/logout.get.ts' },
    ),
    reported(
      'an endpoint of SvelteKit with a type behind it',
      `import type { RequestHandler } from './$types'
export const GET = (async ({ cookies }) => {
  cookies.delete('sid', { path: '/' })
  return new Response()
}) satisfies RequestHandler`,
      undefined,
      { line: 2, column: 14, endColumn: 17, filename: '/app/src/routes/logout/+server.ts' },
    ),
    reported(
      'a route of hapi, by its name in a list',
      `const Hapi = require('@hapi/hapi')
const server = Hapi.server()
const logoutRoute = { method: 'GET', path: '/logout', handler: (request, h) => { request.yar.reset(); return h.redirect('/') } }
server.route([logoutRoute])`,
      `const Hapi = require('@hapi/hapi')
const server = Hapi.server()
const logoutRoute = { method: 'POST', path: '/logout', handler: (request, h) => { request.yar.reset(); return h.redirect('/') } }
server.route([logoutRoute])`,
      { line: 3, column: 31, endColumn: 36 },
    ),
  ],
})
